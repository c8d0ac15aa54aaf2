"""Two editions of a scenario → what is different, as data: things by their lists, positions, cells, weights, advice.

Both are given as one readership may see them, and whole as well. What differs is reported only where it differs in both
pairs: otherwise a higher marking would look like a change, and a withheld thing like one that was removed.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias

import msgspec

from briefgen.document import plain
from briefgen.locale.locale import PASSAGES, THINGS
from briefgen.markup.model import Citation, Label, Prose, choose
from briefgen.markup.parse import parse_label
from briefgen.model.options import Assessment, Criterion, Option, Range, Stakeholder
from briefgen.model.scenario import Scenario

_SPAN = re.compile(r"\[([^\[\]]*)\]\{\.marking-[\w-]+\}|\s\.marking-[\w-]+")
_SILENT = frozenset({"marking", "waive", "assessments", "positions"})
"""Fields of a thing that say nothing of it, or are reported by themselves."""

Count: TypeAlias = Annotated[int, msgspec.Meta(ge=0)]


class Counted(msgspec.Struct, frozen=True, tag=True, omit_defaults=True, forbid_unknown_fields=True):
    """How many things of a list were added, removed and changed."""

    things: Literal[
        "options", "criteria", "facts", "sources", "stakeholders", "key_dates", "judgements", "assumptions", "gaps",
        "indicators", "dissents", "figures", "asks", "next_steps", "sections",
    ]  # fmt: skip
    added: Count = 0
    removed: Count = 0
    changed: Count = 0


class Moved(msgspec.Struct, frozen=True, tag=True, omit_defaults=True, forbid_unknown_fields=True):
    """Something that has one value, and had another. Names are as the paper has them."""

    what: Literal["position", "cell", "weight", "recommendation"]
    of: str = ""
    """The party, the option or the criterion."""
    on: str = ""
    """The option of a position, the criterion of a cell."""
    was: str = ""
    """A stance; of a cell its score (`3`, `3–5`), leaning or result; a weight; the name of an option. Empty: none."""
    now: str = ""


class Reworded(msgspec.Struct, frozen=True, tag=True, omit_defaults=True, forbid_unknown_fields=True):
    """Which passages of the scenario itself were changed."""

    passages: tuple[Literal["title", "question", "bottom_line", "recommendation", "issue", "background"], ...] = ()


Change: TypeAlias = Counted | Moved | Reworded


class Since(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What changed since an edition."""

    edition: int
    changes: tuple[Change, ...]


class Pair(NamedTuple):
    """An edition as its readers may see it, and whole."""

    seen: Scenario
    whole: Scenario


def since(old: Pair, new: Pair, lang: str) -> Since:
    """What changed, in the words of one language."""
    return Since(old.seen.edition.number, tuple(_changes(old, new, lang)))


def _changes(old: Pair, new: Pair, lang: str) -> Iterator[Change]:
    names = _Names(new.seen, lang)
    yield from _advice(old, new, _Names(old.seen, lang), names)
    yield from _positions(old, new, names)
    yield from _cells(old, new, names)
    yield from _weights(old, new, names)
    for things in THINGS:
        before, after = (_by_id(one.seen, things) for one in (old, new))
        whole_before, whole_after = (_by_id(one.whole, things) for one in (old, new))
        changed = sum(
            _differs(before[each], after[each], lang) and _differs(whole_before[each], whole_after[each], lang)
            for each in before.keys() & after.keys()
        )
        added, removed = len(after.keys() - before.keys()), len(before.keys() - whole_after.keys())
        if added or removed or changed:
            yield Counted(things, added, removed, changed)  # type: ignore[arg-type]  # of the same names
    reworded = tuple(
        name
        for name in PASSAGES
        if _differs(getattr(old.seen, name), getattr(new.seen, name), lang)
        and _differs(getattr(old.whole, name), getattr(new.whole, name), lang)
    )
    if reworded:
        yield Reworded(reworded)  # type: ignore[arg-type]  # of the same names


class _Names:
    """Id → the name that the paper says."""

    def __init__(self, scenario: Scenario, lang: str) -> None:
        things: tuple[Option | Criterion | Stakeholder, ...] = (
            *scenario.options,
            *scenario.criteria,
            *scenario.stakeholders,
        )
        self._names = {(type(each), each.id): _plain(each.name, lang) for each in things}

    def of(self, thing: Option | Criterion | Stakeholder) -> str:
        """That of an option, a criterion, a party."""
        return self._names.get((type(thing), thing.id), thing.id)

    def option(self, name: str) -> str:
        """That of an option, by its id."""
        return self._names.get((Option, name), "")


def _plain(name: Label, lang: str) -> str:
    return plain(each for each in parse_label(name, lang) if not isinstance(each, Citation))


def _advice(old: Pair, new: Pair, before: _Names, after: _Names) -> Iterator[Change]:
    seen = [one.seen.recommendation.option if one.seen.recommendation else "" for one in (old, new)]
    whole = [one.whole.recommendation.option if one.whole.recommendation else "" for one in (old, new)]
    was, now = before.option(seen[0]), after.option(seen[1])
    if seen[0] != seen[1] and whole[0] != whole[1]:
        yield Moved("recommendation", was=was, now=now)


def _changed(old: Pair, new: Pair, read_value: Callable[[Scenario], str | None]) -> tuple[str, str] | None:
    """What was said and what is now, where it is not the same. What only one of them shows is not reported as
    silence: nothing is."""
    was, now = read_value(old.seen), read_value(new.seen)
    if was is None or now is None or was == now or (was, now) != (read_value(old.whole), read_value(new.whole)):
        return None
    return was, now


def _positions(old: Pair, new: Pair, names: _Names) -> Iterator[Change]:
    for party in new.seen.stakeholders:
        for option in new.seen.options:
            if changed := _changed(old, new, partial(_stance, party=party.id, option=option.id)):
                yield Moved("position", names.of(party), names.of(option), *changed)


def _stance(scenario: Scenario, party: str, option: str) -> str | None:
    """A stance; None where party or option is not there."""
    found: Stakeholder | None = next((each for each in scenario.stakeholders if each.id == party), None)
    if found is None or all(each.id != option for each in scenario.options):
        return None
    position = found.positions.get(option)
    return position.stance if position else "not-stated"


def _cells(old: Pair, new: Pair, names: _Names) -> Iterator[Change]:
    for option in new.seen.options:
        for criterion in new.seen.criteria:
            if changed := _changed(old, new, partial(_cell_text, option=option.id, criterion=criterion.id)):
                yield Moved("cell", names.of(option), names.of(criterion), *changed)


def _cell_text(scenario: Scenario, option: str, criterion: str) -> str | None:
    """What a cell says; empty where it is empty, None where option or criterion is not there."""
    found = next((each for each in scenario.options if each.id == option), None)
    if found is None or all(each.id != criterion for each in scenario.criteria):
        return None
    return _assessment_text(found.assessments.get(criterion))


def _assessment_text(cell: Assessment | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell.score, Range):
        return f"{cell.score.low:g}–{cell.score.high:g}"
    return f"{cell.score:g}" if cell.score is not None else cell.leaning or cell.result or ""


def _weights(old: Pair, new: Pair, names: _Names) -> Iterator[Change]:
    before, whole_before, whole_after = (
        {each.id: each.weight for each in one.criteria} for one in (old.seen, old.whole, new.whole)
    )
    for criterion in new.seen.criteria:
        was, now = before.get(criterion.id), criterion.weight
        # Where a criterion is withheld, the weights of the others are not those that the authors gave.
        theirs = whole_before.get(criterion.id), whole_after.get(criterion.id)
        if was is not None and now is not None and was != now and theirs == (was, now):
            yield Moved("weight", names.of(criterion), was=f"{was:g}", now=f"{now:g}")


def _by_id(scenario: Scenario, things: str) -> dict[str, Any]:
    return {each.id: each for each in getattr(scenario, things)}


def _differs(one: Any, other: Any, lang: str) -> bool:
    return bool(_bare(one, lang) != _bare(other, lang))


def _bare(value: Any, lang: str) -> Any:
    """A value in one language, without marks of who may see it."""
    match value:
        case Label() | Prose():
            key = choose(value.texts, lang)
            return " ".join(_SPAN.sub(r"\1", value.texts[key]).split()) if key else ""
        case msgspec.Struct():
            return tuple(_bare(getattr(value, name), lang) for name in value.__struct_fields__ if name not in _SILENT)
        case tuple():
            return tuple(_bare(each, lang) for each in value)
        case Mapping():
            return tuple((key, _bare(each, lang)) for key, each in value.items())
        case _:
            return value
