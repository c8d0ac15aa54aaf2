"""The weights of the criteria that are left."""

from math import fsum

from msgspec.structs import replace

from briefgen.scenario.model import Criterion, Scenario


def rescaled(before: Scenario, left: Scenario) -> tuple[Scenario, bool]:
    """The scenario with weights that add up to 100 again, in the proportions that the author gave them, and whether
    they had to be. Weights that fall short of 100 would show that a criterion is missing, and how much it weighs."""
    if len(_weighted(before)) == len(_weighted(left)):
        return left, False
    total = fsum(each.weight or 0 for each in _weighted(left))
    if total <= 0:
        return left, True
    criteria = tuple(
        replace(each, weight=each.weight * 100 / total) if each.kind == "weighted" and each.weight is not None else each
        for each in left.criteria
    )
    return replace(left, criteria=criteria), True


def _weighted(scenario: Scenario) -> list[Criterion]:
    return [each for each in scenario.criteria if each.kind == "weighted" and each.weight is not None]
