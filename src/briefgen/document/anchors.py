"""Anchors of a document, and the addresses that a link may lead to."""

import re
from collections.abc import Callable, Iterator, Set
from typing import NamedTuple, assert_never

from msgspec.structs import replace

from briefgen.document.blocks import (
    Block,
    Blocks,
    Callout,
    Contents,
    Document,
    Figure,
    Heading,
    Item,
    List,
    PageBreak,
    Paragraph,
    Quotation,
    Table,
    TitleBlock,
)
from briefgen.document.walk import note_marks

_NOTE = re.compile(r"note-\d+")
_BEGINNINGS = ("cite-", "note-")


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
    alike = [anchor for anchor in anchors(document.blocks, listed=False) if anchor.startswith(_BEGINNINGS)]
    if not alike or (kept := noted(document).all).isdisjoint(alike):
        return document
    taken = kept.union(anchors(document.blocks))
    return replace(document, blocks=_renamed(document.blocks, lambda anchor: _unlike(anchor, taken, kept)))


class Noted(NamedTuple):
    """The anchors of notes and of their marks."""

    marks: frozenset[str]
    notes: frozenset[str]
    """Of the notes that marks lead to."""

    @property
    def all(self) -> frozenset[str]:
        """Of both."""
        return self.marks | self.notes


def noted(document: Document) -> Noted:
    """The anchors of the citations of a document."""
    marks = list(note_marks(document))
    marked = {mark.number for mark in marks}
    return Noted(
        frozenset(citation(mark.number, mark.occurrence) for mark in marks),
        frozenset(note(each.number) for each in document.notes if each.number in marked),
    )


def anchors(blocks: Blocks, listed: bool = True) -> Iterator[str]:
    """The anchors of blocks and of those inside them, in reading order; with those that the list of notes has from its
    notes, or without."""
    for block in blocks:
        match block:
            case Paragraph():
                pass
            case Heading() | Figure():
                yield block.anchor
            case List():
                for item in block.items:
                    if listed or not _is_note(block.role, item):
                        yield item.anchor
                    yield from anchors(item.blocks, listed)
            case Table():
                yield block.anchor
                for row in (*block.head, *block.body):
                    for cell in row.cells:
                        if len(cell.blocks) != 1 or not isinstance(cell.blocks[0], Paragraph):
                            yield from anchors(cell.blocks, listed)
            case Callout() | Quotation():
                yield from anchors(block.blocks, listed)
            case Contents() | PageBreak() | TitleBlock():
                pass
            case _:
                assert_never(block)


def _is_note(role: str, item: Item) -> bool:
    return role == "notes" and _NOTE.fullmatch(item.anchor) is not None


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
                        anchor=item.anchor if _is_note(role, item) else name(item.anchor),
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
