"""The places of a document that can be led to."""

from collections.abc import Iterator

from briefgen.document import Block, Callout, Document, Figure, Heading, List, Quotation, Table
from briefgen.document.walk import note_marks


def anchors_of(document: Document) -> frozenset[str]:
    """Headings, tables, figures, items, note marks and the notes that have one."""
    names = {name for block in document.blocks for name in _of(block) if name}
    known = {note.number for note in document.notes}
    for mark in note_marks(document):
        names.add(f"cite-{mark.number}-{mark.occurrence}")
        if mark.number in known:
            names.add(f"note-{mark.number}")
    return frozenset(names)


def _of(block: Block) -> Iterator[str]:
    match block:
        case Heading(anchor=anchor) | Figure(anchor=anchor):
            yield anchor
        case List(items=items):
            for item in items:
                yield item.anchor
                for inner in item.blocks:
                    yield from _of(inner)
        case Table():
            yield block.anchor
            for row in (*block.head, *block.body):
                for cell in row.cells:
                    for inner in cell.blocks:
                        yield from _of(inner)
        case Callout(blocks=blocks) | Quotation(blocks=blocks):
            for inner in blocks:
                yield from _of(inner)
        case _:
            pass
