"""The properties of a paragraph as they are written → its letters, its measure and its spaces, in points."""

import re
from functools import cached_property
from typing import NamedTuple

from briefgen.fonts import file_of
from briefgen.theme import TextStyle
from briefgen.writers.docx.numbering import NumberingPlace, level_indent
from briefgen.writers.docx.pagination.lines import Widths, widths_of
from briefgen.writers.docx.paragraph_styles import ParagraphStyle, indents, paragraph_styles, spaces
from briefgen.writers.docx.setting import Setting
from briefgen.writers.docx.units import half_points

_STYLE = re.compile(r'<w:pStyle w:val="(\w+)"/>')
_BEFORE, _AFTER = re.compile(r' w:before="(\d+)"'), re.compile(r' w:after="(\d+)"')
_INDENT = re.compile(r'<w:ind w:left="(\d+)"')
_LEVEL = re.compile(r'<w:ilvl w:val="(\d)"/>')
_BOX_TOP = 0.6
"""Of the padding: what a box adds above its text and below."""
_BOX_RULE = 0.5
_SPACER = 1.0


class Shape(NamedTuple):
    """How a paragraph is set."""

    widths: Widths
    leading: float
    before: float
    after: float
    inset: float
    """What its indents take from the measure."""
    hangs: bool
    """What stands before its first tab hangs beside it."""
    keep: bool
    """Stands on the page of what follows."""
    whole: bool
    """Its lines stand on one page."""
    opens: bool
    """Begins a page."""
    box: str
    """The kind of box that it stands in."""
    pad: float
    """What the box adds at either end."""


class Shapes(dict[str, Shape]):
    """The inside of a `w:pPr` → its shape. A document has few that differ."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._styles = {style.id: style for style in paragraph_styles(setting.theme, setting.width)}

    def __missing__(self, properties: str) -> Shape:
        found = _STYLE.search(properties)
        style = self._styles.get(found[1]) if found else None
        shape = self[properties] = self._styled(style, properties) if style else self._spacer
        return shape

    @cached_property
    def _spacer(self) -> Shape:
        look = self._setting.theme.styles["body"]
        return Shape(self._widths(look, bold=False), _SPACER, 0, 0, 0, False, False, False, False, "", 0)

    def _styled(self, style: ParagraphStyle, properties: str) -> Shape:
        theme = self._setting.theme
        look = theme.styles[style.look]
        before, after = _BEFORE.search(properties), _AFTER.search(properties)
        left, hanging = indents(theme, style)
        if given := _INDENT.search(properties):
            left = int(given[1])
        elif level := _LEVEL.search(properties):
            place: NumberingPlace = "callout" if style.box else "quotation" if style.id == "Quote" else "body"
            left = level_indent(theme, place, int(level[1]))[0]
        right = theme.callout.padding if style.box else 0.0
        widths = self._widths(look, self._setting.styles[style.id].bold)
        return Shape(
            widths,
            max(look.leading, widths.line),  # a style asks for its leading at least
            int(before[1]) / 20 if before else self._setting.styles[style.id].before / 20,
            int(after[1]) / 20 if after else spaces(theme, style)[1],
            left / 20 + right,
            hanging > 0,
            style.keep_next or "<w:keepNext/>" in properties,
            style.keep_next or bool(style.box),
            "<w:pageBreakBefore/>" in properties,
            style.box or "",
            theme.callout.padding * _BOX_TOP + _BOX_RULE if style.box else 0.0,
        )

    def _widths(self, look: TextStyle, bold: bool) -> Widths:
        size = half_points(look.size) / 2
        font = file_of(self._setting.theme, look.face, bold, look.italic)
        return widths_of(font, size, look.tracking * look.size, look.capitals)
