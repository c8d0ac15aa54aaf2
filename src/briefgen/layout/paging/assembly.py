"""Sheets → pages: everything at its place on the paper, in reading order."""

from collections.abc import Sequence

from briefgen.layout.page import Anchor, Box, Drawn, Fill, Image, Line, Place, moved
from briefgen.layout.paging.flow import Sheet
from briefgen.layout.setting.marks import NOTES_GAP
from briefgen.layout.setting.strip import height_of
from briefgen.theme import Theme

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
