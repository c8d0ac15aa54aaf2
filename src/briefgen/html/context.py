"""The shared state of a page while it is written: link targets, ids and revision."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeAlias

import msgspec

from briefgen.document import Blocks, Contents, Document, Figure, Heading, List, NoteMark, Revision, Table, plain
from briefgen.document.anchors import citation, note
from briefgen.document.node import Node
from briefgen.document.walk import note_marks, walk
from briefgen.html.markup import Markup
from briefgen.locale import Locale
from briefgen.theme import Theme

_CITATION = re.compile(r"cite-(\d+)-(\d+)")


class LinkTargets(msgspec.Struct, frozen=True):
    """The targets of links within a document."""

    ids: Mapping[str, str]
    """Anchor → id."""
    names: Mapping[str, str]
    """Anchor → the text of its heading or the label of its caption."""
    end_notes: bool
    """The document lists its notes itself."""


def link_targets(document: Document) -> LinkTargets:
    """All link targets of a document."""
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    taken: set[str] = set()
    anchors = [(anchor, name) for block in walk(document.blocks) for anchor, name in _anchors(block)]
    notes = {note(each.number) for each in document.notes}
    end_notes = any(
        item.anchor in notes
        for block in walk(document.blocks)
        if isinstance(block, List) and block.role == "notes"
        for item in block.items
    )
    contents_entries = () if end_notes else ((note(each.number), "") for each in document.notes)
    for anchor, name in (*_citations(document), *anchors, *contents_entries):
        if anchor and anchor not in ids:
            ids[anchor] = _unique_id(taken, anchor)
            names[anchor] = name
    return LinkTargets(ids, names, end_notes)


def parse_citation(anchor: str) -> tuple[str, str] | None:
    """The number and the occurrence of the note mark with this anchor."""
    found = _CITATION.fullmatch(anchor)
    return (found[1], found[2]) if found else None


def _unique_id(taken: set[str], anchor: str) -> str:
    stem = re.sub(r"[^A-Za-z0-9_.-]+", "-", anchor).strip("-_.")
    stem = stem if stem[:1].isalpha() else f"at-{stem}"
    name, at = stem, 1
    while name in taken:
        at += 1
        name = f"{stem}-{at}"
    taken.add(name)
    return name


def _citations(document: Document) -> list[tuple[str, str]]:
    """The visible note marks: the title of a contents list is shown without its own."""
    unseen = Counter(
        inline
        for block in walk(document.blocks)
        if isinstance(block, Contents)
        for inline in block.title
        if isinstance(inline, NoteMark)
    )
    return [(citation(mark.number, mark.occurrence), "") for mark in Counter(note_marks(document)) - unseen]


def _anchors(node: Node) -> Iterator[tuple[str, str]]:
    match node:
        case Heading(anchor=anchor, content=content):
            yield anchor, plain(content)
        case Figure(anchor=anchor, caption=caption) | Table(anchor=anchor, caption=caption):
            yield anchor, caption.label if caption else ""
        case List(items=items):
            yield from ((item.anchor, item.label) for item in items)
        case _:
            pass


# The state of the page.


class PageContext:
    """The page being written: link targets, interface messages, and ids in use."""

    def __init__(self, document: Document, link_targets: LinkTargets, locale: Locale, theme: Theme) -> None:
        self.document = document
        self.link_targets = link_targets
        self.locale = locale
        self.theme = theme
        self.level = 1
        """The level of the current heading."""
        self.revision: Revision = ""
        """The revision of the content being written, which is already marked."""
        self.heading = ""
        """The id of the current heading."""
        self.shares: set[int] = set()
        """Column widths in percent: inline styles are not allowed, so the style sheet has a class for each."""
        self._used_ids: set[str] = set()
        self._own_ids = 0

    @contextmanager
    def revising(self, revision: Revision) -> Iterator[None]:
        """Set the revision of the content that is written inside the `with` block."""
        before, self.revision = self.revision, revision
        try:
            yield
        finally:
            self.revision = before

    def id(self, anchor: str) -> str | None:
        """The id of an anchor; None if its first element already has it."""
        name = self.link_targets.ids.get(anchor)
        if name is None or name in self._used_ids:
            return None
        self._used_ids.add(name)
        return name

    def own_id(self, what: str) -> str:
        """A new id that no anchor has."""
        self._own_ids += 1
        return f"_{what}-{self._own_ids}"


Flow: TypeAlias = Callable[[Blocks, PageContext], Markup]
"""Writes the blocks inside a block: `blocks.flow`, passed as an argument to avoid a circular import."""
