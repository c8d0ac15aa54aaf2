"""A field of the scenario becomes blocks and inlines of a document, with citations not yet numbered."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import count
from typing import NamedTuple, cast

import msgspec
from markdown_it.token import Token
from msgspec.structs import replace

from briefgen.core.diagnostic import Finding, Place
from briefgen.document import Authored, Block, Inline, Inlines, Item, Link, List, NoteMark, Paragraph, Run
from briefgen.markup import markdown as citation
from briefgen.markup.faults import faults
from briefgen.markup.inlines import SPANS, Look, Reader, flat, may_lead
from briefgen.markup.markdown import Attempts, parser
from briefgen.markup.marking import of_label
from briefgen.markup.model import MARK, Citation, Cited, Label, Prose, choose
from briefgen.markup.words import body_offsets, clean, clean_lines


def with_blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with their runs numbered; most fields are one paragraph, and stay as they are."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return blocks
    return _numbered(blocks, count())


def _numbered(blocks: tuple[Block, ...], numbers: "count[int]") -> tuple[Block, ...]:
    out: list[Block] = []
    for block in blocks:
        match block:
            case Paragraph(content=content):
                out.append(replace(block, content=_line(content, next(numbers))))
            case List(items=items):
                held = tuple(replace(item, blocks=_numbered(item.blocks, numbers)) for item in items)
                out.append(replace(block, items=held))
            case _:  # prose is made of no other
                out.append(block)
    return tuple(out)


def _line(content: Inlines, number: int) -> Inlines:
    pieces: Sequence[Inline | Citation] = content
    return cast("Inlines", tuple(_piece(piece, number) for piece in pieces))


def _piece(piece: Inline | Citation, number: int) -> Inline | Citation:
    match piece:
        case Run(origin=Authored(path=path)):
            return replace(piece, origin=Authored(path, number))
        case Link(content=content):
            runs = tuple(replace(run, origin=Authored(run.origin.path, number)) for run in content
                         if isinstance(run.origin, Authored))  # fmt: skip
            return replace(piece, content=runs)
        case Citation():
            return replace(piece, block=number)
        case _:
            return piece


# Where a note mark is: on its word, without a space, and after punctuation where the language puts it
# there.

_SIGNS = r"[.,;:!?…]+[”’»\"]*"
_PUNCTUATION = re.compile(_SIGNS)
_MARK_BEFORE = re.compile(rf"(?<!{MARK})({MARK}++){_SIGNS}")
_MARK_FIRST = ("fr", "es")
"""Languages in which the mark of a note is before punctuation."""


def placed(inlines: Iterable[Inline | Citation], lang: str) -> Cited:
    """The inlines with runs of one look joined, no white space before a note mark, and the mark after punctuation.

    English: “troops [@x].” → “troops.¹”; French and Spanish: “troupes [@x].” → “troupes¹.”
    """
    tight: list[Inline | Citation] = []
    for inline in inlines:
        if isinstance(inline, (Citation, NoteMark)):
            _strip(tight)
            tight.append(inline)
        else:
            _add(tight, inline)
    if _mark_first(lang) or not any(isinstance(inline, (Citation, NoteMark)) for inline in tight):
        return tuple(tight)
    return _marks_after_punctuation(tight)


def after_punctuation(words: str, lang: str) -> list[int]:
    """Of plain words with U+E000 for note marks, the numbers of the characters as a brief sets them."""
    order = list(range(len(words)))
    if not _mark_first(lang):
        for found in _MARK_BEFORE.finditer(words):
            start, middle, end = found.start(), found.end(1), found.end()
            order[start:end] = [*range(middle, end), *range(start, middle)]
    return order


def _mark_first(lang: str) -> bool:
    return lang.lower().partition("-")[0] in _MARK_FIRST


def _marks_after_punctuation(tight: list[Inline | Citation]) -> Cited:
    out: list[Inline | Citation] = []
    marks: list[Citation | NoteMark] = []
    for inline in tight:
        if isinstance(inline, (Citation, NoteMark)):
            marks.append(inline)
            continue
        if marks and isinstance(inline, Run) and (found := _PUNCTUATION.match(inline.text)):
            _add(out, msgspec.structs.replace(inline, text=found[0]))
            inline = msgspec.structs.replace(inline, text=inline.text[found.end() :])
        out.extend(marks)
        marks = []
        _add(out, inline)
    return (*out, *marks)


def _add(out: list[Inline | Citation], inline: Inline) -> None:
    if isinstance(inline, Run):
        if not inline.text:
            return
        last = out[-1] if out else None
        if isinstance(last, Run) and (last.origin, last.marks, last.lang) == (inline.origin, inline.marks, inline.lang):
            out[-1] = msgspec.structs.replace(last, text=last.text + inline.text)
            return
    out.append(inline)


def _strip(out: list[Inline | Citation]) -> None:
    while out and isinstance(last := out[-1], Run):
        if text := last.text.rstrip():
            if text != last.text:
                out[-1] = msgspec.structs.replace(last, text=text)
            return
        out.pop()


# A field of the scenario, as written → blocks and inlines of a document, with citations not yet numbered.

_BLANK_LINE = re.compile(r"\n[ \n]*\n")
_NO_LETTERS = re.compile(r"[\W_]+")


LONGEST = 20_000
"""Characters of a field that are read as Markdown. The parser takes time with the square of some texts."""


class Parsed(msgspec.Struct, frozen=True):
    """A piece of prose: its paragraphs and lists, in the language that was found, and what is wrong in it.

    Where a paragraph cites, its inlines hold a `Citation` (the type `Cited`) in place of a note mark.
    """

    blocks: tuple[Block, ...] = ()
    findings: tuple[Finding, ...] = ()
    lang: str = ""


def as_inlines(cited: Cited) -> Inlines:
    """Inlines that still hold citations, as blocks take them until a brief is numbered."""
    return cast(Inlines, cited)


def parse_label(label: Label, lang: str) -> Inlines:
    """Plain words of one line, its markings aside: one run, or none where there are no words."""
    key = choose(label.texts, lang)
    words = clean(of_label(label.texts[key])).strip() if key is not None else ""
    return (Run(words, Authored(f"{label.path}.{key}"), lang=_foreign(key, lang)),) if words else ()


def parse(prose: Prose, lang: str) -> Parsed:
    """Prose in the requested language, or else the first given; its runs then have that language."""
    key = choose(prose.texts, lang)
    if key is None:
        return Parsed(lang=lang)
    return _read(prose.texts[key], f"{prose.path}.{key}", key, lang)


@lru_cache(maxsize=2048)  # rules, exhibits and composition read the same fields
def _read(written: str, path: str, key: str, target_lang: str) -> Parsed:
    text = clean_lines(written).strip()
    field = _Field(path, key, target_lang)
    if len(text) > LONGEST:
        long = _too_long(text, field)
        return msgspec.structs.replace(long, blocks=with_blocks(long.blocks))
    parsed = _parsed(text, field)
    if parsed.findings:
        parsed = msgspec.structs.replace(parsed, findings=_in_source(parsed.findings, written))
    return msgspec.structs.replace(parsed, blocks=with_blocks(parsed.blocks))


def _in_source(findings: Iterable[Finding], written: str) -> tuple[Finding, ...]:
    """Findings placed in the text that the parser reads, placed in the field as written."""
    _, offsets = body_offsets(written)
    return tuple(
        msgspec.structs.replace(each, place=Place(offsets[each.place.start], offsets[each.place.end - 1] + 1))
        if isinstance(each.place, Place)
        else each
        for each in findings
    )


class _Field(msgspec.Struct, frozen=True):
    """The field that is read: its path, its language, and the requested language."""

    path: str
    lang: str
    target_lang: str

    def run(self, text: str, look: Look = Look()) -> Run:  # noqa: B008  (a frozen value)
        """Words of this field."""
        return Run(clean(text), Authored(self.path), look.marks, look.lang or _foreign(self.lang, self.target_lang))


def _foreign(key: str | None, target_lang: str) -> str:
    return key if key and key != target_lang else ""


def _letters(text: str) -> str:
    """The letters and digits of a text, none of which a parser may lose."""
    return _NO_LETTERS.sub("", text)


def _too_long(text: str, field: _Field) -> Parsed:
    message = f"A field of prose has at most {LONGEST:,} characters."
    return _as_plain(text, field, Finding("prose-too-long", field.path, message))


def _as_plain(text: str, field: _Field, finding: Finding) -> Parsed:
    """The words as plain paragraphs: none is lost, whatever is wrong."""
    paragraphs = [_paragraph([field.run(part)], field.lang) for part in _BLANK_LINE.split(text)]
    return Parsed(tuple(block for blocks in paragraphs for block in blocks), (finding,), field.lang)


def _paragraph(inlines: Iterable[Inline | Citation], lang: str) -> tuple[Block, ...]:
    content = placed(inlines, lang)
    return (Paragraph(as_inlines(content)),) if content else ()


def _parsed(text: str, field: _Field) -> Parsed:
    attempts: Attempts = {}
    tokens = parser().parse(text, attempts)
    if _is_cut(text, tokens):
        return _as_plain(text, field, _too_deep(text, field))
    blocks = _blocks(tokens, _reader(field), field)
    if not blocks and not _letters(text):  # a bare bullet
        blocks = _paragraph([field.run(text)], field.lang)
    return Parsed(blocks, faults(text, tokens, attempts, field.path), field.lang)


def _is_cut(text: str, tokens: Iterable[Token]) -> bool:
    """Whether the parser gave up at some depth: what lies deeper is not in its tokens."""
    read = "".join(token.info if token.type == "list_item_open" else token.content for token in tokens)
    return _letters(text) != _letters(read)


def _too_deep(text: str, field: _Field) -> Finding:
    """The finding at the first line that is too deep."""
    lines = text.split("\n")
    first = bisect_left(
        range(1, len(lines) + 1),
        True,
        key=lambda end: _is_cut(head := "\n".join(lines[:end]), parser().parse(head, {})),
    )
    at = min(first, len(lines) - 1)
    words = lines[at].strip()
    start = sum(len(line) + 1 for line in lines[:at]) + len(lines[at]) - len(lines[at].lstrip())
    return Finding(
        "prose-too-deep",
        field.path,
        f"The lists in this text are nested more than {LISTS} deep from here on.",
        "Use fewer levels: nine at most, as in Word.",
        place=Place(start, start + len(words)),
    )


LISTS = 9
"""How deep lists can be nested, in Word and here: the parser goes 20 levels deep, and a list takes two."""


def _reader(field: _Field) -> Reader:
    return Reader(
        words=lambda text, look, line: (field.run(text, look),),
        target=target,
        fault=lambda code, written, line: None,  # see `faults`
        citations=lambda text, look: citation.read(text, field.path, look.markings),
        classes=SPANS,
    )


def target(href: str, _line: int = 0) -> str | None:
    """Where a link of prose leads; None where it may not."""
    address = clean(href).strip()
    return address if may_lead(address) else None


def _blocks(tokens: Sequence[Token], reader: Reader, field: _Field) -> tuple[Block, ...]:
    """Paragraphs and lists; `open_lists` holds the lists that are being read, the innermost last."""
    top: list[Block] = []
    open_lists: list[_OpenList] = []
    for token in tokens:
        match token.type:
            case "inline":
                here = open_lists[-1].items[-1][1] if open_lists else top
                here.extend(_paragraph(cast(Cited, flat(token.children or (), reader)), field.lang))
            case "bullet_list_open" | "ordered_list_open":
                open_lists.append(_OpenList(token.type == "ordered_list_open", []))
            case "list_item_open":
                open_lists[-1].items.append((int(token.info or 0), []))
            case "bullet_list_close" | "ordered_list_close":
                closed = open_lists.pop()
                here = open_lists[-1].items[-1][1] if open_lists else top
                here.extend(_numbered_lists(closed.items, field) if closed.ordered else _bullets(closed.items))
    return tuple(top)


_Items = list[tuple[int, list[Block]]]
"""The number and the blocks of each item of a list."""


class _OpenList(NamedTuple):
    ordered: bool
    items: _Items


def _bullets(items: _Items) -> Iterator[List]:
    filled = tuple(Item(tuple(blocks)) for _, blocks in items if blocks)
    if filled:
        yield List(filled)


def _numbered_lists(items: _Items, field: _Field) -> Iterator[Block]:
    """A list that counts from its first number; another one wherever the author did not count on. Where every number is
    a 1, as many write who leave the counting to Markdown, they are counted. A number without words is text."""
    counted = all(number == 1 for number, _ in items)
    start = 0
    run: list[Item] = []
    for at, (written, blocks) in enumerate(items, 1):
        number = at if counted else written
        if run and (number != start + len(run) or not blocks):
            yield List(tuple(run), ordered=True, start=start)
            run = []
        if not blocks:
            yield from _paragraph([field.run(f"{number}.")], field.lang)
            continue
        start = start if run else number
        run.append(Item(tuple(blocks)))
    if run:
        yield List(tuple(run), ordered=True, start=start)


# What a field of prose cites.


def citations(prose: Prose, lang: str) -> tuple[Citation, ...]:
    """The citations in one language, in order."""
    return tuple(_in(parse(prose, lang).blocks))


def cited_facts(prose: Prose) -> frozenset[str]:
    """The ids that it cites, in any of its languages."""
    return frozenset(
        citation.fact for lang, text in prose.texts.items() if "@" in text for citation in citations(prose, lang)
    )


def _in(blocks: Iterable[Block]) -> Iterator[Citation]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from [inline for inline in block.content if isinstance(inline, Citation)]
        elif isinstance(block, List):
            for item in block.items:
                yield from _in(item.blocks)
