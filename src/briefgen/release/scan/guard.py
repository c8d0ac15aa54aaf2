"""What no file for an audience may hold: the words of a whole scenario that stand nowhere in what is released.

What is released is the scenario as the filter left it, and what every brief says: template, theme, interface words.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise
from typing import TypeAlias

import msgspec

from briefgen.locale import LANGUAGES, load
from briefgen.release.manifest import keys as manifest_keys
from briefgen.release.scan.said import Said, keys, readings, said
from briefgen.release.scan.words import PERCENT, is_figure, spelled, words
from briefgen.scenario.model import Scenario

RUN = 6
"""Words of a text that make it the same text."""
_LONGEST_NAME = 5
"""Words of a name; one of more is a run."""
_SPLIT = 6
"""Letters of a name that is looked for in pieces as well."""
_IN_MARKUP = 4
"""Letters of a name that is looked for in what no reader sees."""
_DIGITS = 3
"""Of a figure that tells by itself; a shorter one tells with the word behind it."""
_COMPUTED = 100
"""Figures of a program are shares and scores, up to this one, and counts: there are no more things than sentences."""
_UNIT = 4
"""Letters of a word that a short figure counts."""
_SENTENCE = re.compile(r"(?<=[.!?:;…»”\"])\s+|\n+")
_ASWRITTEN = re.compile(r"[^\W\d_]{3,}\d+[^\W_]*")
"""Letters and figures in one, as markup has them."""
_DECIMAL = re.compile(r"(?<![\d.,])\d+\.\d{3}(?![\d.,]\d|\d)")
"""What may be thousands as well."""
_ISO = re.compile(r"(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])")
_DIGEST = re.compile(r"(?<![0-9a-fA-F])[0-9a-fA-F]{64}(?![0-9a-fA-F])")

Words = tuple[str, ...]


class Guard(msgspec.Struct, frozen=True):
    """What is looked for. All words are folded."""

    names: frozenset[str]
    """Single words: names and figures."""
    marks: frozenset[str]
    """Those among them that formats do not use themselves; an id of one word, such as `price`, is none."""
    pieces: frozenset[str]
    """Those that are looked for in pieces as well: `Tan nery`."""
    phrases: dict[int, frozenset[Words]]
    """Number of words → names of that many words, and figures with what they count."""
    runs: frozenset[Words]
    digests: frozenset[str]
    """SHA-256 of texts, in hexadecimal digits."""
    texts: tuple[str, ...] = ()
    """Texts of sources that are withheld whole: of them too no run may be there."""
    released: frozenset[Words] = frozenset()
    """Runs of a word less that may be; given with `texts` only."""

    def __bool__(self) -> bool:
        return bool(self.names or self.runs or self.digests or self.texts or any(self.phrases.values()))


Parts = tuple[Words, ...]
"""What a run is made of where a sentence ends in it; else nothing."""
_Candidates: TypeAlias = tuple[set[str], set[str], dict[int, set[Words]], dict[Words, Parts]]
"""Names, ids of one word, phrases and runs."""


class Released(msgspec.Struct, frozen=True):
    """What may be seen besides the words of the filtered scenario."""

    interface: Sequence[str] = ()
    """What a template, a theme or a program says in any brief."""
    computed: Sequence[str] = ()
    """What was worked out for this one, the numbers of its notes and pages too; only its figures count, as far as a
    program works out such."""
    days: Sequence[dt.date] = ()
    """Those of its making: when its quotes were verified."""
    other: Sequence[str] = ()
    """Else released: names of files, a house style, what other scenarios of a site say."""
    editions: Sequence[Scenario] = ()
    """What may be seen of other editions of the scenario."""


def guard(whole: Scenario, left: Scenario, released: Released, texts: Iterable[str] = ()) -> Guard:
    """What a brief made of `left` may not hold of `whole`. `texts`: those of sources that are withheld."""
    if whole == left:
        return Guard(frozenset(), frozenset(), frozenset(), {}, frozenset(), frozenset())
    open_ = tuple(each for one in (left, *released.editions) for each in said(one))
    interface = [*released.interface, *catalogue(), *keys(), *manifest_keys()]
    known = frozenset(word for text in interface for word in words(text))
    seen = [words(text) for text in (*interface, *released.other, *_days(open_, released.days))]
    seen += [words(reading) for each in open_ for reading in readings(each.text)]
    kept = frozenset(open_)
    gone = [each for each in dict.fromkeys(said(whole)) if each not in kept]
    names, ids, phrases, runs = _candidates(gone, known)
    figures = _figures(released.computed, sum(len(_SENTENCE.split(each.text)) for each in open_))
    for found in (names, ids):
        found.difference_update(*seen, _years(open_), figures)
    _forget(phrases, runs, seen, figures)
    split = {name for name in names if len(name) >= _SPLIT}
    for each in seen:
        split.difference_update(joined(each))
    withheld = tuple(texts)
    return Guard(
        names=frozenset(names | ids),
        marks=frozenset(each for each in names - format_words() if len(each) >= _IN_MARKUP and not is_figure(each)),
        pieces=frozenset(split),
        phrases={size: frozenset(each) for size, each in phrases.items() if each},
        runs=frozenset(runs),
        digests=frozenset(_digests(gone, withheld)) - {each.text.lower() for each in open_},
        texts=withheld,
        released=frozenset(run for each in seen for run in stretches(each, RUN - 1)) if withheld else frozenset(),
    )


def stretches(found: Sequence[str], size: int) -> Iterator[Words]:
    """All stretches of so many words."""
    return zip(*(found[at:] for at in range(size)), strict=False)


def joined(found: Sequence[str]) -> Iterator[str]:
    """Two and three words that stand side by side, as one."""
    yield from map(str.__add__, found, found[1:])
    yield from map("".join, stretches(found, 3))


def digests(text: str) -> set[str]:
    """What may be a SHA-256 in a text."""
    return {each.lower() for each in _DIGEST.findall(text)}


@cache
def catalogue() -> tuple[str, ...]:
    """Interface words of all languages, the months among them."""
    locales = [load(lang) for lang in LANGUAGES]
    return tuple(text for each in locales for text in (*each.messages(), " ".join(each.formats.months)))


@cache
def _months() -> frozenset[str]:
    return frozenset(month.casefold() for lang in LANGUAGES for month in load(lang).formats.months)


def _is_day(pair: Words) -> bool:
    """Whether one of two words is the day of a month: `17 April`, `April 17`."""
    return any(word.isdecimal() and int(word) <= 31 for word in pair)


@cache
def format_words() -> frozenset[str]:
    """Words that the formats themselves are written with, folded: names of elements, styles and fonts."""
    return frozenset(files(__package__).joinpath("format-words.txt").read_text(encoding="utf-8").split())


def _candidates(gone: Iterable[Said], known: frozenset[str]) -> _Candidates:
    """What the pieces that are gone say."""
    names: set[str] = set()
    ids: set[str] = set()
    phrases: dict[int, set[Words]] = {size: set() for size in range(2, _LONGEST_NAME + 1)}
    runs: dict[Words, Parts] = {}

    def phrase(found: Sequence[str]) -> None:
        if 2 <= len(found) <= _LONGEST_NAME and not known.issuperset(word for word in found if not is_figure(word)):
            phrases[len(found)].add(tuple(found))

    for each in gone:
        if each.day:
            for text in _day(each.day):
                found = words(text)
                phrases.setdefault(len(found), set()).add(tuple(found))
            continue
        for text in readings(each.text):
            for run, parts in _runs(text):
                runs.setdefault(run, parts)
            names.update(filter(_tells, spelled(text)))
            names.update(word for word in _ASWRITTEN.findall(text) if _tells(word))
        text = readings(each.text)[0]
        if each.what == "text":
            for stretch in _named(text):
                phrase(words(" ".join(stretch)))
        else:
            phrase(words(text))
            ids.update(words(text) if each.what == "id" and len(words(text)) == 1 else ())
        if re.fullmatch(r"\S+[./]\S+", text):  # an address, or the name of a file
            phrase(words(text))
        found = words(text)
        for at, month in enumerate(found):
            if month in _months():
                phrases[2].update(pair for pair in pairwise(found[max(at - 1, 0) : at + 2]) if _is_day(pair))
        for day in _ISO.findall(text):
            phrases[3].add(tuple(words(day)))
        for figure, unit in pairwise(found):
            counts = unit == PERCENT or (len(unit) >= _UNIT and unit not in known and not is_figure(unit))
            if is_figure(figure) and counts:
                phrases[2].add((figure, unit))
    return {name.casefold() for name in names}, ids, phrases, runs


def _tells(word: str) -> bool:
    """Whether a word is a name, by its letters, or a figure that is long enough."""
    if is_figure(word):
        return len(word.replace(".", "")) >= _DIGITS
    return len(word) >= 2 and (word != word.lower() or (word.isalnum() and not word.isalpha()))


def _named(text: str) -> Iterator[list[str]]:
    """Stretches of words with capitals, and of figures among them; the first word of a sentence has one anyway."""
    for sentence in _SENTENCE.split(text):
        stretch: list[str] = []
        for word in [*spelled(sentence)[1:], ""]:
            if word and (word[0].isupper() or (stretch and is_figure(word))):
                stretch.append(word)
                continue
            if len(stretch) > 1:
                yield stretch[:_LONGEST_NAME]
            stretch = []


def _runs(text: str) -> Iterator[tuple[Words, Parts]]:
    """All runs of a text."""
    found: list[str] = []
    ends: set[int] = set()
    for sentence in _SENTENCE.split(text):
        found += words(sentence)
        ends.add(len(found))
    for at, run in enumerate(stretches(found, RUN)):
        end = next((end for end in range(at + 1, at + RUN) if end in ends), None)
        yield run, (run[: end - at], run[end - at :]) if end else ()


def _forget(
    phrases: dict[int, set[Words]], runs: dict[Words, Parts], seen: list[list[str]], figures: frozenset[str]
) -> None:
    """Takes out of them what stands in a released text, and shares that were worked out.

    A run is no secret where all its words but one stand together in a released text, nor where it is the end of one
    sentence and the beginning of another, and both are released: such come about where released texts meet."""
    known = {run for each in seen for run in stretches(each, RUN - 1)}
    parts: dict[int, set[Words]] = {}
    for part in (part for each in runs.values() for part in each):
        parts.setdefault(len(part), set()).add(part)
    released = {
        part for size, some in parts.items() for each in seen for part in some.intersection(stretches(each, size))
    }
    for run, made_of in list(runs.items()):
        if run[1:] in known or run[:-1] in known or (made_of and released.issuperset(made_of)):
            del runs[run]
    for each in seen:
        for size, found in phrases.items():
            if found:
                found.difference_update(stretches(each, size))
    phrases[2].difference_update([(figure, PERCENT) for figure in figures])


def runs_of(text: str) -> Iterator[Words]:
    """Those in which no sentence ends."""
    return (run for run, parts in _runs(text) if not parts)


def _figures(computed: Iterable[str], most: int) -> frozenset[str]:
    """Those that a program works out, shares and scores or counts up to `most`, as words read them: 1.875 is 1875."""
    found = {word for text in computed for word in words(text) if is_figure(word)}
    decimals = {each for text in computed for each in _DECIMAL.findall(text) if float(each) <= _COMPUTED}
    return frozenset(
        word for word in found if float(word) <= _COMPUTED or (word.isdecimal() and int(word) <= most)
    ).union(*map(words, decimals))


def _years(open_: Iterable[Said]) -> list[str]:
    """Those between the first and the last day: a timeline is drawn over them."""
    years = [each.day.year for each in open_ if each.day]
    return [str(year) for year in range(min(years), max(years) + 1)] if years else []


def _days(open_: Iterable[Said], others: Iterable[dt.date]) -> Iterator[str]:
    for day in dict.fromkeys([*(each.day for each in open_ if each.day), *others]):
        yield from _day(day)


def _day(day: dt.date) -> list[str]:
    """A day as each language writes it, and as computers do."""
    return [day.isoformat(), *(load(lang).date(day) for lang in LANGUAGES)]


def _digests(gone: Iterable[Said], texts: Iterable[str]) -> Iterator[str]:
    for each in gone:
        yield from digests(each.text)
        if each.what == "text":
            yield sha256(each.text.encode("utf-8", "replace")).hexdigest()
    for text in texts:
        yield sha256(text.encode("utf-8", "replace")).hexdigest()
