"""What is said beside a number: its unit, what is counted, per what, and whether it is meant exactly."""

from functools import cache, lru_cache
from typing import TypeAlias

from msgspec.structs import replace

from briefgen.agreement.cues import Cues
from briefgen.agreement.lexicon import lexicon
from briefgen.agreement.quantities.quantity import Bound, Quantity
from briefgen.agreement.quantities.spelled import and_a_half
from briefgen.agreement.tokens import Line
from briefgen.agreement.units import ABBREVIATIONS, SYMBOLS, UNITS

_CURRENCIES = ("€", "$", "£", "¥")

_NEAR = 34
"""Letters before a number in which a word that bounds it is looked for, and behind it for one that makes a rate."""

_BEHIND = 26
"""Letters behind a number in which one is looked for that follows it."""

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
            quantity = replace(quantity, values=values, precision=0.1, end=unit_end)
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
    unit = line.lexicon.units.get(line.text[:end].rsplit(maxsplit=1)[-1])
    return unit is not None and unit in UNITS and UNITS[unit].family == "time"


def _unit(line: Line, quantity: Quantity, after: int) -> UnitFound:
    """The unit behind a number, or the currency before it. One word may stand between: “12 million of euros”."""
    before = line.text[max(0, quantity.start - 4) : quantity.start].strip()
    if before.endswith(_CURRENCIES):
        return SYMBOLS[before[-1]], 0, 0
    units = line.lexicon.units
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
        if kind := line.lexicon.counted.get(line.tokens[here].text):
            return kind, line.tokens[here].end
    return "", 0


def _bound(line: Line, quantity: Quantity, end: int, percent: bool = False) -> Bound:
    known = line.lexicon
    words = _words_of_bounds(line.text, known.code)
    before = _part(line.text, max(0, quantity.start - _NEAR), quantity.start, words)
    behind = _part(line.text, end, end + _BEHIND, words)
    if not before and not behind:
        return "exact"
    bounds: tuple[tuple[Bound, Cues], ...] = (
        ("least", known.least), ("most", known.most), ("about", known.about),
    )  # fmt: skip
    found: list[tuple[int, Bound]] = []
    for bound, cues in bounds:
        for cue in reversed(cues.find(before)):
            gap = before[cue.end :].strip(" €$£-")
            if gap in line.lexicon.definite and quantity.kind != "share" and not percent:  # “below the ten-year mean”
                continue
            if (
                line.text[quantity.start : quantity.end].split()[0] in line.lexicon.numerals.articles
                and bound == "least"
                and quantity.unit
            ):
                continue  # “over a decade”
            if cue.words in known.spanning and _lasts(line, end):
                continue  # “over ten years”
            if not gap or (len(gap) <= 4 and gap.isalpha()):
                found.append((cue.end - cue.start, bound))
                break
        for cue in cues.find(behind)[:1]:
            gap = behind[: cue.start].strip(" ,(-")
            # “39 or more”, “39 herders or more”
            if (not gap and known.behind_numbers.within(cue.words)) or (
                len(gap.split()) <= 2 and gap.replace(" ", "").isalpha() and known.behind_nouns.within(cue.words)
            ):
                found.append((cue.end - cue.start, bound))
    return max(found, default=(0, "exact"))[1]  # the longest: “not exceeding” is no “exceeding”


@cache
def _any_bound(code: str) -> Cues:
    """All bounds of a language in one, which are looked for first: most numbers have none."""
    known = lexicon(code)
    return Cues(*known.least.phrases, *known.most.phrases, *known.about.phrases) if known else Cues()


@lru_cache(1024)
def _words_of_bounds(text: str, code: str) -> list[int]:
    return _any_bound(code).likely(text)


@lru_cache(1024)
def _words_of_periods(text: str, code: str) -> list[int]:
    return _any_period(code).likely(text)


def _part(text: str, start: int, end: int, words: list[int]) -> str:
    """A part of a text; empty where none of the words that begin at these offsets stands in it."""
    return text[start:end] if any(start <= word < end for word in words) else ""


@cache
def _any_period(code: str) -> Cues:
    known = lexicon(code)
    return Cues(*(phrase for cues in known.per.values() for phrase in cues.phrases)) if known else Cues()


def _per(line: Line, end: int) -> str:
    behind = _part(line.text, end, end + _NEAR, _words_of_periods(line.text, line.lexicon.code))
    if not behind or not _any_period(line.lexicon.code).within(behind):
        return ""
    for period, cues in line.lexicon.per.items():
        for cue in cues.find(behind):
            if "/" in behind[: cue.start] or len(behind[: cue.start]) < 14:
                return period
    return ""
