"""Passages by words: where they stand as asked for, then where they stand near each other."""

import re
from collections.abc import Sequence

import msgspec

from briefgen.evidence.locate import Chain, Span, heading_spans, occurrences, place_of, singled_out
from briefgen.evidence.location import Place, Selector
from briefgen.evidence.normalise import normalise, tidy
from briefgen.evidence.text import SourceText
from briefgen.evidence.words import widened

MOST_PASSAGES = 10
"""Of one source that are shown."""
REACH = 240
"""Characters in which words count as near each other."""
MOST_HITS = 20_000
"""Of all words together that are looked at."""


class Passage(msgspec.Struct, frozen=True):
    """A passage that has the words."""

    place: Place
    selector: Selector
    """The passage, with the words around it that tell it from others of the same words."""
    exact: bool
    """Whether the words stand as they were asked for."""


def search(words: str, text: SourceText, headings: Sequence[str] = ()) -> list[Passage]:
    """The passages of a text that have all the words, the exact ones first, then the shorter ones. Capitals do not
    matter, and a word may be the beginning of a longer one. Headings are no evidence, and are passed over."""
    banned = heading_spans(headings, text)
    exact = [span for span in _phrases(words, text) if not _meets(span, banned)]
    taken = list(exact)
    for span in sorted(_near(words, text), key=lambda span: (span[1] - span[0], span)):
        if len(taken) == MOST_PASSAGES:
            break
        if not _meets(span, banned) and not _meets(span, taken):
            taken.append(span)
    return [_passage(span, number < len(exact), text) for number, span in enumerate(taken[:MOST_PASSAGES])]


def lacking(words: str, text: SourceText) -> list[str]:
    """Which of the words the text does not have at all."""
    return [word for word in _asked(words) if not re.search(_begins(word), text.normal.text, re.IGNORECASE)]


def _phrases(words: str, text: SourceText) -> list[Span]:
    """Where the words stand side by side, widened to whole words."""
    phrase = re.escape(normalise(words).text.strip())
    found = []
    for match in re.finditer(phrase, text.normal.text, re.IGNORECASE) if phrase else ():
        found.append(widened(text, *match.span()))
        if len(found) > MOST_PASSAGES:
            break
    return found


def _near(words: str, text: SourceText) -> list[Span]:
    """Stretches that have all words, for each place where one can begin the shortest."""
    asked = _asked(words)
    hits: list[tuple[int, int, int]] = []
    for number, word in enumerate(asked):
        for match in re.finditer(_begins(word), text.normal.text, re.IGNORECASE):
            hits.append((match.start(), match.end(), number))
            if len(hits) > MOST_HITS:
                break
    hits.sort()
    latest: dict[int, Span] = {}
    spans: dict[int, Span] = {}
    for start, end, number in hits:
        latest[number] = (start, end)
        if len(latest) == len(asked):
            span = min(one[0] for one in latest.values()), max(one[1] for one in latest.values())
            if span[1] - span[0] <= REACH:
                spans.setdefault(span[0], widened(text, *span))  # the first to begin there is the shortest
    return list(spans.values())


def _passage(span: Span, exact: bool, text: SourceText) -> Passage:
    chain: Chain = (span,)
    place = place_of(chain, text)
    quote = tidy(text.text[place.start : place.end])
    others = [(other,) for other in occurrences(text.normal.text[span[0] : span[1]], text)]
    return Passage(place, singled_out(chain, others, text, quote), exact)


def _asked(words: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"\w+(?:[-'.,:]\w+)*", normalise(words).text.lower())))


def _begins(word: str) -> str:
    return rf"(?<!\w){re.escape(word)}"


def _meets(span: Span, others: Sequence[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)
