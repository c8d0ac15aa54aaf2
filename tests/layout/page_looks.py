"""Page quality in figures: blank space, split tables, headings near the bottom, single rows.

`python -m tests.layout.page_looks` says it of every shipped brief.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefgen.document import Document
from briefgen.document.anchors import with_notes_first
from briefgen.layout.compose.blocks import compose_document
from briefgen.layout.compose.composer import Composer, PageArea, anchors_of
from briefgen.layout.line_boxes import FOOTNOTE_GAP, LineBox, total_height
from briefgen.layout.page_breaking import break_optimally
from briefgen.layout.pages import PageContent
from briefgen.layout.stack import LandscapePage, LayoutContext, layout_boxes
from briefgen.theme import PAPERS, PaperName, Theme

LOW = 0.1
"""Share of a page: a heading with less than this below it is low."""

FEW = 0.07
"""Share of a page: rows that are no higher together are few."""


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


def looks(
    line_boxes: Sequence[LineBox], contents: Sequence[PageContent], portrait_height: float, landscape_height: float
) -> Looks:
    """The figures of all pages together."""
    parts = {id(part.boxes): number for number, line_box in enumerate(line_boxes) for part in line_box.fragments}
    out = Looks()
    for number, content in enumerate(contents):
        following = contents[number + 1] if number + 1 < len(contents) else None
        out = out.with_(_of_page(content, following, landscape_height if content.landscape else portrait_height, parts))
    return out


def _of_page(content: PageContent, following: PageContent | None, height: float, parts: Mapping[int, int]) -> Looks:
    text = max((y + line_box.height for y, line_box in content.body), default=0.0)
    filled = (text + (FOOTNOTE_GAP + total_height(content.notes) if content.notes else 0.0)) / height
    body = _content(content)
    after = _content(following) if following else []
    if not after or not body or after[0][1].break_before or content.landscape != (following and following.landscape):
        return Looks(1, nearly_empty=filled < 0.25)
    blank = 1 - filled
    above, below = _rows(reversed(body), parts), _rows(after, parts)
    parted = bool(body[-1][1].page_foot)
    within = parted and parts.get(id(body[-1][1].boxes), -1) == parts.get(id(after[0][1].boxes), -2)
    heads = [
        y + line_box.height
        for (y, line_box), (under, _) in pairwise(body)
        if line_box.keep_with_next and under > y + line_box.height + 1
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


def _rows(body: Iterable[tuple[float, LineBox]], parts: Mapping[int, int]) -> _Rows:
    """Those from the break on."""
    seen: list[int] = []
    height = 0.0
    begins = ends = False
    for _, line_box in body:
        if not line_box.page_head:
            begins = True
            break
        height += line_box.height
        seen.append(parts.get(id(line_box.boxes), -len(seen) - 1))
        if not line_box.page_foot and not seen[:-1]:
            ends = True
        if not line_box.page_foot and seen[:-1]:
            ends = True
            break
    return _Rows(len(set(seen)), height, begins, ends)


def _content(content: PageContent) -> list[tuple[float, LineBox]]:
    """The line boxes of a page without repeated headers and closing rules."""
    body = list(content.body)
    for at, (_, line_box) in enumerate(body):
        painted = [id(one) for _, one in body[:at]]
        if line_box.page_head and painted == [
            id(one) for one in line_box.page_head if id(one) in painted or not one.min_below
        ]:
            body = body[at:]
            break
    for at in range(len(body) - 1, -1, -1):
        tail = body[at][1].page_foot
        if tail and [id(one) for one in tail] == [id(one) for _, one in body[at + 1 :]]:
            return body[: at + 1]
    return body


class Given(NamedTuple):
    """The input of page breaking."""

    line_boxes: Sequence[LineBox]
    notes: Mapping[int, Sequence[LineBox]]
    portrait_height: float
    landscape_height: float


def given(document: Document, theme: Theme, paper: PaperName = "a4") -> Given:
    """The line boxes of a document, its footnotes, and the heights of its pages."""
    width, height = PAPERS[paper]
    page = theme.page
    document = with_notes_first(document)
    room = PageArea(width - page.left - page.right, height - page.top - page.bottom, 2)
    composer = Composer(document, theme, room, anchors_of(document))
    across = LandscapePage(height - page.left - page.right, width - page.top - page.bottom)
    column = LayoutContext(theme, document.lang, room.height, across)
    line_boxes = layout_boxes(column, compose_document(composer), page.left, room.width)
    notes = {number: layout_boxes(column, (note,), page.left, room.width) for number, note in composer.notes.items()}
    return Given(line_boxes, notes, room.height, across.height)


def main() -> None:
    """Print the figures of every shipped brief, and of all together."""
    from tests.laws.briefs import brief, called, every_brief, theme  # they take a minute

    whole = Looks()
    said = [" ".join(Looks._fields)]
    for of in every_brief():
        for paper in PAPERS:
            made = given(brief(*of), theme(), paper)
            found = looks(made.line_boxes, break_optimally(*made), made.portrait_height, made.landscape_height)
            whole = whole.with_(found)
            said.append(" ".join((called(of), paper, *(f"{figure:.3g}" for figure in found))))
    said.append(" ".join(("all", *(f"{figure:.4g}" for figure in whole))))
    sys.stdout.write("\n".join(said) + "\n")


if __name__ == "__main__":
    main()
