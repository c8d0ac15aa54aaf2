"""Blocks as lines, each indented under what holds it."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import assert_never

from briefgen.document import (
    Block,
    Blocks,
    Callout,
    Caption,
    Cell,
    Column,
    Contents,
    Figure,
    Heading,
    Inlines,
    List,
    PageBreak,
    Paragraph,
    Picture,
    Quotation,
    Row,
    Table,
    TitleBlock,
)
from briefgen.writers.native.charts import chart
from briefgen.writers.native.words import bare, quoted, said, words


def blocks(held: Blocks) -> Iterator[str]:
    """The lines of blocks."""
    for block in held:
        first, *others = _block(block)
        yield line(said(block.revision), first)
        yield from others


def line(*parts: str) -> str:
    """Parts with a space between; empty ones are left out."""
    return " ".join(part for part in parts if part)


def indented(lines: Iterable[str]) -> Iterator[str]:
    """The same lines, one step deeper."""
    for text in lines:
        yield f"  {text}"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield line(f"heading-{block.level}", _anchor(block.anchor), words(block.content))
        case Paragraph():
            yield line(block.role, words(block.content))
        case List():
            yield from _list(block)
        case Table():
            yield from _table(block)
        case Callout():
            yield line(block.kind, words(block.title))
            yield from indented(blocks(block.blocks))
        case Quotation():
            yield "quotation"
            yield from indented(blocks(block.blocks))
            yield from indented(_part("attribution", block.attribution))
        case Figure(picture=picture):
            kind = _pixels(picture) if isinstance(picture, Picture) else type(picture).__name__.lower()
            yield line("figure", _anchor(block.anchor), kind, f"alt={quoted(block.alt)}")
            yield from indented(_caption(block.caption))
            if not isinstance(picture, Picture):
                yield from indented(chart(picture))
            for paragraph in block.key:
                yield f"  {line('key', paragraph.role, said(paragraph.revision), words(paragraph.content))}"
        case Contents():
            what = f"depth={block.depth}" if block.of == "headings" else f"of={block.of}"
            yield line("contents", what, words(block.title))
        case PageBreak():
            yield "page-break"
        case TitleBlock():
            yield "title-block"
            yield from indented(_part("kind", block.kind))
            yield from indented(_part("title", block.title))
            yield from indented(_part("question", block.question))
            for entry in block.entries:
                yield f"  {line('entry', said(entry.revision), words(entry.label), '|', words(entry.value))}"
        case _:
            assert_never(block)


def _pixels(picture: Picture) -> str:
    return f"png {picture.width}×{picture.height} sha256={sha256(picture.png).hexdigest()[:16]}"


def _part(name: str, content: Inlines) -> Iterator[str]:
    if content:
        yield line(name, words(content))


def _anchor(anchor: str) -> str:
    return f"#{bare(anchor)}" if anchor else ""


def _list(block: List) -> Iterator[str]:
    yield line(
        "numbered" if block.ordered else "bullets", f"from={block.start}" if block.start != 1 else "", block.role
    )
    for item in block.items:
        label = f"label={quoted(item.label)}" if item.label else ""
        yield from indented(_holder(line("-", said(item.revision), label, _anchor(item.anchor)), item.blocks))


def _holder(opening: str, held: Blocks) -> Iterator[str]:
    """An item or a cell: a paragraph alone stands on its line, after a colon; anything else under it."""
    if len(held) == 1 and isinstance(held[0], Paragraph):
        role = "" if held[0].role == "body" else f"{held[0].role}:"
        content = line(role, said(held[0].revision), words(held[0].content))
        yield line(opening if opening == "-" and content else f"{opening}:", content)
    else:
        yield opening
        yield from indented(blocks(held))


def _table(block: Table) -> Iterator[str]:
    described = f"description={quoted(block.description)}" if block.description else ""
    yield line("table", _anchor(block.anchor), f"columns={_columns(block.columns)}", described)
    yield from indented(_caption(block.caption))
    for name, rows in (("head", block.head), ("row", block.body)):
        for row in rows:
            yield f"  {line(name, said(row.revision))}"
            yield from indented(indented(_row(row)))
    for paragraph in block.key:
        yield f"  {line('key', paragraph.role, said(paragraph.revision), words(paragraph.content))}"


def _columns(columns: tuple[Column, ...]) -> str:
    return (
        ",".join(column.align if column.share is None else f"{column.align}:{column.share!r}" for column in columns)
        or "none"
    )


def _row(row: Row) -> Iterator[str]:
    for cell in row.cells:
        yield from _holder(_cell(cell), cell.blocks)


def _cell(cell: Cell) -> str:
    return line(
        "header-cell" if cell.header else "cell",
        f"colspan={cell.colspan}" if cell.colspan != 1 else "",
        f"rowspan={cell.rowspan}" if cell.rowspan != 1 else "",
        f"ground={cell.ground}" if cell.ground else "",
    )


def _caption(caption: Caption | None) -> Iterator[str]:
    if caption:
        yield line("caption", quoted(caption.label), words(caption.content))
