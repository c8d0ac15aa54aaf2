"""Line boxes become pages, one after the other, with everything at its place in reading order."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from math import fsum
from operator import add

import msgspec

from briefgen.fonts import load
from briefgen.layout.filling import NEAR, End, Filling, Scroll, Smaller, State
from briefgen.layout.line_boxes import NOTES_GAP, Strip, height_of, smaller
from briefgen.layout.page import Anchor, Box, Drawn, Entry, Fill, Image, Line, Piece, Place, moved
from briefgen.theme import Theme

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


# Sheets → pages: everything at its place on the paper, in reading order.

_SEAM = 0.05
"""Grounds that meet within this distance are one."""


def assembled(sheet: Sheet, theme: Theme, width: float, height: float) -> list[Box]:
    """The boxes of a page: grounds and rules, then lines and pictures in reading order, then anchors."""
    page = theme.page
    boxes: list[Box] = [moved(box, page.top + y) for y, strip in sheet.body for box in strip.boxes]
    if sheet.notes:
        y = height - page.bottom - height_of(sheet.notes)
        # A rule over the whole measure says that the first note goes on from the page before.
        rule = (width - page.left - page.right) / (1 if sheet.continued else 4)
        boxes.append(Fill(page.left, y - NOTES_GAP * 0.45, rule, 0.5, theme.inks["hairline"]))
        for strip in sheet.notes:
            boxes += [moved(box, y) for box in strip.boxes]
            y += strip.height
    fills = [box for box in boxes if isinstance(box, Fill)]
    content = [box for box in boxes if isinstance(box, (Line, Image, Drawn))]
    anchors = [box for box in boxes if isinstance(box, Anchor)]
    # Elements are numbered in reading order; the sort keeps the lines of one element as they are.
    content.sort(key=lambda box: box.element)
    return [*_joined(fills), *content, *anchors]


def _joined(fills: Sequence[Fill]) -> list[Fill]:
    """Fills of one ink that stand right above each other become one: viewers show a hair between two."""
    out: list[Fill] = []
    open_at: dict[tuple[float, float, str], int] = {}
    for fill in fills:
        key = (fill.x, fill.width, fill.ink)
        at = open_at.get(key)
        if at is not None and not fill.dotted and abs(out[at].y + out[at].height - fill.y) < _SEAM:
            above = out[at]
            out[at] = Fill(fill.x, above.y, fill.width, fill.y + fill.height - above.y, fill.ink)
        else:
            open_at[key] = len(out)
            out.append(fill)
    return out


def places_of(pages: Sequence[Sequence[Box]]) -> dict[str, Place]:
    """Where each anchor stands. Of anchors with one name the first counts."""
    out: dict[str, Place] = {}
    for number, boxes in enumerate(pages, 1):
        for box in boxes:
            if isinstance(box, Anchor):
                out.setdefault(box.name, Place(number, box.y))
    return out


# The numbers of pages, filled in where they are referred to.


def filled(box: Box, places: Mapping[str, Place]) -> Box:
    """The box with its page numbers. Words after a number move up to it."""
    if not isinstance(box, Line) or not any(piece.look.page_of for piece in box.pieces):
        return box
    shift = 0.0
    pieces: list[Piece] = []
    last = len(box.pieces) - 1
    for index, piece in enumerate(box.pieces):
        look, place = piece.look, places.get(piece.look.page_of) if piece.look.page_of else None
        if place is None:
            pieces.append(Piece(piece.x + shift, piece.width, piece.text, look, piece.meaning, piece.heard))
            continue
        width = load(look.font).width(digits := str(place.page)) * look.size + look.tracking * len(digits)
        text = piece.text.replace("0" * piece.text.count("0"), digits)
        if index == last and not look.element:
            # The number at the end of a line of the contents stands at its right edge.
            pieces.append(Piece(piece.x + piece.width - width, width, text, look))
        else:
            pieces.append(Piece(piece.x + shift, width, text, look))
            shift += width - piece.width
    return Line(box.x, box.y, box.width, box.height, box.baseline, tuple(pieces), box.element, box.word_space)


# The section that each page stands in, for its running line.

_NEAR = 1.0
"""Points: a heading this near to the head of its page begins it."""


def sections_of(outline: Sequence[Entry], places: Mapping[str, Place], pages: int, top: float) -> list[str]:
    """Page by page, the title of the section that the page begins in; where there is none yet, of the first that begins
    on it."""
    begins: dict[int, list[tuple[float, str]]] = {}
    for entry in outline:
        if entry.level == 1 and (place := places.get(entry.anchor)) is not None:
            begins.setdefault(place.page, []).append((place.y, entry.title))
    out: list[str] = []
    current = ""
    for page in range(1, pages + 1):
        here = sorted(begins.get(page, ()))
        first = here and (not current or here[0][0] <= top + _NEAR)
        out.append(here[0][1] if first else current)
        current = here[-1][1] if here else current
    return out
