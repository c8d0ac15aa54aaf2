"""What stands in the margins: the title, the marking, the status, the footer and the number of the page."""

import re
from collections.abc import Iterator

import msgspec

from briefgen.document import Inlines, Run, TemplateText
from briefgen.layout.compose.composer import Composer
from briefgen.layout.compose.inline import segments_of
from briefgen.layout.compose.paragraphs import words_of
from briefgen.layout.matter import Align, Words
from briefgen.layout.page import ARTIFACT, Box, Fill, Line, moved
from briefgen.layout.setting.lines import natural
from briefgen.layout.setting.paragraph import set_words

_PAD = 5.0
"""Between the letters of a label and the edge of its box."""

_GAP = 8.0
"""Between two things in the same margin."""

_OUTLINE = 0.9

_CROWDED = 0.45
"""Of the measure: a marking wider than this has a line of its own."""

_HEADER_LINES, _FOOTER_LINES = 2, 3
"""Longer running text is cut off; the margin has no room for it."""


class Margins(msgspec.Struct, frozen=True):
    """The boxes in the margins of each page, ready but for the number of the page."""

    first_header: tuple[Box, ...]
    header: tuple[Box, ...]
    footer: tuple[Box, ...]
    number_x: float
    number_width: float
    number_y: float
    composer: Composer
    pages: str

    def footer_of(self, page: int, pages: int) -> tuple[Box, ...]:
        """The footer of a page."""
        text = self.pages.replace("{page}", str(page)).replace("{pages}", str(pages))
        words = _words(self.composer, (Run(text, TemplateText()),), "footer", "right")
        lines = _lines(words, self.number_x, self.number_width, _FOOTER_LINES, self.composer.lang)
        height = words.leading if words else 0
        return (*self.footer, *_placed(lines, self.number_y - len(lines) * height))


def margins(composer: Composer, width: float, height: float) -> Margins:
    """The margins of a document on paper of this size. The composer is one of its own: nothing here is content."""
    theme, running = composer.theme, composer.document.running
    page = theme.page
    left, right = page.left, width - page.right
    measure = right - left
    marking = _words(composer, (Run(running.marking, TemplateText()),), "marking", "left") if running.marking.strip() else None
    status = _words(composer, (Run(running.status, TemplateText()),), "marking", "left") if running.status.strip() else None
    ink = running.marking_colour if re.fullmatch("#[0-9A-Fa-f]{6}", running.marking_colour) else "#FFFFFF"
    wide = _label_width(marking, measure)
    crowded = wide > measure * _CROWDED

    top: list[Box] = []
    edge = right
    if marking:
        top += _label(marking, right - wide, page.header, measure, ink, theme.inks["marking-ground"], "")
        edge -= wide + _GAP
    if status:
        own = _label_width(status, measure if not crowded else edge - left)
        if crowded:
            edge = left + own
        top += _label(status, edge - own, page.header, measure, theme.inks["against"], "", theme.inks["against"])
        edge -= own + _GAP
    title = _words(composer, running.header, "header", "left")
    line_height = theme.styles["marking"].leading
    text_top = page.header + (line_height + 2 if crowded else 0)
    title_lines = _lines(title, left, (right if crowded else edge) - left - _GAP, _HEADER_LINES, composer.lang)
    drop = (line_height - theme.styles["header"].leading) / 2 + 0.6 if len(title_lines) == 1 and not crowded else 0
    header = (*top, *_placed(title_lines, text_top + drop))

    bottom = height - page.footer
    foot: list[Box] = []
    middle = (left + right) / 2
    if marking:
        foot += _label(marking, middle - wide / 2, bottom - line_height, measure, ink, theme.inks["marking-ground"], "")
    if crowded:
        bottom -= line_height + 3
    zone = measure if crowded or not marking else (measure - wide) / 2 - _GAP
    number = zone if marking and not crowded else measure * 0.3
    text = zone if marking and not crowded else measure * 0.7 - _GAP
    words = _words(composer, running.footer, "footer", "left")
    lines = _lines(words, left, text, _FOOTER_LINES, composer.lang)
    leading = theme.styles["footer"].leading
    bottom -= (line_height - leading) / 2 if marking and not crowded and len(lines) <= 1 else 0
    foot += _placed(lines, bottom - len(lines) * leading)
    return Margins(tuple(top), tuple(header), tuple(foot), right - number, number, bottom, composer, running.page)


def _words(composer: Composer, inlines: Inlines, style: str, align: Align) -> Words | None:
    segments = segments_of(composer, inlines, style, ARTIFACT)
    return words_of(composer, segments, style, ARTIFACT, align=align) if segments else None


def _lines(words: Words | None, x: float, width: float, most: int, lang: str) -> list[list[Box]]:
    if words is None:
        return []
    strips = set_words(words, x, max(width, 20.0), lang)[:most]
    return [[box for box in strip.boxes if isinstance(box, Line | Fill)] for strip in strips]


def _placed(lines: list[list[Box]], top: float) -> Iterator[Box]:
    for line in lines:
        yield from (moved(box, top) for box in line)
        top += next(box.height for box in line if isinstance(box, Line))


def _label_width(words: Words | None, most: float) -> float:
    return min(natural(list(words.segments)) + 2 * _PAD, most) if words else 0.0


def _label(words: Words, x: float, y: float, most: float, ink: str, ground: str, outline: str) -> Iterator[Box]:
    """A word in a box, filled or outlined. One too long for the measure is set smaller."""
    inner = natural(list(words.segments))
    scale = min(1.0, (most - 2 * _PAD) / inner)
    width, height = inner * scale + 2 * _PAD, words.leading
    if ground:
        yield Fill(x, y, width, height, ground)
    if outline:
        yield Fill(x, y, width, _OUTLINE, outline)
        yield Fill(x, y + height - _OUTLINE, width, _OUTLINE, outline)
        yield Fill(x, y, _OUTLINE, height, outline)
        yield Fill(x + width - _OUTLINE, y, _OUTLINE, height, outline)
    looks = {segment.look: msgspec.structs.replace(segment.look, ink=ink, size=segment.look.size * scale)
             for segment in words.segments}  # fmt: skip
    segments = tuple(
        msgspec.structs.replace(segment, look=looks[segment.look], width=segment.width * scale,
                                space=segment.space * scale, forced=False, breaks=False)
        for segment in words.segments
    )  # fmt: skip
    for strip in set_words(msgspec.structs.replace(words, segments=segments), x + _PAD, width, ""):
        yield from (moved(box, y) for box in strip.boxes)

