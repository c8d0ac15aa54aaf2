"""The plain words of a field, as read by somebody who does not see Markdown, and prose run on in a line."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias, assert_never

from briefgen.core.diagnostic import Place
from briefgen.document import (
    Authored,
    Block,
    Computed,
    Inline,
    LineBreak,
    Link,
    List,
    NoteMark,
    Paged,
    Paragraph,
    Reference,
    Run,
    TemplateText,
)
from briefgen.markup.model import MARK, Citation, Cited, Label, Prose, Running, own, same
from briefgen.markup.parse import Parsed, as_inlines, parse

BETWEEN = "\n\n"
"""Separates paragraphs, and the items of a list."""

Look: TypeAlias = tuple[object, ...]
"""What sets a character apart: its marks, its language, where it leads; of a note mark, what it cites."""


class Reading(NamedTuple):
    """A field as it is read, character by character."""

    words: str
    looks: tuple[Look, ...]
    lists: tuple[str, ...]
    """In which lists each character is: `-1` for an ordered one in a list with bullets."""
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


# Prose among other words: paragraphs run on in the line, and lists stay lists where the place holds blocks.

_BULLET = "•"


def running(blocks: Iterable[Block]) -> Running:
    """Paragraphs as one running line, with forced line ends between them, and the lists among them."""
    out: list[Inline | Citation | List] = []
    for block in blocks:
        match block:
            case Paragraph(content=content):
                if out and content and not isinstance(out[-1], List):
                    out.append(LineBreak())
                out.extend(content)
            case List():
                out.append(block)
            case _:
                continue
    return tuple(out)


def parted(
    line: Iterable[Inline | Citation | List],
    finished: Callable[[Cited], Cited],
    role: Literal["body", "small"] = "body",
) -> tuple[Block, ...]:
    """The line as paragraphs with its lists between them. `finished` is done to the words of each paragraph; those of
    which nothing is left go."""
    out: list[Block] = []
    words: list[Inline | Citation] = []

    def end() -> None:
        if content := finished(tuple(words)):
            out.append(Paragraph(as_inlines(content), role))
        words.clear()

    for piece in line:
        if isinstance(piece, List):
            end()
            out.append(piece)
        else:
            words.append(piece)
    end()
    return tuple(out)


def joined(blocks: Iterable[Block]) -> Cited:
    """Paragraphs and lists for a place that holds no blocks (see `in_line`)."""
    return in_line(running(blocks))


def in_line(line: Iterable[Inline | Citation | List]) -> Cited:
    """The line for a place that holds no blocks: each item on a line of its own, after its bullet or number."""
    out: list[Inline | Citation] = []
    after_list = False
    for piece in line:
        if isinstance(piece, List):
            for item in _items(piece):
                if out:
                    out.append(LineBreak())
                out.extend(item)
            after_list = True
            continue
        if after_list:
            if isinstance(piece, Run) and not piece.text.strip():
                continue
            out.append(LineBreak())
            after_list = False
        out.append(piece)
    return tuple(out)


def _items(block: List) -> Iterator[Cited]:
    for number, item in enumerate(block.items, block.start):
        sign = item.label or (f"{number}." if block.ordered else _BULLET)
        yield (Run(f"{sign}\u00a0", Computed()), *joined(item.blocks))


# Words that are in a brief in another language, for want of a translation.

_NAMES = frozenset({"title", "short", "publisher", "authors", "attributed_to", "page", "translation", "checked_by"})
"""Of a source or a fact: what is called the same in every language, unless its author says otherwise."""


def is_name(path: str) -> bool:
    """Whether a field, by its path without a language, is the name of a document, a house, a person or a place in a
    document."""
    return path.startswith(("sources.", "facts.")) and not _NAMES.isdisjoint(path.split(".")[2:])


def lacks(text: Label | Prose, lang: str) -> bool:
    """Whether a field has no words in a language, and should have some. A name that is given once is given for all."""
    if own(text.texts, lang) is not None or not text.texts or text.path.endswith(".translation"):
        return False
    return not is_name(text.path) or len(text.texts) > 1


def marked(inlines: Iterable[Inline | Citation], lang: str) -> Cited:
    """Inlines of a brief in a language, with `[en]` after each stretch of an author's words that are in another one
    because the field has none in this. Note marks belong to the stretch."""
    out: list[Inline | Citation] = []
    open_in = ""
    end = 0
    for inline in inlines:
        key = _key(inline, lang)
        if open_in and key != open_in and not isinstance(inline, NoteMark | Citation):
            out.insert(end, _mark(open_in))
            open_in = ""
        out.append(inline)
        if key:
            open_in = key
        if open_in:
            end = len(out)
    if open_in:
        out.insert(end, _mark(open_in))
    return tuple(out)


def languages(inlines: Iterable[Inline | Citation], lang: str) -> frozenset[str]:
    """The languages that `marked` would name."""
    return frozenset(filter(None, (_key(inline, lang) for inline in inlines)))


def _mark(code: str) -> Run:
    return Run(f" [{code}]", TemplateText(), frozenset({"muted"}))


def _key(inline: Inline | Citation, lang: str) -> str:
    """The language that a field is given in, where that is another one."""
    if isinstance(inline, Run):
        if not isinstance(inline.origin, Authored):
            return ""
        field, _, key = inline.origin.path.rpartition(".")
        return "" if same(key, lang) or is_name(field) else key
    if isinstance(inline, Link) and inline.content:
        return _key(inline.content[0], lang)
    return ""
