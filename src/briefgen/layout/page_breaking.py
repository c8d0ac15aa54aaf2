"""Page breaking: the ends of all pages, chosen together by what each page costs in looks."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple, TypeAlias

import msgspec

from briefgen.layout.filling import Flow, ImageShrink, PageEnd, PageFill, PageStart
from briefgen.layout.line_boxes import MAX_BLANK, LineBox
from briefgen.layout.pages import (
    PageContent,
    first_fit,
    first_fit_end,
    is_finished,
    next_start,
    page_content,
    with_smaller_images,
)

LOW_HEADING = 0.08
"""Of the page: with less than this below it, a heading is near the foot."""

LOW_HEADING_COST = 0.8
"""A heading right at the foot, if it could stand there."""

STUB_COST, MIN_STUB = 2.5, 0.08
"""A page that begins with next to nothing of a section before the next one; and of the page, what is no stub."""

HALF = 0.5
"""Of the page: what clings by as much is not parted for the looks of other pages."""

LONE_ROW_COST = 0.6
"""A lone row of a table on one side of a break, on top of what it clings by."""

SHRINK_COST = 1.0
"""Pictures at their smallest."""

SPACING_COST = 0.6
"""Blocks a tenth closer than elsewhere."""

NOTE_RUN_ON_COST = 3.0
"""A note that does not end on its page."""

NEARLY_EMPTY, EMPTY_COST = 0.25, 4.0
"""Of the page: the last one, or one before a page break, is nearly empty if it holds less; what an empty one costs."""


FIRST_PAGE_WEIGHT = 3.0
"""The first page counts so much more: it is seen first, often alone, and is not spoiled for the sake of later ones."""


def page_cost(flow: Flow, start: int, end: PageEnd) -> float:
    """What a page costs that begins with a strip and ends so."""
    adjustment = adjustment_cost(end.spacing, end.scaled)
    if end.forced:
        cost = EMPTY_COST * max(1 - (1 - end.blank / flow.height(start)) / NEARLY_EMPTY, 0.0)
    elif not end.kept:
        cost = NOTE_RUN_ON_COST
    else:
        return end_cost(flow, start, end.at, end.blank, adjustment)
    return (cost + adjustment) * _page_weight(start)


def end_cost(flow: Flow, start: int, at: int, blank: float, adjustment: float) -> float:
    """What a page costs that ends before a strip for want of room. `blank`: in points; `means`: by `of_means`."""
    cost = _blank_cost(blank / flow.height(start)) + (_break_cost(flow, at) if at > start else 0.0)
    return (cost + adjustment) * _page_weight(start)


def _page_weight(start: int) -> float:
    """How much a page counts that begins with a strip."""
    return 1.0 if start else FIRST_PAGE_WEIGHT


def adjustment_cost(spacing: float, scaled: ImageShrink | None) -> float:
    """What is done so that a page holds more."""
    return SPACING_COST * 10 * (1 - spacing) + (SHRINK_COST * scaled.share if scaled else 0.0)


def _blank_cost(share: float) -> float:
    """What stays blank at the foot of a page, or would have to for what clings."""
    return (share * 10) ** 2


def _break_cost(flow: Flow, at: int) -> float:
    """A break before a strip."""
    if (known := flow.breaks.get(at)) is None:
        keep_penalty = flow.line_boxes[at - 1].keep_penalty
        known = _blank_cost(
            keep_penalty if keep_penalty >= HALF else min(keep_penalty, MAX_BLANK)
        ) + LOW_HEADING_COST * _lowness(flow, at)
        known += LONE_ROW_COST if _alone(flow, at) else 0.0
        known += STUB_COST * _stub(flow, at)
        flow.breaks[at] = known
    return known


def _alone(flow: Flow, at: int) -> bool:
    """Whether a break parts the first row or the last from all others, or less than a row."""
    above = flow.line_boxes[at - 1]
    if not above.page_foot or at == len(flow.line_boxes):
        return False
    return not flow.line_boxes[at].page_foot or (at > 1 and not flow.line_boxes[at - 2].page_head)


def _stub(flow: Flow, at: int) -> float:
    """How little of a section is left below a break: from 0, for enough of it or nothing, to 1."""
    below, least = 0.0, MIN_STUB * flow.height(at - 1)
    for line_box in range(at, len(flow.line_boxes)):
        if flow.line_boxes[line_box].starts_section:
            return 1 - below / least if line_box > at else 0.0
        below += flow.gaps[line_box] + flow.heights[line_box]
        if below >= least:
            return 0.0
    return 0.0


def _lowness(flow: Flow, at: int) -> float:
    """How near to a break there is a heading or a title above it: from 0 to 1."""
    below, low = 0.0, LOW_HEADING * flow.height(at - 1)
    for line_box in range(at - 1, 0, -1):
        below += flow.heights[line_box]
        if below >= low:
            return 0.0
        if (gap := flow.gaps[line_box]) and flow.line_boxes[line_box - 1].keep_with_next:
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

BAD_PAGE = 1.5
"""A page that costs more."""

PAGES_BEFORE = 2
"""Pages before one that jars that may end otherwise."""

BEAM = 4
"""Ways that are followed side by side."""

MAX_LAG = 0.5
"""A way is given up that costs so much more than the best one as the next few pages of the first guess, and this."""

ENDS, MOST_BLANK = 5, 0.3
"""Of one page, how many ends are tried; and what of it may stay blank."""

FINE = 1.0
"""Where a page has an end that costs no more, its blocks and its pictures stay as they are."""

PAGE_SPACING = (0.94, 0.88)
"""What a page may keep of the spaces between its blocks to hold a little more."""


class Page(NamedTuple):
    """A page as it is chosen."""

    state: PageStart
    end: PageEnd
    cost: float


def choose_breaks(flow: Flow, spacing: float = 1.0) -> list[Page]:
    """All pages."""
    first_guess = [Page(state, end, page_cost(flow, state.start, end)) for state, end in first_fit(flow, spacing)]
    bad_pages = [at for at, page in enumerate(first_guess) if page.cost > BAD_PAGE]
    if not bad_pages or len(first_guess) == 1:
        return first_guess
    search = _Search(flow, spacing, first_guess)
    out: list[Page] = []
    settled = 0
    for bad_page in bad_pages:
        if bad_page >= settled:
            first = max(bad_page - PAGES_BEFORE, settled)
            better, until = search.better(first, bad_page)
            out += [*first_guess[settled:first], *better]
            settled = until
    return [*out, *first_guess[settled:]]


_Key: TypeAlias = tuple[int, tuple[int, ...]]
"""What tells states apart: the first strip, and which lines of notes are carried over."""


class _Path(NamedTuple):
    """A way to come to a state."""

    cost: float
    state: PageStart
    last: Page | None = None
    before: "_Path | None" = None

    def pages(self) -> list[Page]:
        """From the first on."""
        out: list[Page] = []
        path: _Path | None = self
        while path and path.last:
            out.append(path.last)
            path = path.before
        return out[::-1]


_Frontier: TypeAlias = dict[_Key, _Path]
"""Ways that have come about as far as the first guess before one of its pages, by the states to which they came."""


class _Search:
    """Ways of ending pages, followed side by side along those of the first guess."""

    def __init__(self, flow: Flow, spacing: float, first_guess: Sequence[Page]) -> None:
        self._scroll, self._closeness, self._first_guess = flow, spacing, first_guess
        self._starts = [page.state.start for page in first_guess]
        self._costs = list(accumulate((page.cost for page in first_guess), initial=0.0))
        """Of the first guess, before each page."""
        self._frontiers: dict[int, _Frontier] = {}

    def better(self, first: int, bad_page: int) -> tuple[list[Page], int]:
        """Pages that take the place of some, from `first` on, and until which. `jar`: the first of them that jars."""
        begin = self._first_guess[first].state
        self._frontiers = {first: {_key(begin): _Path(self._costs[first], begin)}}
        for at in range(first, len(self._first_guess)):
            frontier = self._frontiers.pop(at, {})
            own = _key(self._first_guess[at].state)
            if at > bad_page and len(frontier) == 1 and own in frontier:
                return frontier[own].pages(), at
            if frontier:
                self._make_landscape(at, frontier, self._best(at, frontier, own))
        frontier = self._frontiers.pop(len(self._first_guess))
        self._make_landscape(len(self._first_guess), frontier, list(frontier.values()))
        return frontier[len(self._scroll.line_boxes), ()].pages(), len(self._first_guess)

    def _lag(self, at: int) -> float:
        """By how much a way may lag behind: about as much as the next few pages of the first guess cost, which is what
        it could gain on them."""
        return MAX_LAG + self._costs[min(at + PAGES_BEFORE + 1, len(self._first_guess))] - self._costs[at]

    def _best(self, at: int, frontier: _Frontier, own: _Key) -> list[_Path]:
        """The ways of a pool that are followed, the first guess among them."""
        paths = sorted(frontier.values(), key=itemgetter(0))
        most = paths[0].cost + self._lag(at)
        best = [path for path in paths[:BEAM] if path.cost < most or path is paths[0]]
        if (first_guess := frontier.get(own)) and all(path is not first_guess for path in best):
            best.append(first_guess)
        return best

    def _make_landscape(self, at: int, frontier: _Frontier, paths: Sequence[_Path]) -> None:
        """Turn a page on ways of a pool, and on some that so come to it."""
        flow, starts = self._scroll, self._starts
        waiting = [(*_place(path.state), number, path) for number, path in enumerate(paths)]
        heapify(waiting)
        number = len(waiting)
        while waiting:
            *_, path = heappop(waiting)
            if frontier[_key(path.state)] is not path or is_finished(flow, path.state):
                continue
            for cost, end in self._ends(path.state):
                state = next_start(flow, path.state, end)
                where = bisect_left(starts, state.start)
                others = frontier if where <= at else self._frontiers.setdefault(where, {})
                key = _key(state)
                if (known := others.get(key)) and known.cost <= path.cost + cost:
                    continue
                others[key] = further = _Path(path.cost + cost, state, Page(path.state, end, cost), path)
                if where <= at and number < 2 * BEAM:
                    number += 1
                    heappush(waiting, (*_place(state), number, further))

    def _ends(self, state: PageStart) -> list[tuple[float, PageEnd]]:
        """Ends of a page that begins so, with what they cost: that of the first guess, and the best others."""
        greedy = first_fit_end(self._scroll, state, self._closeness)
        own = page_cost(self._scroll, state.start, greedy), greedy
        if greedy.forced or greedy.at == state.start:
            return [own]
        page = PageFill(self._scroll, state, self._closeness)
        found = list(_ends_of(page, state.start))
        if own[0] > FINE and all(cost > FINE for cost, *_ in found):
            for spacing in PAGE_SPACING:
                found += _ends_of(PageFill(self._scroll, state, self._closeness * spacing), page.at)
            for scaled in with_smaller_images(page, state, greedy):
                found += _ends_of(scaled, page.at)
        found.sort(key=itemgetter(0))
        return [own, *((cost, end) for cost, at, one in found[:ENDS] if (end := one.end(at)) != greedy)]


def _key(state: PageStart) -> _Key:
    return state.start, tuple(map(id, state.carried_notes)) if state.carried_notes else ()


def _place(state: PageStart) -> tuple[int, int]:
    """States in the order of what is set."""
    return state.start, -len(state.carried_notes)


def _ends_of(page: PageFill, above: int) -> Iterator[tuple[float, int, PageFill]]:
    """Ends of a page below a strip that do not leave much of it blank: what each costs, and where it is."""
    flow = page.flow
    if page.forced:
        if page.at > above:
            yield page_cost(flow, page.start, page.end(page.at)), page.at, page
        return
    adjustment = adjustment_cost(page.spacing, page.scaled)
    for at, blank in page.break_opportunities(above):
        if blank > page.height * MOST_BLANK:
            return
        yield end_cost(flow, page.start, at, blank, adjustment), at, page


# Strips → sheets, set closer where that spares a last page with little on it.

DOCUMENT_SPACING = (0.9, 0.8, 0.7)
"""Of the space between two blocks; the first that spares the page is taken."""

FEW_LINES = 0.16
"""Of the page: a last page that holds more stands."""

SHORT_DOCUMENT, FEW_LINES_OF_SHORT = 3, 0.4
"""With so many pages, one fewer is worth more."""


def break_in_order(
    line_boxes: Sequence[LineBox],
    notes: Mapping[int, Sequence[LineBox]],
    portrait_height: float,
    landscape_height: float,
) -> list[PageContent]:
    """All pages, each filled as far as it goes before the next, with no row of a table divided: as a word processor
    sets them."""
    whole = [
        msgspec.structs.replace(line_box, fragments=()) if line_box.fragments else line_box for line_box in line_boxes
    ]
    flow = Flow(whole, notes, portrait_height, landscape_height)
    return [page_content(flow, state, end) for state, end in first_fit(flow, 1.0)]


def break_optimally(
    line_boxes: Sequence[LineBox],
    notes: Mapping[int, Sequence[LineBox]],
    portrait_height: float,
    landscape_height: float,
) -> list[PageContent]:
    """All pages. A page fewer, if the last would hold little and closer blocks make room for it."""
    flow = Flow(line_boxes, notes, portrait_height, landscape_height)
    pages = choose_breaks(flow)
    little = FEW_LINES_OF_SHORT if len(pages) <= SHORT_DOCUMENT else FEW_LINES
    state, end, _ = pages[-1]
    if len(pages) > 1 and end.blank >= (1 - little) * flow.height(state.start):
        for spacing in DOCUMENT_SPACING:
            if sum(1 for _ in first_fit(flow, spacing)) < len(pages):
                pages = choose_breaks(flow, spacing)
                break
    return [page_content(flow, state, end) for state, end, _ in pages]
