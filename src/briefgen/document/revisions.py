"""Insertions and deletions: how parts of a document are marked as such, and how they are accepted and rejected."""

from collections.abc import Iterable
from typing import assert_never

from msgspec.structs import replace

from briefgen.document.blocks import Document
from briefgen.document.inlines import Inline, Inlines, LineBreak, Link, NoteMark, Paged, Reference, Revision, Run
from briefgen.document.node import Node
from briefgen.document.transform import N, map_inlines, transform, transform_node
from briefgen.document.walk import note_marks


def accepted(document: Document) -> Document:
    """The document with what was inserted and without what was deleted: the new edition."""
    return _settled(document, "deleted")


def rejected(document: Document) -> Document:
    """The document as it was: the old edition. Its notes are renumbered by their first marks; what else follows from
    numbering (labels of captions, the places where a note is cited) stays that of the new one."""
    return renumbered(_settled(document, "inserted"))


def renumbered(document: Document) -> Document:
    """The document with its notes in the order of their first marks, without those that have none, and the marks of
    each note counted from 1."""
    notes = {note.number: note for note in document.notes}
    numbers = {number: at for at, number in enumerate(dict.fromkeys(mark.number for mark in note_marks(document)), 1)}
    counts: dict[int, int] = {}

    def counted(inline: Inline) -> Inline:
        if not isinstance(inline, NoteMark):
            return inline
        occurrence = counts[inline.number] = counts.get(inline.number, 0) + 1
        return replace(inline, number=numbers[inline.number], occurrence=occurrence)

    return replace(
        document,
        blocks=transform(document.blocks, text=lambda text: tuple(map(counted, text))),
        notes=tuple(replace(notes[old], number=new) for old, new in numbers.items() if old in notes),
    )


def revised(whole: N, revision: Revision) -> N:
    """A node that was inserted or deleted, with everything in it."""

    def marked(node: Node) -> Node:
        return replace(node, revision=revision) if hasattr(node, "revision") else node

    return transform_node(whole, text=lambda text: text_revised(text, revision), node=marked)


def text_revised(text: Iterable[Inline], revision: Revision) -> Inlines:
    """A text that was inserted or deleted as a whole."""

    def marked(inline: Inline) -> Inlines:
        if not isinstance(inline, Run):
            return (replace(inline, revision=revision),)
        return (replace(inline, marks=inline.marks | {revision}) if revision else inline,)

    return map_inlines(text, marked)


def revision_of(inline: Inline) -> Revision:
    """Whether an inline was inserted or deleted. Everything in a link has the same revision."""
    match inline:
        case Run():
            marks = inline.marks
            return "" if not marks else "inserted" if "inserted" in marks else "deleted" if "deleted" in marks else ""
        case NoteMark() | LineBreak() | Reference():
            return inline.revision
        case Link():
            return revision_of(inline.content[0]) if inline.content else ""
        case Paged():
            inlines = (*inline.with_pages, *inline.without_pages)
            return revision_of(inlines[0]) if inlines else ""
        case _:
            assert_never(inline)


def joined(text: Inlines) -> Inlines:
    """The text with neighbouring runs of one kind joined, and without empty inlines."""
    out: list[Inline] = []
    for inline in text:
        match inline:
            case Run(text=""):
                pass
            case Run() if out and isinstance(last := out[-1], Run) and _are_alike(last, inline):
                out[-1] = replace(last, text=last.text + inline.text)
            case Link(content=()) | Paged(with_pages=(), without_pages=()):
                pass
            case _:
                out.append(inline)
    return tuple(out)


def _are_alike(one: Run, other: Run) -> bool:
    return (one.origin, one.marks, one.lang) == (other.origin, other.marks, other.lang)


def _settled(document: Document, removed: Revision) -> Document:
    """The document without what was inserted, or without what was deleted, and without marks of revisions."""

    def node(node: Node) -> Node | None:
        revision = getattr(node, "revision", "")
        if not revision:
            return node
        return None if revision == removed else replace(node, revision="")

    def inline(inline: Inline) -> Inlines:
        if isinstance(inline, Run):
            if removed in inline.marks:
                return ()
            marks = inline.marks - {"inserted", "deleted"}
            return (replace(inline, marks=marks) if marks != inline.marks else inline,)
        revision = revision_of(inline)
        if not revision:
            return (inline,)
        return () if revision == removed else (replace(inline, revision=""),)

    def text(text: Inlines) -> Inlines:
        return joined(map_inlines(text, inline))

    return replace(
        document,
        blocks=transform(document.blocks, text=text, node=node),
        notes=transform(document.notes, text=text, node=node),
        reviser=None,
    )
