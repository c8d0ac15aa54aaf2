"""Paragraphs in the shipped theme's text, broken into lines."""

import msgspec
from tests.factory import T, document

from briefgen.layout.boxes import Align, Segment
from briefgen.layout.compose.composer import NONE, Composer, PageArea
from briefgen.layout.compose.inline import segments_of
from briefgen.layout.line_breaking import broken
from briefgen.theme import Theme


def segments(theme: Theme, text: str, lang: str = "en", style: str = "body") -> list[Segment]:
    """The text, in the small notation of the factory, as segments of a style."""
    empty = msgspec.structs.replace(document(), lang=lang)
    return segments_of(Composer(empty, theme, PageArea(440, 700, 2), NONE), T(text), style, 0)


def said(line: list[Segment]) -> str:
    """A line as a reader sees it."""
    words = [(" " if segment.space and at else "") + segment.text for at, segment in enumerate(line)]
    return "".join(words)


def lines(theme: Theme, text: str, measure: float, align: Align = "left", lang: str = "en") -> list[str]:
    """The lines of a paragraph as a reader sees them."""
    return [said(line) for line in broken(tuple(segments(theme, text, lang)), measure, lang, align)]
