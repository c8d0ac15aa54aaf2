"""Words set in italics or bold, or no longer: what Markdown calls emphasis and strong emphasis."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from typing import Literal

import msgspec

from briefgen.prose.model import MARK
from briefgen.prose.plain import Look
from briefgen.prose.rewriting.field import UNUSUAL, Field, Unplaced, field_of, parted
from briefgen.prose.rewriting.spots import Construct, Spot

_SIGNS = {"emphasis": ("*", "_"), "strong": ("**", "__")}


class Emphasis(msgspec.Struct, frozen=True):
    """A stretch of the plain words of a field that is to have a mark, or not to have it."""

    start: int
    end: int
    mark: Literal["emphasis", "strong"]
    on: bool


def emphasise(source: str, wanted: Emphasis, lang: str) -> str | Unplaced:
    """The source of a field with a stretch of its words set in a mark, or without it. Words, links, spans and citations
    stay as they are; what is set so already, around the stretch, grows or is divided."""
    before, body, behind = parted(source)
    field = field_of(body, lang)
    if field is None:
        return Unplaced(UNUSUAL)
    marked = [
        wanted.on if wanted.start <= at < wanted.end else wanted.mark in _marks(look)
        for at, look in enumerate(field.read.looks)
    ]
    if all(_is_set(field, at, wanted.mark) == marked[at] for at in _words(field.spots)):
        return source
    for sign in _SIGNS[wanted.mark]:
        made = field_of(_written(field, marked, wanted.mark, sign), lang)
        if made is not None and _as_wanted(field, made, marked, wanted.mark):
            return before + made.body + behind
    words = " ".join(field.read.words[wanted.start : wanted.end].replace(MARK, "").split())[:60]
    return Unplaced(f"The look of “{words}” could not be changed without a change of the Markdown around it.")


def _marks(look: Look) -> frozenset[str]:
    """The marks of a character; a note mark has none."""
    return look[0] if look and isinstance(look[0], frozenset) else frozenset()


def _is_set(field: Field, at: int, mark: str) -> bool:
    return mark in _marks(field.read.looks[at])


def _words(spots: Sequence[Spot]) -> list[int]:
    """The characters whose look is seen."""
    return [at for at, spot in enumerate(spots) if not spot.character.isspace() and spot.character != MARK]


def _written(field: Field, marked: Sequence[bool], mark: str, sign: str) -> str:
    """The source with all signs of a mark taken out and set anew, in the paragraphs where it is to be otherwise."""
    put: list[tuple[int, str]] = []
    cut: set[int] = set()
    for block in field.blocks:
        own = [at for at in _words(field.spots) if field.spots[at] in block.spots]
        if all(_is_set(field, at, mark) == marked[at] for at in own):
            continue
        old = {each for spot in block.spots for each in spot.within if each.signs[0] in _SIGNS[mark]}
        for construct in old:
            cut.update(range(*construct.opens), range(*construct.closes))
        for start, end in _runs(own, marked):
            put += _around(field.spots[start], field.spots[end], old, sign)
    out: list[str] = []
    for at in range(len(field.body) + 1):
        out += (words for place, words in put if place == at)
        out += field.body[at : at + 1] if at not in cut else ""
    return "".join(out)


def _runs(own: Iterable[int], marked: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The first and the last character of each stretch that is marked."""
    for is_marked, group in groupby(own, key=lambda at: marked[at]):
        if is_marked:
            at = list(group)
            yield at[0], at[-1]


def _around(first: Spot, last: Spot, old: set[Construct], sign: str) -> list[tuple[int, str]]:
    """Where the signs of a stretch go: within what both of its ends stand in, around the rest."""
    starts = [each for each in first.within if each not in old]
    ends = [each for each in last.within if each not in old]
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(starts, ends, strict=False)))
    start = starts[shared].opens[0] if len(starts) > shared else first.start
    end = ends[shared].closes[1] if len(ends) > shared else last.end
    return [(start, sign), (end, sign)]


def _as_wanted(old: Field, new: Field, marked: Sequence[bool], mark: str) -> bool:
    """Whether the words are the same, each with the look that it had but for the mark, and nothing is wrong now."""
    if old.read.words != new.read.words or old.read.lists != new.read.lists or old.read.faults != new.read.faults:
        return False
    return all(
        _other_signs(spot, mark) == _other_signs(old.spots[at], mark)
        and (
            spot.character.isspace()
            or new.read.looks[at] == _with(old.read.looks[at], mark, marked[at] and spot.character != MARK)
        )
        for at, spot in enumerate(new.spots)
    )


def _with(look: Look, mark: str, on: bool) -> Look:
    """A look with a mark, or without it; note marks have none."""
    if not look or not isinstance(look[0], frozenset):
        return look
    return (look[0] | {mark} if on else look[0] - {mark}, *look[1:])


def _other_signs(spot: Spot, mark: str) -> tuple[tuple[str, str], ...]:
    """How the constructs around a word are written, save those of a mark."""
    if spot.character.isspace():
        return ()
    return tuple(construct.signs for construct in spot.within if construct.signs[0] not in _SIGNS[mark])
