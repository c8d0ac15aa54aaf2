"""Line boxes become pages, one after the other, with everything at its place in reading order."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from math import fsum
from operator import add

import msgspec

from briefgen.fonts import load
from briefgen.layout.filling import NEAR, Flow, ImageShrink, PageEnd, PageFill, PageStart
from briefgen.layout.line_boxes import FOOTNOTE_GAP, LineBox, scaled, total_height
from briefgen.layout.page import (
    Anchor,
    Destination,
    Fill,
    OutlineItem,
    PlacedBox,
    PlacedChart,
    PlacedImage,
    TextLine,
    TextRun,
    translated,
)
from briefgen.theme import Theme

SMALLER_FOR = 0.1
"""Of the page: pictures are made smaller only where more than this would stay blank."""

SIZES = 4
"""Sizes of a picture that are tried, down to its least."""


class PageContent(msgspec.Struct, frozen=True):
    """What stands on one page: strips of the text with their distances from its top, and strips of notes."""

    body: tuple[tuple[float, LineBox], ...]
    notes: tuple[LineBox, ...]
    landscape: bool = False
    """The page is turned sideways."""
    continued: bool = False
    """Its notes begin with the rest of one from the page before."""


def first_fit(flow: Flow, spacing: float = 1.0) -> Iterator[tuple[PageStart, PageEnd]]:
    """Each page with what it begins with and where it ends, filled as far as it goes."""
    state = PageStart()
    while True:
        end = first_fit_end(flow, state, spacing)
        yield state, end
        state = next_start(flow, state, end)
        if is_finished(flow, state):
            return


def is_finished(flow: Flow, state: PageStart) -> bool:
    """Whether nothing is left to be set."""
    return state.start >= len(flow.line_boxes) and not state.carried_notes


def first_fit_end(flow: Flow, state: PageStart, spacing: float = 1.0) -> PageEnd:
    """Where a page ends that is filled as far as it goes; with smaller pictures, where much would stay blank."""
    if state.carried_notes and _fitting(state.carried_notes, flow.height(state.start) - flow.footnote_gap)[1]:
        return PageEnd(state.start)  # there is no room but for notes
    page = PageFill(flow, state, spacing)
    end = page.greedy()
    if not end.forced and end.kept and end.blank > page.height * SMALLER_FOR:
        for further in with_smaller_images(page, state, end):
            if further.greedy().at > page.at:
                return further.greedy()
    return end


def with_smaller_images(page: PageFill, state: PageStart, end: PageEnd) -> Iterator[PageFill]:
    """The page with the picture smaller that stands in the way of what has no room; then with all of its pictures."""
    line_boxes = page.flow.line_boxes
    last = next((at for at in range(end.at, min(page.at + 1, len(line_boxes))) if line_boxes[at].min_scale), -1)
    if last < 0:
        return
    above = any(line_box.min_scale for line_box in line_boxes[page.start : last])
    for first in (last, page.start) if above else (last,):
        spare = fsum(
            line_box.height * (1 - line_box.min_scale)
            for line_box in line_boxes[first : last + 1]
            if line_box.min_scale
        )
        for size in range(1, SIZES + 1):
            share = size / SIZES
            yield PageFill(page.flow, state, page.spacing, ImageShrink(first, last, share, spare * share))


def next_start(flow: Flow, state: PageStart, end: PageEnd) -> PageStart:
    """What there is to be set when a page has ended."""
    return PageStart(end.at, tuple(_notes_of_page(flow, state, end)[1]) if state.carried_notes or not end.kept else ())


def page_content(flow: Flow, state: PageStart, end: PageEnd) -> PageContent:
    """The page."""
    start, at = state.start, end.at
    body: list[tuple[float, LineBox]] = []
    if start < at:
        # Added up anew on each page: what stands side by side is to stand at the same height to the last bit.
        gaps = (gap * end.spacing for gap in flow.gaps[start + 1 : at])
        tops = accumulate(map(add, flow.heights[start : at - 1], gaps), initial=flow.head_heights[start])
        body = list(zip(tops, flow.line_boxes[start:at], strict=True))
        if end.scaled:
            body = _with_scaled_images(body, end.scaled, start)
        bottom = body[-1][0] + body[-1][1].height
        tail = body[-1][1].page_foot if at < len(flow.line_boxes) else ()
        filled = bottom - body[0][0] + NEAR
        lead = [line_box for line_box in flow.line_boxes[start].page_head if line_box.min_below <= filled]
        body = [*_from(0.0, lead), *body, *_from(bottom, tail)]
    return PageContent(
        tuple(body), tuple(_notes_of_page(flow, state, end)[0]), flow.landscape(start), bool(state.carried_notes)
    )


def _from(y: float, line_boxes: Sequence[LineBox]) -> Iterator[tuple[float, LineBox]]:
    """Strips that stand on top of each other."""
    for line_box in line_boxes:
        yield y, line_box
        y += line_box.height


def _with_scaled_images(
    body: Sequence[tuple[float, LineBox]], made: ImageShrink, start: int
) -> list[tuple[float, LineBox]]:
    """The strips of a page, with some of the pictures smaller, and the rest moved up."""
    out: list[tuple[float, LineBox]] = []
    up = 0.0
    for at, (y, whole) in enumerate(body, start):
        is_one = whole.min_scale and made.first <= at <= made.last
        line_box = scaled(whole, 1 - (1 - whole.min_scale) * made.share) if is_one else whole
        out.append((y - up, line_box))
        up += whole.height - line_box.height
    return out


def _notes_of_page(flow: Flow, state: PageStart, end: PageEnd) -> tuple[list[LineBox], list[LineBox]]:
    """The lines of notes on a page, and those that had no room on it."""
    start, at = state.start, end.at
    if start == at:
        return _fitting(state.carried_notes, flow.height(start) - flow.footnote_gap)
    new: list[Sequence[LineBox]] = []
    if flow.note_heights[at] > flow.note_heights[start]:
        # In the order of their numbers: the parts of a row may have them in another.
        numbers = sorted(
            number for line_box in flow.line_boxes[start:at] if line_box.notes for number in line_box.notes
        )
        new = [flow.notes[number] for number in numbers if number in flow.notes]
    if end.kept:
        return [*state.carried_notes, *(line for note in new for line in note)], []
    offsets = flow.offsets(end.spacing)
    used = (
        offsets.tops[at - 1]
        - offsets.tops[start]
        + flow.head_heights[start]
        + flow.heights[at - 1]
        + flow.foot_heights[at - 1]
    )
    used -= end.scaled.saved if end.scaled else 0.0
    on, over = _begun(new, flow.height(start) - used - flow.footnote_gap - total_height(state.carried_notes))
    return [*state.carried_notes, *on], over


def _fitting(lines: Sequence[LineBox], room: float) -> tuple[list[LineBox], list[LineBox]]:
    """As many lines as fit, and the rest."""
    used = 0.0
    for index, line in enumerate(lines):
        used += line.height
        if used > room and index:
            return list(lines[:index]), list(lines[index:])
    return list(lines), []


def _begun(notes: Sequence[Sequence[LineBox]], room: float) -> tuple[list[LineBox], list[LineBox]]:
    """Notes as far as they fit: each begins, and what has no room is left over. The last ones give way first."""
    firsts = fsum(note[0].height for note in notes if note)
    spare = room - firsts
    on: list[LineBox] = []
    over: list[LineBox] = []
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


def assembled(content: PageContent, theme: Theme, width: float, height: float) -> list[PlacedBox]:
    """The boxes of a page: grounds and rules, then lines and pictures in reading order, then anchors."""
    page = theme.page
    boxes: list[PlacedBox] = [translated(box, page.top + y) for y, line_box in content.body for box in line_box.boxes]
    if content.notes:
        y = height - page.bottom - total_height(content.notes)
        # A rule over the whole measure says that the first note goes on from the page before.
        rule = (width - page.left - page.right) / (1 if content.continued else 4)
        boxes.append(Fill(page.left, y - FOOTNOTE_GAP * 0.45, rule, 0.5, theme.inks["hairline"]))
        for line_box in content.notes:
            boxes += [translated(box, y) for box in line_box.boxes]
            y += line_box.height
    fills = [box for box in boxes if isinstance(box, Fill)]
    in_order = [box for box in boxes if isinstance(box, (TextLine, PlacedImage, PlacedChart))]
    anchors = [box for box in boxes if isinstance(box, Anchor)]
    # Elements are numbered in reading order; the sort keeps the lines of one element as they are.
    in_order.sort(key=lambda box: box.element)
    return [*_joined(fills), *in_order, *anchors]


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


def places_of(pages: Sequence[Sequence[PlacedBox]]) -> dict[str, Destination]:
    """Where each anchor stands. Of anchors with one name the first counts."""
    out: dict[str, Destination] = {}
    for number, boxes in enumerate(pages, 1):
        for box in boxes:
            if isinstance(box, Anchor):
                out.setdefault(box.name, Destination(number, box.y))
    return out


# The numbers of pages, filled in where they are referred to.


def filled(box: PlacedBox, places: Mapping[str, Destination]) -> PlacedBox:
    """The box with its page numbers. Words after a number move up to it."""
    if not isinstance(box, TextLine) or not any(run.style.page_of for run in box.runs):
        return box
    shift = 0.0
    runs: list[TextRun] = []
    last = len(box.runs) - 1
    for index, run in enumerate(box.runs):
        style, place = run.style, places.get(run.style.page_of) if run.style.page_of else None
        if place is None:
            runs.append(TextRun(run.x + shift, run.width, run.text, style, run.unicode, run.actual_text))
            continue
        width = load(style.font).width(digits := str(place.page)) * style.size + style.tracking * len(digits)
        text = run.text.replace("0" * run.text.count("0"), digits)
        if index == last and not style.element:
            # The number at the end of a line of the contents stands at its right edge.
            runs.append(TextRun(run.x + run.width - width, width, text, style))
        else:
            runs.append(TextRun(run.x + shift, width, text, style))
            shift += width - run.width
    return TextLine(box.x, box.y, box.width, box.height, box.baseline, tuple(runs), box.element, box.word_space)


# The section that each page stands in, for its running line.

_NEAR = 1.0
"""Points: a heading this near to the head of its page begins it."""


def sections_of(outline: Sequence[OutlineItem], places: Mapping[str, Destination], pages: int, top: float) -> list[str]:
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
