"""A reviewed text beside what it was: one stream of parts in reading order, each kept, inserted or deleted."""

from typing import NamedTuple

from briefgen.review.lines import KEPT, PLAIN, Hand, Listed, Look

BREAK = "\u2029"
"""Stands for the end of a paragraph in a text; authors' words hold none."""

UNTRACKED_IN, UNTRACKED_OUT = Hand("inserted"), Hand("deleted")
"""What was done while tracking was off: nobody knows by whom, or when."""


class Part(NamedTuple):
    """Text of one origin and one fate."""

    text: str
    hand: Hand = KEPT
    place: int | None = None
    """Of what went out in a control of a field: the number of the control in the story."""
    tag: str = ""
    """The control around it: as it went out, or, of what is inserted, as it stands."""
    was: Look = PLAIN
    now: Look = PLAIN
    looked: Hand = KEPT
    """Who changed the look."""
    comments: tuple[str, ...] = ()
    closes: bool = False
    """Of the end of a paragraph: no paragraph can be joined to it."""
    listed: Listed = ""
    """Of the end of a paragraph: how that is set, as it came back."""

    @property
    def is_break(self) -> bool:
        """Whether a paragraph ends here."""
        return self.text == BREAK

    @property
    def went_out(self) -> bool:
        """Whether it was in the brief as it went out."""
        return self.hand.state != "inserted"

    @property
    def stays(self) -> bool:
        """Whether it is in the brief as it came back."""
        return self.hand.state != "deleted"


class Moved(NamedTuple):
    """A paragraph that went out and stands elsewhere, without a word changed. It is in no other part."""

    text: str
    places: tuple[int, ...]
    """Of the controls in it."""
    after: int
    """How many parts of the stream stand before its new place."""
    hand: Hand
    listed: Listed = ""
    alone: bool = True
    """It has no words but those of fields."""


class Place(NamedTuple):
    """A control of a field, as it went out."""

    tag: str
    line: int


class Stream(NamedTuple):
    """A story as it went out and as it came back."""

    parts: list[Part]
    places: list[Place]
    moved: list[Moved]
