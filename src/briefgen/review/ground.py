"""What is known of a story before anything is told of it: its parts, whose each is, and what of it is gone."""

from collections.abc import Mapping, Set
from typing import NamedTuple

from briefgen.locale import untied
from briefgen.prose.model import MARK
from briefgen.review.baseline import Field
from briefgen.review.comments import Thread
from briefgen.review.edits import By
from briefgen.review.lines import Hand
from briefgen.review.moving import moves
from briefgen.review.parts import BREAK, Stream
from briefgen.review.touching import owners


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
