"""An option has another side: what speaks against it, and what follows if it is not chosen."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.scenario.model import Option, Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `option-without-drawback`, `option-without-consequence`."""
    for option in filter(_is_treated, scenario.options):
        path = f"options.{option.id}"
        if not option.drawbacks:
            yield Finding(
                "option-without-drawback",
                path,
                f"Nothing is said against the option `{option.id}`.",
                "Add `drawbacks`: a choice without any would need no paper.",
                severity="info",
                presumes=(f"{path}.drawbacks",),
            )
        if option.not_choosing is None:
            yield Finding(
                "option-without-consequence",
                path,
                f"It is not said what follows if the option `{option.id}` is not chosen.",
                "Add `not_choosing`.",
                severity="info",
                presumes=(f"{path}.not_choosing",),
            )


def _is_treated(option: Option) -> bool:
    """Whether something is said of it yet beyond what it is: of a mere name nobody expects two sides."""
    said = (option.benefits, option.drawbacks, option.risks, option.assessments, option.not_choosing)
    return any(said)
