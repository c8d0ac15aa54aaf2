"""Into which field a paragraph was moved, where that is plain: it stands between two paragraphs of one field, or beside
one, with nothing but words of no field, or a field of one line, on its other side."""

from collections.abc import Iterator, Mapping, Sequence

from briefgen.review.edits import Landing, Neighbour
from briefgen.review.ground import Ground
from briefgen.review.standing import Standing


def landings(ground: Ground, lines: Sequence[Standing]) -> Mapping[int, Landing]:
    """Place → where it was moved, of places that stand alone in their paragraph."""
    out: dict[int, Landing] = {}
    for at, line in enumerate(lines):
        if line.moved and line.first is not None and (found := _landing(ground, lines, at, line.first)):
            out[line.first] = found
    return out


def _landing(ground: Ground, lines: Sequence[Standing], at: int, place: int) -> Landing | None:
    above = _beside(ground, lines, at, -1)
    below = _beside(ground, lines, at, 1)
    one, other = above[-1:], below[-1:]
    paths = {each.path for each in (*one, *other)}
    if len(paths) != 1 or ground.field(place).path in paths:
        return None
    if one and other and one[0].block >= other[0].block:
        return None
    return Landing(paths.pop(), above[0] if one else None, below[0] if other else None, lines[at].listed)


def _beside(ground: Ground, lines: Sequence[Standing], at: int, step: int) -> list[Neighbour]:
    """The neighbours on one side, up to the first that was not moved, if that ends there with a field; else nothing."""
    found: list[Neighbour] = []
    for line in _side(lines, at, step):
        place = line.last if step < 0 else line.first
        if place is None:
            return []
        field = ground.field(place)
        if field.path in ground.going.labels:
            return []
        found.append(Neighbour(field.path, field.block, ground.base(place), line.listed))
        if not line.moved:
            return found
    return []


def _side(lines: Sequence[Standing], at: int, step: int) -> Iterator[Standing]:
    """The paragraphs on one side, the nearest first, as far as the cell or the note goes."""
    closed = lines[at].closes and step > 0
    at += step
    while 0 <= at < len(lines) and not closed:
        if step < 0 and lines[at].closes:
            return
        yield lines[at]
        closed = lines[at].closes
        at += step
