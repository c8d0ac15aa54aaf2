"""How many examples Hypothesis tries, by the profile that BRIEFGEN_HYPOTHESIS names: `quick`, `ci` or `soak`."""

import os

from hypothesis import HealthCheck, Phase, settings

EXAMPLES = {"quick": 20, "ci": 100, "soak": 5_000}
PROFILE = os.environ.get("BRIEFGEN_HYPOTHESIS", "ci")
SLOW_STRATEGIES = (
    HealthCheck.too_slow,
    HealthCheck.data_too_large,
    HealthCheck.large_base_example,
    HealthCheck.function_scoped_fixture,
)


def load() -> None:
    """Register the profiles and load the chosen one. `quick` and `ci` try the same examples each time; `soak` takes
    them from the seed that `make soak` prints."""
    for name, count in EXAMPLES.items():
        settings.register_profile(
            name,
            max_examples=count,
            deadline=None,
            database=None,
            derandomize=name != "soak",
            print_blob=True,
            suppress_health_check=SLOW_STRATEGIES,
        )
    settings.load_profile(PROFILE)


def examples(factor: float, *, shrink: bool = True) -> settings:
    """Try the profile's number of examples times a factor. Where an example is a rendered document, shrinking a
    failure takes minutes, and can be left out."""
    phases = [each for each in Phase if shrink or each not in (Phase.shrink, Phase.explain)]
    return settings(max_examples=max(2, round(EXAMPLES[PROFILE] * factor)), phases=phases)
