"""A brief → its statements with their passages, as its web page shows them, for the search."""

from collections.abc import Iterator

from briefgen.document import Callout, Document, Heading, List, NoteMark, Paragraph, plain
from briefgen.document.anchors import note
from briefgen.document.walk import every, texts
from briefgen.writers.site.room import Statement


def statements(document: Document) -> tuple[Statement, ...]:
    """Each statement that has a note, in the order of the notes. Where the document does not list its notes in full,
    the paragraph or cell that cites."""
    listed = dict(_listed(document))
    cited: dict[int, tuple[int, str, str]] = {}
    for number, occurrence, section, sentence in _cited(document):
        cited.setdefault(number, (occurrence, section, sentence))
    out = []
    for each in document.notes:
        occurrence, section, sentence = cited.get(each.number, (0, "", ""))
        text, passage = sentence, plain(each.content)
        if note(each.number) in listed:
            occurrence, (text, passage) = 0, listed[note(each.number)]
        out.append(Statement(" ".join(text.split()), " ".join(passage.split()), section, each.number, occurrence))
    return tuple(out)


def _listed(document: Document) -> Iterator[tuple[str, tuple[str, str]]]:
    """Anchor → statement and passages, of each note in the list of notes."""
    for block in document.blocks:
        for item in block.items if isinstance(block, List) and block.role == "notes" else ():
            paragraphs = [each for each in every(item.blocks) if isinstance(each, Paragraph) and each.role == "body"]
            first, *rest = [plain(each.content) for each in paragraphs] or [""]
            yield item.anchor, (first, " ".join(rest))


def _cited(document: Document) -> Iterator[tuple[int, int, str, str]]:
    """Each citation: the number of its note, its occurrence, its section, and the words around it."""
    section = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            section = plain(block.content)
        here = plain(block.title) if isinstance(block, Callout) and block.title else section
        for line in texts(block):
            for mark in line:
                if isinstance(mark, NoteMark):
                    yield mark.number, mark.occurrence, here, plain(line)
