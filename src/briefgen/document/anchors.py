"""Anchors of a document, and the addresses that a link may lead to."""

import re
from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

from msgspec.structs import replace

from briefgen.document.blocks import Document, Item, List
from briefgen.document.node import Node, children
from briefgen.document.transform import transform
from briefgen.document.walk import note_marks

_NOTE = re.compile(r"note-\d+")
_RESERVED = ("cite-", "note-")


def citation(number: int, occurrence: int) -> str:
    """The anchor of a note mark."""
    return f"cite-{number}-{occurrence}"


def note(number: int) -> str:
    """The anchor of a note; where a document lists its notes in full, of the item there."""
    return f"note-{number}"


def with_notes_first(document: Document) -> Document:
    """The document with another anchor for each block that has the anchor of a cited note or of a note mark.

    Links to that anchor then lead to the note. The items of the list of notes keep their anchors.
    """
    clashing = [anchor for anchor in anchors(document.blocks, with_notes=False) if anchor.startswith(_RESERVED)]
    if not clashing or (reserved := note_anchors(document).all).isdisjoint(clashing):
        return document
    taken = reserved.union(anchors(document.blocks))
    notes: set[int] = set()

    def renamed(node: Node) -> Node:
        if isinstance(node, List) and node.role == "notes":
            notes.update(id(item) for item in node.items if _is_note(item))
        if id(node) in notes or not (anchor := anchor_of(node)):
            return node
        return replace(node, anchor=_free(anchor, taken, reserved))

    return replace(document, blocks=transform(document.blocks, node=renamed))


class NoteAnchors(NamedTuple):
    """The anchors of notes and of their marks."""

    marks: frozenset[str]
    notes: frozenset[str]
    """Of the notes that are cited."""

    @property
    def all(self) -> frozenset[str]:
        """Of both."""
        return self.marks | self.notes


def note_anchors(document: Document) -> NoteAnchors:
    """The anchors of the citations of a document."""
    marks = list(note_marks(document))
    cited = {mark.number for mark in marks}
    return NoteAnchors(
        frozenset(citation(mark.number, mark.occurrence) for mark in marks),
        frozenset(note(each.number) for each in document.notes if each.number in cited),
    )


def anchor_of(node: Node) -> str:
    """The anchor of a node, or nothing."""
    anchor: str = getattr(node, "anchor", "")
    return anchor


def anchors(nodes: Iterable[Node], with_notes: bool = True) -> Iterator[str]:
    """The anchors of nodes and of the nodes inside them, in reading order, empty ones included; with those of the
    items of the list of notes, or without."""
    for node in nodes:
        if hasattr(node, "anchor"):
            yield anchor_of(node)
        if not with_notes and isinstance(node, List) and node.role == "notes":
            for item in node.items:
                yield from anchors(item.blocks if _is_note(item) else (item,), with_notes)
        else:
            yield from anchors(children(node), with_notes)


def _is_note(item: Item) -> bool:
    return _NOTE.fullmatch(item.anchor) is not None


def _free(anchor: str, taken: Set[str], reserved: Set[str]) -> str:
    """The anchor where it is not reserved; else one like it that is free."""
    if anchor not in reserved:
        return anchor
    while anchor in taken:
        anchor = f"at-{anchor}"
    return anchor
