"""Holes: what stands in the Markdown of a template in place of a value.

A hole is a private-use character, an index and another private-use character. The Markdown parser sees a word; the
value waits in a list until the text has its shape. Line marks, made of the same stuff, tell which line of which file
the words came from; they are taken out before the text is parsed.
"""

import re
from collections.abc import Sequence

import msgspec

from briefgen.template.bounds import HOLES, Budget, TooLarge

_OPEN, _LINE, _CLOSE = "\ue000", "\ue001", "\ue002"
HOLE = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
"""A hole; its group is the index of the value."""
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""What may not stand in a template's file."""
_SIGN = re.compile(f"{_LINE}([0-9]+),([0-9]+){_CLOSE}|{_OPEN}([0-9]+){_CLOSE}|\n")


class Place(msgspec.Struct, frozen=True):
    """A line (from 1) of one of the files of a template, by its number in their order."""

    file: int
    line: int


class Rendered(msgspec.Struct, frozen=True):
    """What Jinja made of a template: Markdown with holes, the values that belong in them, and where it came from."""

    text: str
    places: tuple[Place, ...]
    """Of each line of `text`."""
    values: Sequence[object] = ()
    value_places: dict[int, Place] = {}
    """Of each value, by its index."""


class Holes:
    """The values printed so far."""

    def __init__(self, budget: Budget) -> None:
        self.values: list[object] = []
        self._budget = budget

    def put(self, value: object) -> str:
        """Keep a value and return its hole."""
        if len(self.values) >= HOLES:
            raise TooLarge
        self._budget.spend(1)
        self.values.append(value)
        return f"{_OPEN}{len(self.values) - 1}{_CLOSE}"


def hole(index: int) -> str:
    """The hole of an index."""
    return f"{_OPEN}{index}{_CLOSE}"


def line_mark(file: int, line: int) -> str:
    """The mark that says: what follows stands on this line."""
    return f"{_LINE}{file},{line}{_CLOSE}"


def read(output: str, values: Sequence[object]) -> Rendered:
    """Take the line marks out of the output of Jinja and keep what they say."""
    text: list[str] = []
    places: list[Place] = []
    value_places: dict[int, Place] = {}
    here = first = Place(0, 1)
    blank = True
    at = 0
    for sign in _SIGN.finditer(output):
        if sign.start() > at:
            text.append(output[at : sign.start()])
            first, blank = (here, False) if blank else (first, False)
        at = sign.end()
        file, line, index = sign.groups()
        if file is not None:
            here = Place(int(file), int(line))
        elif index is not None:
            text.append(sign[0])
            value_places[int(index)] = here
            first, blank = (here, False) if blank else (first, False)
        else:
            text.append("\n")
            places.append(here if blank else first)
            blank = True
    text.append(output[at:])
    places.append(here if blank else first)
    return Rendered("".join(text), tuple(places), values, value_places)
