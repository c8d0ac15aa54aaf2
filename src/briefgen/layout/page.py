"""What a layout is made of: pages of placed boxes, and the tree of elements they belong to.

Lengths are points; `x` runs from the left edge of the paper, `y` from its top edge downward.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from briefgen.document import Picture, Revision

if TYPE_CHECKING:
    from briefgen.charts import Drawing

Tag: TypeAlias = Literal[
    "Document", "Sect", "Div", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody", "Table", "Caption",
    "THead", "TBody", "TR", "TH", "TD", "Figure", "Note", "Reference", "Link", "Span", "TOC", "TOCI", "BlockQuote",
]  # fmt: skip
"""Structure types of ISO 32000-1, 14.8.4."""

ARTIFACT = -1
"""The element of what is no content: repeated head rows, headers and footers."""


class Element(msgspec.Struct, frozen=True):
    """A node of the document's structure. Its number is its place in `Pages.elements`, which are in reading order."""

    tag: Tag
    parent: int
    """The number of the parent; of the root, -1."""
    lang: str = ""
    """BCP 47, where it is not the parent's."""
    alt: str = ""
    key: str = ""
    """A name unique in the document, where others point here (notes)."""
    scope: Literal["", "Row", "Column", "Both"] = ""
    colspan: int = 1
    rowspan: int = 1
    numbering: Literal["", "Disc", "Decimal"] = ""
    summary: str = ""
    revision: Revision = ""
    """Of a span: its words were inserted or deleted."""


class ComputedStyle(msgspec.Struct, frozen=True, eq=False):
    """How a stretch of a line is painted, and what it is. Stretches of one look share one value."""

    font: str
    """The file name of the font."""
    size: float
    ink: str
    """`#RRGGBB`."""
    rise: float = 0
    tracking: float = 0
    """Extra space after each letter, in points."""
    capitals: bool = False
    lang: str = ""
    underline: Literal["", "thin", "dotted"] = ""
    element: int = 0
    """An element within that of the line (a link, a span in another language); 0 where there is none."""
    target: str = ""
    """Where it leads: `#anchor` or an address."""
    page_of: str = ""
    """An anchor whose page number is to be filled in."""
    boxed: bool = False
    """No font has these characters: boxes stand for them, and `meaning` says what they were."""
    revision: Revision = ""
    spoken_before: str = ""
    spoken_after: str = ""
    """What is heard before and behind it: that an insertion or a deletion begins or ends."""


class TextRun(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a line in one look. Spaces at its end are painted but not counted in `width`."""

    x: float
    width: float
    text: str
    style: ComputedStyle
    unicode: str = ""
    """What the painted characters stand for, one for one; empty where they stand for themselves."""
    actual_text: str | None = None
    """What is heard in its place, where it is a part of a divided word: the whole word, or nothing."""


class TextLine(msgspec.Struct, frozen=True):
    """A line of text: its box, its baseline (from the top of the paper) and its pieces from left to right."""

    x: float
    y: float
    width: float
    height: float
    baseline: float
    runs: tuple[TextRun, ...]
    element: int
    word_space: float = 0
    """Extra width of each space, where the line is justified."""


class Fill(msgspec.Struct, frozen=True, gc=False):
    """A filled rectangle: a ground, a rule, an underline. Never content."""

    x: float
    y: float
    width: float
    height: float
    ink: str
    dotted: bool = False


class PlacedImage(msgspec.Struct, frozen=True):
    """A placed picture."""

    x: float
    y: float
    width: float
    height: float
    picture: Picture
    element: int


class PlacedChart(msgspec.Struct, frozen=True):
    """A placed chart. The drawing is made larger or smaller to fill the box."""

    x: float
    y: float
    width: float
    height: float
    drawing: "Drawing"
    element: int


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """A place that can be led to."""

    y: float
    name: str


PlacedBox: TypeAlias = TextLine | Fill | PlacedImage | PlacedChart | Anchor


class Page(msgspec.Struct, frozen=True):
    """A page, upright or turned. Grounds and rules come first in `boxes`, then the content in reading order."""

    width: float
    height: float
    boxes: tuple[PlacedBox, ...]
    header: tuple[PlacedBox, ...] = ()
    footer: tuple[PlacedBox, ...] = ()


class OutlineItem(msgspec.Struct, frozen=True):
    """A heading as it stands in the outline; `level` runs from 1."""

    level: int
    title: str
    anchor: str


class Destination(msgspec.Struct, frozen=True):
    """Where an anchor stands: its page, from 1, and the distance from the top of the paper."""

    page: int
    y: float


class Pages(msgspec.Struct, frozen=True):
    """A laid out document. Width and height are those of its upright pages."""

    width: float
    height: float
    pages: tuple[Page, ...]
    elements: tuple[Element, ...]
    places: dict[str, Destination]
    outline: tuple[OutlineItem, ...] = ()

    @property
    def anchor_pages(self) -> dict[str, int]:
        """The page, from 1, on which each anchor stands: headings, tables, figures, items, notes and their marks."""
        return {name: place.page for name, place in self.places.items()}

    def __len__(self) -> int:
        return len(self.pages)

    def __getitem__(self, index: int) -> Page:
        return self.pages[index]

    def __iter__(self) -> Iterator[Page]:
        return iter(self.pages)


def translated(box: PlacedBox, dy: float) -> PlacedBox:
    """The box, `dy` points further down."""
    # Not by patterns that take a box apart: those cost ten times as much, and a brief has thousands of boxes.
    if isinstance(box, TextLine):
        return msgspec.structs.replace(box, y=box.y + dy, baseline=box.baseline + dy)
    return msgspec.structs.replace(box, y=box.y + dy)
