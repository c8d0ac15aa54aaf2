"""Line boxes become pages: first-fit page ends, footnotes, page numbers and running sections."""

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
"""Share of a page: images are shrunk only if more than this would stay blank."""

SIZES = 4
"""Number of sizes tried for an image, down to its smallest."""


class PageContent(msgspec.Struct, frozen=True):
    """The content of one page: line boxes with their distances from its top, and lines of footnotes."""

    body: tuple[tuple[float, LineBox], ...]
    notes: tuple[LineBox, ...]
    landscape: bool = False
    """Landscape page."""
    continued: bool = False
    """The footnotes start with the rest of one from the previous page."""


def first_fit(flow: Flow, spacing: float = 1.0) -> Iterator[tuple[PageStart, PageEnd]]:
    """Each page with its start and its end, filled one after the other."""
    state = PageStart()
    while True:
        end = first_fit_end(flow, state, spacing)
        yield state, end
        state = next_start(flow, state, end)
        if is_finished(flow, state):
            return


def is_finished(flow: Flow, state: PageStart) -> bool:
    """Whether nothing is left to place."""
    return state.start >= len(flow.line_boxes) and not state.carried_notes


def first_fit_end(flow: Flow, state: PageStart, spacing: float = 1.0) -> PageEnd:
    """The end of a page that is filled as far as possible, with smaller images if much would stay blank."""
    if state.carried_notes and _fitting(state.carried_notes, flow.height(state.start) - flow.footnote_gap)[1]:
        return PageEnd(state.start)  # there is room for footnotes only
    page = PageFill(flow, state, spacing)
    end = page.greedy()
    if not end.forced and end.notes_fit and end.blank > page.height * SMALLER_FOR:
        for further in with_smaller_images(page, state, end):
            if further.greedy().at > page.at:
                return further.greedy()
    return end


def with_smaller_images(page: PageFill, state: PageStart, end: PageEnd) -> Iterator[PageFill]:
    """The page with the first image that does not fit made smaller, then with all of its images."""
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
    """What is left to place after a page."""
    return PageStart(
        end.at, tuple(_notes_of_page(flow, state, end)[1]) if state.carried_notes or not end.notes_fit else ()
    )


def page_content(flow: Flow, state: PageStart, end: PageEnd) -> PageContent:
    """The content of a page that ends at `end`."""
    start, at = state.start, end.at
    body: list[tuple[float, LineBox]] = []
    if start < at:
        # Summed separately for each page, so that boxes side by side have the same height to the last bit.
        gaps = (gap * end.spacing for gap in flow.gaps[start + 1 : at])
        tops = accumulate(map(add, flow.heights[start : at - 1], gaps), initial=flow.head_heights[start])
        body = list(zip(tops, flow.line_boxes[start:at], strict=True))
        if end.shrink:
            body = _with_scaled_images(body, end.shrink, start)
        bottom = body[-1][0] + body[-1][1].height
        tail = body[-1][1].page_foot if at < len(flow.line_boxes) else ()
        filled = bottom - body[0][0] + NEAR
        lead = [line_box for line_box in flow.line_boxes[start].page_head if line_box.min_below <= filled]
        body = [*_from(0.0, lead), *body, *_from(bottom, tail)]
    return PageContent(
        tuple(body), tuple(_notes_of_page(flow, state, end)[0]), flow.landscape(start), bool(state.carried_notes)
    )


def _from(y: float, line_boxes: Sequence[LineBox]) -> Iterator[tuple[float, LineBox]]:
    """Line boxes stacked from `y` down."""
    for line_box in line_boxes:
        yield y, line_box
        y += line_box.height


def _with_scaled_images(
    body: Sequence[tuple[float, LineBox]], made: ImageShrink, start: int
) -> list[tuple[float, LineBox]]:
    """The line boxes of a page with some images smaller and the rest moved up."""
    out: list[tuple[float, LineBox]] = []
    up = 0.0
    for at, (y, whole) in enumerate(body, start):
        is_one = whole.min_scale and made.first <= at <= made.last
        line_box = scaled(whole, 1 - (1 - whole.min_scale) * made.share) if is_one else whole
        out.append((y - up, line_box))
        up += whole.height - line_box.height
    return out


def _notes_of_page(flow: Flow, state: PageStart, end: PageEnd) -> tuple[list[LineBox], list[LineBox]]:
    """The lines of footnotes on a page, and those that did not fit."""
    start, at = state.start, end.at
    if start == at:
        return _fitting(state.carried_notes, flow.height(start) - flow.footnote_gap)
    new: list[Sequence[LineBox]] = []
    if flow.note_heights[at] > flow.note_heights[start]:
        # In numerical order: the fragments of a row may have them in another.
        numbers = sorted(
            number for line_box in flow.line_boxes[start:at] if line_box.notes for number in line_box.notes
        )
        new = [flow.notes[number] for number in numbers if number in flow.notes]
    if end.notes_fit:
        return [*state.carried_notes, *(line for note in new for line in note)], []
    offsets = flow.offsets(end.spacing)
    used = (
        offsets.tops[at - 1]
        - offsets.tops[start]
        + flow.head_heights[start]
        + flow.heights[at - 1]
        + flow.foot_heights[at - 1]
    )
    used -= end.shrink.saved if end.shrink else 0.0
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
    """Footnotes as far as they fit: each starts, and what does not fit is returned separately. The last ones give way
    first."""
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


_SEAM = 0.05
"""Backgrounds closer than this are joined, in points."""


def assembled(content: PageContent, theme: Theme, width: float, height: float) -> list[PlacedBox]:
    """The boxes of a page: backgrounds and rules, then lines and images in reading order, then anchors."""
    page = theme.page
    boxes: list[PlacedBox] = [translated(box, page.top + y) for y, line_box in content.body for box in line_box.boxes]
    if content.notes:
        y = height - page.bottom - total_height(content.notes)
        # A rule of full width shows that the first footnote continues from the previous page.
        rule = (width - page.left - page.right) / (1 if content.continued else 4)
        boxes.append(Fill(page.left, y - FOOTNOTE_GAP * 0.45, rule, 0.5, theme.inks["hairline"]))
        for line_box in content.notes:
            boxes += [translated(box, y) for box in line_box.boxes]
            y += line_box.height
    fills = [box for box in boxes if isinstance(box, Fill)]
    in_order = [box for box in boxes if isinstance(box, (TextLine, PlacedImage, PlacedChart))]
    anchors = [box for box in boxes if isinstance(box, Anchor)]
    # Elements are numbered in reading order; the sort is stable within an element.
    in_order.sort(key=lambda box: box.element)
    return [*_joined(fills), *in_order, *anchors]


def _joined(fills: Sequence[Fill]) -> list[Fill]:
    """Adjoining fills of one colour joined: viewers show a hairline between two."""
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
    """The destination of each anchor. Of several with one name the first counts."""
    out: dict[str, Destination] = {}
    for number, boxes in enumerate(pages, 1):
        for box in boxes:
            if isinstance(box, Anchor):
                out.setdefault(box.name, Destination(number, box.y))
    return out


def filled(box: PlacedBox, places: Mapping[str, Destination]) -> PlacedBox:
    """The box with its page numbers filled in. Text after a number moves up to it."""
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
            # The number at the end of a line of the contents is right-aligned.
            runs.append(TextRun(run.x + run.width - width, width, text, style))
        else:
            runs.append(TextRun(run.x + shift, width, text, style))
            shift += width - run.width
    return TextLine(box.x, box.y, box.width, box.height, box.baseline, tuple(runs), box.element, box.word_space)


_NEAR = 1.0
"""Points: a heading this close to the top of its page starts it."""


def sections_of(outline: Sequence[OutlineItem], places: Mapping[str, Destination], pages: int, top: float) -> list[str]:
    """The running section of each page: that in which it starts or, if there is none yet, the first that starts on
    it."""
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
