"""Documents by hand, in few words. `T("plain *stress* **strong**")` is a stretch of inlines."""

import re
import struct
import zlib
from collections.abc import Iterable

from briefgen.document import (
    Block,
    Callout,
    Caption,
    Card,
    Cell,
    Column,
    Columns,
    ColumnsCell,
    Computed,
    Document,
    Figure,
    Heading,
    Inline,
    Inlines,
    Item,
    Link,
    List,
    Mark,
    Note,
    NoteMark,
    Paragraph,
    Picture,
    Properties,
    Row,
    Run,
    Running,
    Table,
    TemplateText,
)  # fmt: skip

_TOKENS = re.compile(r"\*\*(?P<strong>[^*]+)\*\*|\*(?P<emphasis>[^*]+)\*|\[(?P<words>[^]]+)\]\((?P<target>[^)]+)\)"
                     r"|\[(?P<span>[^]]+)\]\{(?P<marks>[^}]+)\}|\^(?P<note>\d+)(?:\.(?P<nth>\d+))?")  # fmt: skip


def R(text: str, *marks: Mark, lang: str = "") -> Run:  # noqa: N802  (a constructor)
    """A run."""
    return Run(text, TemplateText(), frozenset(marks), lang)


def T(text: str) -> Inlines:  # noqa: N802
    """Inlines: `**strong**`, `*emphasis*`, `[words](target)`, `[words]{mark mark}`, `^3` or `^3.2` for a note mark and
    its occurrence."""
    out: list[Inline] = []
    at = 0
    for found in _TOKENS.finditer(text):
        if found.start() > at:
            out.append(R(text[at : found.start()]))
        at = found.end()
        if found["strong"]:
            out.append(R(found["strong"], "strong"))
        elif found["emphasis"]:
            out.append(R(found["emphasis"], "emphasis"))
        elif found["words"]:
            out.append(Link((R(found["words"]),), found["target"]))
        elif found["span"]:
            out.append(R(found["span"], *found["marks"].split()))  # type: ignore[arg-type]
        else:
            out.append(NoteMark(int(found["note"]), int(found["nth"] or 1)))
    if at < len(text):
        out.append(R(text[at:]))
    return tuple(out)


def P(text: str, role: str = "body") -> Paragraph:  # noqa: N802
    """A paragraph."""
    return Paragraph(T(text), role)  # type: ignore[arg-type]


def H(text: str, level: int = 1, anchor: str = "") -> Heading:  # noqa: N802
    """A heading, its anchor made from its words."""
    return Heading(level, T(text), anchor or re.sub(r"\W+", "-", text.lower()).strip("-"))


def C(text: str = "", **given: object) -> Cell:  # noqa: N802
    """A cell of one paragraph, or empty."""
    return Cell((P(text),) if text else (), **given)  # type: ignore[arg-type]


def table(
    head: str,
    *rows: str,
    caption: str = "",
    key: str = "",
    anchor: str = "",
    aligns: str = "",
    shares: tuple[float, ...] = (),
) -> Table:
    """A table from lines with `|` between cells. The first cell of a row is its header."""
    count = head.count("|") + 1
    names = {"l": "left", "r": "right", "c": "center"}
    columns = tuple(
        Column(names[aligns[at]] if at < len(aligns) else "left", shares[at] if at < len(shares) else None)  # type: ignore[arg-type]
        for at in range(count)
    )
    body = tuple(Row(tuple(C(cell.strip(), header=not at) for at, cell in enumerate(row.split("|")))) for row in rows)
    label, _, content = caption.partition(": ")
    return Table(
        columns,
        (Row(tuple(C(cell.strip(), header=True) for cell in head.split("|"))),) if head else (),
        body,
        Caption(label, T(content)) if caption else None,
        (P(key, "small"),) if key else (),
        anchor,
    )


def bullets(*texts: str, ordered: bool = False) -> List:
    """A list of one-paragraph items."""
    return List(tuple(Item((P(text),)) for text in texts), ordered)


def box(title: str, *blocks: Block, kind: str = "decision") -> Callout:
    """A callout."""
    return Callout(kind, T(title), blocks)  # type: ignore[arg-type]


def card(title: str, *blocks: Block, kind: str = "plain") -> Card:
    """A card."""
    return Card(T(title), blocks, kind)  # type: ignore[arg-type]


def columns(*cells: Block | tuple[Block, ...], shares: tuple[float, ...] = (), gap: str = "normal") -> Columns:
    """Blocks side by side."""
    held = (cell if isinstance(cell, tuple) else (cell,) for cell in cells)
    parts = shares or (1.0,) * len(cells)
    return Columns(tuple(map(ColumnsCell, held, parts)), gap)  # type: ignore[arg-type]


def png(width: int = 8, height: int = 6, alpha: bool = False) -> Picture:
    """A grey picture."""
    channels, colour = (4, 6) if alpha else (3, 2)
    rows = (b"\0" + b"\x99" * channels * width) * height

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    data = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return Picture(b"\x89PNG\r\n\x1a\n" + data, width, height)


def figure(
    alt: str = "A grey field", caption: str = "", anchor: str = "", width: int = 800, height: int = 300
) -> Figure:
    """A figure."""
    label, _, content = caption.partition(": ")
    return Figure(png(width, height), alt, Caption(label, T(content)) if caption else None, anchor)


def document(
    *blocks: Block,
    notes: Iterable[str] = (),
    lang: str = "en-CA",
    running: Running | None = None,
    title: str = "A brief",
) -> Document:
    """A document of these blocks, with notes numbered from 1."""
    given = tuple(Note(number, T(text)) for number, text in enumerate(notes, 1))
    properties = Properties(title, author="The office", date="2022-10-28")
    return Document(
        lang, properties, running or Running(header=T(title), footer=T("A brief, edition 1")), blocks, given
    )


def computed(text: str) -> Run:
    """A figure that was worked out."""
    return Run(text, Computed("count"))
