"""The words of a paragraph taken apart, each stretch with all that surrounds it, and written again as Markdown."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from briefgen.document import Authored, LineBreak, Link, Run
from briefgen.markup.inlines import SPANS, Look, Reader, flat
from briefgen.markup.markdown import read
from briefgen.markup.model import Citation
from briefgen.markup.parse import target

if TYPE_CHECKING:
    from markdown_it.token import Token

BREAK = "\n"
"""The text of a forced line end."""


class Piece(msgspec.Struct, frozen=True):
    """Words of one look, a forced line end, or a citation, which has no words."""

    text: str
    look: Look
    target: str = ""
    """Where a link leads."""
    fact: str = ""
    """Whose citation it is."""
    locator: str = ""


def pieces_of(token: "Token") -> list[Piece]:
    """The pieces of an inline token."""
    reader = Reader(
        # The path of a run is of no use here; what spans mark it with is, and a run has no other place for it.
        words=lambda text, look, line: (Run(text, Authored(" ".join(look.markings)), look.marks, look.lang),),
        target=target,
        fault=lambda code, _needle, line: None,
        citations=lambda text, look: read(text, "", look.markings),
        classes=SPANS,
    )
    return [piece for inline in flat(token.children or (), reader) for piece in _pieces(inline)]


def _pieces(inline: object) -> Iterator[Piece]:
    match inline:
        case Run():
            yield Piece(inline.text, _look(inline))
        case Link(content=content, target=target):
            yield from (Piece(run.text, _look(run), target) for run in content)
        case LineBreak():
            yield Piece(BREAK, Look())
        case Citation(fact=fact, locator=locator, markings=markings):
            yield Piece("", Look(markings=markings), fact=fact, locator=locator)
        case _:  # a field holds no other
            pass


def _look(run: Run) -> Look:
    markings = run.origin.path.split() if isinstance(run.origin, Authored) else ()
    return Look(run.marks, run.lang, tuple(markings))


def written(pieces: Sequence[Piece], plain: bool = False) -> str:
    """The Markdown of some pieces, which `taken_apart` reads as the same pieces; on one line, but for forced line ends.
    `plain`: without emphasis, which Markdown does not know at every place."""
    spans = groupby(zip(_spans(pieces), pieces, strict=True), lambda each: each[0])
    text = "".join(_in_span(span, [piece for _, piece in group], plain) for span, group in spans)
    return "\\\n".join(_begun(line.strip(" ")) for line in text.split(BREAK)).strip(" ")


def _spans(pieces: Iterable[Piece]) -> Iterator[Look]:
    """The span that each piece is in; a citation is in that of the words before it."""
    span = Look()
    for piece in pieces:
        if piece.text == BREAK:
            span = Look()
        elif not piece.fact:
            span = Look(piece.look.marks & SPANS, piece.look.lang, piece.look.markings)
        elif span.markings != piece.look.markings:
            span = Look(markings=piece.look.markings)
        yield span


def _in_span(span: Look, pieces: list[Piece], plain: bool) -> str:
    words = "".join(
        _linked(target, "".join(_written(kind, list(same), plain) for kind, same in groupby(group, _kind)))
        for target, group in groupby(pieces, lambda piece: piece.target)
    )
    attributes = [f".{mark}" for mark in sorted(span.marks)] + [f".marking-{each}" for each in span.markings]
    attributes += [f"lang={span.lang}"] if span.lang else []
    inside = words.strip(" ")
    if not attributes or not inside:
        return words
    return words.replace(inside, f"[{inside}]{{{' '.join(attributes)}}}", 1)


def _kind(piece: Piece) -> tuple[bool, frozenset[str]]:
    return bool(piece.fact), piece.look.marks - SPANS


def _linked(target: str, words: str) -> str:
    return f"[{words}](<{re.sub(r'([<>])', _BACKSLASHED, target)}>)" if target else words


def _written(kind: tuple[bool, frozenset[str]], pieces: list[Piece], plain: bool) -> str:
    cited, marks = kind
    if cited:
        return "[" + "; ".join(_cited(piece) for piece in pieces) + "]"
    text = "".join(piece.text for piece in pieces)
    if "code" in marks:
        fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
        room = " " if text.startswith("`") or text.endswith("`") else ""
        return f"{fence}{room}{text}{room}{fence}"
    stars = "" if plain else "*" * (("emphasis" in marks) + 2 * ("strong" in marks))
    if not stars or not text.strip():
        return escaped(text)
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{lead}{stars}{escaped(text.strip())}{stars}{trail}"


def _cited(piece: Piece) -> str:
    return f"@{piece.fact}, {piece.locator}" if piece.locator else f"@{piece.fact}"


_SIGNS = re.compile(r"[\\`*_\[\]<>]|&(?=#?\w+;)|!$|^\{")
_OPENING = re.compile(r"[#>+=~|:-]|\d{1,9}(?=[.)](?:\s|$))")
_BACKSLASHED = r"\\\1"


def escaped(text: str) -> str:
    """Words as Markdown that says just them."""
    return _SIGNS.sub(lambda found: f"\\{found[0]}", text)


def _begun(line: str) -> str:
    """A line that does not begin as a list or a heading does."""
    found = _OPENING.match(line)
    if not found:
        return line
    return f"{found[0]}\\{line[found.end() :]}" if found[0].isdigit() else f"\\{line}"
