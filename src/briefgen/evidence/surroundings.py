"""The fewest words before or after a passage that tell it from passages of the same words."""

import re
from collections.abc import Iterator, Sequence

from briefgen.evidence.normalise import tidy
from briefgen.evidence.text import SourceText

MOST_WORDS = 10
_REACH = 400
"""Characters in which to look for them."""
_WORD = re.compile(r"[^ ]+")

Span = tuple[int, int]
"""Offsets of the normalised text."""


def surroundings(span: Span, rivals: Sequence[Span], text: SourceText) -> tuple[str, str]:
    """A prefix, a suffix, or both; empty where there are no rivals, or where ten words on either side do not do."""
    if not rivals:
        return "", ""
    normal = text.normal.text
    start, end = span
    before = [first for first, _ in _words(normal, max(0, start - _REACH), start)]
    after = [last for _, last in _words(normal, end, end + _REACH)]
    for count in range(1, min(MOST_WORDS, max(len(before), len(after))) + 1):
        prefix = normal[before[-count] : start].rstrip() if count <= len(before) else ""
        suffix = normal[end : after[count - 1]].lstrip() if count <= len(after) else ""
        alike_before = {
            rival for rival in rivals if normal[max(0, rival[0] - _REACH) : rival[0]].rstrip().endswith(prefix)
        }
        alike_after = {rival for rival in rivals if normal[rival[1] : rival[1] + _REACH].lstrip().startswith(suffix)}
        if not alike_before:
            return _printed(text, before[-count], start), ""
        if not alike_after:
            return "", _printed(text, end, after[count - 1])
        if not alike_before & alike_after:
            return _printed(text, before[-count], start), _printed(text, end, after[count - 1])
    return "", ""


def _words(normal: str, start: int, end: int) -> Iterator[Span]:
    """Where the words of a stretch begin and end; signs between two spaces are no word."""
    return (found.span() for found in _WORD.finditer(normal, start, end) if any(map(_is_of_word, found[0])))


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _printed(text: SourceText, start: int, end: int) -> str:
    return tidy(text.text[text.normal.start(start) : text.normal.end(end)])
