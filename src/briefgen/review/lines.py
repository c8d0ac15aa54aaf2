"""The paragraphs of a reviewed file, as they are read: stretches of one control, one look and one hand."""

from typing import Literal, TypeAlias

import msgspec

THING = "\ufffc"
"""Stands for a picture, a chart or another object; of an equation, its signs stand behind it."""

State: TypeAlias = Literal["kept", "inserted", "deleted"]
Listed: TypeAlias = Literal["", "-", "1", "?"]
"""How a paragraph is set: by itself, as an item with a bullet or a number, or in a list within a list."""


class Hand(msgspec.Struct, frozen=True):
    """What was done, by whom, and when; as Word tracked it."""

    state: State = "kept"
    author: str = ""
    date: str = ""
    move: str = ""
    """The name of the move that it belongs to, where it was moved; `NAMELESS` where a program lost the name."""


KEPT = Hand()
NAMELESS = "?"


class Look(msgspec.Struct, frozen=True):
    """What of a look has a meaning in Markdown."""

    bold: bool = False
    italic: bool = False


PLAIN = Look()


class Stretch(msgspec.Struct, frozen=True):
    """Text of one control, one look and one hand."""

    text: str
    tag: str = ""
    """Of the control around it; empty: template text."""
    look: Look = PLAIN
    field: bool = False
    """The result of a field (a number of Word's, a cross-reference): it is Word's to change."""
    hand: Hand = KEPT
    look_before: Look | None = None
    """Where its look was changed and Word tracked it."""
    looked: Hand = KEPT
    """Who changed the look."""
    comments: tuple[str, ...] = ()
    """Ids of the comments that hang on it."""


class Line(msgspec.Struct, frozen=True):
    """A paragraph."""

    stretches: tuple[Stretch, ...]
    end: Hand = KEPT
    """Of its mark: an inserted one splits a paragraph, a deleted one joins it to the next."""
    closes: bool = False
    """It is the last of a cell, a note or a part: nothing can be joined to it."""
    listed: Listed = ""
    contents: bool = False
    """It is in the style of a line of the list of contents, or of a list of tables."""

    @property
    def before(self) -> str:
        """Its text as it was before what Word tracked."""
        return "".join(stretch.text for stretch in self.stretches if stretch.hand.state != "inserted")

    @property
    def tags(self) -> tuple[str, ...]:
        """The controls in it that were there before, in order; the same one once in a row."""
        found: list[str] = []
        for stretch in self.stretches:
            if stretch.tag and stretch.hand.state != "inserted" and found[-1:] != [stretch.tag]:
                found.append(stretch.tag)
        return tuple(found)
