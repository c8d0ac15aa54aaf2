"""The places of a document that can be led to."""

from typing import NamedTuple

from briefgen.document import Document
from briefgen.document.anchors import anchors, noted


class Anchors(NamedTuple):
    """Names of places."""

    all: frozenset[str]
    """Headings, tables, figures, items, note marks and the notes that have one."""
    at_foot: frozenset[str]
    """Those of notes at the foot of a page, not of items in the list of notes."""


NONE = Anchors(frozenset(), frozenset())


def anchors_of(document: Document) -> Anchors:
    """The places of a document."""
    found = noted(document)
    return Anchors(found.all | {name for name in anchors(document.blocks) if name}, found.notes)
