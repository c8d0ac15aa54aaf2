"""Sets of weightings: the stated weights alone, all that keep their order, and any at all."""

from collections.abc import Callable, Sequence
from math import fsum
from operator import sub
from typing import TYPE_CHECKING, Literal, TypeAlias, assert_never

if TYPE_CHECKING:
    from random import Random

Weightings: TypeAlias = Literal["stated", "ordered", "any"]
"""`stated`: the weights as given; `ordered`: all weights, adding up to 1, in which a criterion that is stated to weigh
more than another weighs no less (those that weigh the same are not held to it); `any`: all that add up to 1."""

SETS: tuple[Weightings, ...] = ("stated", "ordered", "any")


def groups(weights: Sequence[float]) -> tuple[tuple[int, ...], ...]:
    """The criteria, by their places, from the heaviest down; those of one weight together."""
    levels = sorted(set(weights), reverse=True)
    return tuple(tuple(at for at, weight in enumerate(weights) if weight == level) for level in levels)


def least(differences: Sequence[float], weights: Sequence[float], over: Weightings) -> float:
    """The least of Σ weight × difference over a set of weightings.

    It is reached at a corner of the set. The corners of the ordered weights are the equal weights on the heaviest
    criteria, however many; within a group of one weight, on those that make it least.
    """
    match over:
        case "stated":
            return fsum(weight * each for weight, each in zip(weights, differences, strict=True))
        case "ordered":
            lowest, total, count = float("inf"), 0.0, 0
            for group in groups(weights):
                for each in sorted(differences[at] for at in group):
                    total += each
                    count += 1
                    lowest = min(lowest, total / count)
            return lowest
        case "any":
            return min(differences)
        case _:
            assert_never(over)


def drawing(weights: Sequence[float], over: Literal["ordered", "any"], random: "Random") -> Callable[[], list[float]]:
    """Draws weights, each time anew, with every weighting of the set as likely as every other.

    The lengths into which random cuts divide a line are uniform over all weightings; put in order and dealt out from
    the heaviest group down, by lot within a group, they are so over those that keep the order (Tervonen and Lahdelma,
    European Journal of Operational Research 178, 2007).
    """
    uniform = random.random
    cuts = range(len(weights) - 1)

    def freely() -> list[float]:
        ends = sorted([uniform() for _ in cuts])
        return list(map(sub, [*ends, 1.0], [0.0, *ends]))

    if over == "any":
        return freely
    order = [at for group in groups(weights) for at in group]
    dealt = [order.index(at) for at in range(len(weights))]
    lots = []  # steps of a shuffle: a place, and how many there are from it on to the end of its group
    begin = 0
    for group in groups(weights):
        lots += [(begin + step, len(group) - step) for step in range(len(group) - 1)]
        begin += len(group)

    def ordered() -> list[float]:
        drawn = sorted(freely(), reverse=True)
        for place, left in lots:
            other = place + int(left * uniform())
            drawn[place], drawn[other] = drawn[other], drawn[place]
        return [drawn[place] for place in dealt]

    return ordered
