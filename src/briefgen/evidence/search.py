"""The sentences of a text that have some words, and the context that makes a passage unique."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

import msgspec
from rapidfuzz import fuzz, process

from briefgen.evidence.locate import Span, heading_spans, occurrences, place_of, singled_out, too_short
from briefgen.evidence.lock import Place, Selector
from briefgen.evidence.text import SourceText, normalise, tidy, widened
from briefgen.markup.sentences import sentences

MOST_PASSAGES = 10
"""Of one source that are shown."""
REACH = 240
"""Characters in which words count as near each other."""
MOST_HITS = 20_000
"""Of all words together that are looked at."""
LONGEST = 600
"""Characters of a sentence. A longer one is mostly a list without stops: then its lines are taken."""
LIKE = 75
"""Percent of likeness from which a word may be meant by another."""
LEAST_SHARE = 0.6
MAX_WORDS = 50
"""Of a search that are looked for by likeness."""


class Passage(msgspec.Struct, frozen=True):
    """One sentence of a text, or a few."""

    place: Place
    selector: Selector
    """The passage, with the words around it that distinguish it from others of the same words."""
    exact: bool
    """Whether the words are there as they were asked for."""
    page: str
    """Where a reader finds it: `12`, a page, or `par. 3` of a text without pages."""


def search(words: str, text: SourceText, headings: Sequence[str] = ()) -> list[Passage]:
    """The whole sentences that have the words side by side; where none has, the shortest stretches of sentences that
    have them all near each other. Capitals do not matter, and where nothing else is found a word may be the beginning
    of a longer one. Headings are no evidence, and are passed over."""
    banned = heading_spans(headings, text)
    split = _Sentences(text)
    exact = _whole(_phrases(words, text), split, banned)
    if exact:
        return [_passage(span, True, text, banned) for span in exact[:MOST_PASSAGES]]
    near: list[Span] = []
    for span in sorted(_whole(_near(words, text), split, banned), key=lambda span: (span[1] - span[0], span)):
        if len(near) == MOST_PASSAGES:
            break
        if not _meets(span, near) and not (near and split.several(span)):
            near.append(span)
    return [_passage(span, False, text, banned) for span in near]


def similar(words: str, text: SourceText, headings: Sequence[str] = ()) -> tuple[float, Passage] | None:
    """The sentence that has the most of the words, or words spelt like them, and how much of them it has, from
    `LEAST_SHARE` to 1."""
    asked = _asked(words)[:MAX_WORDS]
    banned = heading_spans(headings, text)
    normal = text.normal.text
    places: dict[str, list[int]] = {}
    for match in re.finditer(r"\w+", normal):
        places.setdefault(match[0].lower(), []).append(match.start())
    split = _Sentences(text)
    likeness: dict[Span, dict[str, float]] = {}
    for word in asked:
        for like, score, _ in process.extract(word, places.keys(), scorer=fuzz.ratio, score_cutoff=LIKE, limit=20):
            for span in _whole(((start, start + 1) for start in places[like][:MOST_HITS]), split, banned):
                words_of = likeness.setdefault(span, {})
                words_of[word] = max(words_of.get(word, 0), score / 100)
    if not likeness:
        return None
    best = max(likeness, key=lambda span: (sum(likeness[span].values()), span[0] - span[1]))
    share = sum(likeness[best].values()) / len(asked)
    return (share, _passage(best, False, text, banned)) if share >= LEAST_SHARE else None


def lacking(words: str, text: SourceText) -> list[str]:
    """Which of the words the text does not have at all."""
    return [word for word in _asked(words) if not re.search(_begins(word), text.normal.text, re.IGNORECASE)]


class _Sentences:
    """The sentences of a text, in offsets of its normalised form."""

    def __init__(self, text: SourceText) -> None:
        self._text = text
        size = len(text.normal.text)
        at = range(size + 1)
        self._spans = [
            (bisect_left(at, start, key=text.normal.start), min(size, bisect_left(at, end, key=text.normal.end)))
            for start, end in sentences(text.text)
        ]
        self._ends = [end for _, end in self._spans]

    def around(self, span: Span) -> Span:
        """The fewest whole sentences around a stretch that are long enough to be quoted; its lines, where they are
        longer than sentences are."""
        first = min(bisect_left(self._ends, span[0] + 1), len(self._spans) - 1)
        last = min(bisect_left(self._ends, span[1]), len(self._spans) - 1)
        while first and too_short(self._text.normal.text[self._spans[first][0] : self._spans[last][1]]):
            first -= 1
        start, end = min(self._spans[first][0], span[0]), max(self._spans[last][1], span[1])
        return (start, end) if end - start <= max(LONGEST, span[1] - span[0]) else self._lines(span)

    def several(self, span: Span) -> bool:
        """Whether a stretch is more than one sentence."""
        return bisect_left(self._ends, span[1]) > bisect_left(self._ends, span[0] + 1)

    def _lines(self, span: Span) -> Span:
        normal, raw = self._text.normal, self._text.text
        at = range(len(normal.text) + 1)
        start = raw.rfind("\n", 0, normal.start(span[0])) + 1
        end = raw.find("\n", normal.end(span[1]))
        first = bisect_left(at, start, key=normal.start)
        last = bisect_left(at, end if end >= 0 else len(raw), key=normal.end)
        return min(first, span[0]), max(min(last, len(normal.text)), span[1])


def _whole(spans: Iterable[Span], split: _Sentences, banned: Sequence[Span]) -> list[Span]:
    """The sentences around each stretch that is no heading, each once."""
    outside = (span for span in spans if not _meets(span, banned))
    return list(dict.fromkeys(_uncovered(split.around(span), span, banned) for span in outside))


def _uncovered(sentence: Span, words: Span, banned: Sequence[Span]) -> Span:
    """A sentence without the headings that precede or follow its words."""
    start = max([sentence[0], *(end for _, end in banned if sentence[0] < end <= words[0])])
    end = min([sentence[1], *(begin for begin, _ in banned if words[1] <= begin < sentence[1])])
    return start, end


def _phrases(words: str, text: SourceText) -> list[Span]:
    """Where the words are side by side; the last may be the beginning of a longer one where it is nowhere whole."""
    phrase = re.escape(normalise(words).text.strip(" .,;:"))
    for end in (r"(?!\w)", ""):
        found = list(re.finditer(rf"(?<!\w){phrase}{end}", text.normal.text, re.IGNORECASE)) if phrase else []
        if found:
            return _widened((match.span() for match in found[:MOST_HITS]), text)
    return []


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
                spans.setdefault(span[0], span)  # the first to begin there is the shortest
    return _widened(spans.values(), text)


def _widened(spans: Iterable[Span], text: SourceText) -> list[Span]:
    """Stretches with the words that they cut whole; those within the one before are left out."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if not out or start < out[-1][0] or end > out[-1][1]:
            out.append(widened(text, start, end))
    return out


def _passage(span: Span, exact: bool, text: SourceText, banned: Sequence[Span]) -> Passage:
    normal = text.normal.text
    start, end = span
    while start < end and normal[start] == " ":
        start += 1
    while end > start and normal[end - 1] == " ":
        end -= 1
    chain = ((start, end),)
    place = place_of(chain, text)
    quote = tidy(text.text[place.start : place.end])
    others = [(other,) for other in occurrences(normal[start:end], text)]
    page = text.page(place.start)
    where = str(page) if page else f"par. {_paragraph(place.start, text, banned)}"
    return Passage(place, singled_out(chain, others, text, quote), exact, where)


_BLOCK = re.compile(r"\S(?:[^\n]|\n(?!\n))*")
_LINE = re.compile(r"\S[^\n]*")


def _paragraph(offset: int, text: SourceText, banned: Sequence[Span]) -> int:
    """The number of a paragraph, not counting headings. Where no line is empty, each line is a paragraph."""
    parts = _BLOCK if "\n\n" in text.text.strip() else _LINE
    headings = [(text.normal.start(start), text.normal.end(end)) for start, end in banned]
    number = 0
    for match in parts.finditer(text.text):
        if match.start() > offset:
            break
        words = match[0]
        for start, end in headings:
            if match.start() <= start and end <= match.end():
                words = words.replace(text.text[start:end], "", 1)
        number += bool(words.strip())
    return max(number, 1)


def _asked(words: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"\w+(?:[-'.,:]\w+)*", normalise(words).text.lower())))


def _begins(word: str) -> str:
    return rf"(?<!\w){re.escape(word)}"


def _meets(span: Span, others: Sequence[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)
