"""What is written → the page of each bookmark in it."""

from collections.abc import Iterator, Mapping, Set
from math import fsum

from briefgen.layout.page import Anchor
from briefgen.layout.paging.flow import Sheet, sheets
from briefgen.layout.setting.strip import Strip
from briefgen.writers.docx.pagination.column import Column, read
from briefgen.writers.docx.pagination.shapes import Shapes
from briefgen.writers.docx.setting import Setting

_NOTE = '<w:footnote w:id="'


def pages_of(setting: Setting, body: str, notes: str, wanted: Set[str]) -> dict[str, int]:
    """Bookmark → page, from 1, of those that are wanted. `body` is the inside of `w:body`, `notes` the part of the
    notes."""
    out: dict[str, int] = {}
    for number, sheet in enumerate(_sheets(setting, body, notes, wanted), start=1):
        for _, strip in sheet.body:
            for box in strip.boxes:
                if isinstance(box, Anchor):
                    out.setdefault(box.name, number)
    return out


def _sheets(setting: Setting, body: str, notes: str, wanted: Set[str]) -> Iterator[Sheet]:
    page = setting.theme.page
    sideways, upright = (side / 20 - page.top - page.bottom for side in setting.paper)
    column = Column(Shapes(setting), setting.theme.table, sideways, wanted)
    feet, gap = _feet(notes, setting.width / 20, column)
    # The properties of a section stand at its end.
    first, *others = body.split("<w:sectPr>")
    for text, after in zip([first, *others], others, strict=False):
        turned = ' w:orient="landscape"' in after.partition("</w:sectPr>")[0]
        width, height = (setting.across / 20, sideways) if turned else (setting.width / 20, upright)
        for stretch in _stretches(read(text, width, column)):
            yield from sheets(stretch, feet, height, height, notes_gap=gap)


def _feet(notes: str, width: float, column: Column) -> tuple[Mapping[int, list[Strip]], float]:
    """Number of a note → its lines; and what the rule takes between the text and them."""
    rule, *others = notes.split(_NOTE)
    out = {}
    for note in others:
        number, _, content = note.partition('"')
        out[int(number)] = read(content, width, column)
    separator = read(rule, width, column)
    return out, fsum(strip.height + strip.after for strip in separator[:1])


def _stretches(strips: list[Strip]) -> Iterator[list[Strip]]:
    """What stands between forced page breaks."""
    start = 0
    for at, strip in enumerate(strips):
        if strip.opens and at > start:
            yield strips[start:at]
            start = at
    yield strips[start:]
