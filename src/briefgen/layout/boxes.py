"""What is to be laid out, before it has a width: words, panels, grids, images."""

from typing import Literal, TypeAlias

import msgspec

from briefgen.document import Chart, Picture
from briefgen.fonts import load
from briefgen.layout.page import ComputedStyle

Align: TypeAlias = Literal["left", "right", "center", "justify"]


class Segment(msgspec.Struct, frozen=True, gc=False):
    """The smallest thing that a line is made of: a word, a part of one, a note mark. Width without the space before."""

    text: str
    width: float
    style: ComputedStyle
    space: float = 0
    """The width of the space before it; 0 where there is none."""
    breaks: bool = False
    """Whether a line may end before it."""
    forced: bool = False
    """Whether a line must end before it."""
    unicode: str = ""
    note: int = 0
    """The number of the note that is set at the foot of the page where this stands."""
    anchor: str = ""
    address: bool = False
    """Part of an address: a hyphen in it would be taken for its own."""


class ParagraphBox(msgspec.Struct, frozen=True):
    """A paragraph of any kind: its segments and how they are set."""

    segments: tuple[Segment, ...]
    element: int
    leading: float
    ascent: float
    """From the top of a line to its baseline."""
    align: Align = "left"
    before: float = 0
    after: float = 0
    keep_with_next: bool = False
    """Stands on the page of what follows."""
    balanced: bool = False
    """Lines of about the same length, for titles."""
    flush: Segment | None = None
    """Set at the right end of the last line: a page number."""
    anchors: tuple[str, ...] = ()
    inset: float = 0
    """Kept free at the right: in a column of numbers, for the decimals that others have."""
    starts_section: bool = False
    """A section begins with it."""


class IndentBox(msgspec.Struct, frozen=True):
    """Matter that stands in from the left; `label` hangs in the space beside its first line."""

    children: "tuple[Box, ...]"
    left: float
    label: ParagraphBox | None = None
    after: float = 0
    anchors: tuple[str, ...] = ()
    whole: bool = False
    """Stands on one page, unless it is long or leaves much of a page blank."""


class PanelBox(msgspec.Struct, frozen=True):
    """Matter on a ground, with a rule at its left."""

    children: "tuple[Box, ...]"
    ground: str
    rule: str
    rule_width: float
    padding: float


class EntriesBox(msgspec.Struct, frozen=True):
    """The entries under a title, labels over values, between hairlines."""

    entries: tuple[tuple[ParagraphBox | None, ParagraphBox | None], ...]
    ink: str
    before: float
    after: float


class TableCellBox(msgspec.Struct, frozen=True):
    """A cell at its place in the grid."""

    row: int
    column: int
    rowspan: int
    colspan: int
    children: "tuple[Box, ...]"
    ground: str = ""
    again: bool = False
    """It is shown a second time, beside further columns: no content."""


class TableGridBox(msgspec.Struct, frozen=True, eq=False):
    """A table's cells. The first `head` rows are repeated on each page."""

    cells: tuple[TableCellBox, ...]
    rows: int
    head: int
    shares: tuple[float | None, ...]
    """One for each column."""
    anchors: tuple[str, ...]
    keyed: bool
    """Whether a key follows that must stand with the last row."""


class TableWrapperBox(msgspec.Struct, frozen=True):
    """A table of the text with its title and its key; one too wide for the page stands on a page turned sideways."""

    grid: TableGridBox
    title: "tuple[Box, ...]" = ()
    key: "tuple[Box, ...]" = ()


class ImageBox(msgspec.Struct, frozen=True):
    """A picture to be scaled to the measure, or a chart to be drawn in it."""

    picture: Picture | Chart
    element: int
    anchors: tuple[str, ...]
    titled: bool
    """Its title stands above it."""
    keep_with_next: bool
    """Stands on the page of what follows: its key."""


class PageBreakBox(msgspec.Struct, frozen=True):
    """What follows begins a page."""


Box: TypeAlias = (
    ParagraphBox | IndentBox | PanelBox | EntriesBox | TableGridBox | TableWrapperBox | ImageBox | PageBreakBox
)


# Whose the space between two stretches of a line is.


def space_owner(before: ComputedStyle, after: ComputedStyle) -> ComputedStyle:
    """The look in which the space between two stretches is painted: never that of a link or a raised mark if the
    other is neither."""
    return after if before is not after and (before.element or before.rise) else before


def space_between(before: ComputedStyle, after: ComputedStyle) -> float:
    """The width of the space between two stretches."""
    owner = space_owner(before, after)
    return load(owner.font).space * owner.size + owner.tracking
