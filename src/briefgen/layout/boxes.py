"""The box tree: what is laid out, before it has a width."""

from typing import Literal, TypeAlias

import msgspec

from briefgen.document import Chart, Picture
from briefgen.fonts import load
from briefgen.layout.page import ComputedStyle

Align: TypeAlias = Literal["left", "right", "center", "justify"]


class Segment(msgspec.Struct, frozen=True, gc=False):
    """The smallest part of a line: a word, part of a word or a note mark. Its width excludes the space before it."""

    text: str
    width: float
    style: ComputedStyle
    space: float = 0
    """Width of the space before it; 0 if there is none."""
    breaks: bool = False
    """A line may end before it."""
    forced: bool = False
    """A line must end before it."""
    unicode: str = ""
    note: int = 0
    """Number of the footnote that is placed on the page of this segment."""
    anchor: str = ""
    address: bool = False
    """Part of an address, which is never hyphenated: the hyphen would be read as part of it."""


class ParagraphBox(msgspec.Struct, frozen=True):
    """A paragraph of any kind: its segments and their formatting."""

    segments: tuple[Segment, ...]
    element: int
    leading: float
    ascent: float
    """Distance from the top of a line to its baseline."""
    align: Align = "left"
    before: float = 0
    after: float = 0
    keep_with_next: bool = False
    """On the same page as the next box."""
    balanced: bool = False
    """Lines of about equal length, for titles."""
    flush: Segment | None = None
    """Placed at the right end of the last line: a page number."""
    anchors: tuple[str, ...] = ()
    inset: float = 0
    """Left free at the right: in a column of numbers, to align decimal signs."""
    starts_section: bool = False
    """A section starts with it."""


class IndentBox(msgspec.Struct, frozen=True):
    """Boxes indented from the left; `label` hangs next to the first line."""

    children: "tuple[Box, ...]"
    left: float
    label: ParagraphBox | None = None
    after: float = 0
    anchors: tuple[str, ...] = ()
    whole: bool = False
    """Kept on one page, unless it is long or leaves much of a page blank."""


class PanelBox(msgspec.Struct, frozen=True):
    """Boxes on a background with a rule at the left, or at the top of a border."""

    children: "tuple[Box, ...]"
    background: str
    """Empty for that of the page."""
    rule: str
    rule_width: float
    padding: float
    border: str = ""
    """Its colour; the rule is then at the top."""
    border_width: float = 0
    min_height: float = 0


class ColumnsBox(msgspec.Struct, frozen=True):
    """Cells of boxes side by side. `shares` are parts of the width without the gaps."""

    cells: "tuple[tuple[Box, ...], ...]"
    shares: tuple[float, ...]
    gap: float


class EntriesBox(msgspec.Struct, frozen=True):
    """The entries below a title: labels above values, between hairlines."""

    entries: tuple[tuple[ParagraphBox | None, ParagraphBox | None], ...]
    ink: str
    before: float
    after: float


class TableCellBox(msgspec.Struct, frozen=True):
    """A cell at its position in the grid."""

    row: int
    column: int
    rowspan: int
    colspan: int
    children: "tuple[Box, ...]"
    background: str = ""
    again: bool = False
    """Repeated next to further columns: not content."""


class TableGridBox(msgspec.Struct, frozen=True, eq=False):
    """The cells of a table. The first `head` rows are repeated on each page."""

    cells: tuple[TableCellBox, ...]
    rows: int
    head: int
    shares: tuple[float | None, ...]
    """One share of the width per column."""
    anchors: tuple[str, ...]
    keyed: bool
    """A key follows, which must be on the page of the last row."""


class TableWrapperBox(msgspec.Struct, frozen=True):
    """A table with its title and key, outside other blocks; if too wide, it takes landscape pages."""

    grid: TableGridBox
    title: "tuple[Box, ...]" = ()
    key: "tuple[Box, ...]" = ()


class ImageBox(msgspec.Struct, frozen=True):
    """A picture to scale to the width, or a chart to draw in it."""

    picture: Picture | Chart
    element: int
    anchors: tuple[str, ...]
    titled: bool
    """It has a title above it."""
    keep_with_next: bool
    """On the same page as the next box: its key."""


class PageBreakBox(msgspec.Struct, frozen=True):
    """The next box starts a page."""


Box: TypeAlias = (
    ParagraphBox
    | IndentBox
    | PanelBox
    | ColumnsBox
    | EntriesBox
    | TableGridBox
    | TableWrapperBox
    | ImageBox
    | PageBreakBox
)


def space_owner(before: ComputedStyle, after: ComputedStyle) -> ComputedStyle:
    """The style of the space between two segments: never that of a link or raised mark if the other is neither."""
    return after if before is not after and (before.element or before.rise) else before


def space_between(before: ComputedStyle, after: ComputedStyle) -> float:
    """Width of the space between two segments."""
    owner = space_owner(before, after)
    return load(owner.font).space * owner.size + owner.tracking
