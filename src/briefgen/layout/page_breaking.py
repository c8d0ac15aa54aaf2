"""Page breaking: the ends of all pages, chosen together by what each page costs in looks."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple, TypeAlias

import msgspec

from briefgen.layout.filling import End, Filling, Scroll, Smaller, State
from briefgen.layout.line_boxes import BLANK, Strip
from briefgen.layout.pages import (
    Sheet,
    end_of,
    is_done,
    one_after_the_other,
    sheet_of,
    turned_over,
    with_smaller_pictures,
)

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

SPACING_COST = 0.6
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
    return SPACING_COST * 10 * (1 - closeness) + (SMALLER * smaller.share if smaller else 0.0)


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


# The ends of all pages, chosen together.
#
# Pages are filled one after the other first. Where one of them jars, other ways to end it and the few before it
# are followed from page to page, some side by side, until all have met the first guess again or the document
# ends; of these, the one is taken that costs least in all. So a document in which nothing jars is set at once,
# and the work for one in which much does grows with its length.
#
# The method is that of Knuth and Plass for lines (1981), for pages that of Plass (1981) and of Mittelbach, “A
# general framework for globally optimized pagination” (2016), with a beam in place of all ways that there are.

JARS = 1.5
"""A page that costs more."""

BEFORE = 2
"""Pages before one that jars that may end otherwise."""

BEAM = 4
"""Ways that are followed side by side."""

LAGS = 0.5
"""A way is given up that costs so much more than the best one as the next few pages of the first guess, and this."""

ENDS, MOST_BLANK = 5, 0.3
"""Of one page, how many ends are tried; and what of it may stay blank."""

FINE = 1.0
"""Where a page has an end that costs no more, its blocks and its pictures stay as they are."""

PAGE_SPACING = (0.94, 0.88)
"""What a page may keep of the spaces between its blocks to hold a little more."""


class Page(NamedTuple):
    """A page as it is chosen."""

    state: State
    end: End
    cost: float


def chosen(scroll: Scroll, closeness: float = 1.0) -> list[Page]:
    """All pages."""
    guess = [
        Page(state, end, cost_of(scroll, state.start, end)) for state, end in one_after_the_other(scroll, closeness)
    ]
    jars = [at for at, page in enumerate(guess) if page.cost > JARS]
    if not jars or len(guess) == 1:
        return guess
    search = _Search(scroll, closeness, guess)
    out: list[Page] = []
    settled = 0
    for jar in jars:
        if jar >= settled:
            first = max(jar - BEFORE, settled)
            better, until = search.better(first, jar)
            out += [*guess[settled:first], *better]
            settled = until
    return [*out, *guess[settled:]]


_Key: TypeAlias = tuple[int, tuple[int, ...]]
"""What tells states apart: the first strip, and which lines of notes are carried over."""


class _Way(NamedTuple):
    """A way to come to a state."""

    cost: float
    state: State
    last: Page | None = None
    before: "_Way | None" = None

    def pages(self) -> list[Page]:
        """From the first on."""
        out: list[Page] = []
        way: _Way | None = self
        while way and way.last:
            out.append(way.last)
            way = way.before
        return out[::-1]


_Pool: TypeAlias = dict[_Key, _Way]
"""Ways that have come about as far as the first guess before one of its pages, by the states to which they came."""


class _Search:
    """Ways of ending pages, followed side by side along those of the first guess."""

    def __init__(self, scroll: Scroll, closeness: float, guess: Sequence[Page]) -> None:
        self._scroll, self._closeness, self._guess = scroll, closeness, guess
        self._starts = [page.state.start for page in guess]
        self._costs = list(accumulate((page.cost for page in guess), initial=0.0))
        """Of the first guess, before each page."""
        self._pools: dict[int, _Pool] = {}

    def better(self, first: int, jar: int) -> tuple[list[Page], int]:
        """Pages that take the place of some, from `first` on, and until which. `jar`: the first of them that jars."""
        begin = self._guess[first].state
        self._pools = {first: {_key(begin): _Way(self._costs[first], begin)}}
        for at in range(first, len(self._guess)):
            pool = self._pools.pop(at, {})
            own = _key(self._guess[at].state)
            if at > jar and len(pool) == 1 and own in pool:
                return pool[own].pages(), at
            if pool:
                self._follow(at, pool, self._best(at, pool, own))
        pool = self._pools.pop(len(self._guess))
        self._follow(len(self._guess), pool, list(pool.values()))
        return pool[len(self._scroll.strips), ()].pages(), len(self._guess)

    def _lag(self, at: int) -> float:
        """By how much a way may lag behind: about as much as the next few pages of the first guess cost, which is what
        it could gain on them."""
        return LAGS + self._costs[min(at + BEFORE + 1, len(self._guess))] - self._costs[at]

    def _best(self, at: int, pool: _Pool, own: _Key) -> list[_Way]:
        """The ways of a pool that are followed, the first guess among them."""
        ways = sorted(pool.values(), key=itemgetter(0))
        most = ways[0].cost + self._lag(at)
        best = [way for way in ways[:BEAM] if way.cost < most or way is ways[0]]
        if (guess := pool.get(own)) and all(way is not guess for way in best):
            best.append(guess)
        return best

    def _follow(self, at: int, pool: _Pool, ways: Sequence[_Way]) -> None:
        """Turn a page on ways of a pool, and on some that so come to it."""
        scroll, starts = self._scroll, self._starts
        waiting = [(*_place(way.state), number, way) for number, way in enumerate(ways)]
        heapify(waiting)
        number = len(waiting)
        while waiting:
            *_, way = heappop(waiting)
            if pool[_key(way.state)] is not way or is_done(scroll, way.state):
                continue
            for cost, end in self._ends(way.state):
                state = turned_over(scroll, way.state, end)
                where = bisect_left(starts, state.start)
                others = pool if where <= at else self._pools.setdefault(where, {})
                key = _key(state)
                if (known := others.get(key)) and known.cost <= way.cost + cost:
                    continue
                others[key] = further = _Way(way.cost + cost, state, Page(way.state, end, cost), way)
                if where <= at and number < 2 * BEAM:
                    number += 1
                    heappush(waiting, (*_place(state), number, further))

    def _ends(self, state: State) -> list[tuple[float, End]]:
        """Ends of a page that begins so, with what they cost: that of the first guess, and the best others."""
        greedy = end_of(self._scroll, state, self._closeness)
        own = cost_of(self._scroll, state.start, greedy), greedy
        if greedy.wanted or greedy.at == state.start:
            return [own]
        page = Filling(self._scroll, state, self._closeness)
        found = list(_ends_of(page, state.start))
        if own[0] > FINE and all(cost > FINE for cost, *_ in found):
            for closeness in PAGE_SPACING:
                found += _ends_of(Filling(self._scroll, state, self._closeness * closeness), page.at)
            for smaller in with_smaller_pictures(page, state, greedy):
                found += _ends_of(smaller, page.at)
        found.sort(key=itemgetter(0))
        return [own, *((cost, end) for cost, at, one in found[:ENDS] if (end := one.end(at)) != greedy)]


def _key(state: State) -> _Key:
    return state.start, tuple(map(id, state.carried)) if state.carried else ()


def _place(state: State) -> tuple[int, int]:
    """States in the order of what is set."""
    return state.start, -len(state.carried)


def _ends_of(page: Filling, above: int) -> Iterator[tuple[float, int, Filling]]:
    """Ends of a page below a strip that do not leave much of it blank: what each costs, and where it is."""
    scroll = page.scroll
    if page.wanted:
        if page.at > above:
            yield cost_of(scroll, page.start, page.end(page.at)), page.at, page
        return
    means = of_means(page.closeness, page.smaller)
    for at, blank in page.blanks(above):
        if blank > page.height * MOST_BLANK:
            return
        yield of_end(scroll, page.start, at, blank, means), at, page


# Strips → sheets, set closer where that spares a last page with little on it.

DOCUMENT_SPACING = (0.9, 0.8, 0.7)
"""Of the space between two blocks; the first that spares the page is taken."""

LITTLE = 0.16
"""Of the page: a last page that holds more stands."""

FEW_PAGES, LITTLE_OF_FEW = 3, 0.4
"""With so many pages, one fewer is worth more."""


def filled_in_order(
    strips: Sequence[Strip], notes: Mapping[int, Sequence[Strip]], upright: float, sideways: float
) -> list[Sheet]:
    """All pages, each filled as far as it goes before the next, with no row of a table divided: as a word processor
    sets them."""
    whole = [msgspec.structs.replace(strip, parts=()) if strip.parts else strip for strip in strips]
    scroll = Scroll(whole, notes, upright, sideways)
    return [sheet_of(scroll, state, end) for state, end in one_after_the_other(scroll, 1.0)]


def fitted(
    strips: Sequence[Strip], notes: Mapping[int, Sequence[Strip]], upright: float, sideways: float
) -> list[Sheet]:
    """All pages. A page fewer, if the last would hold little and closer blocks make room for it."""
    scroll = Scroll(strips, notes, upright, sideways)
    pages = chosen(scroll)
    little = LITTLE_OF_FEW if len(pages) <= FEW_PAGES else LITTLE
    state, end, _ = pages[-1]
    if len(pages) > 1 and end.blank >= (1 - little) * scroll.height(state.start):
        for closeness in DOCUMENT_SPACING:
            if sum(1 for _ in one_after_the_other(scroll, closeness)) < len(pages):
                pages = chosen(scroll, closeness)
                break
    return [sheet_of(scroll, state, end) for state, end, _ in pages]
