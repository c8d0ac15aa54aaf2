"""Iteration over a document in reading order: nodes, texts, runs, note marks, headings."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from briefgen.document.blocks import Caption, Contents, Document, Figure, Heading, Table
from briefgen.document.inlines import Inlines, Link, NoteMark, Paged, Reference, Run, plain
from briefgen.document.node import Node, children, parts


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node, each before those inside it."""
    for node in nodes:
        yield node
        yield from walk(children(node))


def texts(node: Node) -> Iterator[Inlines]:
    """Every sequence of inlines in a node, empty ones included."""
    found: list[Inlines] = []
    _collect(node, found)
    return iter(found)


def _collect(node: Node, found: list[Inlines]) -> None:
    for name, kind in parts(type(node)):
        value = getattr(node, name)
        if kind == "text":
            found.append(value)
        elif kind == "nodes":
            for each in value:
                _collect(each, found)
        elif value is not None:
            _collect(value, found)


def runs(text: Inlines) -> Iterator[Run]:
    """The runs of a text, including those of its links."""
    for inline in text:
        if isinstance(inline, Run):
            yield inline
        elif isinstance(inline, Link):
            yield from inline.content


def note_marks(document: Document) -> Iterator[NoteMark]:
    """The citations of the body."""
    for block in document.blocks:
        for text in texts(block):
            for inline in text:
                if isinstance(inline, NoteMark):
                    yield inline


def names_pages(document: Document) -> bool:
    """Whether a list of contents or a reference names the page of something."""
    if any(isinstance(node, Contents) for node in walk(document.blocks)):
        return True
    found = (text for node in (*document.blocks, *document.notes) for text in texts(node))
    return any(isinstance(inline, Reference | Paged) for text in found for inline in text)


def headings(document: Document, depth: int = 6) -> Iterator[Heading]:
    """The headings of the body down to `depth`, without deleted ones. Headings are at the top level only."""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level <= depth and block.revision != "deleted":
            yield block


class ContentsEntry(NamedTuple):
    """An entry of a list of headings, tables or figures."""

    level: int
    words: str
    anchor: str


def contents_entries(document: Document, contents: Contents) -> list[ContentsEntry]:
    """The entries of a list of contents: headings with words, or tables or figures with a caption."""
    if contents.of == "headings":
        entries = [
            ContentsEntry(each.level, plain(each.content).strip(), each.anchor)
            for each in headings(document, contents.depth)
        ]
    else:
        kind = Table if contents.of == "tables" else Figure
        entries = [
            ContentsEntry(1, _title(node.caption), node.anchor)
            for node in walk(document.blocks)
            if isinstance(node, kind) and node.caption and node.revision != "deleted"
        ]
    return [entry for entry in entries if entry.words]


def _title(caption: Caption) -> str:
    label_and_title = caption.label.strip(), plain(caption.content).strip()
    return " · ".join(filter(None, label_and_title))


def words(document: Document) -> list[str]:
    """The words of each text of the body, without empty ones: what every format must contain."""
    return [content for block in document.blocks for text in texts(block) if (content := plain(text).strip())]


def values(root: object, leaves: tuple[type, ...]) -> Iterator[object]:
    """Every value in a part of a document, charts and plain strings included, in no particular order. The fields of
    `leaves` are left out."""
    waiting = [root]
    while waiting:
        value = waiting.pop()
        yield value
        if isinstance(value, tuple):
            waiting.extend(value)
        elif isinstance(value, msgspec.Struct) and not isinstance(value, leaves):
            waiting.extend(msgspec.structs.astuple(value))
