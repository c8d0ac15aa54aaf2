"""Strips → sheets, one page after the other: which strips stand on which page, with which notes at its foot."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from math import fsum
from operator import add

import msgspec

from briefgen.layout.paging.filling import End, Filling, Smaller
from briefgen.layout.paging.scroll import NEAR, Scroll, State
from briefgen.layout.setting.marks import NOTES_GAP
from briefgen.layout.setting.strip import Strip, height_of, smaller

SMALLER_FOR = 0.1
"""Of the page: pictures are made smaller only where more than this would stay blank."""

SIZES = 4
"""Sizes of a picture that are tried, down to its least."""


class Sheet(msgspec.Struct, frozen=True):
    """What stands on one page: strips of the text with their distances from its top, and strips of notes."""

    body: tuple[tuple[float, Strip], ...]
    notes: tuple[Strip, ...]
    turned: bool = False
    """The page is turned sideways."""
    continued: bool = False
    """Its notes begin with the rest of one from the page before."""


def sheets(
    strips: Sequence[Strip],
    notes: Mapping[int, Sequence[Strip]],
    upright: float,
    sideways: float,
    notes_gap: float = NOTES_GAP,
) -> list[Sheet]:
    """All pages, those of strips that are turned sideways, each filled as far as it goes. There is at least one.
    `notes_gap`: between the text and the first note."""
    scroll = Scroll(strips, notes, upright, sideways, notes_gap)
    return [sheet_of(scroll, state, end) for state, end in one_after_the_other(scroll)]


def one_after_the_other(scroll: Scroll, closeness: float = 1.0) -> Iterator[tuple[State, End]]:
    """Each page with what it begins with and where it ends, filled as far as it goes."""
    state = State()
    while True:
        end = end_of(scroll, state, closeness)
        yield state, end
        state = turned_over(scroll, state, end)
        if is_done(scroll, state):
            return


def is_done(scroll: Scroll, state: State) -> bool:
    """Whether nothing is left to be set."""
    return state.start >= len(scroll.strips) and not state.carried


def end_of(scroll: Scroll, state: State, closeness: float = 1.0) -> End:
    """Where a page ends that is filled as far as it goes; with smaller pictures, where much would stay blank."""
    if state.carried and _fitting(state.carried, scroll.height(state.start) - scroll.notes_gap)[1]:
        return End(state.start)  # there is no room but for notes
    page = Filling(scroll, state, closeness)
    end = page.greedy()
    if not end.wanted and end.kept and end.blank > page.height * SMALLER_FOR:
        for further in with_smaller_pictures(page, state, end):
            if further.greedy().at > page.at:
                return further.greedy()
    return end


def with_smaller_pictures(page: Filling, state: State, end: End) -> Iterator[Filling]:
    """The page with the picture smaller that stands in the way of what has no room; then with all of its pictures."""
    strips = page.scroll.strips
    last = next((at for at in range(end.at, min(page.at + 1, len(strips))) if strips[at].least), -1)
    if last < 0:
        return
    above = any(strip.least for strip in strips[page.start : last])
    for first in (last, page.start) if above else (last,):
        spare = fsum(strip.height * (1 - strip.least) for strip in strips[first : last + 1] if strip.least)
        for size in range(1, SIZES + 1):
            share = size / SIZES
            yield Filling(page.scroll, state, page.closeness, Smaller(first, last, share, spare * share))


def turned_over(scroll: Scroll, state: State, end: End) -> State:
    """What there is to be set when a page has ended."""
    return State(end.at, tuple(_feet(scroll, state, end)[1]) if state.carried or not end.kept else ())


def sheet_of(scroll: Scroll, state: State, end: End) -> Sheet:
    """The page."""
    start, at = state.start, end.at
    body: list[tuple[float, Strip]] = []
    if start < at:
        # Added up anew on each page: what stands side by side is to stand at the same height to the last bit.
        gaps = (gap * end.closeness for gap in scroll.gaps[start + 1 : at])
        tops = accumulate(map(add, scroll.heights[start : at - 1], gaps), initial=scroll.leads[start])
        body = list(zip(tops, scroll.strips[start:at], strict=True))
        if end.smaller:
            body = _with_smaller(body, end.smaller, start)
        bottom = body[-1][0] + body[-1][1].height
        tail = body[-1][1].tail if at < len(scroll.strips) else ()
        filled = bottom - body[0][0] + NEAR
        lead = [strip for strip in scroll.strips[start].lead if strip.beside <= filled]
        body = [*_from(0.0, lead), *body, *_from(bottom, tail)]
    return Sheet(tuple(body), tuple(_feet(scroll, state, end)[0]), scroll.turned(start), bool(state.carried))


def _from(y: float, strips: Sequence[Strip]) -> Iterator[tuple[float, Strip]]:
    """Strips that stand on top of each other."""
    for strip in strips:
        yield y, strip
        y += strip.height


def _with_smaller(body: Sequence[tuple[float, Strip]], made: Smaller, start: int) -> list[tuple[float, Strip]]:
    """The strips of a page, with some of the pictures smaller, and the rest moved up."""
    out: list[tuple[float, Strip]] = []
    up = 0.0
    for at, (y, whole) in enumerate(body, start):
        is_one = whole.least and made.first <= at <= made.last
        strip = smaller(whole, 1 - (1 - whole.least) * made.share) if is_one else whole
        out.append((y - up, strip))
        up += whole.height - strip.height
    return out


def _feet(scroll: Scroll, state: State, end: End) -> tuple[list[Strip], list[Strip]]:
    """The lines of notes on a page, and those that had no room on it."""
    start, at = state.start, end.at
    if start == at:
        return _fitting(state.carried, scroll.height(start) - scroll.notes_gap)
    new: list[Sequence[Strip]] = []
    if scroll.feet[at] > scroll.feet[start]:
        # In the order of their numbers: the parts of a row may have them in another.
        numbers = sorted(number for strip in scroll.strips[start:at] if strip.notes for number in strip.notes)
        new = [scroll.notes[number] for number in numbers if number in scroll.notes]
    if end.kept:
        return [*state.carried, *(line for note in new for line in note)], []
    sums = scroll.sums(end.closeness)
    used = sums.tops[at - 1] - sums.tops[start] + scroll.leads[start] + scroll.heights[at - 1] + scroll.tails[at - 1]
    used -= end.smaller.saved if end.smaller else 0.0
    on, over = _begun(new, scroll.height(start) - used - scroll.notes_gap - height_of(state.carried))
    return [*state.carried, *on], over


def _fitting(lines: Sequence[Strip], room: float) -> tuple[list[Strip], list[Strip]]:
    """As many lines as fit, and the rest."""
    used = 0.0
    for index, line in enumerate(lines):
        used += line.height
        if used > room and index:
            return list(lines[:index]), list(lines[index:])
    return list(lines), []


def _begun(notes: Sequence[Sequence[Strip]], room: float) -> tuple[list[Strip], list[Strip]]:
    """Notes as far as they fit: each begins, and what has no room is left over. The last ones give way first."""
    firsts = fsum(note[0].height for note in notes if note)
    spare = room - firsts
    on: list[Strip] = []
    over: list[Strip] = []
    for note in notes:
        if not note:
            continue
        on.append(note[0])
        fit = 0
        for line in note[1:]:
            if line.height > spare or over:
                break
            spare -= line.height
            fit += 1
        on += note[1 : 1 + fit]
        over += note[1 + fit :]
    return on, over
