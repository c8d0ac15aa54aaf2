"""Weights of the weighted criteria add up to 100; a screening criterion has none."""

from collections.abc import Iterator
from math import isclose

from briefgen.diagnostic import Finding
from briefgen.scenario.model import Scenario

TOTAL = 100.0


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `weight-missing`, `weight-of-screening`, `weight-negative`, `weights-do-not-add-up`."""
    total, complete = 0.0, True
    for criterion in scenario.criteria:
        path = f"criteria.{criterion.id}"
        if criterion.kind == "screening":
            if criterion.weight is not None:
                yield Finding(
                    "weight-of-screening",
                    f"{path}.weight",
                    f"`{criterion.id}` is a screening criterion: an option passes or fails it, it is not weighed.",
                    "Remove the weight, or make it `kind: weighted`.",
                )
        elif criterion.weight is None:
            complete = False
            yield Finding(
                "weight-missing",
                path,
                f"The criterion `{criterion.id}` has no weight.",
                "Give it a weight, so that all add up to 100, or make it `kind: screening`.",
                presumes=("criteria",),
            )
        elif criterion.weight < 0:
            complete = False
            yield Finding(
                "weight-negative",
                f"{path}.weight",
                "A weight cannot be less than 0.",
                "Where less of it is better, write `direction: less-is-better` and a weight above 0.",
            )
        else:
            total += criterion.weight
    if complete and any(c.kind == "weighted" for c in scenario.criteria) and not isclose(total, TOTAL, abs_tol=1e-6):
        last = next(c for c in reversed(scenario.criteria) if c.kind == "weighted")
        short = TOTAL - total
        hint = f"{abs(short):g} {'is missing' if short > 0 else 'too much'}; weights are never rescaled silently."
        if isclose(total, 1, abs_tol=1e-6):
            hint = f"Weights are hundredths: write {100 * (last.weight or 0):g} for {last.weight:g}, and so on."
        yield Finding(
            "weights-do-not-add-up",
            f"criteria.{last.id}.weight",
            f"The weights add up to {total:g}, not to 100.",
            hint,
            presumes=("criteria",),
        )
