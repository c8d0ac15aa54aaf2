"""Strips → sheets, set closer where that spares a last page with little on it."""

from collections.abc import Mapping, Sequence

from briefgen.layout.paging.flow import Sheet, sheets
from briefgen.layout.setting.marks import NOTES_GAP
from briefgen.layout.setting.strip import Strip, height_of

CLOSER = (0.9, 0.8, 0.7)
"""Of the space between two blocks; the first that spares the page is taken."""

LITTLE = 0.16
"""Of the page: a last page that holds more stands."""

FEW_PAGES, LITTLE_OF_FEW = 3, 0.4
"""With so many pages, one fewer is worth more."""


def fitted(
    strips: Sequence[Strip], notes: Mapping[int, Sequence[Strip]], upright: float, sideways: float
) -> list[Sheet]:
    """All pages. A page fewer, if the last would hold little and closer blocks make room for it."""
    out = sheets(strips, notes, upright, sideways)
    little = LITTLE_OF_FEW if len(out) <= FEW_PAGES else LITTLE
    if len(out) > 1 and _filled(out[-1]) <= little * (sideways if out[-1].turned else upright):
        for closeness in CLOSER:
            closer = sheets(strips, notes, upright, sideways, closeness)
            if len(closer) < len(out):
                return closer
    return out


def _filled(sheet: Sheet) -> float:
    """How much of a page is text and notes."""
    text = max((y + strip.height for y, strip in sheet.body), default=0.0)
    return text + (NOTES_GAP + height_of(sheet.notes) if sheet.notes else 0.0)
