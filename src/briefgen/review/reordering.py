"""Paragraphs that were moved, but stay within their field: the order in which it is left."""

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from briefgen.review.ground import Ground
from briefgen.review.lines import Listed
from briefgen.review.standing import Standing


class Order(NamedTuple):
    """The paragraphs of a field, by their numbers."""

    blocks: tuple[int, ...] = ()
    """As they stand now."""
    bases: tuple[str, ...] = ()
    """Their words as they went out, by number."""
    listed: tuple[Listed | None, ...] = ()
    """How each is set, as they stand now; None: as it was."""


def within_fields(ground: Ground, lines: Sequence[Standing], away: Set[int]) -> Mapping[str, Order]:
    """Path → the order in which a field is left. `away`: the places that were moved into other fields; in the order of
    their own they stand where they stood, until they go.

    It is of fields in which blocks were moved, and of which all stand together, each once: a field that stands in
    several places, or that other words came into, is in no one order."""
    standing = [each for each in _standing(ground) if each[1] not in away]
    listed = {line.first: line.listed for line in lines if line.first is not None and line.first == line.last}
    paths = [ground.field(place).path for _, place in standing]
    out: dict[str, Order] = {}
    for path in {ground.field(place).path for place, _, _ in ground.moves.told}:
        held = [at for at, each in enumerate(paths) if each == path]
        order = tuple(ground.field(standing[at][1]).block for at in held)
        together = held == list(range(held[0], held[-1] + 1)) if held else False
        if together and sorted(order) != list(order) and len(set(order)) == len(order):
            begin, end = standing[held[0]][0], standing[held[-1]][0]
            if not _interrupted(ground, begin, end):
                now = [standing[at][1] for at in held]
                kinds = [listed.get(place, "?") for place in now]
                out[path] = _whole(ground, now, kinds, [place for place in away if ground.field(place).path == path])
    return out


def _whole(ground: Ground, now: Sequence[int], listed: Sequence[Listed], away: Iterable[int]) -> Order:
    places = {ground.field(place).block: place for place in (*now, *away)}
    blocks = [ground.field(place).block for place in now]
    kinds: list[Listed | None] = list(listed)
    for block in sorted(ground.field(place).block for place in away):
        blocks.insert(block, block)
        kinds.insert(block, None)
    return Order(tuple(blocks), tuple(ground.base(places[block]) for block in sorted(blocks)), tuple(kinds))


def _standing(ground: Ground) -> list[tuple[float, int]]:
    """The places of which something is left, where it stands now: before which part, and the place. Those that were
    moved to before the same part stand in the order in which they were found there."""
    moved = {place: (after - 0.5, number) for number, (place, after, _) in enumerate(ground.moves.told)}
    kept = {
        place: (float(next((at for at in held if ground.parts[at].stays), -1)), 0)
        for place, held in ground.of_place.items()
        if place not in moved
    }
    found = sorted((moved | kept).items(), key=lambda each: (each[1], each[0]))
    return [(at, place) for place, (at, _) in found if at >= -0.5]


def _interrupted(ground: Ground, begin: float, end: float) -> bool:
    """Whether words of no field stand between two parts."""
    return any(
        begin < at < end and part.stays and ground.owners[at].place is None and part.text.strip() and not part.is_break
        for at, part in enumerate(ground.parts)
        if at not in ground.moves.parts
    )
