"""A paragraph of Markdown as a translator has it: words, and codes in their midst that stay as they are."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Literal, TypeAlias

import msgspec

from briefgen.prose import citation
from briefgen.prose.model import MARK

CodeKind: TypeAlias = Literal["alone", "opens", "closes"]


class Code(msgspec.Struct, frozen=True):
    """A piece of Markdown that is no words: a citation, one end of a span, the mark of a list's item."""

    number: int
    """The two ends of a span have the same."""
    kind: CodeKind
    written: str
    shown: str = ""
    """What a reader sees of it, U+E000 for each citation."""


Piece: TypeAlias = str | Code
Pieces: TypeAlias = tuple[Piece, ...]

_TOKEN = re.compile(
    rf"(?P<cite>{citation.SYNTAX.pattern})"
    r"|(?P<escape>\\[\n!-/:-@\[-`{-~])"
    r"|(?P<code>(?:(?<!`)|(?<=\\`))(?P<fence>`++)(?:(?!(?P=fence)).|\n)+?(?<!`)(?P=fence)(?!`))"
    r"|(?P<address><(?:https?|mailto):[^>\s]+>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<item>(?:^|\n) *(?:[-+*]|\d{1,9}[.)])(?: +|(?=\n|$)))"
    r"|(?P<close>\](?:\{[^{}\n]*\}|\([^()\n]*\)))"
    r"|(?P<open>\[)"
    r"|(?P<stars>\*{1,3}|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w))"
)
_OF_LABEL = re.compile(r"(?P<close>\]\{\.marking-[\w-]+\})|(?P<open>\[)", re.IGNORECASE)


def paragraphs(markdown: str) -> list[str]:
    """The paragraphs of a field; a list is one."""
    return [part.strip("\n") for part in re.split(r"\n[ \t]*\n", markdown.strip()) if part.strip()]


def taken_apart(text: str, label: bool = False) -> Pieces:
    """The pieces of a paragraph, or of a label. Joined, they are the text again, but that a line end among words is a
    space."""
    tokens = list((_OF_LABEL if label else _TOKEN).finditer(text))
    ends = _pairs(tokens)
    out: list[Piece] = []
    at = number = 0
    in_list = False
    numbers: dict[int, int] = {}
    for index, found in enumerate(tokens):
        kind = found.lastgroup if found.lastgroup != "fence" else "code"
        pair = ends.get(index)
        if kind in ("open", "stars") and pair is None:
            continue  # words
        if kind == "close" and pair is None:
            continue
        if kind == "item":
            # One without words opens no list in the midst of a paragraph (CommonMark 0.31, 5.2).
            if not in_list and found.start() and text[found.end() :][:1] in ("", "\n"):
                continue
            in_list = True
        _add(out, text[at : found.start()])
        at = found.end()
        if pair is None:
            number += 1
            out.append(Code(number, "alone", found[0], _shown(str(kind), found[0])))
        elif pair > index:
            number += 1
            numbers[pair] = number
            out.append(Code(number, "opens", found[0]))
        else:
            out.append(Code(numbers[index], "closes", found[0]))
    _add(out, text[at:])
    return tuple(out)


def _add(out: list[Piece], words: str) -> None:
    words = re.sub(r"(?:(?<! ) ++)?\n *+", " ", words)
    if out and isinstance(out[-1], str):
        out[-1] += words
    elif words:
        out.append(words)


def _pairs(tokens: Sequence[re.Match[str]]) -> dict[int, int]:
    """Which token closes which, both ways; spans that cross have no ends."""
    out: dict[int, int] = {}
    held: list[int] = []
    for index, found in enumerate(tokens):
        match found.lastgroup:
            case "open":
                held.append(index)
            case "close":
                at = next((n for n in reversed(range(len(held))) if tokens[held[n]].lastgroup == "open"), None)
                if at is not None:
                    out |= {held[at]: index, index: held[at]}
                    del held[at:]
            case "stars":
                if held and tokens[held[-1]][0] == found[0]:
                    out |= {held[-1]: index, index: held[-1]}
                    held.pop()
                else:
                    held.append(index)
            case _:
                pass
    return out


def _shown(kind: str, written: str) -> str:
    match kind:
        case "cite":
            return MARK * len(citation.read(written, ""))
        case "escape":
            return written[1:]
        case "code":
            return written.strip("`")
        case "entity":
            return unescape(written)
        case "address":
            return written[1:-1]
        case _:
            return ""


def joined(pieces: Sequence[Piece]) -> str:
    """The Markdown of some pieces."""
    return "".join(piece if isinstance(piece, str) else piece.written for piece in pieces)


def shown(pieces: Sequence[Piece]) -> str:
    """What a reader sees of them, without white space."""
    return "".join("".join(piece if isinstance(piece, str) else piece.shown for piece in pieces).split())


def codes(pieces: Sequence[Piece]) -> Iterator[Code]:
    """The codes among them."""
    return (piece for piece in pieces if isinstance(piece, Code))
