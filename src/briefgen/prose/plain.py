"""The plain words of a field, as somebody reads them who does not see Markdown."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias, assert_never

from briefgen.diagnostic import Place
from briefgen.document import Block, Inline, LineBreak, Link, List, NoteMark, Paged, Paragraph, Reference, Run
from briefgen.prose.model import MARK, Citation, Cited, Prose
from briefgen.prose.parse import Parsed, parse

BETWEEN = "\n\n"
"""Stands between two paragraphs, and between the items of a list."""

Look: TypeAlias = tuple[object, ...]
"""What sets a character apart: its marks, its language, where it leads; of a note mark, what it cites."""


class Reading(NamedTuple):
    """A field as it is read, character by character."""

    words: str
    looks: tuple[Look, ...]
    lists: tuple[str, ...]
    """In which lists each character stands: `-1` for an ordered one in a list with bullets."""
    faults: tuple[tuple[str, str], ...]
    """What is wrong with it: codes, and the words that they are about."""


def blocks(of: Iterable[Block]) -> Iterator[str]:
    """The plain words of each paragraph and item of a field, in reading order."""
    return (line(content) for content, _ in _paragraphs(of, ""))


def line(content: Iterable[Inline | Citation]) -> str:
    """The plain words of one of them, or of a label."""
    return "".join(text for text, _ in _characters(content))


def plain(source: str, lang: str) -> str:
    """The plain words of a field: paragraphs and items with an empty line between them, U+E000 for each note mark,
    `\\n` for a forced line end, the words of links for links."""
    return reading(source, lang).words


def reading(source: str, lang: str) -> Reading:
    """A field in one language, as it is read."""
    return _of(parse(Prose("", "factual", {lang: source}), lang), source)


def _of(parsed: Parsed, source: str) -> Reading:
    words: list[str] = []
    looks: list[Look] = []
    lists: list[str] = []
    for content, inside in _paragraphs(parsed.blocks, ""):
        if words:
            words.append(BETWEEN)
            looks += [()] * len(BETWEEN)
            lists += [""] * len(BETWEEN)
        for text, look in _characters(content):
            words.append(text)
            looks += [look] * len(text)
            lists += [inside] * len(text)
    faults = tuple(
        (each.code, source[each.place.start : each.place.end] if isinstance(each.place, Place) else "")
        for each in parsed.findings
    )
    return Reading("".join(words), tuple(looks), tuple(lists), faults)


def _paragraphs(blocks: Iterable[Block], inside: str) -> Iterator[tuple[Cited, str]]:
    for block in blocks:
        match block:
            case Paragraph(content=content):
                yield content, inside
            case List(items=items, ordered=ordered):
                for item in items:
                    yield from _paragraphs(item.blocks, inside + ("1" if ordered else "-"))
            case _:
                pass  # prose has no other blocks


def _characters(content: Iterable[Inline | Citation]) -> Iterator[tuple[str, Look]]:
    for inline in content:
        match inline:
            case Run(text=text):
                yield text, (inline.marks, inline.lang)
            case Link(target=target):
                for run in inline.content:
                    yield run.text, (run.marks, run.lang, target)
            case LineBreak():
                yield "\n", ()
            case Citation():
                yield MARK, (inline.fact, inline.locator, inline.markings)
            case NoteMark() | Reference() | Paged():
                pass  # templates make these
            case _:
                assert_never(inline)
