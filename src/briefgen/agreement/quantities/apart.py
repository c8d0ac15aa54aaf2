"""Numbers that are no part of a date: the 9 of “9 April” counts nothing."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from briefgen.agreement.dates import Date
from briefgen.agreement.quantities.quantity import Quantity


def apart(figures: Iterable[Quantity], when: "Iterable[Date]") -> tuple[Quantity, ...]:
    """The figures that overlap none of the dates of the same text."""
    days = sorted((date.start, date.end) for date in when)
    starts = [start for start, _ in days]
    reach = [0, *accumulate((end for _, end in days), max)]  # how far the first dates reach
    return tuple(each for each in figures if reach[bisect_left(starts, each.end)] <= each.start)
