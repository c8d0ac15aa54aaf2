"""The whole dump: what the file says of itself, the margins, the blocks, the notes."""

from collections.abc import Iterator

from briefgen.document import Document, Properties, Running
from briefgen.writers.native.blocks import blocks, indented, line
from briefgen.writers.native.words import bare, quoted, said, words


def write(document: Document) -> bytes:
    """The dump, UTF-8, with a line end after each line."""
    return "".join(f"{text}\n" for text in _lines(document)).encode()


def _lines(document: Document) -> Iterator[str]:
    yield f"document lang={bare(document.lang)}"
    yield from indented(_properties(document.properties))
    yield from indented(_running(document.running))
    if document.reviser:
        yield f"  {line('reviser', quoted(document.reviser.name), document.reviser.date)}"
    yield from blocks(document.blocks)
    for note in document.notes:
        yield line(f"note-{note.number}", said(note.revision), words(note.content))


def _properties(given: Properties) -> Iterator[str]:
    yield f"title {quoted(given.title)}"
    for name in ("author", "subject", "date", "scenario", "template", "edition", "audience"):
        if value := getattr(given, name):
            yield f"{name} {quoted(value)}"
    if given.keywords:
        yield line("keywords", *map(quoted, given.keywords))


def _running(given: Running) -> Iterator[str]:
    if given.header:
        yield line("header", words(given.header))
    if given.footer:
        yield line("footer", words(given.footer))
    yield f"page {quoted(given.page)}"
    if given.marking:
        yield f"marking {quoted(given.marking)} colour={bare(given.marking_colour)}"
    if given.status:
        yield f"status {quoted(given.status)}"
    if given.continued != Running().continued:
        yield f"continued {quoted(given.continued)}"
