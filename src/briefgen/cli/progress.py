"""Where a run of several scenarios has come to: one line on the terminal, gone when it is done."""

import os
import sys
import time
from collections.abc import Callable, Sequence
from shutil import get_terminal_size
from types import TracebackType
from typing import Self, TextIO

from briefgen.cli.text import columns

MOMENT = 0.5
"""Seconds that pass without a word."""


class Progress:
    """`with Progress(len(files)) as progress`. Without a terminal, on one that cannot go back in its line (TERM=dumb)
    and for a single scenario it says nothing. It has no colour and no escape sequence."""

    def __init__(
        self, scenarios: int, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._scenarios = scenarios
        self._stream = stream or sys.stderr
        self._clock = clock
        self._due = clock() + MOMENT
        self._speaks = self._stream.isatty() and os.environ.get("TERM") != "dumb"
        self._number = 0
        self._name = ""
        self._shown = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _fault: object, _trace: TracebackType | None) -> None:
        self.clear()

    def begin(self, name: str) -> None:
        """The next scenario has begun."""
        self.at(self._number + 1, [name])

    def at(self, number: int, names: Sequence[str], of: int | None = None) -> None:
        """These are at work, of which the last has this number; `of` how many, if it was not known before."""
        self._number = number
        self._name = ", ".join(names)
        if of is not None:
            self._scenarios = of
        self.step("")

    def step(self, what: str) -> None:
        """Something is being made of the scenario: a format."""
        if self._speaks and self._scenarios > 1 and self._clock() >= self._due:
            line = f"{self._number} of {self._scenarios}: {self._name}{' → ' if what else ''}{what}"
            line = _cut(line, get_terminal_size().columns - 1)
            self._write(line)

    def clear(self) -> None:
        """Takes the line away, so that something else can be printed."""
        if self._shown:
            self._write("")
            self._stream.write("\r")
            self._stream.flush()

    def _write(self, line: str) -> None:
        """The line in place of the one before, of which nothing stays behind."""
        width = columns(line)
        self._stream.write("\r" + line + " " * (self._shown - width))
        self._stream.flush()
        self._shown = width


def _cut(line: str, width: int) -> str:
    while columns(line) > width:
        line = line[:-2] + "…"
    return line
