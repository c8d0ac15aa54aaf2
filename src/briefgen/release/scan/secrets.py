"""What gives a withheld piece away: its names, figures, dates, and words in a row."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, Literal, TypeAlias

import msgspec

from briefgen import schema
from briefgen.core.dates import PartialDate
from briefgen.locale import LANGUAGES, load
from briefgen.markup.model import Label, Prose
from briefgen.model.options import Range
from briefgen.model.scenario import Scenario
from briefgen.release.scan.numbers import figures_in, otherwise
from briefgen.release.scan.words import PERCENT, derived, folded, is_figure, spelled, transcriptions, words
from briefgen.schema import branch_of, fields_of

# A scenario → all its text, each part with its kind; and the words of a part of it.

What: TypeAlias = Literal["id", "name", "text", "day"]
"""`name`: what an item is called; `text`: all other words, and figures."""

_CITED = re.compile(r"\[@[^\[\]]*+\]")
_SPAN = re.compile(r"\]\{[^{}]*\}")

_NEVER_PRINTED = frozenset({"waive", "rules"})


class Fragment(msgspec.Struct, frozen=True):
    """One text of a scenario, in one language."""

    what: What
    text: str
    day: dt.date | PartialDate | None = None


def fragments(record: msgspec.Struct) -> Iterator[Fragment]:
    """All that a record of the model and those within it say; what is chosen from a list of the program is left out.
    So is why its author waives a rule: no brief says that, so it makes no word known."""
    for field in fields_of(type(record)).values():
        if field.name not in _NEVER_PRINTED:
            yield from _of(getattr(record, field.name), field.type)


def measured(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Number and unit, as a brief prints them together: of a cell, or of an end of a scale. They are in two places."""
    for criterion in scenario.criteria:
        scale = criterion.scale
        cells = (option.assessments.get(criterion.id) for option in scenario.options)
        scores = [cell.score for cell in cells if cell and cell.score is not None]
        for unit in scale.unit.texts.values() if scale.unit else ():
            for score in (scale.low, scale.high, *scores):
                if isinstance(score, Range):
                    yield f"{_number(score.low)}–{_number(score.high)}", unit
                else:
                    yield _number(score), unit


def readings(text: str) -> tuple[str, ...]:
    """A text as readers see it, and as it is written where that is another."""
    plain = _SPAN.sub("]", _CITED.sub(" ", text))
    return (text,) if plain == text else (plain, text)


def _of(value: Any, kind: schema.SchemaType) -> Iterator[Fragment]:
    kind = branch_of(kind, value) if isinstance(kind, schema.UnionType) else kind
    match value:
        case None | bool():
            return
        case Label():
            yield from (Fragment("name", text) for text in value.texts.values())
        case Prose():
            yield from (Fragment("text", text) for text in value.texts.values())
        case dt.date() | PartialDate():
            yield Fragment("day", value.isoformat(), value)
        case int() | float():
            yield Fragment("text", _number(value))
        case str():
            if not isinstance(kind, schema.ChoiceType):
                yield Fragment("id" if isinstance(kind, schema.IdType | schema.ReferenceType) else "text", value)
        case msgspec.Struct():
            yield from fragments(value)
        case _:
            yield from _within(value, kind)


def _number(value: float) -> str:
    return f"{value:g}" if abs(value) < 1e5 else f"{value:.0f}"


def _within(value: Any, kind: schema.SchemaType) -> Iterator[Fragment]:
    match kind:
        case schema.ListType(item=item):
            for each in value:
                yield from _of(each, item)
        case schema.MapType(key=key, value=entry):
            for name, each in value.items():
                yield from _of(name, key)
                yield from _of(each, entry)
        case _:
            return


RUN = 6
"""Words of a text that make it the same text."""
_LONGEST_NAME = RUN - 1
"""Words of a name; one of more is a run."""
_SHORTEST_TEXT = 3
"""Words of a text, or of a span in one, that is looked for as a whole; two common ones meet by chance."""
_DIGITS = 3
"""Of a figure that identifies by itself; a shorter one does with the word after it."""
_UNIT = 4
"""Letters of a word that a short figure counts."""
_SENTENCE = re.compile(r"(?<=[.!?:;…»”\"])\s+|\n+")
_WORD_WITH_DIGITS = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,}+\d++[^\W_]*+")
"""Letters and figures in one, as markup has them."""
_WORDS_IN_A_ROW = re.compile(r"\[([^\[\]]*+(?:\[@[^\[\]]*+\][^\[\]]*+)*+)\]\{[^{}]*\.marking-")
"""Words that are marked for themselves; they may cite."""
_ISO = re.compile(r"(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])")

Words: TypeAlias = tuple[str, ...]
Parts: TypeAlias = tuple[Words, ...]
"""What a run is made of where a sentence ends in it; else nothing."""


class Identifiers(msgspec.Struct, frozen=True):
    """What was found in some pieces; the caller removes what is not secret."""

    names: set[str]
    """Single words with capitals or figures in them, and figures."""
    ids: set[str]
    """Ids of one word."""
    phrases: dict[int, set[Words]]
    """Number of words → names, short texts and days of that many words, and figures with what they count."""
    runs: dict[Words, Parts]

    def others(self, named: Iterable[str]) -> tuple[set[str], dict[int, set[Words]]]:
        """Other words for its figures, and for names of whom or what is meant for sure: single ones, and more by their
        number."""
        figures = [(each, "") for each in self.names if is_figure(each)]
        counts = [each for each in self.phrases[2] if is_figure(each[0]) and not is_figure(each[1])]
        single = {each for name in named for each in derived(name)}
        several: dict[int, set[Words]] = {size: set() for size in self.phrases}
        for figure, unit in (*figures, *counts):
            for other in otherwise(figure, unit):
                if len(other) > 1:
                    several[len(other)].add(other)
                else:
                    single.update(other)
        return single, several

    def phrase(self, found: Sequence[str], known: frozenset[str], least: int = 2) -> None:
        """Notes words that belong together, unless all of them are `known` to be in any brief."""
        if least <= len(found) <= _LONGEST_NAME and not known.issuperset(each for each in found if not is_figure(each)):
            self.phrases[len(found)].add(tuple(found))


def identifiers(removed: Iterable[Fragment], known: frozenset[str]) -> Identifiers:
    """What some pieces say. `known`: words of any brief."""
    out = Identifiers(set(), set(), {size: set() for size in range(2, _LONGEST_NAME + 1)}, {})
    for each in removed:
        if isinstance(each.day, PartialDate) and each.day.month is None:
            continue  # a year is in any brief
        if each.day:
            for text in day_texts(each.day):
                found = words(text)
                out.phrases.setdefault(len(found), set()).add(tuple(found))
            continue
        for text in readings(each.text):
            for run, parts in _runs(text):
                out.runs.setdefault(run, parts)
            out.names.update(folded(word) for word in spelled(text) if _identifies(word))
            out.names.update(each for word in spelled(text) if _is_name(word) for each in transcriptions(word))
            out.names.update(folded(word) for word in _WORD_WITH_DIGITS.findall(text) if _identifies(word))
        _phrases(each, known, out)
    return out


def certain_names(removed: Iterable[Fragment]) -> set[str]:
    """Words that are names for sure, folded: of what an item is called, or with a capital within a sentence."""
    out: set[str] = set()
    for each in removed:
        for text in readings(each.text):
            for sentence in _SENTENCE.split(text):
                spelt = spelled(sentence)[0 if each.what == "name" else 1 :]
                out.update(folded(word) for word in spelt if _is_name(word))
    return out


def _phrases(each: Fragment, known: frozenset[str], out: Identifiers) -> None:
    text = readings(each.text)[0]
    found = words(text)
    if each.what == "text":
        for stretch in _named(text):
            out.phrase(words(" ".join(stretch)), known)
        out.phrase(found, known, _SHORTEST_TEXT)
        for span in _WORDS_IN_A_ROW.findall(each.text):
            out.phrase(words(readings(span)[0]), known, _SHORTEST_TEXT)
    else:
        out.phrase(found, known)
        out.ids.update(found if each.what == "id" and len(found) == 1 else ())
    if re.fullmatch(r"\S+[./]\S+", text):  # an address, or the name of a file
        out.phrase(found, known)
    for at, word in enumerate(found):
        if word in _months():
            out.phrases[2].update(pair for pair in pairwise(found[max(at - 1, 0) : at + 2]) if _is_day(pair))
    out.phrases[3].update(tuple(words(day)) for day in _ISO.findall(text))
    for figure, unit in pairwise(found):
        if is_figure(figure) and _is_counted(unit, known):
            out.phrases[2].add((figure, unit))
    for figure, after in figures_in(found):
        if _identifies(figure):
            out.names.add(figure)
        if after < len(found) and _is_counted(found[after], known):
            out.phrases[2].add((figure, found[after]))


def _is_counted(word: str, known: frozenset[str]) -> bool:
    return word == PERCENT or (len(word) >= _UNIT and word not in known and not is_figure(word))


def _is_name(word: str) -> bool:
    return _identifies(word) and not is_figure(word)


def _identifies(word: str) -> bool:
    """Whether a word is a name, by its letters, or a figure that is long enough. Where a script has no capitals, any
    word of it may be a name."""
    if is_figure(word):
        return len(word.replace(".", "")) >= _DIGITS
    return len(word) >= 2 and (
        word != word.lower() or (word.isalnum() and not word.isalpha()) or (not word.isascii() and word == word.upper())
    )


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


def runs_of(text: str) -> Iterator[Words]:
    """Those in which no sentence ends."""
    return (run for run, parts in _runs(text) if not parts)


def stretches(found: Sequence[str], size: int) -> Iterator[Words]:
    """All stretches of so many words."""
    return zip(*(found[at:] for at in range(size)), strict=False)


def sentences(text: str) -> int:
    """How many a text has, or more."""
    return len(_SENTENCE.split(text))


def day_texts(day: dt.date | PartialDate) -> list[str]:
    """A date as each language writes it, and as computers do."""
    return [day.isoformat(), *(load(lang).date(day) for lang in LANGUAGES)]


def _is_day(pair: Words) -> bool:
    """Whether one of two words is the day of a month: `17 April`, `April 17`."""
    return any(word.isdecimal() and int(word) <= 31 for word in pair)


@cache
def _months() -> frozenset[str]:
    return frozenset(folded(month) for lang in LANGUAGES for month in load(lang).formats.months)
