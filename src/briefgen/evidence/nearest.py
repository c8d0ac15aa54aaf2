"""The passage that a quote was probably meant to be, and in which words the two differ. It decides nothing."""

import re
from difflib import SequenceMatcher

from rapidfuzz.fuzz import partial_ratio_alignment

from briefgen.evidence.location import Altered, Change
from briefgen.evidence.normalise import tidy
from briefgen.evidence.text import SourceText
from briefgen.evidence.words import widened

LIKE = 70
"""Percent of likeness, letter by letter, below which a passage is another one."""
SHARED = 0.5
"""Share of the quote's words that the passage must have."""
LONGEST = 2_000
"""Characters of a quote that are compared."""

_WORD = re.compile(r"\w+(?:[-'.,:/]\w+)*|[^\w\s]")

Span = tuple[int, int]


def nearest(quote: str, text: SourceText) -> Altered | None:
    """The passage most like a normalised quote, if one is like it."""
    quote, normal = quote[:LONGEST], text.normal.text
    if (at := normal.find(quote)) >= 0:
        return _altered(quote, widened(text, at, at + len(quote)), text)
    if len(quote) >= len(normal):
        window = (0, len(normal))
    else:
        alignment = partial_ratio_alignment(quote, normal, score_cutoff=LIKE)
        if alignment is None:
            return None
        # Words that the quote leaves out make the passage longer than the quote.
        margin = len(quote) // 3 + 40
        window = (alignment.dest_start - margin, alignment.dest_end + margin)
    wanted = [quote[slice(*word)] for word in _words(quote, (0, len(quote)))]
    near = _words(normal, window)
    passage = _trimmed(wanted, near, normal)
    if passage is None:
        return None
    return _altered(quote, (near[passage.start][0], near[passage.stop - 1][1]), text)


def _altered(quote: str, span: Span, text: SourceText) -> Altered:
    start, end = text.normal.start(span[0]), text.normal.end(span[1])
    return Altered(tidy(text.text[start:end]), _changes(quote, text.normal.text, span), text.where(start))


def _words(text: str, window: Span) -> list[Span]:
    """Words and marks, whole where the window cuts one."""
    start = text.rfind(" ", 0, max(0, window[0])) + 1
    end = text.find(" ", min(len(text), max(0, window[1])))
    return [found.span() for found in _WORD.finditer(text, start, end if end >= 0 else len(text))]


def _trimmed(wanted: list[str], near: list[Span], normal: str) -> range | None:
    """Which of the near words the quote was meant to be: from the first that they share to the last, and outside of
    these as many as the quote has."""
    words = [normal[start:end] for start, end in near]
    blocks = [b for b in SequenceMatcher(None, wanted, words, autojunk=False).get_matching_blocks() if b.size]
    if sum(block.size for block in blocks) < SHARED * len(wanted):
        return None
    first, last = blocks[0], blocks[-1]
    start = max(0, first.b - _count(wanted[: first.a]))
    end = min(len(words), last.b + last.size + _count(wanted[last.a + last.size :]))
    while start < first.b and not words[start][0].isalnum():  # a mark before the first word is no part of it
        start += 1
    while end > last.b + last.size and not words[end - 1][0].isalnum():
        end -= 1
    return range(start, end)


def _count(words: list[str]) -> int:
    """How many there are without the marks."""
    return sum(word[0].isalnum() for word in words)


def _changes(quote: str, normal: str, span: Span) -> tuple[Change, ...]:
    ours, theirs = (
        _words(quote, (0, len(quote))),
        [w for w in _words(normal, span) if span[0] <= w[0] and w[1] <= span[1]],
    )
    matcher = SequenceMatcher(
        None, [quote[slice(*word)] for word in ours], [normal[slice(*word)] for word in theirs], autojunk=False
    )
    changes = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what != "equal":
            changes.append(Change(_stretch(quote, ours[a:b]), _stretch(normal, theirs[c:d])))
    return tuple(changes)


def _stretch(text: str, words: list[Span]) -> str:
    return text[words[0][0] : words[-1][1]] if words else ""
