"""A quote and its place in a text. Only the exact words decide; what is merely similar is a suggestion."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

import msgspec
from rapidfuzz.fuzz import partial_ratio_alignment

from briefgen.evidence.lock import (
    Absent,
    Altered,
    Ambiguous,
    Change,
    Found,
    InHeading,
    Location,
    Misplaced,
    PartsTooFarApart,
    Place,
    Selector,
    TooShort,
)
from briefgen.evidence.text import Normal, SourceText, cuts, normalise, size, tidy, widened

MAX_CONTEXT_WORDS = 10
_REACH = 400
"""Characters in which to look for them."""
_CONTEXT_WORD = re.compile(r"[^ ]+")

Span = tuple[int, int]
"""Offsets of the normalised text."""


def surroundings(span: Span, rivals: Sequence[Span], text: SourceText) -> tuple[str, str]:
    """A prefix, a suffix, or both; empty where there are no rivals, or where ten words on either side do not do."""
    if not rivals:
        return "", ""
    normal = text.normal.text
    start, end = span
    before = [first for first, _ in _context_words(normal, max(0, start - _REACH), start)]
    after = [last for _, last in _context_words(normal, end, end + _REACH)]
    for count in range(1, min(MAX_CONTEXT_WORDS, max(len(before), len(after))) + 1):
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


def _context_words(normal: str, start: int, end: int) -> Iterator[Span]:
    """Where the words of a stretch begin and end; signs between two spaces are no word."""
    return (found.span() for found in _CONTEXT_WORD.finditer(normal, start, end) if any(map(_is_of_word, found[0])))


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _printed(text: SourceText, start: int, end: int) -> str:
    return tidy(text.text[text.normal.start(start) : text.normal.end(end)])


# A quote → its place in a text. Only the exact words decide; what is merely like them is a suggestion.
#
# Similarity does not distinguish meanings: of a passage of a hundred letters, “not” for “now” changes two per cent.
# So the quote must be in the text letter for letter, typography aside (`normalise`), at the borders of words
# (`words`). Two things more are allowed: `[…]` between parts that follow one another, and the stop or comma
# that ends a quotation.

FEWEST_WORDS, FEWEST_LETTERS = 2, 8
"""Of a quote. One with a figure in it (“23:10”) may be shorter, where it occurs once."""
REACH = 600
"""Characters that `[…]` may stand for: about a paragraph. What is further apart is no passage."""
MOST_PLACES = 2_000
"""Of one part that are looked at; a quote with more is ambiguous anyhow."""
PLACES_TOLD = 4

Chain = tuple[Span, ...]
"""Where the parts of a quote are, in offsets of the normalised text."""

_GAP = re.compile(r"\[\s?(?:…|\.\.\.)\s?\]")
_FINAL = re.compile(r"(?<![.,;:])[.,;:]++(?=[\"')\]]*+$)")


class _Part(NamedTuple):
    """A part of a quote."""

    text: str
    """Normalised."""
    begin: int
    """Where the part begins in the quote."""
    normal: Normal
    """The part with the spaces around it."""

    def span(self, start: int, end: int) -> Span:
        """Where a range of `text` is in the quote."""
        left = len(self.normal.text) - len(self.normal.text.lstrip())
        return self.begin + self.normal.start(left + start), self.begin + self.normal.end(left + end)


def _parts(quote: str) -> Iterator[_Part]:
    begin = 0
    for end, following in [*(gap.span() for gap in _GAP.finditer(quote)), (len(quote), len(quote))]:
        normal = normalise(quote[begin:end])
        if text := normal.text.strip():
            yield _Part(text, begin, normal)
        begin = following


def _texts(quote: str) -> tuple[str, ...]:
    return tuple(part.text for part in _parts(quote))


def too_short(quote: str) -> bool:
    """Whether a quote is too short wherever it is."""
    return _short(_texts(quote)) and not re.search(r"\d", quote)


def locate(selector: Selector, text: SourceText, headings: Sequence[str] = ()) -> Location:
    """Where a quote is. `headings` are lines of the text that are no evidence."""
    parts = _texts(selector.quote)
    if not parts or too_short(selector.quote):
        return TooShort()
    chains = _chains(parts, text)
    if not chains:
        return _without_brackets(selector.quote, text) or _nearly(selector.quote, text)
    banned = heading_spans(headings, text)
    allowed = [chain for chain in chains if not any(_overlap(chain, span) for span in banned)]
    if not allowed:
        return InHeading(place_of(chains[0], text))
    fitting = [chain for chain in allowed if _between(chain, selector, text)]
    match fitting:
        case [one]:
            return Found(place_of(one, text))
        case []:
            return Misplaced(tuple(_distinguished(allowed, text, selector.quote)))
        case _:
            return Ambiguous(tuple(_distinguished(fitting, text, selector.quote)), len(fitting))


def place_of(chain: Chain, text: SourceText) -> Place:
    """The place of a chain, in offsets of the text as it is."""
    parts = tuple((text.normal.start(start), text.normal.end(end)) for start, end in chain)
    return Place(parts, text.where(parts[0][0]))


def heading_spans(headings: Iterable[str], text: SourceText) -> list[Span]:
    """The places of headings, each of them whole lines of the text."""
    spans = []
    for heading in headings:
        words = normalise(heading).text.strip()
        for start in _finds(words, text.normal.text):
            end = start + len(words)
            if _alone(text, text.normal.start(start), text.normal.end(end)):
                spans.append((start, end))
    return spans


def singled_out(chain: Chain, others: Iterable[Chain], text: SourceText, quote: str) -> Selector:
    """The quote with the fewest words around it that distinguish its place from others."""
    rivals = [(other[0][0], other[-1][1]) for other in others if other != chain]
    prefix, suffix = surroundings((chain[0][0], chain[-1][1]), rivals, text)
    return Selector(quote, prefix, suffix)


def occurrences(words: str, text: SourceText) -> list[Span]:
    """Where normalised words are in a text, at the borders of words."""
    found = []
    for start in _finds(words, text.normal.text):
        end = start + len(words)
        if not cuts(text, start, "begin") and not cuts(text, end, "end"):
            found.append((start, end))
    return found


def _chains(parts: tuple[str, ...], text: SourceText) -> list[Chain]:
    """Every place of the parts in their order, each within reach of the one before, none around another."""
    placed = [occurrences(part, text) for part in parts]
    if not placed[-1]:
        placed[-1] = occurrences(_FINAL.sub("", parts[-1]), text)
    by_end: dict[int, Chain] = {}
    starts = [[start for start, _ in spans] for spans in placed]
    for first in placed[0]:
        chain = [first]
        for spans, begins in zip(placed[1:], starts[1:], strict=True):
            following = bisect_left(begins, chain[-1][1])
            if following == len(spans) or spans[following][0] - chain[-1][1] > REACH:
                break
            chain.append(spans[following])
        else:
            by_end[chain[-1][1]] = tuple(chain)  # of two with one end, the later start is the shorter passage
    return sorted(by_end.values())


def _without_brackets(quote: str, text: SourceText) -> Altered | None:
    """A quote that would be found if its `…` were in brackets."""
    bare = re.split(r"(…|\.\.\.)", quote)
    parts = tuple(part for piece in bare[::2] for part in _texts(piece))
    if len(bare) == 1 or not parts or not (chains := _chains(parts, text)):
        return None
    where = text.where(text.normal.start(chains[0][0][0]))
    changes = (Change(bare[1], "[…]", (len(bare[0]), len(bare[0] + bare[1]))),)
    return Altered(" […] ".join(tidy(part) for part in bare[::2] if part.strip()), changes, where)


def _nearly(quote: str, text: SourceText) -> Location:
    parts = list(_parts(quote))
    lacking = [not occurrences(part.text, text) for part in parts]
    lacking[-1] = lacking[-1] and not occurrences(_FINAL.sub("", parts[-1].text), text)
    if not any(lacking):
        spans = [(occurrences(part.text, text) or occurrences(_FINAL.sub("", part.text), text))[0] for part in parts]
        return PartsTooFarApart(tuple(text.where(text.normal.start(start)) for start, _ in spans))
    corrected: list[str] = []
    changes: list[Change] = []
    where = ""
    for part, lacks in zip(parts, lacking, strict=True):
        near = nearest(part.text, text)
        if near is None:
            return Absent()
        corrected.append(near.corrected)
        if lacks:
            changes += (msgspec.structs.replace(change, span=part.span(*change.span)) for change in near.changes)
            where = where or near.where
    return Altered(" […] ".join(corrected), tuple(changes), where)


def _distinguished(chains: list[Chain], text: SourceText, quote: str) -> Iterable[tuple[Place, Selector]]:
    for chain in chains[:PLACES_TOLD]:
        yield place_of(chain, text), singled_out(chain, chains[:MOST_PLACES], text, quote)


def _between(chain: Chain, selector: Selector, text: SourceText) -> bool:
    """Whether a place is right after the prefix and right before the suffix."""
    prefix, suffix = normalise(selector.prefix).text.strip(), normalise(selector.suffix).text.strip()
    before = text.normal.text[max(0, chain[0][0] - len(prefix) - 1) : chain[0][0]].rstrip()
    after = text.normal.text[chain[-1][1] : chain[-1][1] + len(suffix) + 1].lstrip()
    return before.endswith(prefix) and after.startswith(suffix)


def _short(parts: tuple[str, ...]) -> bool:
    words, letters = size(" ".join(parts))
    return words < FEWEST_WORDS or letters < FEWEST_LETTERS


def _finds(words: str, text: str) -> Iterable[int]:
    at = text.find(words) if words else -1
    for _ in range(MOST_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(words, at + 1)


def _alone(text: SourceText, start: int, end: int) -> bool:
    """Whether a stretch is one line or some lines, whole but for the spaces around it."""
    line_start = max(text.text.rfind("\n", 0, start), text.text.rfind("\f", 0, start)) + 1
    line_end = text.text.find("\n", end)
    rest = text.text[end : line_end if line_end >= 0 else len(text.text)]
    return not text.text[line_start:start].strip() and not rest.strip()


def _overlap(chain: Chain, span: Span) -> bool:
    return any(start < span[1] and span[0] < end for start, end in chain)


# The passage that a quote was probably meant to be, and in which words the two differ. It decides nothing.

LIKE = 70
"""Percent of likeness, letter by letter, below which a passage is another one."""
SHARED = 0.5
"""Share of the quote's words that the passage must have."""
LONGEST = 2_000
"""Characters of a quote that are compared."""

_NEAREST_WORD = re.compile(r"\w+(?:[-'.,:/]\w+)*|[^\w\s]")


def nearest(quote: str, text: SourceText) -> Altered | None:
    """The passage most like a normalised quote, if one is like it. The spans of its changes count in that quote."""
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
    quoted_words = [quote[slice(*word)] for word in _passage_words(quote, (0, len(quote)))]
    near = _passage_words(normal, window)
    passage = _trimmed(quoted_words, near, normal)
    if passage is None:
        return None
    return _altered(quote, (near[passage.start][0], near[passage.stop - 1][1]), text)


def _altered(quote: str, span: Span, text: SourceText) -> Altered:
    start, end = text.normal.start(span[0]), text.normal.end(span[1])
    return Altered(tidy(text.text[start:end]), _changes(quote, text.normal.text, span), text.where(start))


def _passage_words(text: str, window: Span) -> list[Span]:
    """Words and marks, whole where the window cuts one."""
    start = text.rfind(" ", 0, max(0, window[0])) + 1
    end = text.find(" ", min(len(text), max(0, window[1])))
    return [found.span() for found in _NEAREST_WORD.finditer(text, start, end if end >= 0 else len(text))]


def _trimmed(quoted_words: list[str], near: list[Span], normal: str) -> range | None:
    """Which of the near words the quote was meant to be: from the first that they share to the last, and outside of
    these as many as the quote has."""
    words = [normal[start:end] for start, end in near]
    blocks = [b for b in SequenceMatcher(None, quoted_words, words, autojunk=False).get_matching_blocks() if b.size]
    if sum(block.size for block in blocks) < SHARED * len(quoted_words):
        return None
    first, last = blocks[0], blocks[-1]
    start = max(0, first.b - _count(quoted_words[: first.a]))
    end = min(len(words), last.b + last.size + _count(quoted_words[last.a + last.size :]))
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
        _passage_words(quote, (0, len(quote))),
        [w for w in _passage_words(normal, span) if span[0] <= w[0] and w[1] <= span[1]],
    )
    matcher = SequenceMatcher(
        None, [quote[slice(*word)] for word in ours], [normal[slice(*word)] for word in theirs], autojunk=False
    )
    changes = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what != "equal":
            around = ours[a:b] or ours[max(a - 1, 0) : a + 1]
            changes.append(
                Change(_stretch(quote, ours[a:b]), _stretch(normal, theirs[c:d]), (around[0][0], around[-1][1]))
            )
    return tuple(changes)


def _stretch(text: str, words: list[Span]) -> str:
    return text[words[0][0] : words[-1][1]] if words else ""
