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
    """`lead` opens a section; `small` is a key, a source line or a remark in small sans; `label` stands over a text in
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
    """A cell. A cell spanning rows or columns stands once, where it begins; the places it covers hold no cell."""

    blocks: "tuple[Block, ...]" = ()
    header: bool = False
    """A row header (the first cell of a body row) or a column header (in the head)."""
    colspan: int = 1
    rowspan: int = 1
    ground: Literal["", "tint", "for", "against", "mixed"] = ""
    """What the cell says, as a light ground; never the only sign of it."""


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


class Quotation(BlockNode, frozen=True):
    """A passage quoted as a block, and who said it."""

    blocks: "tuple[Block, ...]"
    attribution: Inlines = ()


class Picture(msgspec.Struct, frozen=True, tag=True):
    """A raster picture, already read, bounded and re-encoded: PNG bytes and the size in pixels."""

    png: bytes
    width: int
    height: int


class Figure(BlockNode, frozen=True):
    """A picture or a chart, with its title above and its key below. `alt` carries what it shows, for readers who cannot
    see it: of a chart, the data."""

    picture: Picture | Chart
    alt: str
    caption: Caption | None = None
    anchor: str = ""
    key: tuple[Paragraph, ...] = ()
    """How to read it, and where its data come from."""


class Contents(BlockNode, frozen=True):
    """The list of headings down to `depth`, of tables or of figures, with their pages where there are pages."""

    title: Inlines
    depth: int = 2
    of: Literal["headings", "tables", "figures"] = "headings"


class PageBreak(BlockNode, frozen=True):
    """What follows begins a page."""


class TitleEntry(Node, frozen=True):
    """One entry of the strip under a title: “DECIDE BY  1 November 2022”."""

    label: Inlines
    value: Inlines
    revision: Revision = ""


class TitleBlock(BlockNode, frozen=True):
    """The head of the first page: kind of paper, title, question, and the strip of entries."""

    kind: Inlines
    title: Inlines
    question: Inlines = ()
    entries: tuple[TitleEntry, ...] = ()


Block: TypeAlias = Heading | Paragraph | List | Table | Callout | Quotation | Figure | Contents | PageBreak | TitleBlock
Blocks: TypeAlias = tuple[Block, ...]


class Note(Node, frozen=True):
    """What stands at the foot of the page where `number` is first cited: the source in short, and the passage."""

    number: int
    content: Inlines
    revision: Revision = ""


class Running(Node, frozen=True):
    """What stands in the margin of every page."""

    header: Inlines = ()
    """Beside the marking, from the second page on: the title of the brief."""
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
    """“{label} (continued)” in the document's language: over the further parts of a table that no page is wide enough
    for."""


class Properties(msgspec.Struct, frozen=True):
    """What a file says of itself. Dates are those of the edition, never of the clock."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    date: str = ""
    """ISO 8601: the day of the edition, else the as-of date; where neither is given, the moment that SOURCE_DATE_EPOCH
    names, or nothing."""
    scenario: str = ""
    template: str = ""
    edition: str = ""
    audience: str = ""
    reference: str = ""
    """The number under which the house files it."""


class Reviser(msgspec.Struct, frozen=True):
    """Who made the changes that a document shows, and on which day (ISO 8601): those of the new edition."""

    name: str
    date: str = ""
    inserted: tuple[str, str] = ("Inserted:", "End of insertion.")
    """What is heard before and behind words that were inserted, in the document's language."""
    deleted: tuple[str, str] = ("Deleted:", "End of deletion.")
    tracked: bool = True
    """Whether a word processor offers them to be accepted or rejected, or only shows them by lines."""


class Document(Node, frozen=True):
    """A brief. `lang` is BCP 47. `notes` stand in the order of their numbers, from 1 without gaps."""

    lang: str
    properties: Properties
    running: Running
    blocks: Blocks
    notes: tuple[Note, ...] = ()
    reviser: Reviser | None = None
    """Where the document shows what changed from another one to this one."""


# Files that travel inside the file of a brief.


class Attachment(msgspec.Struct, frozen=True):
    """A file, and what it is to the brief."""

    name: str
    """With `/` between the parts: `evidence/facts.yaml`."""
    data: bytes
    kind: str
    """Its media type: `application/yaml`."""
    words: str
    """What it is, for a person."""
    relation: Literal["Source", "Data"]
    """`Source`: the brief was made from it; `Data`: it says how (ISO 19005-3, Annex E)."""


# Paragraphs that open what stands below them, and would say nothing at the foot of a page.


def introduces(block: Block, following: Block | None) -> bool:
    """Whether a paragraph opens the list behind it: it ends with a colon, “Taken as given, without evidence:”."""
    return isinstance(block, Paragraph) and isinstance(following, List) and plain(block.content).rstrip().endswith(":")
