"""What turns an order: the changes of one weight that put another option ahead, the nearest first."""

from math import ceil, floor

from briefgen.analysis import Comparison
from briefgen.analysis.switching import Switch, switches


def turning(ranked: Comparison, option: str) -> list[Switch]:
    """Where another option is surely ahead of this one; where there is no such point, where it may be."""
    found = [
        switch
        for other in ranked.options
        if other != option
        for switch in switches(ranked, option, other)
        # Of two criteria, one weighs less exactly where the other weighs more: that is said once.
        if 0 < outward(switch) < 100 and (switch.more or len(ranked.criteria) > 2)
    ]
    lost = [switch for switch in found if switch.overtaken] or found
    return sorted(lost, key=lambda switch: abs(switch.weight - switch.stated))


def outward(switch: Switch) -> int:
    """The weight of a switch in whole percent, rounded so that what is said of the weights beyond it is true."""
    percent = round(100 * switch.weight, 6)
    return ceil(percent) if switch.more else floor(percent)
