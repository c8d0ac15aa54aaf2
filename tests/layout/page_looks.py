"""How the pages of a brief look, in figures: what stays blank, which tables are parted, what stands low or alone.

`python -m tests.layout.page_looks` says it of every shipped brief.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefgen.document import Document
from briefgen.document.anchors import with_notes_first
from briefgen.layout.compose.blocks import compose_document
from briefgen.layout.compose.composer import Composer, Room, anchors_of
from briefgen.layout.line_boxes import NOTES_GAP, Strip, height_of
from briefgen.layout.page_breaking import fitted
from briefgen.layout.pages import Sheet
from briefgen.layout.stack import Column, Turned, set_all
from briefgen.theme import PAPERS, PaperName, Theme

LOW = 0.1
"""Of the page: a heading with less than this below it stands low."""

FEW = 0.07
"""Of the page: rows that are no higher together are few."""


class Looks(NamedTuple):
    """Of one page, or of many together."""

    pages: int = 0
    short: int = 0
    """With more than a tenth blank above a page that it might have gone on to."""
    very_short: int = 0
    """With more than a sixth blank."""
    blank: float = 0.0
    """What is blank on those that are not ended by a page break, as shares of a page."""
    parted: int = 0
    """They end within a table or a callout."""
    small: int = 0
    """They end within one that takes less than half a page."""
    lone: int = 0
    """A lone row, or few low ones, on one side of that."""
    cut: int = 0
    """They end within a row."""
    low: int = 0
    """They end with a heading and little below it."""
    nearly_empty: int = 0
    """Less than a quarter of the last page, or of one before a page break, is filled."""

    def with_(self, other: "Looks") -> "Looks":
        return Looks(*(one + more for one, more in zip(self, other, strict=True)))


def looks(strips: Sequence[Strip], sheets: Sequence[Sheet], upright: float, sideways: float) -> Looks:
    """The looks of all pages on which strips stand."""
    parts = {id(part.boxes): number for number, strip in enumerate(strips) for part in strip.parts}
    out = Looks()
    for number, sheet in enumerate(sheets):
        following = sheets[number + 1] if number + 1 < len(sheets) else None
        out = out.with_(_of_page(sheet, following, sideways if sheet.turned else upright, parts))
    return out


def _of_page(sheet: Sheet, following: Sheet | None, height: float, parts: Mapping[int, int]) -> Looks:
    text = max((y + strip.height for y, strip in sheet.body), default=0.0)
    filled = (text + (NOTES_GAP + height_of(sheet.notes) if sheet.notes else 0.0)) / height
    body = _content(sheet)
    after = _content(following) if following else []
    if not after or not body or after[0][1].opens or sheet.turned != (following and following.turned):
        return Looks(1, nearly_empty=filled < 0.25)
    blank = 1 - filled
    above, below = _rows(reversed(body), parts), _rows(after, parts)
    parted = bool(body[-1][1].tail)
    within = parted and parts.get(id(body[-1][1].boxes), -1) == parts.get(id(after[0][1].boxes), -2)
    heads = [
        y + strip.height for (y, strip), (under, _) in pairwise(body) if strip.keep and under > y + strip.height + 1
    ]
    return Looks(
        1, blank > 0.1, blank > 1 / 6, blank, parted,
        parted and above.height + below.height < height / 2 and above.begins and below.ends,
        parted and ((above.begins and above.few(height)) or (below.ends and below.few(height))),
        within,
        bool(heads) and body[-1][0] + body[-1][1].height - heads[-1] < height * LOW,
    )  # fmt: skip


class _Rows(NamedTuple):
    """The rows of one table on one side of a break."""

    count: int
    height: float
    begins: bool
    """The table begins with them."""
    ends: bool

    def few(self, height: float) -> bool:
        return self.count < 2 or self.height < height * FEW


def _rows(body: Iterable[tuple[float, Strip]], parts: Mapping[int, int]) -> _Rows:
    """Those from the break on."""
    seen: list[int] = []
    height = 0.0
    begins = ends = False
    for _, strip in body:
        if not strip.lead:
            begins = True
            break
        height += strip.height
        seen.append(parts.get(id(strip.boxes), -len(seen) - 1))
        if not strip.tail and not seen[:-1]:
            ends = True
        if not strip.tail and seen[:-1]:
            ends = True
            break
    return _Rows(len(set(seen)), height, begins, ends)


def _content(sheet: Sheet) -> list[tuple[float, Strip]]:
    """The strips of a page without what is painted again above them and below them."""
    body = list(sheet.body)
    for at, (_, strip) in enumerate(body):
        painted = [id(one) for _, one in body[:at]]
        if strip.lead and painted == [id(one) for one in strip.lead if id(one) in painted or not one.beside]:
            body = body[at:]
            break
    for at in range(len(body) - 1, -1, -1):
        tail = body[at][1].tail
        if tail and [id(one) for one in tail] == [id(one) for _, one in body[at + 1 :]]:
            return body[: at + 1]
    return body


class Given(NamedTuple):
    """What pages are made of."""

    strips: Sequence[Strip]
    notes: Mapping[int, Sequence[Strip]]
    upright: float
    sideways: float


def given(document: Document, theme: Theme, paper: PaperName = "a4") -> Given:
    """The strips of a document and its notes, and the heights of its pages."""
    width, height = PAPERS[paper]
    page = theme.page
    document = with_notes_first(document)
    room = Room(width - page.left - page.right, height - page.top - page.bottom, 2)
    composer = Composer(document, theme, room, anchors_of(document))
    across = Turned(height - page.left - page.right, width - page.top - page.bottom)
    column = Column(theme, document.lang, room.height, across)
    strips = set_all(column, compose_document(composer), page.left, room.width)
    notes = {number: set_all(column, (note,), page.left, room.width) for number, note in composer.notes.items()}
    return Given(strips, notes, room.height, across.height)


def main() -> None:
    """Say it of every shipped brief, a line each, and of all together."""
    from tests.laws.briefs import brief, called, every_brief, theme  # they take a minute

    whole = Looks()
    said = [" ".join(Looks._fields)]
    for of in every_brief():
        for paper in PAPERS:
            made = given(brief(*of), theme(), paper)
            found = looks(made.strips, fitted(*made), made.upright, made.sideways)
            whole = whole.with_(found)
            said.append(" ".join((called(of), paper, *(f"{figure:.3g}" for figure in found))))
    said.append(" ".join(("all", *(f"{figure:.4g}" for figure in whole))))
    sys.stdout.write("\n".join(said) + "\n")


if __name__ == "__main__":
    main()
