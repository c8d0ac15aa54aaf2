"""Whose the words are that were put in.

Inside a control they are the field's. Typed just outside one they are that of the neighbour they touch: Word puts the
caret outside of a control at its edge, and nobody sees the difference. What replaces other words goes with these.
Between two fields nobody can say, and nothing is guessed.
"""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from briefgen.review.lines import THING
from briefgen.review.parts import Part, Stream


class Owner(NamedTuple):
    """Of a part: the place that it is of, or why it is of none."""

    place: int | None = None
    why: Literal["", "line", "between", "stray", "thing"] = ""
    """`line`: a paragraph of its own; `between`: two fields touch it; `stray`: in a control that was elsewhere;
    `thing`: a picture or an equation, which is of no field."""
    sides: tuple[int, ...] = ()
    """The places that touch what is between."""


def owners(stream: Stream) -> list[Owner]:
    """The owner of each part."""
    parts = stream.parts
    tags = {place.tag for place in stream.places}
    out = [Owner(part.place) for part in parts]
    anywhere = _nearest(parts, lambda part: part.went_out, lambda part: False)
    in_line = _nearest(parts, lambda part: part.went_out and part.text != "", lambda part: part.is_break)
    for at, part in enumerate(parts):
        if part.is_break or (part.went_out and (part.text or part.place is not None)):
            continue
        if part.text.startswith(THING):
            out[at] = Owner(why="thing")
        elif part.tag in tags:
            out[at] = _in_control(stream, part, anywhere[at])
        else:
            out[at] = _outside(parts, in_line[at])
    beside = _nearest(parts, lambda part: part.went_out or not part.is_break, lambda part: False)
    for at, part in enumerate(parts):
        if part.is_break and not part.went_out:
            left, right = (out[side].place if side is not None else None for side in beside[at])
            out[at] = Owner(left) if left is not None and left == right else Owner(why="line")
    return out


def _replaced(parts: Sequence[Part], at: int, step: int) -> int | None:
    """The place of the words that were taken out there. Word takes the space behind a word along with it, and that may
    be the template's."""
    while 0 <= at < len(parts) and not parts[at].stays and not parts[at].is_break:
        if parts[at].place is not None or parts[at].text.strip():
            return parts[at].place
        at += step
    return None


_Sides = tuple[int | None, int | None]


def _nearest(parts: Sequence[Part], wanted: Callable[[Part], bool], wall: Callable[[Part], bool]) -> list[_Sides]:
    """For each part the number of the nearest one before and behind it that is wanted, up to a wall."""
    sides: list[list[int | None]] = []
    for order in (range(len(parts)), range(len(parts) - 1, -1, -1)):
        found: list[int | None] = [None] * len(parts)
        last: int | None = None
        for at in order:
            found[at] = last
            last = None if wall(parts[at]) else at if wanted(parts[at]) else last
        sides.append(found)
    return list(zip(*sides, strict=True))


def _in_control(stream: Stream, part: Part, sides: _Sides) -> Owner:
    """Of words in a control of a field: the place beside them that has the same tag."""
    for side in sides:
        place = stream.parts[side].place if side is not None else None
        if place is not None and stream.places[place].tag == part.tag:
            return Owner(place)
    return Owner(why="stray")


def _outside(parts: Sequence[Part], sides: _Sides) -> Owner:
    touching = [parts[side] for side in sides if side is not None]
    if not touching:
        return Owner(why="line")
    for side, step in zip(sides, (-1, 1), strict=True):
        if side is not None and not parts[side].stays:
            return Owner(_replaced(parts, side, step))
    touched = list(dict.fromkeys(side.place for side in touching if side.place is not None))
    if len(touched) == 2:
        return Owner(why="between", sides=tuple(touched))
    return Owner(touched[0] if touched else None)
