"""Whether a quantity of a claim is one of a passage: rounded as it says, in other units, as a share or in words."""

from collections.abc import Iterable
from typing import Literal, TypeAlias

import msgspec

from briefgen.agreement.quantities import Quantity
from briefgen.agreement.units import UNITS

Verdict: TypeAlias = Literal["same", "hedge", "bound", "unit", "none"]
"""The same; the same without its “about”; “at least” made “at most”; the same number of something else; not there."""

_RANK: tuple[Verdict, ...] = ("same", "hedge", "bound", "unit", "none")


class Match(msgspec.Struct, frozen=True):
    """What a passage has for a quantity."""

    verdict: Verdict
    passage: Quantity | None = None


def match(claim: Quantity, passages: Iterable[Quantity]) -> Match:
    """The best that the passages offer."""
    best = Match("none")
    passages = list(passages)
    if claim.terms and all(any(_has(term, passage) for passage in passages) for term in claim.terms):
        return Match("same")
    for passage in passages:
        verdict = _verdict(claim, passage)
        if _RANK.index(verdict) < _RANK.index(best.verdict):
            best = Match(verdict, passage)
    return best


def _has(term: float, passage: Quantity) -> bool:
    return term in passage.values or term in passage.terms


def _verdict(claim: Quantity, passage: Quantity) -> Verdict:
    if not _equal(claim, passage):
        if claim.kind == "number" == passage.kind and _apart(claim, passage) and _plainly_equal(claim, passage):
            return "unit"
        return "none"
    if _apart(claim, passage) and not (passage.terms and claim.kind == "number"):
        return "unit"
    if {claim.bound, passage.bound} == {"least", "most"}:
        return "bound"
    if claim.bound == "exact" and passage.bound != "exact" and passage.kind != "vague":
        return "hedge"
    return "same"


def _apart(claim: Quantity, passage: Quantity) -> bool:
    """Whether they count different things, as far as both say what."""
    if claim.unit and passage.unit and claim.kind != "share":
        mine, its = UNITS[claim.unit], UNITS[passage.unit]
        if mine.family != its.family:
            return True
    if (claim.kind == "share") != (passage.kind == "share") and (claim.unit or passage.unit):
        return True
    if claim.per and passage.per and claim.per != passage.per:
        return True
    if claim.kind == "share":
        return False
    return bool(claim.counted and passage.counted) and not _alike(claim.counted, passage.counted)


_PERSONS = frozenset({"person", "child", "woman", "man", "worker"})


def _alike(one: str, other: str) -> bool:
    """Whether two kinds of thing may be one: who has an illness is a case of it."""
    kinds = {one, other}
    return len(kinds) == 1 or ("case" in kinds and bool(kinds & _PERSONS))


def _plainly_equal(claim: Quantity, passage: Quantity) -> bool:
    return any(_close(mine, its, 0) for mine in claim.values for its in passage.values)


def _equal(claim: Quantity, passage: Quantity) -> bool:
    if "time" in {claim.kind, passage.kind} and claim.kind != passage.kind:
        return _on_the_hour(claim, passage) or _on_the_hour(passage, claim)
    if claim.kind == "vague" or passage.kind == "vague":
        return _vaguely(claim, passage)
    if passage.terms and claim.kind == "number" and any(value in passage.terms for value in claim.values):
        return True
    if claim.kind == "share" and passage.kind == "number" and claim.values[0] >= 0.01:
        # “70 per cent” and “70 percentage points” are not the same, though their digits are.
        if passage.unit == "point":
            return any(_close(mine * 100, its, 0) for mine in claim.values for its in passage.values)
    elif passage.kind == "share" and claim.kind == "number" and (claim.unit == "point" or not _measured(claim)):
        # “from 64.1 to 57.8 per cent” may be said with the sign once.
        return any(_close(mine, its * 100, 0) for mine in claim.values for its in passage.values)
    return any(_holds(mine, its, claim, passage) for mine, its in _pairs(claim, passage))


def _on_the_hour(time: Quantity, other: Quantity) -> bool:
    """“18 heures” for 18:00."""
    hours = other.kind == "number" and other.unit == "hour"
    return time.kind == "time" and hours and any(value * 60 in time.values for value in other.values)


def _pairs(claim: Quantity, passage: Quantity) -> Iterable[tuple[float, float]]:
    first, second = _factor(claim, passage), _factor(passage, claim)
    # What digits may mean besides is not converted as well: 4,500 tonnes are not 4,500 kilograms.
    ours = claim.values if first == second else claim.values[:1]
    theirs = passage.values if first == second else passage.values[:1]
    for mine in ours:
        for its in theirs:
            yield mine * first, its * second


def _factor(quantity: Quantity, other: Quantity) -> float:
    """In the unit of the family, where both are of one family."""
    if not quantity.unit or not other.unit or quantity.unit == other.unit:
        return 1
    mine, its = UNITS[quantity.unit], UNITS[other.unit]
    return mine.factor if mine.family == its.family else 1


def _holds(mine: float, its: float, claim: Quantity, passage: Quantity) -> bool:
    scale = _factor(claim, passage)
    step = claim.precision * scale
    if claim.kind == "share" == passage.kind and not (claim.precision and passage.precision):
        # A fraction in words against percent: as near as the percentage says.
        step = max(step, passage.precision)
        if _close(mine, its, step / 2):
            return True
    match claim.bound:
        case "exact":
            return _close(mine, its, 0)
        case "about" if claim.kind == "share" and not claim.precision:  # “about a fifth” of 21.4 per cent
            return _close(mine, its, 0.1 * abs(mine))
        case "about":
            return _close(mine, its, max(min(step / 2, 0.1 * abs(mine)), 0.005 * abs(its)))
        case "least":
            return mine <= its <= mine + max(min(step, abs(mine)), 0.25 * abs(mine)) or _close(mine, its, 0)
        case "most":
            return mine - max(min(step, abs(mine)), 0.25 * abs(mine)) <= its <= mine or _close(mine, its, 0)


def _close(mine: float, its: float, within: float) -> bool:
    return abs(mine - its) <= within + 1e-9 * max(1.0, abs(mine), abs(its))


def _measured(quantity: Quantity) -> bool:
    return bool(quantity.unit or quantity.counted or quantity.per)


def _vaguely(claim: Quantity, passage: Quantity) -> bool:
    """“Hundreds” for 350; never 350 for “hundreds”."""
    if claim.kind == "vague" == passage.kind:
        return claim.values[0] == passage.values[0]
    return claim.kind == "vague" and any(claim.values[0] <= its < 12 * claim.values[0] for its in passage.values)
