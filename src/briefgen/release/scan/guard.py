"""What no file for an audience may hold: the words of a whole scenario that are nowhere in what is released.

What is released is the scenario as the filter left it, and what every brief says: template, theme, interface words.
"""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import sha256

import msgspec

from briefgen.core.dates import PartialDate
from briefgen.locale import LANGUAGES, load
from briefgen.model.scenario import Scenario
from briefgen.release.scan.own_words import own_words
from briefgen.release.scan.secrets import (
    RUN,
    Fragment,
    Parts,
    Words,
    certain_names,
    day_texts,
    fragments,
    identifiers,
    measured,
    readings,
    sentences,
    stretches,
)
from briefgen.release.scan.words import BREAK, PERCENT, as_seen, is_figure, words

_SPLIT = 6
"""Letters of a name that is looked for in pieces as well."""
_IN_MARKUP = 4
"""Letters of a name that is looked for in what no reader sees."""
_COMPUTED = 100
"""Figures of a program are shares and scores, up to this one, and counts: there are no more things than sentences."""
_DECIMAL = re.compile(r"(?<![\d.,])\d+\.\d{3}(?![\d.,]\d|\d)")
"""What may be thousands as well."""
_HASH = re.compile(
    r"(?<![0-9A-Za-z])(?:[0-9a-f]{16,}|[0-9A-F]{16,}|sha(?:256|384|512)-[A-Za-z0-9+/]{43,})(?![0-9A-Za-z])"
)
_DIGEST = re.compile(r"(?<![0-9a-fA-F])[0-9a-fA-F]{64}(?![0-9a-fA-F])")


class Guard(msgspec.Struct, frozen=True):
    """What is looked for. All words are folded."""

    names: frozenset[str]
    """Single words: names and figures."""
    marks: frozenset[str]
    """Those among them that are not `own`; an id of one word, such as `price`, is none."""
    pieces: frozenset[str]
    """Those that are looked for in pieces as well: `Tan nery`."""
    phrases: dict[int, frozenset[Words]]
    """Number of words → names and short texts of that many words, and figures with what they count."""
    runs: frozenset[Words]
    digests: frozenset[str]
    """SHA-256 of texts, in hexadecimal digits."""
    texts: tuple[str, ...] = ()
    """Texts of sources that are withheld whole: of them too no run may be there."""
    released: frozenset[Words] = frozenset()
    """Runs of a word less that may be; given with `texts` only."""
    own: frozenset[str] = frozenset()
    """Words that the files are written with: where a format has its names, they give nothing away."""

    def __bool__(self) -> bool:
        return bool(self.names or self.runs or self.digests or self.texts or any(self.phrases.values()))


class Released(msgspec.Struct, frozen=True, kw_only=True):
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
    called: str = ""
    """The name of the scenario's folder, which its files bear: figures and ids may be in it, no withheld name."""
    fields: Collection[str] = ()
    """Names of fields of other records among the files."""


def guard(whole: Scenario, left: Scenario, released: Released, texts: Iterable[str] = ()) -> Guard:
    """What a brief made of `left` may not hold of `whole`. `texts`: those of sources that are withheld."""
    if whole == left:
        return Guard(frozenset(), frozenset(), frozenset(), {}, frozenset(), frozenset())
    open_ = tuple(each for one in (left, *released.editions) for each in fragments(one))
    own = own_words().union(*map(words, released.fields))
    interface = [*released.interface, *catalogue()]
    known = own.union(*map(words, interface))
    seen = [words(text) for text in (*interface, *released.other, *_days(open_, released.days))]
    seen += [words(reading) for each in open_ for reading in readings(each.text)]
    scores = [each for one in (left, *released.editions) for each in measured(one)]
    seen += [words(f"{number} {unit}") for number, unit in scores]
    seen += [words(like) for each in open_ if (like := as_seen(each.text)) != each.text]
    kept = frozenset(open_)
    removed = [each for each in dict.fromkeys(fragments(whole)) if each not in kept]
    identifying = identifiers(removed, known)
    names, ids, phrases, runs = identifying.names, identifying.ids, identifying.phrases, identifying.runs
    surely = certain_names(removed)
    single, several = identifying.others(names & surely)
    for size, some in several.items():
        phrases[size] |= some
    figures = _figures(released.computed, sum(sentences(each.text) for each in open_))
    for found in (names, ids, single):
        found.difference_update(*seen, _years(open_), figures)
    folder = words(released.called)
    ids.difference_update(folder, own)
    names.difference_update(set(folder) - surely)
    _forget(phrases, runs, seen)
    for counted in {PERCENT, *(word for _, unit in scores for word in words(unit)[:1])}:
        phrases[2].difference_update((figure, counted) for figure in figures)
    split = {name for name in names if len(name) >= _SPLIT}
    for each in seen:
        split.difference_update(joined(each), joined(without_marks(each)))
    withheld = tuple(texts)
    return Guard(
        names=frozenset(names | ids | single),
        marks=frozenset(each for each in names - own if len(each) >= _IN_MARKUP and not is_figure(each)),
        pieces=frozenset(split),
        phrases={size: frozenset(each) for size, each in phrases.items() if each},
        runs=frozenset(runs),
        digests=frozenset(_digests(removed, withheld)) - {each.text.lower() for each in open_},
        texts=withheld,
        released=frozenset(run for each in seen for run in stretches(each, RUN - 1)) if withheld else frozenset(),
        own=own,
    )


def joined(found: Sequence[str]) -> Iterator[str]:
    """Two and three words that are side by side, as one."""
    yield from map(str.__add__, found, found[1:])
    yield from map("".join, stretches(found, 3))


def without_marks(found: Iterable[str]) -> list[str]:
    """Words without the numbers between and before them: signs of notes, which may be within a word."""
    return [word for each in found if (word := each.lstrip("0123456789.")) and word != BREAK]


def without_hashes(text: str) -> str:
    """A text without digests and other hashes, whose letters come about by chance: `…4ecb0…` is no European bank."""
    return _HASH.sub(" ", text)


def digests(text: str) -> set[str]:
    """What may be a SHA-256 in a text."""
    return {each.lower() for each in _DIGEST.findall(text)}


def catalogue() -> tuple[str, ...]:
    """Interface words of all languages, the months among them."""
    locales = [load(lang) for lang in LANGUAGES]
    return tuple(text for each in locales for text in (*each.messages(), " ".join(each.formats.months)))


def _forget(phrases: dict[int, set[Words]], runs: dict[Words, Parts], seen: list[list[str]]) -> None:
    """Takes out of them what is in a released text.

    A run is no secret where all its words but one are together in a released text, nor where it is the end of one
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


def _figures(computed: Iterable[str], most: int) -> frozenset[str]:
    """Those that a program works out, shares and scores or counts up to `most`, as words read them: 1.875 is 1875."""
    found = {word for text in computed for word in words(text) if is_figure(word)}
    decimals = {each for text in computed for each in _DECIMAL.findall(text) if float(each) <= _COMPUTED}
    return frozenset(
        word for word in found if float(word) <= _COMPUTED or (word.isdecimal() and int(word) <= most)
    ).union(*map(words, decimals))


def _years(open_: Iterable[Fragment]) -> list[str]:
    """Those between the first and the last day: a timeline is drawn over them."""
    years = [each.day.year for each in open_ if each.day]
    return [str(year) for year in range(min(years), max(years) + 1)] if years else []


def _days(open_: Iterable[Fragment], others: Iterable[dt.date | PartialDate]) -> Iterator[str]:
    for day in dict.fromkeys([*(each.day for each in open_ if each.day), *others]):
        yield from day_texts(day)


def _digests(removed: Iterable[Fragment], texts: Iterable[str]) -> Iterator[str]:
    for each in removed:
        yield from digests(each.text)
        if each.what == "text":
            yield sha256(each.text.encode("utf-8", "replace")).hexdigest()
    for text in texts:
        yield sha256(text.encode("utf-8", "replace")).hexdigest()
