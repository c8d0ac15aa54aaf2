"""What most fields hold, read without a parser: paragraphs of words, citations, and spans of one class around both.

It comes to what markdown-it would make of it, and sooner: a scenario that is written so is checked without loading it.
"""

import re
from collections.abc import Iterator, Set
from typing import TypeAlias

from briefgen.prose import citation
from briefgen.prose.inlines import Look, classed

Pieces: TypeAlias = list[tuple[str, Look]]
"""The words and the citations of a paragraph, as written, in order, each in its look."""

_CITED = rf"(?:[^\\`*_\[\]<>&!{{\n]++|\{{(?!\.)|!(?!\[)|&(?= )|(?<! )\n(?![ \n])|{citation.SYNTAX.pattern})"
"""Words without a sign of Markdown, in lines that neither begin nor end with a space; or a citation."""

_BETWEEN = re.compile(r"\n{2,}")
_SIMPLE = re.compile(rf"(?:{_CITED}|\[{_CITED}++\]\{{\.[a-z0-9-]+\}})*+")
_SPAN = re.compile(rf"(?!{citation.SYNTAX.pattern})\[({_CITED}++)\]\{{\.([a-z0-9-]+)\}}")
_STARTS_A_BLOCK = re.compile(r"^(?:[#>+=~|:-]|\d{1,9}[.)](?:\s|$))", re.MULTILINE)


def paragraphs(text: str, classes: Set[str]) -> list[Pieces] | None:
    """The paragraphs of a field; None where it holds anything else."""
    out = [_pieces(part, classes) for part in _BETWEEN.split(text)]
    return [pieces for pieces in out if pieces] if None not in out else None


def _pieces(text: str, classes: Set[str]) -> Pieces | None:
    if not _SIMPLE.fullmatch(text) or _STARTS_A_BLOCK.search(text) or text != text.strip():
        return None
    out: Pieces = []
    at = 0
    for span in _SPAN.finditer(text):
        look = classed(Look(), span[2], classes)
        if look is None:
            return None
        out += _parted(text[at : span.start()], Look())
        out += _parted(span[1], look)
        at = span.end()
    return [*out, *_parted(text[at:], Look())]


def _parted(text: str, look: Look) -> Iterator[tuple[str, Look]]:
    at = 0
    for found in citation.SYNTAX.finditer(text):
        yield text[at : found.start()].replace("\n", " "), look
        yield found[0], look
        at = found.end()
    yield text[at:].replace("\n", " "), look
