"""A quote → its place in a text. Only the exact words decide; what is merely like them is a suggestion.

Likeness cannot tell meanings apart: of a passage of a hundred letters, “not” for “now” changes two per cent. So the
quote must stand in the text letter for letter, typography aside (`normalise`), at the borders of words (`words`). Two
things more are allowed: `[…]` between parts that follow one another, and the stop or comma that ends a quotation.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from briefgen.evidence.location import (
    Absent,
    Altered,
    Ambiguous,
    Apart,
    Change,
    Found,
    InHeading,
    Location,
    Misplaced,
    Place,
    Selector,
    TooShort,
)
from briefgen.evidence.nearest import nearest
from briefgen.evidence.normalise import normalise, tidy
from briefgen.evidence.surroundings import surroundings
from briefgen.evidence.text import SourceText
from briefgen.evidence.words import cuts, size

FEWEST_WORDS, FEWEST_LETTERS = 2, 8
"""Of a quote. One with a figure in it (“23:10”) may be shorter, where it stands once."""
REACH = 600
"""Characters that `[…]` may stand for: about a paragraph. What is further apart is no passage."""
MOST_PLACES = 2_000
"""Of one part that are looked at; a quote with more is ambiguous anyhow."""
PLACES_TOLD = 4

Span = tuple[int, int]
Chain = tuple[Span, ...]
"""Where the parts of a quote stand, in offsets of the normalised text."""

_GAP = re.compile(r"\[\s?(?:…|\.\.\.)\s?\]")
_FINAL = re.compile(r"(?<![.,;:])[.,;:]++(?=[\"')\]]*+$)")


def parts_of(quote: str) -> tuple[str, ...]:
    """The parts of a quote, normalised."""
    parts = (normalise(part).text.strip() for part in _GAP.split(quote))
    return tuple(part for part in parts if part)


def too_short(quote: str) -> bool:
    """Whether a quote is too short wherever it stands."""
    return _short(parts_of(quote)) and not re.search(r"\d", quote)


def locate(selector: Selector, text: SourceText, headings: Sequence[str] = ()) -> Location:
    """Where a quote stands. `headings` are lines of the text that are no evidence."""
    parts = parts_of(selector.quote)
    if not parts or too_short(selector.quote):
        return TooShort()
    chains = _chains(parts, text)
    if not chains:
        return _without_brackets(selector.quote, text) or _nearly(parts, text)
    banned = heading_spans(headings, text)
    allowed = [chain for chain in chains if not any(_overlap(chain, span) for span in banned)]
    if not allowed:
        return InHeading(place_of(chains[0], text))
    fitting = [chain for chain in allowed if _between(chain, selector, text)]
    match fitting:
        case [one]:
            return Found(place_of(one, text))
        case []:
            return Misplaced(tuple(_told(allowed, text, selector.quote)))
        case _:
            return Ambiguous(tuple(_told(fitting, text, selector.quote)), len(fitting))


def place_of(chain: Chain, text: SourceText) -> Place:
    """The place of a chain, in offsets of the text as it is."""
    parts = tuple((text.normal.start(start), text.normal.end(end)) for start, end in chain)
    return Place(parts, text.where(parts[0][0]))


def heading_spans(headings: Iterable[str], text: SourceText) -> list[Span]:
    """Where lines stand that are headings, each of them whole lines of the text."""
    spans = []
    for heading in headings:
        words = normalise(heading).text.strip()
        for start in _finds(words, text.normal.text):
            end = start + len(words)
            if _alone(text, text.normal.start(start), text.normal.end(end)):
                spans.append((start, end))
    return spans


def singled_out(chain: Chain, others: Iterable[Chain], text: SourceText, quote: str) -> Selector:
    """The quote with the fewest words around it that tell its place from others."""
    rivals = [(other[0][0], other[-1][1]) for other in others if other != chain]
    prefix, suffix = surroundings((chain[0][0], chain[-1][1]), rivals, text)
    return Selector(quote, prefix, suffix)


def occurrences(words: str, text: SourceText) -> list[Span]:
    """Where normalised words stand in a text, at the borders of words."""
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
    """A quote that would be found if its `…` stood in brackets."""
    bare = re.split(r"(…|\.\.\.)", quote)
    parts = tuple(part for piece in bare[::2] for part in parts_of(piece))
    if len(bare) == 1 or not parts or not (chains := _chains(parts, text)):
        return None
    where = text.where(text.normal.start(chains[0][0][0]))
    return Altered(" […] ".join(tidy(part) for part in bare[::2] if part.strip()), (Change(bare[1], "[…]"),), where)


def _nearly(parts: tuple[str, ...], text: SourceText) -> Location:
    lacking = [not occurrences(part, text) for part in parts]
    lacking[-1] = lacking[-1] and not occurrences(_FINAL.sub("", parts[-1]), text)
    if not any(lacking):
        spans = [(occurrences(part, text) or occurrences(_FINAL.sub("", part), text))[0] for part in parts]
        return Apart(tuple(text.where(text.normal.start(start)) for start, _ in spans))
    corrected: list[str] = []
    changes: list[Change] = []
    where = ""
    for part, lacks in zip(parts, lacking, strict=True):
        near = nearest(part, text)
        if near is None:
            return Absent()
        corrected.append(near.corrected)
        if lacks:
            changes += near.changes
            where = where or near.where
    return Altered(" […] ".join(corrected), tuple(changes), where)


def _told(chains: list[Chain], text: SourceText, quote: str) -> Iterable[tuple[Place, Selector]]:
    for chain in chains[:PLACES_TOLD]:
        yield place_of(chain, text), singled_out(chain, chains[:MOST_PLACES], text, quote)


def _between(chain: Chain, selector: Selector, text: SourceText) -> bool:
    """Whether a place stands right behind the prefix and right before the suffix."""
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
