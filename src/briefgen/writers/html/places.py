"""Anchors of the document → ids of the page, and what they are called.

An id must be unlike any other and have no white space (HTML, 3.2.6). Ids that begin with `_` are the writer's own.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import msgspec

from briefgen.document import (
    Block,
    Contents,
    Document,
    Figure,
    Heading,
    List,
    NoteMark,
    Table,
    plain,
)
from briefgen.document.anchors import citation, note
from briefgen.document.walk import every, note_marks

_CITATION = re.compile(r"cite-(\d+)-(\d+)")


class Places(msgspec.Struct, frozen=True):
    """Where links may lead."""

    ids: Mapping[str, str]
    """Anchor → id."""
    names: Mapping[str, str]
    """Anchor → the words of its heading or the label of its caption."""
    end_notes: bool
    """The document lists its notes itself."""


def places(document: Document) -> Places:
    """Every place of a document."""
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    taken: set[str] = set()
    held = [(anchor, name) for block in every(document.blocks) for anchor, name in _anchors(block)]
    notes = {note(each.number) for each in document.notes}
    end_notes = any(
        item.anchor in notes
        for block in every(document.blocks)
        if isinstance(block, List) and block.role == "notes"
        for item in block.items
    )
    listed = () if end_notes else ((note(each.number), "") for each in document.notes)
    for anchor, name in (*_citations(document), *held, *listed):
        if anchor and anchor not in ids:
            ids[anchor] = _unlike(taken, anchor)
            names[anchor] = name
    return Places(ids, names, end_notes)


def cited(anchor: str) -> tuple[str, str] | None:
    """The number and the occurrence of the note mark with this anchor."""
    found = _CITATION.fullmatch(anchor)
    return (found[1], found[2]) if found else None


def _unlike(taken: set[str], anchor: str) -> str:
    stem = re.sub(r"[^A-Za-z0-9_.-]+", "-", anchor).strip("-_.")
    stem = stem if stem[:1].isalpha() else f"at-{stem}"
    name, at = stem, 1
    while name in taken:
        at += 1
        name = f"{stem}-{at}"
    taken.add(name)
    return name


def _citations(document: Document) -> list[tuple[str, str]]:
    """The note marks that a page shows: the title of a list of headings is shown without its own."""
    unseen = Counter(
        inline
        for block in every(document.blocks)
        if isinstance(block, Contents)
        for inline in block.title
        if isinstance(inline, NoteMark)
    )
    return [(citation(mark.number, mark.occurrence), "") for mark in Counter(note_marks(document)) - unseen]


def _anchors(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Heading(anchor=anchor, content=content):
            yield anchor, plain(content)
        case Figure(anchor=anchor, caption=caption) | Table(anchor=anchor, caption=caption):
            yield anchor, caption.label if caption else ""
        case List(items=items):
            yield from ((item.anchor, item.label) for item in items)
        case _:
            pass
