"""Edits of one block from several places of a brief, or from several reviewers, brought together.

Equal edits are one. Two reviewers who changed different words of a block are heard both; where they changed the same
words otherwise, both readings are shown and nothing is chosen. In one file a block that stands in several places must
have been changed alike, or it is told as a disagreement too.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from briefgen.merging import three_way
from briefgen.review.edits import By, Disagreement, Edit, Found, Reading, Removed, Stroke

Key = tuple[str, int]


def within(found: Iterable[Found], standing: Mapping[Key, int]) -> list[Found]:
    """What was found in one file, each block told once. `standing`: in how many places it went out."""
    gathered, others = _gathered(found)
    out: list[Found] = []
    for key, held in gathered.items():
        news = {_new(each) for each in held}
        if len(news) > 1:
            out.append(Disagreement(*key, tuple(_readings(held))))
        elif isinstance(first := held[0], Removed):
            out.append(replace(first, elsewhere=standing.get(key, 1) > len(held)))
        elif isinstance(first, Edit):
            out.append(replace(first, places=len(held)))
    return [*out, *_once(others)]


def merged(reviews: Sequence[Iterable[Found]]) -> list[Found]:
    """What was found in several files of one base."""
    gathered, others = _gathered(each for found in reviews for each in found)
    return [*(_merged(key, held) for key, held in gathered.items()), *_once(others)]


Touching = Edit | Removed | Disagreement


def _gathered(found: Iterable[Found]) -> tuple[dict[Key, list[Touching]], list[Found]]:
    gathered: dict[Key, list[Touching]] = {}
    others: list[Found] = []
    for each in found:
        if isinstance(each, Edit | Removed | Disagreement):
            gathered.setdefault((each.path, each.block), []).append(each)
        else:
            others.append(each)
    return gathered, others


def _once(found: Iterable[Found]) -> list[Found]:
    return [each for at, each in enumerate(kept) if each not in kept[:at]] if len(kept := list(found)) < 500 else kept


def _new(each: Touching) -> str | None:
    match each:
        case Edit(new=new, strokes=strokes):
            return new + "\0" * sum(len(stroke.citations) for stroke in strokes)
        case Removed():
            return ""
        case Disagreement():
            return None


def _merged(key: Key, held: list[Touching]) -> Found:
    first = held[0]
    if len(held) == 1:
        return first
    if all(_new(each) == _new(first) and _new(first) is not None for each in held):
        if isinstance(first, Edit):
            return replace(first, strokes=_with_others([each for each in held if isinstance(each, Edit)]))
        if isinstance(first, Removed):
            others = dict.fromkeys(each.by for each in held if isinstance(each, Removed) and each.by != first.by)
            return replace(first, also=tuple(others))
        return first
    edits = [each for each in held if isinstance(each, Edit)]
    if len(edits) == len(held) and len({each.old for each in edits}) == 1:
        strokes = _compatible(edits)
        left = _left(edits)
        if strokes is not None and left is not None:
            return Edit(*key, edits[0].old, _applied(edits[0].old, strokes), strokes,
                        max(each.places for each in edits), edits[0].base, left)  # fmt: skip
    return Disagreement(*key, tuple(_readings(held)))


def _with_others(edits: Sequence[Edit]) -> tuple[Stroke, ...]:
    """The strokes of the first, each also by whoever came to the same words in another file."""
    out: list[Stroke] = []
    for stroke in edits[0].strokes:
        others = (
            next((each.by for each in edit.strokes if _same(each) == _same(stroke)), edit.strokes[0].by)
            for edit in edits[1:]
        )
        out.append(replace(stroke, also=tuple(dict.fromkeys(by for by in others if by != stroke.by))))
    return tuple(out)


def _same(stroke: Stroke) -> tuple[int, str, str]:
    return stroke.at, stroke.removed, stroke.added


def _compatible(edits: Sequence[Edit]) -> tuple[Stroke, ...] | None:
    """The strokes of all in order, or None where two of them touch the same words."""
    known: dict[tuple[int, str, str], Stroke] = {}
    for stroke in (stroke for each in edits for stroke in each.strokes):
        first = known.setdefault(_same(stroke), stroke)
        if stroke.by not in (first.by, *first.also):
            known[_same(stroke)] = replace(first, also=(*first.also, stroke.by))
    strokes = sorted(known.values(), key=lambda stroke: (stroke.at, len(stroke.removed)))
    for one, two in itertools.pairwise(strokes):
        if two.at <= one.at + len(one.removed) and one.by.file != two.by.file:
            return None
    return tuple(strokes)


def _left(edits: Sequence[Edit]) -> str | None:
    """What all reviewers together left, with citations; None where two changed the same words."""
    base, left = edits[0].base, edits[0].left
    for each in edits[1:]:
        if each.base != base or (both := three_way.merged(base, left, each.left)) is None:
            return None
        left = both
    return left


def _applied(old: str, strokes: Iterable[Stroke]) -> str:
    out, at = [], 0
    for stroke in strokes:
        out += [old[at : stroke.at], stroke.added]
        at = stroke.at + len(stroke.removed)
    return "".join([*out, old[at:]])


def _readings(held: Iterable[Touching]) -> list[Reading]:
    out: dict[tuple[str, str], Reading] = {}
    for each in held:
        match each:
            case Edit(old=old, new=new, strokes=strokes):
                _add(out, Reading(old, new, strokes, tuple(dict.fromkeys(stroke.by for stroke in strokes))))
            case Removed(old=old, by=by):
                _add(out, Reading(old, "", (), (by,)))
            case Disagreement(readings=readings):
                for reading in readings:
                    _add(out, reading)
    return list(out.values())


def _add(out: dict[tuple[str, str], Reading], reading: Reading) -> None:
    known = out.get((reading.old, reading.new))
    by: tuple[By, ...] = tuple(dict.fromkeys((*(known.by if known else ()), *reading.by)))
    out[reading.old, reading.new] = replace(reading, by=by)
