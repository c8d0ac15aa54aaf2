"""Page breaking: all breaks chosen together by the badness of each page."""

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
"""Share of a page: a heading with less than this below it is near the bottom."""

LOW_HEADING_COST = 0.8
"""Cost of a heading at the very bottom of a page."""

STUB_COST, MIN_STUB = 2.5, 0.08
"""Cost of a page that starts with the last few lines of a section, and the share of a page that is enough."""

HALF = 0.5
"""Penalties from this share of a page on count in full; smaller ones are capped."""

LONE_ROW_COST = 0.6
"""Cost of a single table row above or below a break, in addition to its penalty."""

SHRINK_COST = 1.0
"""Cost of images at their smallest size."""

SPACING_COST = 0.6
"""Cost of spaces between blocks reduced by a tenth."""

NOTE_RUN_ON_COST = 3.0
"""Cost of a footnote that continues on the next page."""

NEARLY_EMPTY, EMPTY_COST = 0.25, 4.0
"""Share of a page below which the last page, or one before a forced break, is nearly empty; and the cost of an empty
one."""


FIRST_PAGE_WEIGHT = 3.0
"""Weight of the first page: it is seen first, often alone, and must not suffer for later pages."""


def page_cost(flow: Flow, start: int, end: PageEnd) -> float:
    """Cost of a page that starts with a line box and ends at `end`."""
    adjustment = adjustment_cost(end.spacing, end.shrink)
    if end.forced:
        cost = EMPTY_COST * max(1 - (1 - end.blank / flow.height(start)) / NEARLY_EMPTY, 0.0)
    elif not end.notes_fit:
        cost = NOTE_RUN_ON_COST
    else:
        return end_cost(flow, start, end.at, end.blank, adjustment)
    return (cost + adjustment) * _page_weight(start)


def end_cost(flow: Flow, start: int, at: int, blank: float, adjustment: float) -> float:
    """Cost of a page that ends before a line box without a forced break. `blank`: in points; `adjustment`: by
    `adjustment_cost`."""
    cost = _blank_cost(blank / flow.height(start)) + (_break_cost(flow, at) if at > start else 0.0)
    return (cost + adjustment) * _page_weight(start)


def _page_weight(start: int) -> float:
    """Weight of the page that starts with a line box."""
    return 1.0 if start else FIRST_PAGE_WEIGHT


def adjustment_cost(spacing: float, scaled: ImageShrink | None) -> float:
    """Cost of the adjustments that let a page hold more."""
    return SPACING_COST * 10 * (1 - spacing) + (SHRINK_COST * scaled.share if scaled else 0.0)


def _blank_cost(share: float) -> float:
    """Cost of a blank share of a page."""
    return (share * 10) ** 2


def _break_cost(flow: Flow, at: int) -> float:
    """Cost of a break before a line box."""
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
    """Whether a break separates the first or last row from all others, or splits that row."""
    above = flow.line_boxes[at - 1]
    if not above.page_foot or at == len(flow.line_boxes):
        return False
    return not flow.line_boxes[at].page_foot or (at > 1 and not flow.line_boxes[at - 2].page_head)


def _stub(flow: Flow, at: int) -> float:
    """How few lines of a section follow a break: from 0, for enough or none, to 1."""
    below, least = 0.0, MIN_STUB * flow.height(at - 1)
    for line_box in range(at, len(flow.line_boxes)):
        if flow.line_boxes[line_box].starts_section:
            return 1 - below / least if line_box > at else 0.0
        below += flow.gaps[line_box] + flow.heights[line_box]
        if below >= least:
            return 0.0
    return 0.0


def _lowness(flow: Flow, at: int) -> float:
    """How close above a break a heading or title is: from 0 to 1."""
    below, low = 0.0, LOW_HEADING * flow.height(at - 1)
    for line_box in range(at - 1, 0, -1):
        below += flow.heights[line_box]
        if below >= low:
            return 0.0
        if (gap := flow.gaps[line_box]) and flow.line_boxes[line_box - 1].keep_with_next:
            return 1 - below / low
        below += gap
    return 0.0


# Pages are first filled one after the other. Where a page is bad, other ends for it and the few pages before it
# are followed in parallel until all paths have met the first guess again or the document ends, and the cheapest
# is taken. A document without bad pages is broken at once, and the work for other documents grows linearly.
#
# The method is that of Knuth and Plass for lines (1981), for pages that of Plass (1981) and of Mittelbach, “A
# general framework for globally optimized pagination” (2016), with a beam search in place of all paths.

BAD_PAGE = 1.5
"""Badness threshold: a page that costs more is bad."""

PAGES_BEFORE = 2
"""How many pages before a bad page may end elsewhere."""

BEAM = 4
"""Paths followed in parallel (beam width)."""

MAX_LAG = 0.5
"""A path is dropped if it costs more than the best one by this and the cost of the next few pages of the first
guess."""

ENDS, MOST_BLANK = 5, 0.3
"""How many ends of a page are tried, and the share of it that may stay blank."""

FINE = 1.0
"""If a page has an end that costs no more, its spaces and images are not adjusted."""

PAGE_SPACING = (0.94, 0.88)
"""Scales of the spaces between blocks that are tried to let a page hold more."""


class ChosenPage(NamedTuple):
    """A chosen page."""

    state: PageStart
    end: PageEnd
    cost: float


def choose_breaks(flow: Flow, spacing: float = 1.0) -> list[ChosenPage]:
    """The pages with the lowest total cost found."""
    first_guess = [ChosenPage(state, end, page_cost(flow, state.start, end)) for state, end in first_fit(flow, spacing)]
    bad_pages = [at for at, page in enumerate(first_guess) if page.cost > BAD_PAGE]
    if not bad_pages or len(first_guess) == 1:
        return first_guess
    search = _Search(flow, spacing, first_guess)
    out: list[ChosenPage] = []
    settled = 0
    for bad_page in bad_pages:
        if bad_page >= settled:
            first = max(bad_page - PAGES_BEFORE, settled)
            better, until = search.better(first, bad_page)
            out += [*first_guess[settled:first], *better]
            settled = until
    return [*out, *first_guess[settled:]]


_Key: TypeAlias = tuple[int, tuple[int, ...]]
"""Identifies a state: the first line box, and the lines of footnotes carried over."""


class _Path(NamedTuple):
    """The cheapest known path to a state."""

    cost: float
    state: PageStart
    last: ChosenPage | None = None
    before: "_Path | None" = None

    def pages(self) -> list[ChosenPage]:
        """The pages of the path, in order."""
        out: list[ChosenPage] = []
        path: _Path | None = self
        while path and path.last:
            out.append(path.last)
            path = path.before
        return out[::-1]


_Frontier: TypeAlias = dict[_Key, _Path]
"""Paths that have reached about the same page of the first guess, by state."""


class _Search:
    """Search for better page ends along the first guess."""

    def __init__(self, flow: Flow, spacing: float, first_guess: Sequence[ChosenPage]) -> None:
        self._flow, self._spacing, self._first_guess = flow, spacing, first_guess
        self._starts = [page.state.start for page in first_guess]
        self._costs = list(accumulate((page.cost for page in first_guess), initial=0.0))
        """Cumulative cost of the first guess before each page."""
        self._frontiers: dict[int, _Frontier] = {}

    def better(self, first: int, bad_page: int) -> tuple[list[ChosenPage], int]:
        """Better pages from `first` on, and the index of the first page of the first guess that remains. `bad_page`:
        the first bad page among them."""
        begin = self._first_guess[first].state
        self._frontiers = {first: {_key(begin): _Path(self._costs[first], begin)}}
        for at in range(first, len(self._first_guess)):
            frontier = self._frontiers.pop(at, {})
            own = _key(self._first_guess[at].state)
            if at > bad_page and len(frontier) == 1 and own in frontier:
                return frontier[own].pages(), at
            if frontier:
                self._extend(at, frontier, self._best(at, frontier, own))
        frontier = self._frontiers.pop(len(self._first_guess))
        self._extend(len(self._first_guess), frontier, list(frontier.values()))
        return frontier[len(self._flow.line_boxes), ()].pages(), len(self._first_guess)

    def _lag(self, at: int) -> float:
        """How much more than the best path a path may cost: about as much as it could gain on the next few pages."""
        return MAX_LAG + self._costs[min(at + PAGES_BEFORE + 1, len(self._first_guess))] - self._costs[at]

    def _best(self, at: int, frontier: _Frontier, own: _Key) -> list[_Path]:
        """The paths of a frontier that are followed, the first guess among them."""
        paths = sorted(frontier.values(), key=itemgetter(0))
        most = paths[0].cost + self._lag(at)
        best = [path for path in paths[:BEAM] if path.cost < most or path is paths[0]]
        if (first_guess := frontier.get(own)) and all(path is not first_guess for path in best):
            best.append(first_guess)
        return best

    def _extend(self, at: int, frontier: _Frontier, paths: Sequence[_Path]) -> None:
        """Extend paths of a frontier by one page, and those that so reach the same frontier."""
        flow, starts = self._flow, self._starts
        waiting = [(*_place(path.state), number, path) for number, path in enumerate(paths)]
        heapify(waiting)
        number = len(waiting)
        while waiting:
            *_, path = heappop(waiting)
            if frontier[_key(path.state)] is not path or is_finished(flow, path.state):
                continue
            for cost, end in self._ends(path.state):
                state = next_start(flow, path.state, end)
                where = len(starts) if is_finished(flow, state) else bisect_left(starts, state.start)
                others = frontier if where <= at else self._frontiers.setdefault(where, {})
                key = _key(state)
                if (known := others.get(key)) and known.cost <= path.cost + cost:
                    continue
                others[key] = further = _Path(path.cost + cost, state, ChosenPage(path.state, end, cost), path)
                if where <= at and number < 2 * BEAM:
                    number += 1
                    heappush(waiting, (*_place(state), number, further))

    def _ends(self, state: PageStart) -> list[tuple[float, PageEnd]]:
        """Possible ends of a page with their costs: that of the first guess and the best others."""
        greedy = first_fit_end(self._flow, state, self._spacing)
        own = page_cost(self._flow, state.start, greedy), greedy
        if greedy.forced or greedy.at == state.start:
            return [own]
        page = PageFill(self._flow, state, self._spacing)
        found = list(_ends_of(page, state.start))
        if own[0] > FINE and all(cost > FINE for cost, *_ in found):
            for spacing in PAGE_SPACING:
                found += _ends_of(PageFill(self._flow, state, self._spacing * spacing), page.at)
            for scaled in with_smaller_images(page, state, greedy):
                found += _ends_of(scaled, page.at)
        found.sort(key=itemgetter(0))
        return [own, *((cost, end) for cost, at, one in found[:ENDS] if (end := one.end(at)) != greedy)]


def _key(state: PageStart) -> _Key:
    return state.start, tuple(map(id, state.carried_notes)) if state.carried_notes else ()


def _place(state: PageStart) -> tuple[int, int]:
    """Sort key of states, in the order of the text."""
    return state.start, -len(state.carried_notes)


def _ends_of(page: PageFill, above: int) -> Iterator[tuple[float, int, PageFill]]:
    """Ends of a page after the line box `above` that do not leave much of it blank, with cost and index."""
    flow = page.flow
    if page.forced:
        if page.at > above:
            yield page_cost(flow, page.start, page.end(page.at)), page.at, page
        return
    adjustment = adjustment_cost(page.spacing, page.shrink)
    for at, blank in page.break_opportunities(above):
        if blank > page.height * MOST_BLANK:
            return
        yield end_cost(flow, page.start, at, blank, adjustment), at, page


DOCUMENT_SPACING = (0.9, 0.8, 0.7)
"""Scales of the spaces between all blocks; the first that saves a page is taken."""

FEW_LINES = 0.16
"""Share of a page: a page that holds more is left as it is."""

SHORT_DOCUMENT, FEW_LINES_OF_SHORT = 3, 0.4
"""With so few pages so far, saving one is worth more."""


def break_in_order(
    line_boxes: Sequence[LineBox],
    notes: Mapping[int, Sequence[LineBox]],
    portrait_height: float,
    landscape_height: float,
) -> list[PageContent]:
    """All pages, each filled before the next and without split rows, as a word processor does."""
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
    """All pages, one fewer if the last, or one before a landscape page, would hold little and reduced spaces make room
    for it."""
    flow = Flow(line_boxes, notes, portrait_height, landscape_height)
    pages = choose_breaks(flow)
    if _any_holds_little(flow, pages):
        for spacing in DOCUMENT_SPACING:
            if sum(1 for _ in first_fit(flow, spacing)) < len(pages):
                pages = choose_breaks(flow, spacing)
                break
    return [page_content(flow, state, end) for state, end, _ in pages]


def _any_holds_little(flow: Flow, pages: Sequence[ChosenPage]) -> bool:
    """Whether there is little on the last page, or on one before the page is turned."""
    for number, (state, end, _) in enumerate(pages[1:], 2):
        ends = number == len(pages) or flow.landscape(state.start) != flow.landscape(end.at)
        little = FEW_LINES_OF_SHORT if number <= SHORT_DOCUMENT else FEW_LINES
        if ends and end.blank >= (1 - little) * flow.height(state.start):
            return True
    return False
