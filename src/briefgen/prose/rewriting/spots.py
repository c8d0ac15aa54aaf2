"""Where each character of the plain words stands in the Markdown."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefgen.prose import markdown
from briefgen.prose.model import MARK
from briefgen.prose.plain import BETWEEN
from briefgen.prose.traced import begins, closing, line_starts, places
from briefgen.prose.words import clean

if TYPE_CHECKING:
    from markdown_it.token import Token


class Construct(NamedTuple):
    """Emphasis, a link, a span, code or a citation: what stands before and behind its words."""

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
    """The paragraphs of a field whose text is clean; None where places cannot be told."""
    starts = line_starts(text)
    out: list[Block] = []
    for token in markdown.parser().parse(text, {}):
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
    """The places of the plain words, character by character; note marks come behind punctuation there, so they are told
    apart. None where the words are not those of the blocks."""
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
                break  # what a link ends with is kept
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
