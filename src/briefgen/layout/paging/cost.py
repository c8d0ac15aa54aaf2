"""What a page costs in looks: the pages are chosen that cost least together, as the lines of a paragraph are.

One is what a tenth of a page costs that stays blank at its foot. Costs grow with the square, so that two pages that are
a little short are better than one that is very short. What strips cling to each other by is given as a blank, and costs
as much: of a parted table, the more the fewer rows stand on one side (`setting/grid`), of a row (`setting/parting`), of
a callout or an item of a list (`setting/stack`).
"""

from briefgen.layout.paging.filling import End, Smaller
from briefgen.layout.paging.scroll import Scroll
from briefgen.layout.setting.strip import BLANK

LOW = 0.08
"""Of the page: with less than this below it, a heading is near the foot."""

HEADING = 0.8
"""A heading right at the foot, if it could stand there."""

STUB, STUBBY = 2.5, 0.08
"""A page that begins with next to nothing of a section before the next one; and of the page, what is no stub."""

HALF = 0.5
"""Of the page: what clings by as much is not parted for the looks of other pages."""

LONE = 0.6
"""A lone row of a table on one side of a break, on top of what it clings by."""

SMALLER = 1.0
"""Pictures at their smallest."""

CLOSER = 0.6
"""Blocks a tenth closer than elsewhere."""

RUN_ON = 3.0
"""A note that does not end on its page."""

NEARLY_EMPTY, EMPTY = 0.25, 4.0
"""Of the page: the last one, or one before a page break, is nearly empty if it holds less; what an empty one costs."""


FRONT = 3.0
"""The first page counts so much more: it is seen first, often alone, and is not spoiled for the sake of later ones."""


def cost_of(scroll: Scroll, start: int, end: End) -> float:
    """What a page costs that begins with a strip and ends so."""
    means = of_means(end.closeness, end.smaller)
    if end.wanted:
        cost = EMPTY * max(1 - (1 - end.blank / scroll.height(start)) / NEARLY_EMPTY, 0.0)
    elif not end.kept:
        cost = RUN_ON
    else:
        return of_end(scroll, start, end.at, end.blank, means)
    return (cost + means) * _of_place(start)


def of_end(scroll: Scroll, start: int, at: int, blank: float, means: float) -> float:
    """What a page costs that ends before a strip for want of room. `blank`: in points; `means`: by `of_means`."""
    cost = _of_blank(blank / scroll.height(start)) + (_of_break(scroll, at) if at > start else 0.0)
    return (cost + means) * _of_place(start)


def _of_place(start: int) -> float:
    """How much a page counts that begins with a strip."""
    return 1.0 if start else FRONT


def of_means(closeness: float, smaller: Smaller | None) -> float:
    """What is done so that a page holds more."""
    return CLOSER * 10 * (1 - closeness) + (SMALLER * smaller.share if smaller else 0.0)


def _of_blank(share: float) -> float:
    """What stays blank at the foot of a page, or would have to for what clings."""
    return (share * 10) ** 2


def _of_break(scroll: Scroll, at: int) -> float:
    """A break before a strip."""
    if (known := scroll.breaks.get(at)) is None:
        clings = scroll.strips[at - 1].clings
        known = _of_blank(clings if clings >= HALF else min(clings, BLANK)) + HEADING * _lowness(scroll, at)
        known += LONE if _alone(scroll, at) else 0.0
        known += STUB * _stub(scroll, at)
        scroll.breaks[at] = known
    return known


def _alone(scroll: Scroll, at: int) -> bool:
    """Whether a break parts the first row or the last from all others, or less than a row."""
    above = scroll.strips[at - 1]
    if not above.tail or at == len(scroll.strips):
        return False
    return not scroll.strips[at].tail or (at > 1 and not scroll.strips[at - 2].lead)


def _stub(scroll: Scroll, at: int) -> float:
    """How little of a section is left below a break: from 0, for enough of it or nothing, to 1."""
    below, least = 0.0, STUBBY * scroll.height(at - 1)
    for strip in range(at, len(scroll.strips)):
        if scroll.strips[strip].heads:
            return 1 - below / least if strip > at else 0.0
        below += scroll.gaps[strip] + scroll.heights[strip]
        if below >= least:
            return 0.0
    return 0.0


def _lowness(scroll: Scroll, at: int) -> float:
    """How near to a break there is a heading or a title above it: from 0 to 1."""
    below, low = 0.0, LOW * scroll.height(at - 1)
    for strip in range(at - 1, 0, -1):
        below += scroll.heights[strip]
        if below >= low:
            return 0.0
        if (gap := scroll.gaps[strip]) and scroll.strips[strip - 1].keep:
            return 1 - below / low
        below += gap
    return 0.0
