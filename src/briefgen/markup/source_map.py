"""Where each character of the plain words of a field is in its Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefgen.core.diagnostic import Place
from briefgen.document import Block as DocumentBlock
from briefgen.document import List, Paragraph
from briefgen.markup.inline_parser import address, begins, closing, line_starts, places
from briefgen.markup.markdown import parser
from briefgen.markup.marking import unread, written
from briefgen.markup.model import MARK, Prose
from briefgen.markup.parse import LONGEST, parse
from briefgen.markup.pieces import pieces_of
from briefgen.markup.plain import BETWEEN
from briefgen.markup.words import body_offsets, clean, clean_lines

if TYPE_CHECKING:
    from markdown_it.token import Token


class Construct(NamedTuple):
    """Emphasis, a link, a span, code or a citation: what is before and after its words."""

    opens: tuple[int, int]
    closes: tuple[int, int]
    signs: tuple[str, str]
    """The same, as written: `[` and `]{.judgement}`."""


class Spot(NamedTuple):
    """A character of the plain words, in the source."""

    character: str
    start: int
    end: int
    within: tuple[Construct, ...] = ()
    """The constructs around it, the outermost first."""
    dropped: bool = False
    """White space that is not shown, because a note mark follows."""


class Block(NamedTuple):
    """A paragraph or the paragraph of an item, in the source."""

    line: int
    """Where its first line begins, its indentation and the sign of its item included."""
    start: int
    """Where its words begin."""
    end: int
    spots: tuple[Spot, ...]
    """In the order of the source."""


def blocks(text: str) -> list[Block] | None:
    """The paragraphs of a field whose text is clean; None where positions are not certain."""
    starts = line_starts(text)
    out: list[Block] = []
    for token in parser().parse(text, {}):
        if token.type != "inline" or token.map is None:
            continue
        where = places(token, text, starts)
        if where is None:
            return None
        spots = _in_line(token.children or [], token.content)
        if spots is None:
            return None
        shifted = tuple(_shifted(spot, where) for spot in _without_shown(spots))
        if any(not spot.dropped for spot in shifted):
            out.append(Block(starts[token.map[0]], where[0], where[len(token.content) - 1] + 1, shifted))
    return out


def shown(found: Sequence[Block], words: str) -> list[Spot] | None:
    """The positions of the plain words, character by character; note marks come after punctuation there. None where the
    words are not those of the blocks."""
    out: list[Spot] = []
    parts = words.split(BETWEEN)
    if len(parts) != len(found):
        return None
    for number, (block, part) in enumerate(zip(found, parts, strict=True)):
        if number:
            out.append(Spot("\n", found[number - 1].end, block.start))
            out.append(Spot("\n", block.start, block.start))
        marks = iter([spot for spot in block.spots if spot.character == MARK])
        others = iter([spot for spot in block.spots if spot.character != MARK and not spot.dropped])
        for character in part:
            spot = next(marks if character == MARK else others, None)
            if spot is None or spot.character != character:
                return None
            out.append(spot)
        if next(marks, None) or next(others, None):
            return None
    return out


def _shifted(spot: Spot, where: list[int]) -> Spot:
    def at(start: int, end: int) -> tuple[int, int]:
        return (where[start], where[end - 1] + 1) if end > start else (where[start], where[start])

    start, end = at(spot.start, spot.end)
    within = tuple(Construct(at(*each.opens), at(*each.closes), each.signs) for each in spot.within)
    return Spot(spot.character, start, end, within, spot.dropped)


def _without_shown(spots: list[Spot]) -> Iterator[Spot]:
    """The spots, with those that are dropped before a note mark marked so (`placing.placed`)."""
    drop: set[int] = set()
    for number, spot in enumerate(spots):
        if spot.character != MARK:
            continue
        before = number - 1
        while before >= 0 and spots[before].character.isspace() and spots[before].character != "\n":
            if any(each.signs[1].startswith("](") or each.signs[0] == "<" for each in spots[before].within):
                break  # the end of a link stays
            drop.add(before)
            before -= 1
    return (spot._replace(dropped=number in drop) for number, spot in enumerate(spots))


def _in_line(tokens: "list[Token]", content: str) -> list[Spot] | None:
    """The characters of a line in the order of the source, dropped ones too."""
    starts = [begins(token) for token in tokens]
    ends = [*starts[1:], len(content)]
    closed_by = closing(tokens)
    out: list[Spot] = []
    open_: list[Construct] = []
    in_link = False
    for number, token in enumerate(tokens):
        start, end = starts[number], ends[number]
        match token.type:
            case "text":
                if not content.startswith(token.content, start):
                    return None
                fit = ((clean(character), at) for at, character in enumerate(token.content, start))
                out += (Spot(character, at, at + 1, tuple(open_)) for character, at in fit if character)
            case "text_special":
                stop = start + len(token.markup)
                out += (Spot(character, start, stop, tuple(open_)) for character in clean(token.content))
            case "softbreak":
                out.append(Spot(" ", _before_spaces(content, start), end, tuple(open_)))
            case "hardbreak":
                character = " " if in_link else "\n"
                out.append(Spot(character, _before_spaces(content, start), end, tuple(open_)))
            case "code_inline":
                out += _code(token, start, end, content, tuple(open_))
            case "citation":
                out += _citation(token.content, start, content, tuple(open_))
            case "em_open" | "strong_open" | "span_open" | "link_open":
                if number not in closed_by:
                    return None
                in_link = in_link or token.type == "link_open"
                opens = (start, starts[number] + _length(token))
                last = closed_by[number]
                closes = (
                    starts[last],
                    starts[last] + len(token.markup) if token.tag in ("em", "strong") else ends[last],
                )
                open_.append(Construct(opens, closes, (content[slice(*opens)], content[slice(*closes)])))
            case "em_close" | "strong_close" | "span_close" | "link_close":
                in_link = in_link and token.type != "link_close"
                open_.pop()
            case _:
                return None
    return out


def _length(token: "Token") -> int:
    return len(token.markup) if token.tag in ("em", "strong") else 1


def _before_spaces(content: str, at: int) -> int:
    return len(content[:at].rstrip(" "))


def _code(token: "Token", start: int, end: int, content: str, within: tuple[Construct, ...]) -> Iterator[Spot]:
    sign = len(token.markup)
    last = content.index(token.markup, start + sign + len(token.content))
    first = start + sign + (1 if last - start - sign > len(token.content) else 0)
    stop = first + len(token.content)
    construct = Construct((start, first), (stop, last + sign), (content[start:first], content[stop : last + sign]))
    for at, character in enumerate(token.content, first):
        if fit := clean(character):
            yield Spot(fit, at, at + 1, (*within, construct))


def _citation(written: str, start: int, content: str, within: tuple[Construct, ...]) -> Iterator[Spot]:
    """A note mark for each fact; of `[@a; @b]` one may go without the other."""
    end = start + len(written)
    construct = Construct((start, start + 1), (end - 1, end), ("[", "]"))
    at = start + 1
    parts = written[1:-1].split(";")
    for number, part in enumerate(parts):
        stop = at + len(part)
        first = at - (1 if number else 0)
        yield Spot(MARK, first, stop + (1 if number == 0 and len(parts) > 1 else 0), (*within, construct))
        at = stop + 1


# From the words of a field, as they are read, back to its Markdown.


class _Field(msgspec.Struct, frozen=True):
    """The paragraphs of a field."""

    words: "tuple[tuple[Spot, ...], ...]"
    """Of each paragraph, the characters that are shown, without note marks."""
    offsets: tuple[int, ...]
    """Where each character of the text that the parser reads is in the Markdown, and where its end does."""

    def range(self, start: int, end: int) -> Place:
        """A range of the text that the parser reads, in the Markdown."""
        return Place(self.offsets[start], self.offsets[end - 1] + 1)


def in_markdown(markdown: str, place: Place) -> Place | None:
    """A place in the Markdown of its field; None where the Markdown is too unusual to tell."""
    if place.paragraph is None:
        return place
    field = _field(markdown)
    if field is None or place.paragraph >= len(field.words):
        return None
    spots = field.words[place.paragraph][place.start : place.end]
    return field.range(spots[0].start, spots[-1].end) if spots else None


def pointers(markdown: str, to: str) -> list[Place]:
    """The citations of a fact, `@fact`, or the targets of the links to an anchor, `#anchor`."""
    # Loads markdown-it, which a check without findings never needs.
    body, offsets = body_offsets(markdown)
    starts = line_starts(body)
    out: list[Place] = []
    for token in parser().parse(body) if len(body) <= LONGEST else ():
        ranges = list(_pointers(token, to)) if token.type == "inline" else []
        where = places(token, body, starts) if ranges else None
        out += (Place(offsets[where[start]], offsets[where[end - 1]] + 1) for start, end in ranges if where)
    return out


def _pointers(token: "Token", to: str) -> Iterator[tuple[int, int]]:
    """Those of a paragraph, in its content."""
    children = token.children or []
    ends = closing(children)
    for number, child in enumerate(children):
        if child.type == "citation":
            at = begins(child) + 1
            for part in child.content[1:-1].split(";"):
                start = at + len(part) - len(part.lstrip())
                if part.partition(",")[0].strip() == to:
                    yield start, start + len(to)
                at += len(part) + 1
        elif child.type == "link_open" and clean(str(child.attrs.get("href", ""))).strip() == to:
            yield address(child, children[ends[number]], token.content)


@lru_cache(maxsize=64)
def _field(markdown: str) -> _Field | None:
    body, offsets = body_offsets(markdown)
    found = blocks(body) if len(body) <= LONGEST else None
    if found is None:
        return None
    shown = [[spot for spot in block.spots if not spot.dropped] for block in found]
    return _Field(
        tuple(tuple(spot for spot in spots if spot.character != MARK) for spots in shown),
        tuple(offsets),
    )


# Which paragraphs and items of a field its marked spans are in.


def marked_blocks(prose: Prose, key: str) -> tuple[frozenset[str], ...] | None:
    """The markings in each paragraph and item of a field in one of its languages, in reading order, as spans write
    them: `tlp-amber`. None where that is not certain."""
    text = clean_lines(prose.texts[key]).strip()
    if len(text) > LONGEST:
        return None
    # Only a field in which a span is marked is read so.
    out: list[frozenset[str]] = []
    for token in parser().parse(text, {}):
        pieces = pieces_of(token) if token.type == "inline" else []
        if unread("".join(piece.text for piece in pieces)):
            return None
        if any(piece.text.strip() or piece.fact for piece in pieces):
            out.append(frozenset(each.lower() for piece in pieces for each in piece.look.markings))
    read = set(frozenset().union(*out)) == set(written(text))
    return tuple(out) if read and len(out) == sum(1 for _ in _paragraphs(parse(prose, key).blocks)) else None


def _paragraphs(blocks: Iterable[DocumentBlock]) -> Iterator[Paragraph]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block
            case List(items=items):
                for item in items:
                    yield from _paragraphs(item.blocks)
            case _:  # prose is made of no other
                pass
