"""The result of layout: pages of placed boxes, and the structure tree they belong to.

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
"""The element number of artifacts: repeated header rows, page headers and footers."""


class Element(msgspec.Struct, frozen=True):
    """A structure element. Its number is its index in `Pages.elements`, which are in reading order."""

    tag: Tag
    parent: int
    """The number of the parent; -1 for the root."""
    lang: str = ""
    """BCP 47, if it differs from the parent's."""
    alt: str = ""
    key: str = ""
    """Unique name, if others refer to the element (notes)."""
    scope: Literal["", "Row", "Column", "Both"] = ""
    colspan: int = 1
    rowspan: int = 1
    numbering: Literal["", "Disc", "Decimal"] = ""
    summary: str = ""
    revision: Revision = ""
    """For a span: its text was inserted or deleted."""


class ComputedStyle(msgspec.Struct, frozen=True, eq=False):
    """How a text run is painted and tagged. Runs of one style share one object."""

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
    """An element inside that of the line (a link, a span in another language); 0 if there is none."""
    target: str = ""
    """Link target: `#anchor` or an address."""
    page_of: str = ""
    """An anchor whose page number is to be filled in."""
    boxed: bool = False
    """No font has these characters: they are painted as boxes, and `unicode` has the originals."""
    revision: Revision = ""
    spoken_before: str = ""
    spoken_after: str = ""
    """Text read before and after it: the start and end of an insertion or deletion."""


class TextRun(msgspec.Struct, frozen=True, gc=False):
    """A part of a line in one style. Trailing spaces are painted but not counted in `width`."""

    x: float
    width: float
    text: str
    style: ComputedStyle
    unicode: str = ""
    """The Unicode text of the painted characters, one for one; empty if it is the same."""
    actual_text: str | None = None
    """Replacement text (PDF ActualText) of a part of a hyphenated word: the whole word, or nothing."""


class TextLine(msgspec.Struct, frozen=True):
    """A line of text: its box, its baseline (from the top of the paper) and its runs from left to right."""

    x: float
    y: float
    width: float
    height: float
    baseline: float
    runs: tuple[TextRun, ...]
    element: int
    word_space: float = 0
    """Extra width of each space in a justified line."""


class Fill(msgspec.Struct, frozen=True, gc=False):
    """A filled rectangle: a background, a rule, an underline. Never content."""

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
    """A placed chart. The drawing is scaled to fill the box."""

    x: float
    y: float
    width: float
    height: float
    drawing: "Drawing"
    element: int


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """A named place that links can lead to."""

    y: float
    name: str


PlacedBox: TypeAlias = TextLine | Fill | PlacedImage | PlacedChart | Anchor


class Page(msgspec.Struct, frozen=True):
    """A page, portrait or landscape. In `boxes`, backgrounds and rules come first, then content in reading order."""

    width: float
    height: float
    boxes: tuple[PlacedBox, ...]
    header: tuple[PlacedBox, ...] = ()
    footer: tuple[PlacedBox, ...] = ()


class OutlineItem(msgspec.Struct, frozen=True):
    """An outline item (bookmark); `level` counts from 1."""

    level: int
    title: str
    anchor: str


class Destination(msgspec.Struct, frozen=True):
    """The page of an anchor, from 1, and its distance from the top of the paper."""

    page: int
    y: float


class Pages(msgspec.Struct, frozen=True):
    """A laid out document. Width and height are those of its portrait pages."""

    width: float
    height: float
    pages: tuple[Page, ...]
    elements: tuple[Element, ...]
    places: dict[str, Destination]
    outline: tuple[OutlineItem, ...] = ()

    @property
    def anchor_pages(self) -> dict[str, int]:
        """The page, from 1, of each anchor: headings, tables, figures, items, notes and their marks."""
        return {name: place.page for name, place in self.places.items()}

    def __len__(self) -> int:
        return len(self.pages)

    def __getitem__(self, index: int) -> Page:
        return self.pages[index]

    def __iter__(self) -> Iterator[Page]:
        return iter(self.pages)


def translated(box: PlacedBox, dy: float) -> PlacedBox:
    """The box moved down by `dy` points."""
    # `match` takes ten times as long here, and a brief has thousands of boxes.
    if isinstance(box, TextLine):
        return msgspec.structs.replace(box, y=box.y + dy, baseline=box.baseline + dy)
    return msgspec.structs.replace(box, y=box.y + dy)
