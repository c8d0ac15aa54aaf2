"""The places of a document that can be led to."""

from briefgen.document import Document
from briefgen.document.anchors import anchors, citation, cited_notes
from briefgen.document.walk import note_marks


def anchors_of(document: Document) -> frozenset[str]:
    """Headings, tables, figures, items, note marks and the notes that have one."""
    marks = {citation(mark.number, mark.occurrence) for mark in note_marks(document)}
    return cited_notes(document) | marks | {name for name in anchors(document.blocks) if name}
