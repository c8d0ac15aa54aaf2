"""Blocks, and the Document that holds them."""

from typing import ClassVar, Literal, TypeAlias

import msgspec

from briefgen.document.chart import Chart
from briefgen.document.inlines import Inlines, Revision, plain
from briefgen.document.node import BlockNode, Node


class Heading(BlockNode, frozen=True):
    """A heading; levels run from 1 (section) to 4, without gaps. The title of a brief is in its title block."""

    level: int
    content: Inlines
    anchor: str


class Paragraph(BlockNode, frozen=True):
    """A paragraph. `role` is what it is for, not how it looks."""

    content: Inlines
    role: Literal["body", "lead", "small", "label"] = "body"
    """`lead` opens a section; `small` is a key, a source line or a remark in small sans; `label` is above a text, in
    small capitals."""


class Item(Node, frozen=True):
    """An item of a list. `label` replaces the bullet or number where it is not empty; `anchor` can be linked to."""

    blocks: "tuple[Block, ...]"
    label: str = ""
    anchor: str = ""
    revision: Revision = ""


class List(BlockNode, frozen=True):
    """A list, of any depth. `role='notes'`: the end notes, labelled with their numbers."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1
    role: Literal["", "notes"] = ""


class Column(msgspec.Struct, frozen=True):
    """A column of a table. `share` is its part of the width where the author fixed it; None: by the content."""

    align: Literal["left", "right", "center"] = "left"
    share: float | None = None


class Cell(Node, frozen=True):
    """A cell. A cell that spans rows or columns is given once, where it begins."""

    blocks: "tuple[Block, ...]" = ()
    header: bool = False
    """A row header (the first cell of a body row) or a column header (in the head)."""
    colspan: int = 1
    rowspan: int = 1
    ground: Literal["", "tint", "for", "against", "mixed"] = ""
    """The background colour by meaning, which the words of the cell give as well."""


class Row(Node, frozen=True):
    """A row of cells."""

    cells: tuple[Cell, ...]
    revision: Revision = ""


class Caption(Node, frozen=True):
    """`label` is “Table 2” in the document's language; `content` says what the table or figure shows."""

    label: str
    content: Inlines = ()


class Table(BlockNode, frozen=True):
    """A table with its title above and its key below. Head rows are repeated on each page."""

    reading_order: ClassVar[tuple[str, ...]] = ("caption", "head", "body", "key")

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    caption: Caption | None = None
    key: tuple[Paragraph, ...] = ()
    anchor: str = ""
    description: str = ""
    """For readers who cannot see it: what the rows and columns are."""


class Callout(BlockNode, frozen=True):
    """A box apart from the text. `decision` is the bottom line; `remark` anything else."""

    kind: Literal["decision", "remark"]
    title: Inlines
    blocks: "tuple[Block, ...]"


class Card(BlockNode, frozen=True):
    """A framed box, such as one option among several; cards side by side are equally high. `kind` is a look of the
    theme; what it means is in the words as well."""

    title: Inlines
    blocks: "tuple[Block, ...]"
    kind: Literal["plain", "recommended"] = "plain"


class ColumnsCell(Node, frozen=True):
    """One of the blocks side by side. `share` is its part of the width, relative to the others."""

    blocks: "tuple[Block, ...]"
    share: float = 1.0


class Columns(BlockNode, frozen=True):
    """Blocks side by side, read one cell after the other. Where there is too little width they are stacked."""

    cells: tuple[ColumnsCell, ...]
    gap: Literal["narrow", "normal", "wide"] = "normal"


class Quotation(BlockNode, frozen=True):
    """A block quotation and its speaker."""

    blocks: "tuple[Block, ...]"
    attribution: Inlines = ()


class Picture(msgspec.Struct, frozen=True, tag=True):
    """A raster picture, already read, bounded and re-encoded: PNG bytes and the size in pixels."""

    png: bytes
    width: int
    height: int


class Figure(BlockNode, frozen=True):
    """A picture or a chart, with its title above and its key below. `alt` is the text alternative: of a
    chart, its data."""

    picture: Picture | Chart
    alt: str
    caption: Caption | None = None
    anchor: str = ""
    key: tuple[Paragraph, ...] = ()
    """How to read it, and the source of its data."""


class Contents(BlockNode, frozen=True):
    """The list of headings down to `depth`, of tables or of figures, with their pages where there are pages."""

    title: Inlines
    depth: int = 2
    of: Literal["headings", "tables", "figures"] = "headings"


class PageBreak(BlockNode, frozen=True):
    """A page break."""


class TitleEntry(Node, frozen=True):
    """One of the entries under a title: “DECIDE BY  1 November 2022”."""

    label: Inlines
    value: Inlines
    revision: Revision = ""


class TitleBlock(BlockNode, frozen=True):
    """The head of the first page: kind of paper, title, question and entries."""

    kind: Inlines
    title: Inlines
    question: Inlines = ()
    entries: tuple[TitleEntry, ...] = ()


Block: TypeAlias = (
    Heading
    | Paragraph
    | List
    | Table
    | Callout
    | Card
    | Columns
    | Quotation
    | Figure
    | Contents
    | PageBreak
    | TitleBlock
)
Blocks: TypeAlias = tuple[Block, ...]


class Note(Node, frozen=True):
    """A footnote, on the page where `number` is first cited: the source in short, and the passage."""

    number: int
    content: Inlines
    revision: Revision = ""


class Running(Node, frozen=True):
    """Page headers and footers."""

    header: Inlines = ()
    """Next to the marking, from the second page on: the title of the brief."""
    footer: Inlines = ()
    """Kind of paper, edition, status, as-of date."""
    page: str = "{page} / {pages}"
    """“page {page} of {pages}” in the document's language."""
    marking: str = ""
    """The label, as its standard prints it: `TLP:CLEAR`."""
    marking_colour: str = "#FFFFFF"
    """Of the label's letters on black, `#RRGGBB`."""
    status: str = ""
    """“Draft” where the edition is not cleared: shown on every page."""
    continued: str = "{label} (continued)"
    """“{label} (continued)” in the document's language: above the further parts of a table that is too wide for a
    page."""


class Properties(msgspec.Struct, frozen=True):
    """The metadata of a file. Dates are those of the edition, never of the clock."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    date: str = ""
    """ISO 8601: the day of the edition, else the as-of date, else SOURCE_DATE_EPOCH, else nothing."""
    scenario: str = ""
    template: str = ""
    edition: str = ""
    audience: str = ""
    reference: str = ""
    """The file number of the organisation."""


class Reviser(msgspec.Struct, frozen=True):
    """The author and the date (ISO 8601) of the revisions in a document: those of the new edition."""

    name: str
    date: str = ""
    inserted: tuple[str, str] = ("Inserted:", "End of insertion.")
    """What screen readers say before and after inserted words, in the document's language."""
    deleted: tuple[str, str] = ("Deleted:", "End of deletion.")
    tracked: bool = True
    """Whether a word processor offers to accept or reject them, or only shows them by lines."""


class Document(Node, frozen=True):
    """A brief. `lang` is BCP 47. `notes` are in the order of their numbers, from 1 without gaps."""

    lang: str
    properties: Properties
    running: Running
    blocks: Blocks
    notes: tuple[Note, ...] = ()
    reviser: Reviser | None = None
    """Of a redline."""


# Files attached to a brief.


class Attachment(msgspec.Struct, frozen=True):
    """An attached file."""

    name: str
    """With `/` between the parts: `evidence/facts.yaml`."""
    data: bytes
    kind: str
    """Its media type: `application/yaml`."""
    words: str
    """What it is, for a person."""
    relation: Literal["Source", "Data"]
    """`Source`: the brief was made from it; `Data`: how it was made (ISO 19005-3, Annex E)."""


# Paragraphs that must be on the same page as the block after them.


def introduces(block: Block, following: Block | None) -> bool:
    """Whether a paragraph introduces the list after it, by a colon: “Taken as given, without evidence:”."""
    return isinstance(block, Paragraph) and isinstance(following, List) and plain(block.content).rstrip().endswith(":")
