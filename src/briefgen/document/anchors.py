"""Names of places. Those of notes and of their marks are theirs alone, so that a mark always leads to its note."""

import re
from collections.abc import Callable, Iterator, Set
from typing import assert_never

from msgspec.structs import replace

from briefgen.document.blocks import (
    Block,
    Blocks,
    Callout,
    Contents,
    Document,
    Figure,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Quotation,
    Table,
    TitleBlock,
)
from briefgen.document.walk import note_marks

_NOTE = re.compile(r"note-\d+")


def citation(number: int, occurrence: int) -> str:
    """The anchor of a note mark."""
    return f"cite-{number}-{occurrence}"


def note(number: int) -> str:
    """The anchor of a note; where a document lists its notes in full, of the item there."""
    return f"note-{number}"


def with_notes_first(document: Document) -> Document:
    """The document with another anchor for each block that bears the name of a cited note or of a mark.

    What leads to that name leads to the note. The items of the list of notes keep theirs.
    """
    kept = cited_notes(document) | {citation(mark.number, mark.occurrence) for mark in note_marks(document)}
    given = set(anchors(document.blocks))
    if kept.isdisjoint(given):
        return document
    taken = kept | given
    return replace(document, blocks=_renamed(document.blocks, lambda anchor: _unlike(anchor, taken, kept)))


def cited_notes(document: Document) -> frozenset[str]:
    """The anchors of the notes that marks lead to."""
    marked = {note(mark.number) for mark in note_marks(document)}
    return frozenset(note(each.number) for each in document.notes) & marked


def anchors(blocks: Blocks) -> Iterator[str]:
    """The anchors of blocks and of those inside them, in reading order."""
    for block in blocks:
        match block:
            case Heading(anchor=anchor) | Figure(anchor=anchor):
                yield anchor
            case List(items=items):
                for item in items:
                    yield item.anchor
                    yield from anchors(item.blocks)
            case Table():
                yield block.anchor
                for row in (*block.head, *block.body):
                    for cell in row.cells:
                        yield from anchors(cell.blocks)
            case Callout(blocks=inner) | Quotation(blocks=inner):
                yield from anchors(inner)
            case Paragraph() | Contents() | PageBreak() | TitleBlock():
                pass
            case _:
                assert_never(block)


def _unlike(anchor: str, taken: Set[str], kept: Set[str]) -> str:
    """The anchor where it is not kept; else one like it that nothing has."""
    if anchor not in kept:
        return anchor
    while anchor in taken:
        anchor = f"at-{anchor}"
    return anchor


def _renamed(blocks: Blocks, name: Callable[[str], str]) -> Blocks:
    return tuple(_block(block, name) for block in blocks)


def _block(block: Block, name: Callable[[str], str]) -> Block:
    match block:
        case Heading() | Figure():
            return replace(block, anchor=name(block.anchor))
        case List(role=role, items=items):
            return replace(
                block,
                items=tuple(
                    replace(
                        item,
                        blocks=_renamed(item.blocks, name),
                        anchor=item.anchor if role == "notes" and _NOTE.fullmatch(item.anchor) else name(item.anchor),
                    )
                    for item in items
                ),
            )
        case Table():
            head, body = (
                tuple(
                    replace(row, cells=tuple(replace(cell, blocks=_renamed(cell.blocks, name)) for cell in row.cells))
                    for row in rows
                )
                for rows in (block.head, block.body)
            )
            return replace(block, head=head, body=body, anchor=name(block.anchor))
        case Callout() | Quotation():
            return replace(block, blocks=_renamed(block.blocks, name))
        case Paragraph() | Contents() | PageBreak() | TitleBlock():
            return block
        case _:
            assert_never(block)
