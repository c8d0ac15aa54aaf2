"""The quantities of a text: numbers with their units, what they count, and how exactly they are meant."""

from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from msgspec.structs import replace

from briefgen.claims.lexicon import Lexicon, lexicon
from briefgen.claims.lexicon import lexicon as loaded
from briefgen.claims.numbers import Bound, Kind, Quantity, and_a_half, number, share, time
from briefgen.claims.phrases import Cue, Cues
from briefgen.claims.text import Line, line
from briefgen.formulas.measures import ABBREVIATIONS, SYMBOLS, UNITS

__all__ = ["Bound", "Kind", "Quantity", "quantities"]


# What is said beside a number: its unit, what is counted, per what, and whether it is meant exactly.

_CURRENCIES = ("€", "$", "£", "¥")

_UNIT_WINDOW = 34
"""Letters before a number in which a word that bounds it is looked for, and behind it for one that makes a rate."""

_BEHIND = 26
"""Letters behind a number in which one is looked for that follows it."""

_CLOSE = 14
"""Letters between a number and the period of its rate, where no stroke parts them."""

UnitFound: TypeAlias = tuple[str, int, int]
"""A unit, where it ends, and how many tokens it takes."""


def described(line: Line, quantity: Quantity, after: int) -> Quantity:
    """A quantity with what stands beside it; `after` is the token behind it."""
    if quantity.kind == "ordinal":
        return quantity
    if quantity.kind == "time":  # “until 18:00” is an end, not a bound of a number
        return replace(quantity, bound="about" if _bound(line, quantity, quantity.end) == "about" else "exact")
    if quantity.unit:
        return replace(quantity, bound=_bound(line, quantity, quantity.end))
    unit, unit_end, taken = _unit(line, quantity, after)
    if unit and quantity.kind == "number":
        half, behind = and_a_half(line, 0, after, after + taken)
        if half == 0.5:  # “three years and a half”
            unit_end = line.tokens[behind - 1].end
            values = tuple(value + half for value in quantity.values)
            quantity = replace(quantity, values=values, precision=0.5, end=unit_end)
    percent = unit == "percent"
    counted, counted_end = ("", 0) if unit and not percent else _counted(line, after + taken)
    end = max(quantity.end, unit_end, counted_end)
    bound = quantity.bound if quantity.bound != "exact" else _bound(line, quantity, end, percent)
    quantity = replace(quantity, bound=bound, per=_per(line, end), counted=counted, after=end)
    if not percent:
        return replace(quantity, unit=unit)
    return replace(
        quantity,
        kind="share",
        values=tuple(value / 100 for value in quantity.values),
        precision=quantity.precision / 100,
        end=max(quantity.end, unit_end),
    )


def _lasts(line: Line, end: int) -> bool:
    """Whether what stands before an offset is a span of time."""
    unit = line.lexicon.amounts.units.get(line.text[:end].rsplit(maxsplit=1)[-1])
    return unit is not None and unit in UNITS and UNITS[unit].family == "time"


def _unit(line: Line, quantity: Quantity, after: int) -> UnitFound:
    """The unit behind a number, or the currency before it. One word may stand between: “12 million of euros”."""
    before = line.text[max(0, quantity.start - 4) : quantity.start].strip()
    if before.endswith(_CURRENCIES):
        return SYMBOLS[before[-1]], 0, 0
    units = line.lexicon.amounts.units
    for skipped in (0, 1):
        here = after + skipped
        if here >= len(line.tokens):
            break
        token, gap = line.tokens[here], line.gap(here)
        if gap.strip(" -'.") or len(gap) > 3:
            break
        two = f"{token.text} {line.word(here + 1)}"
        if here + 1 < len(line.tokens) and two in units:
            return units.get(f"{two} {line.word(here + 2)}", units[two]), line.tokens[here + 1].end, skipped + 2
        unit = SYMBOLS.get(token.text) or units.get(token.text)
        if not unit and quantity.kind == "number" and not skipped:
            unit = ABBREVIATIONS.get(token.text)
        if unit:
            return unit, token.end, skipped + 1
        if token.kind != "word" or token.text in line.lexicon.numerals.atoms:
            break
    return "", 0, 0


def _counted(line: Line, after: int) -> tuple[str, int]:
    """What kind of thing is counted, and where that word ends."""
    for here in range(after, min(after + 4, len(line.tokens))):
        if line.gap(here).strip(" -'"):
            break
        if kind := line.lexicon.amounts.counted.get(line.tokens[here].text):
            return kind, line.tokens[here].end
    return "", 0


def _bound(line: Line, quantity: Quantity, end: int, percent: bool = False) -> Bound:
    """Whether it is meant exactly; of several words that bound it, the longest tells: “not exceeding” is no
    “exceeding”."""
    found: list[tuple[int, Bound]] = []
    for bound, cues in _bounds(line.text, line.lexicon.code):
        before = [cue for cue in cues if quantity.start - _UNIT_WINDOW <= cue.start < quantity.start and cue.end <= end]
        for cue in reversed(before):
            if _bounds_behind(line, cue, bound, quantity, end, percent):
                found.append((cue.end - cue.start, bound))
                break
        behind = next((cue for cue in cues if end <= cue.start and cue.end <= end + _BEHIND), None)
        if behind and _bounds_before(line, behind, end):
            found.append((behind.end - behind.start, bound))
    return max(found, default=(0, "exact"))[1]


def _bounds_behind(line: Line, cue: Cue, bound: Bound, quantity: Quantity, end: int, percent: bool) -> bool:
    """Whether a word of a bound is about the number that stands behind it."""
    known = line.lexicon
    gap = line.text[cue.end : quantity.start].strip(" €$£-")
    if gap in known.definite and quantity.kind != "share" and not percent:  # “below the ten-year mean”
        return False
    first = line.text[quantity.start : quantity.end].split()[0]
    if first in known.numerals.articles and bound == "least" and quantity.unit:
        return False  # “over a decade”
    if cue.words in known.amounts.spanning and _lasts(line, end):
        return False  # “over ten years”
    if cue.words in _EXTREMES and len(gap.split()) == 2:  # “le minimum légal de 20 %”
        return gap.split()[1] in known.numerals.of
    return not gap or (len(gap) <= 4 and gap.isalpha())


_EXTREMES = frozenset({"minimum", "maximum", "minimo", "maximo"})
"""Nouns for bounds, which may have an adjective behind them."""


def _bounds_before(line: Line, cue: Cue, end: int) -> bool:
    """Whether a word of a bound is about the number that stands before it: “39 or more”, “39 herders or more”."""
    gap = line.text[end : cue.start].strip(" ,(-")
    if not gap:
        return line.lexicon.amounts.behind_numbers.within(cue.words)
    few = len(gap.split()) <= 2 and gap.replace(" ", "").isalpha()
    return few and line.lexicon.amounts.behind_nouns.within(cue.words)


@lru_cache(1024)
def _bounds(text: str, code: str) -> tuple[tuple[Bound, tuple[Cue, ...]], ...]:
    """The words of each bound in a text; no bounds where it has none."""
    known = lexicon(code)
    if known is None:
        return ()
    kinds: tuple[tuple[Bound, Cues], ...] = (
        ("least", known.amounts.least),
        ("most", known.amounts.most),
        ("about", known.amounts.about),
    )
    return tuple((bound, tuple(found)) for bound, cues in kinds if (found := cues.find(text)))


def _per(line: Line, end: int) -> str:
    """Per what a number counts: “a day” close behind it, “/day” somewhat farther."""
    for period, cues in _periods(line.text, line.lexicon.code):
        for cue in cues:
            if end <= cue.start and cue.end <= end + _UNIT_WINDOW:
                between = line.text[end : cue.start]
                if "/" in between or len(between) < _CLOSE:
                    return period
    return ""


@lru_cache(1024)
def _periods(text: str, code: str) -> tuple[tuple[str, tuple[Cue, ...]], ...]:
    known = lexicon(code)
    if known is None:
        return ()
    return tuple((period, tuple(found)) for period, cues in known.amounts.per.items() if (found := cues.find(text)))


# A text read once, from its first token to its last.


def quantities(text: str, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """The quantities of a text, in order."""
    return _quantities(text, lexicon.code)


@lru_cache(4096)
def _quantities(text: str, code: str) -> tuple[Quantity, ...]:
    known = loaded(code)
    return tuple(_ranged(line(text, known))) if known else ()


def _each(read: Line) -> list[Quantity]:
    out: list[Quantity] = []
    at = 0
    openings = _openings(read.lexicon.code)
    while at < len(read.tokens):
        token = read.tokens[at]
        if token.kind == "word" and token.text not in openings:
            at += 1
            continue
        found = time(read, at) or share(read, at) or number(read, at) or _other(read, at)
        if found is None:
            at += 1
            continue
        quantity, after = described(read, *found), found[1]
        out.append(quantity)
        at = after
        while at < len(read.tokens) and read.tokens[at].start < quantity.end:
            at += 1  # the “cent” of “pour cent” is no number
    return out


def _openings(code: str) -> frozenset[str]:
    """All words that a quantity of a language may begin with: few of a text are."""
    known = loaded(code)
    if known is None:
        return frozenset()
    words = known.numerals
    return frozenset().union(
        words.atoms, words.hundreds, words.magnitudes, words.collectives, words.articles, words.halves, words.shares,
        words.ordinals, words.vague, words.factors,
    )  # fmt: skip


def _other(read: Line, at: int) -> tuple[Quantity, int] | None:
    """Ordinals, factors, orders of magnitude, and “a year and a half”."""
    token, words = read.tokens[at], read.lexicon.numerals
    word, start, end = token.text, token.start, token.end
    if word in words.articles and (found := _one_and_a_half(read, at)):
        return found
    if word in words.vague:
        return Quantity((float(words.vague[word]),), start, end, "vague", "about"), at + 1
    if word in words.ordinals:
        return Quantity((float(words.ordinals[word]),), start, end, "ordinal"), at + 1
    if word in words.factors:
        return Quantity((words.factors[word],), start, end, "factor"), at + 1
    return None


_LONG = frozenset({"fortnight", "decade", "century"})


def _one_and_a_half(read: Line, at: int) -> tuple[Quantity, int] | None:
    unit = read.lexicon.amounts.units.get(read.word(at + 1))
    half, after = and_a_half(read, 1, at, at + 2) if unit else (1.0, at)
    if unit in _LONG and half == 1:  # “a fortnight” is a figure too
        start, end = read.tokens[at].start, read.tokens[at + 1].end
        return Quantity((1.0,), start, end, unit=unit, precision=1, after=end), at + 2
    if not unit or half == 1:
        return None
    start, end = read.tokens[at].start, read.tokens[after - 1].end
    return Quantity((half,), start, end, unit=unit, precision=0.5, after=end), after


def _ranged(read: Line) -> list[Quantity]:
    """All quantities. The first number of “5 to 7 million euros” may have the unit and the magnitude of the second."""
    words = read.lexicon.numerals
    found = _each(read)
    out = found[:]
    for here, (first, second) in enumerate(pairwise(found)):
        link = read.text[first.end : second.start].strip(" €$£")
        if (
            first.kind == "number"
            and not first.unit
            and second.kind in {"number", "share", "time"}
            and link in words.between
        ):
            last = read.text[second.start : second.end].split()[-1]
            out[here] = _like(first, second, words.magnitudes.get(last, 1))
    return out


def _like(first: Quantity, second: Quantity, size: float) -> Quantity:
    values = first.values
    if second.kind == "time":  # “from 6 to 8 p.m.”
        later = 720 if second.value >= 720 and first.value < 12 else 0
        minutes = int(first.value) * 60 + round(first.value % 1 * 100) + later
        return replace(first, kind="time", values=(float(minutes),), precision=30)
    if second.kind == "share":
        values = tuple(value / 100 for value in values)
    elif size > 1:
        values = (*(value * size for value in values), *values)
    return replace(
        first,
        values=values,
        kind=second.kind,
        bound=first.bound if first.bound != "exact" else second.bound,
        unit=second.unit,
        per=second.per,
        counted=first.counted or second.counted,
        precision=first.precision * max(size, 1),
        terms=(),
    )
