"""Paragraphs that were moved, but stay within their field: the order in which it is left."""

from collections.abc import Mapping

from briefgen.review.ground import Ground


def within_fields(ground: Ground) -> Mapping[str, tuple[tuple[int, ...], tuple[str, ...]]]:
    """Path → the blocks of the field as they stand now, and their words as they went out, by number of block.

    It is of fields in which blocks were moved, and of which all stand together, each once: a field that stands in
    several places, or that other words came into, is in no one order."""
    standing = _standing(ground)
    paths = [ground.field(place).path for _, place in standing]
    out: dict[str, tuple[tuple[int, ...], tuple[str, ...]]] = {}
    for path in {ground.field(place).path for place, _, _ in ground.moves.told}:
        held = [at for at, each in enumerate(paths) if each == path]
        order = tuple(ground.field(standing[at][1]).block for at in held)
        together = held == list(range(held[0], held[-1] + 1)) if held else False
        if together and sorted(order) != list(order) and len(set(order)) == len(order):
            begin, end = standing[held[0]][0], standing[held[-1]][0]
            if not _interrupted(ground, begin, end):
                places = dict(zip(order, (standing[at][1] for at in held), strict=True))
                out[path] = order, tuple(ground.base(places[block]) for block in sorted(order))
    return out


def _standing(ground: Ground) -> list[tuple[float, int]]:
    """The places of which something is left, where it stands now: before which part, and the place."""
    moved = {place: after - 0.5 for place, after, _ in ground.moves.told}
    kept = {
        place: float(next((at for at in held if ground.parts[at].stays), -1))
        for place, held in ground.of_place.items()
        if place not in moved
    }
    return sorted((at, place) for place, at in (moved | kept).items() if at >= -0.5)


def _interrupted(ground: Ground, begin: float, end: float) -> bool:
    """Whether words of no field stand between two parts."""
    return any(
        begin < at < end and part.stays and ground.owners[at].place is None and part.text.strip() and not part.is_break
        for at, part in enumerate(ground.parts)
        if at not in ground.moves.parts
    )
