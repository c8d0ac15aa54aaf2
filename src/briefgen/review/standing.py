"""A story as it stands now, paragraph by paragraph: of which fields each is, how it is set, and whether it came."""

from typing import NamedTuple

from briefgen.locale import untied
from briefgen.review.ground import Ground
from briefgen.review.lines import Listed
from briefgen.review.parts import Moved


class Standing(NamedTuple):
    """A paragraph that has words, as it stands now. Places are those of controls, as they went out."""

    first: int | None
    """The place that it begins with; none where it begins with words of no field."""
    last: int | None
    moved: bool = False
    listed: Listed = ""
    closes: bool = False
    """It is the last of a cell, a note or a part."""


def standing(ground: Ground) -> list[Standing]:
    """All paragraphs, in order. Of those that were moved, only one that is of one place begins and ends with that."""
    out: list[Standing] = []
    whole: dict[int, list[Moved]] = {}
    for moved in ground.stream.moved:
        whole.setdefault(moved.after, []).append(moved)
    came: list[list[int]] = []
    line: list[int] = []
    for at in range(len(ground.parts) + 1):
        for moved in whole.get(at, ()):
            place = moved.places[0] if len(moved.places) == 1 and moved.alone else None
            out.append(Standing(place, place, True, moved.listed))
        if at == len(ground.parts) or not ground.parts[at].stays:
            continue
        line.append(at)
        if ground.parts[at].is_break:
            if found := _read(ground, line):
                if found.moved:
                    came.append([len(out), *line])
                out.append(found)
            line = []
    for number, place in _places(ground, came).items():
        held = next(parts for at, *parts in came if at == number)
        if place in ground.moves.rewritten or _words(ground, held) == untied(ground.base(place)).strip():
            out[number] = out[number]._replace(first=place, last=place)
    return out


def _words(ground: Ground, held: list[int]) -> str:
    return untied("".join(ground.parts[at].text for at in held)).strip()


def _read(ground: Ground, held: list[int]) -> Standing | None:
    """A paragraph of these parts; nothing where it is empty."""
    seen = [at for at in held if ground.parts[at].text.strip()]
    if not seen:
        return None
    end = ground.parts[held[-1]]
    if ground.moves.parts.issuperset(seen):
        return Standing(None, None, True, end.listed, end.closes)
    first, last = (ground.owners[at].place for at in (seen[0], seen[-1]))
    return Standing(first, last, False, end.listed, end.closes)


def _places(ground: Ground, came: list[list[int]]) -> dict[int, int]:
    """Of paragraphs that were moved, each the number in the list and its parts: the place, where as many paragraphs as
    places were moved together."""
    begins: dict[int, list[int]] = {}
    for place, after, _ in ground.moves.told:
        begins.setdefault(after, []).append(place)
    groups: list[tuple[list[int], list[int]]] = []
    for number, *parts in came:
        new = [place for at in parts for place in begins.get(at, ())]
        if new or not groups or groups[-1][1][-1] != number - 1:
            groups.append((new, []))
        groups[-1][1].append(number)
    return {
        number: place
        for places, numbers in groups
        if len(places) == len(numbers)
        for number, place in zip(numbers, places, strict=True)
    }
