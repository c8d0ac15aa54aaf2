"""What a document is, without its words."""

import re
from collections.abc import Iterator, Set
from itertools import groupby
from typing import Any

import msgspec

from briefgen.document import (
    Authored,
    Block,
    Blocks,
    Callout,
    Card,
    Cell,
    Columns,
    Contents,
    Document,
    Figure,
    Heading,
    Inlines,
    Link,
    List,
    PageBreak,
    Paragraph,
    Quotation,
    Run,
    Table,
    TemplateText,
    TitleBlock,
)  # fmt: skip
from briefgen.document.walk import texts


def everything(value: Any) -> Any:
    """All of a document but the words and the language of what authors wrote and of what was worked out."""
    match value:
        case Document():
            return [
                everything(part) for part in (value.blocks, value.notes, value.running.header, value.running.footer)
            ]
        case Run(origin=TemplateText()):
            return value
        case Run(origin=origin, marks=marks):
            return origin, sorted(marks)
        case tuple():
            return [everything(inner) for inner in value]
        case Figure(alt=alt) if alt:  # of a chart it tells the data, in the words of authors
            return everything(msgspec.structs.replace(value, alt=""))
        case _ if hasattr(value, "__struct_fields__"):
            return [type(value).__name__, *(everything(getattr(value, name)) for name in value.__struct_fields__)]
        case _:
            return value


def structure(blocks: Blocks, prose: Set[str]) -> list[Any]:
    """What the template made of the document: its blocks, without those that a field of prose (one of these paths)
    made, and without what stands in a line. Whether prose cites is no matter of structure: left out are the end notes,
    and the ground of a cell, which is that of evidence. Paragraphs that follow each other count as one: a list in a
    field ends the paragraph, and the template's words after it begin another."""
    notes = [at for at, block in enumerate(blocks) if isinstance(block, List) and block.role == "notes"]
    left_out = {at for place in notes for at in (place - 1, place)}
    shapes = (
        _shape(block, prose)
        for at, block in enumerate(blocks)
        if at not in left_out and not _of_prose_alone(block, prose)
    )
    return [shape for shape, alike in groupby(shapes) for _ in (alike if shape[0] != "paragraph" else (shape,))]


def runs(inlines: Inlines) -> Iterator[Run]:
    """The runs of a line, those of links as well."""
    for inline in inlines:
        match inline:
            case Run():
                yield inline
            case Link(content=content):
                yield from content


_UNTRANSLATED = re.compile(r"\s*(?:\[[a-z-]+\])?")
"""What follows words in another language than the brief's; or a space of the template, which goes before a list."""


def _of_prose_alone(block: Block, prose: Set[str]) -> bool:
    """Whether all words of a paragraph or list come from fields of prose, which a list in the first one would part."""
    if not isinstance(block, (Paragraph, List)):
        return False
    lines = list(texts(block))
    origins = {run.origin for line in lines for run in runs(line) if not _UNTRANSLATED.fullmatch(run.text)}
    return all(isinstance(origin, Authored) and origin.path in prose for origin in origins)


def _shape(block: Block, prose: Set[str]) -> Any:
    match block:
        case Heading(level=level, anchor=anchor):
            return "heading", level, anchor
        case Paragraph(role=role):
            return "paragraph", role
        case List(items=items, ordered=ordered, start=start):
            return "list", ordered, start, [structure(item.blocks, prose) for item in items]
        case Table():
            rows = [[_cell(cell, prose) for cell in row.cells] for row in (*block.head, *block.body)]
            return "table", block.columns, len(block.head), rows, block.caption is None, block.anchor, len(block.key)
        case Callout(kind=kind, blocks=blocks) | Card(kind=kind, blocks=blocks):
            return kind, structure(blocks, prose)
        case Columns(cells=cells):
            return "columns", [structure(cell.blocks, prose) for cell in cells]
        case Quotation(blocks=blocks):
            return "quotation", structure(blocks, prose)
        case TitleBlock(entries=entries):
            return "title", len(entries)
        case Figure() | Contents() | PageBreak():
            return type(block).__name__


def _cell(cell: Cell, prose: Set[str]) -> Any:
    return cell.header, cell.colspan, cell.rowspan, structure(cell.blocks, prose)
