"""A text read once, from its first token to its last."""

from functools import lru_cache
from itertools import pairwise

from msgspec.structs import replace

from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.lexicon import lexicon as loaded
from briefgen.agreement.quantities.beside import described
from briefgen.agreement.quantities.clock import time
from briefgen.agreement.quantities.numbers import number
from briefgen.agreement.quantities.quantity import Quantity
from briefgen.agreement.quantities.shares import share
from briefgen.agreement.quantities.spelled import and_a_half
from briefgen.agreement.tokens import Line, line


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
