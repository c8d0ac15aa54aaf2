"""Margin boxes (CSS Paged Media): title and section, marking, status, footer and page number."""

import re
from collections.abc import Iterator

import msgspec

from briefgen.document import Inlines, Run, TemplateText
from briefgen.layout.boxes import Align, ParagraphBox
from briefgen.layout.compose.composer import Composer
from briefgen.layout.compose.inline import segments_of
from briefgen.layout.compose.paragraphs import paragraph_box
from briefgen.layout.line_breaking import natural
from briefgen.layout.page import ARTIFACT, Fill, PlacedBox, TextLine, translated
from briefgen.layout.paragraphs import layout_paragraph

_PAD = 5.0
"""Padding of a label."""

_GAP = 8.0
"""Space between two boxes in the same margin."""

_OUTLINE = 0.9

_FULL_LINE = 0.45
"""Share of the width: a wider marking has its own line."""

_HEADER_LINES, _FOOTER_LINES = 2, 3
"""Most lines of running text; the rest is cut off."""


class Margins(msgspec.Struct, frozen=True):
    """The margin boxes of every page, complete except for the page number."""

    labels: tuple[PlacedBox, ...]
    """The marking and the status."""
    header_top: float
    header_width: float
    header_lines: int
    """Lines that fit next to or below the labels."""
    footer: tuple[PlacedBox, ...]
    number_x: float
    number_width: float
    number_y: float
    composer: Composer
    pages: str

    def header_of(self, page: int, section: str) -> tuple[PlacedBox, ...]:
        """The header of a page: the labels, and the title of the brief and the section except on the first page."""
        if page == 1:
            return self.labels
        composer, left = self.composer, self.composer.theme.page.left
        title = composer.document.running.header
        named = (*title, Run(f" · {section}" if title else section, TemplateText())) if section else title
        lines = _lines(_words(composer, named, "header", "left"), left, self.header_width, 2, composer.lang)
        if len(lines) > 1 and title and section and self.header_lines > 1:
            # The section has its own line if a long title leaves too little room.
            alone = _words(composer, (Run(section, TemplateText()),), "header", "left")
            above = _lines(_words(composer, title, "header", "left"), left, self.header_width, 1, composer.lang)
            lines = above + _lines(alone, left, self.header_width, 1, composer.lang)
        lines = lines[: self.header_lines]
        theme = composer.theme
        drop = (theme.styles["marking"].leading - theme.styles["header"].leading) / 2 + 0.6 if len(lines) == 1 else 0
        return (*self.labels, *_placed(lines, self.header_top + drop))

    def footer_of(self, page: int, pages: int) -> tuple[PlacedBox, ...]:
        """The footer of a page."""
        text = self.pages.replace("{page}", str(page)).replace("{pages}", str(pages))
        words = _words(self.composer, (Run(text, TemplateText()),), "footer", "right")
        lines = _lines(words, self.number_x, self.number_width, _FOOTER_LINES, self.composer.lang)
        height = words.leading if words else 0
        return (*self.footer, *_placed(lines, self.number_y - len(lines) * height))


def margins(composer: Composer, width: float, height: float) -> Margins:
    """The margin boxes of a document on paper of this size. They need their own composer, since they are artifacts."""
    page = composer.theme.page
    marking = _words(composer, (Run(composer.document.running.marking, TemplateText()),), "marking", "left")
    left, right = page.left, width - page.right
    labels, top, room, lines = _header(composer, marking, left, right)
    foot, number, bottom = _footer(composer, marking, left, right, height - page.footer)
    pages = composer.document.running.page
    return Margins(labels, top, room, lines, foot, right - number, number, bottom, composer, pages)


def _header(
    composer: Composer, marking: ParagraphBox | None, left: float, right: float
) -> tuple[tuple[PlacedBox, ...], float, float, int]:
    """The labels of every page; and for its title the top, the width and the number of lines."""
    theme, running = composer.theme, composer.document.running
    labels: list[PlacedBox] = []
    edge, top = right, theme.page.header
    line = theme.styles["marking"].leading
    has_too_many_notes = False
    if marking:
        wide = _label_width(marking, right - left)
        labels += _marking(composer, marking, right - wide, top, wide)
        has_too_many_notes = _fills_line(wide, right - left)
        # A marking that fills the line is alone on it.
        edge, top = (right, top + line + 2) if has_too_many_notes else (edge - wide - _GAP, top)
    if status := _words(composer, (Run(running.status, TemplateText()),), "marking", "left"):
        wide = _label_width(status, (right - left) * _FULL_LINE)
        ink = theme.inks["against"]
        labels += _label(status, edge - wide, top, wide, ink, "", ink)
        edge -= wide + _GAP
    return tuple(labels), top, edge - left - _GAP, 1 if has_too_many_notes else _HEADER_LINES


def _footer(
    composer: Composer, marking: ParagraphBox | None, left: float, right: float, bottom: float
) -> tuple[tuple[PlacedBox, ...], float, float]:
    """The footer without the page number; the width left for the number, and its bottom."""
    theme, measure = composer.theme, right - left
    line, leading = theme.styles["marking"].leading, theme.styles["footer"].leading
    boxes: list[PlacedBox] = []
    text, number, drop = measure * 0.7 - _GAP, measure * 0.3, 0.0
    if marking:
        wide = _label_width(marking, measure)
        boxes += _marking(composer, marking, (left + right - wide) / 2, bottom - line, wide)
        if _fills_line(wide, measure):
            bottom -= line + 3
        else:
            text = number = (measure - wide) / 2 - _GAP
            drop = (line - leading) / 2
    lines = _lines(_words(composer, composer.document.running.footer, "footer", "left"), left, text, _FOOTER_LINES,
                   composer.lang)  # fmt: skip
    bottom -= drop if len(lines) <= 1 else 0
    boxes += _placed(lines, bottom - len(lines) * leading)
    return tuple(boxes), number, bottom


def _fills_line(wide: float, measure: float) -> bool:
    return wide > measure * _FULL_LINE


def _marking(composer: Composer, marking: ParagraphBox, x: float, y: float, width: float) -> Iterator[PlacedBox]:
    given = composer.document.running.marking_colour
    ink = given if re.fullmatch("#[0-9A-Fa-f]{6}", given) else "#FFFFFF"
    return _label(marking, x, y, width, ink, composer.theme.inks["marking-ground"], "")


def _words(composer: Composer, inlines: Inlines, style: str, align: Align) -> ParagraphBox | None:
    segments = segments_of(composer, inlines, style, ARTIFACT)
    return paragraph_box(composer, segments, style, ARTIFACT, align=align) if segments else None


def _lines(words: ParagraphBox | None, x: float, width: float, most: int, lang: str) -> list[list[PlacedBox]]:
    if words is None:
        return []
    line_boxes = layout_paragraph(words, x, max(width, 20.0), lang)[:most]
    return [[box for box in line_box.boxes if isinstance(box, TextLine | Fill)] for line_box in line_boxes]


def _placed(lines: list[list[PlacedBox]], top: float) -> Iterator[PlacedBox]:
    for line in lines:
        yield from (translated(box, top) for box in line)
        top += next(box.height for box in line if isinstance(box, TextLine))


def _label_width(words: ParagraphBox | None, most: float) -> float:
    return min(natural(list(words.segments)) + 2 * _PAD, most) if words else 0.0


def _label(
    words: ParagraphBox, x: float, y: float, width: float, ink: str, background: str, outline: str
) -> Iterator[PlacedBox]:
    """A label in a filled or outlined box, scaled down if it is too long."""
    inner = natural(list(words.segments))
    scale = 1.0 if width >= inner + 2 * _PAD else (width - 2 * _PAD) / inner
    height = words.leading
    if background:
        yield Fill(x, y, width, height, background)
    if outline:
        yield Fill(x, y, width, _OUTLINE, outline)
        yield Fill(x, y + height - _OUTLINE, width, _OUTLINE, outline)
        yield Fill(x, y, _OUTLINE, height, outline)
        yield Fill(x + width - _OUTLINE, y, _OUTLINE, height, outline)
    styles = {segment.style: msgspec.structs.replace(segment.style, ink=ink, size=segment.style.size * scale)
             for segment in words.segments}  # fmt: skip
    segments = tuple(
        msgspec.structs.replace(segment, style=styles[segment.style], width=segment.width * scale,
                                space=segment.space * scale, forced=False, breaks=False)
        for segment in words.segments
    )  # fmt: skip
    for line_box in layout_paragraph(msgspec.structs.replace(words, segments=segments), x + _PAD, width, ""):
        yield from (translated(box, y) for box in line_box.boxes)
