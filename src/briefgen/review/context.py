"""What is known of a story before its edits are collected: its parts, their fields, and what was removed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from briefgen.locale import untied
from briefgen.markup.model import MARK
from briefgen.review.baseline import Field
from briefgen.review.compare import BREAK, Moved, Stream
from briefgen.review.edits import By, Landing, Neighbour
from briefgen.review.moves import moves, owners
from briefgen.review.story import Hand, Listed, Thread


class Going(NamedTuple):
    """What a story is read with."""

    fields: Mapping[str, Field]
    """By tag."""
    known: Mapping[tuple[str, int], str]
    """Path and block → its words in the scenario that was named, with note marks."""
    threads: Mapping[str, Thread]
    """By the id of the first comment."""
    file: str
    labels: Set[str] = frozenset()
    """The paths of fields of one line, in which no paragraph can be put."""


class Ground:
    """One story. Parts are named by their numbers in the stream."""

    def __init__(self, stream: Stream, going: Going) -> None:
        self.stream = stream
        self.parts = stream.parts
        self.going = going
        self.owners = owners(stream)
        self.moves = moves(stream, self.owners)
        self.of_place: dict[int, list[int]] = {}
        """Place → its parts, in order."""
        self._before: list[str] = []
        self._survey()
        self.gone: set[int] = set()
        """The parts of paragraphs of which nothing is left."""
        self.taken: set[int] = set()
        """Those of them that stood in a paragraph with a field."""
        self._lines()

    def field(self, place: int) -> Field:
        """The field of a place."""
        return self.going.fields[self.stream.places[place].tag]

    def base(self, place: int) -> str:
        """The words of a place as they went out, with note marks."""
        if place in self.moves.words:
            return self.moves.words[place]
        return "".join(self.parts[at].text for at in self.of_place.get(place, ()) if self.parts[at].went_out)

    def by(self, hand: Hand) -> By:
        """Who did it, in this file."""
        return By(hand.author, hand.date, self.going.file)

    def path_before(self, at: int) -> str:
        """The path of the field that stands last up to a part."""
        return self._before[min(at, len(self._before) - 1)] if self._before and at >= 0 else ""

    def _survey(self) -> None:
        path = ""
        for at, owner in enumerate(self.owners):
            if owner.place is not None:
                self.of_place.setdefault(owner.place, []).append(at)
                path = self.field(owner.place).path
            self._before.append(path)

    def _lines(self) -> None:
        line: list[int] = []
        for at, part in enumerate(self.parts):
            if part.went_out:
                line.append(at)
            if part.is_break and part.went_out:
                if all(not self.parts[each].stays for each in line):
                    self.gone.update(line)
                    self.taken.update(line if any(self.owners[each].place is not None for each in line) else ())
                line = []


def plain(text: str) -> str:
    """Words as they are told: without note marks, with plain spaces for ties and tabs, a new paragraph behind an empty
    line."""
    return untied(text).replace(MARK, "").replace("\t", " ").replace(BREAK, "\n\n")


def words_of(text: str) -> str:
    """Words as those of a block are: a forced line end is a space."""
    return text.replace(MARK, "").replace("\n", " ")


# A story as it stands now, paragraph by paragraph: of which fields each is, how it is set, and whether it came.


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


# Into which field a paragraph was moved, where that is plain: it stands between two paragraphs of one field, or
# beside one, with nothing but words of no field, or a field of one line, on its other side.


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


# Paragraphs that were moved, but stay within their field: the order in which it is left.


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
