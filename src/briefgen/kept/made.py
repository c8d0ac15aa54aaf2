"""What was made from what: for each brief its files as they were written, and all that was looked at for it.

Kept as lines of text, one file for each folder of outputs, and one for each command line that went well.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from briefgen.kept import cache
from briefgen.kept.owner import WORK
from briefgen.kept.program import program
from briefgen.kept.seen import Looking, Question, Seen
from briefgen.kept.state import state

_FORM = "made 2"
"""The first line. Where it is another, the rest is not read."""


class Output(NamedTuple):
    """A file that was written."""

    shown: str
    """As its path was printed."""
    path: str
    sha256: str
    state: str
    """What `os.stat` said of it then: a file of which it says the same is not read again."""

    @classmethod
    def of(cls, shown: str, path: str, data: bytes) -> "Output":
        """The file, just written."""
        return cls(shown, path, sha256(data).hexdigest(), state(path))

    def holds(self) -> bool:
        """Whether the file is as it was written, and nobody is writing to its folder."""
        if os.path.lexists(os.path.join(os.path.dirname(self.path), WORK)):
            return False
        if state(self.path) == self.state != "!":
            return True
        try:
            with open(self.path, "rb") as file:
                return sha256(file.read()).hexdigest() == self.sha256
        except OSError:
            return False


class Made(NamedTuple):
    """A brief."""

    key: str
    """A digest of what was asked for, and of what made it (`key`)."""
    warnings: int
    outputs: tuple[Output, ...]
    notes: Mapping[Question, str]
    states: Mapping[str, str]
    """Of files that were read (`Seen.states`)."""

    @classmethod
    def of(cls, key: str, warnings: int, outputs: Sequence[Output], seen: Seen) -> "Made":
        """The brief, with what was looked at for it."""
        return cls(key, warnings, tuple(outputs), seen.answers, seen.states)

    def holds(self, looking: Looking) -> bool:
        """Whether it would be made as it is: nothing that was looked at has changed, and nobody has edited it."""
        return all(output.holds() for output in self.outputs) and looking.holds(self.notes, self.states)


def key(*asked: str) -> str:
    """A digest of what was asked for where, and of what is to make it."""
    whole = sha256(program())
    for text in asked:
        data = text.encode("utf-8", "surrogateescape")
        whole.update(b"%d " % len(data) + data)
    return whole.hexdigest()


def kept(entry: str) -> list[Made]:
    """What is kept under a name; nothing where it cannot be read."""
    data = cache.kept(entry)
    try:
        return _read(data.decode("utf-8", "surrogateescape")) if data else []
    except (ValueError, TypeError, IndexError):  # it was damaged
        return []


def keep(entry: str, made: Iterable[Made]) -> None:
    """Keeps it under a name. A brief whose files have names that do not fit on a line is not kept."""
    lines = [_FORM]
    for each in made:
        own = list(_lines(each))
        if not any("\n" in line or "\r" in line for line in own) and all(_is_whole(line) for line in own):
            lines += own
    cache.keep(entry, "\n".join(lines).encode("utf-8", "surrogateescape"))


_FIELDS = {"made": 3, "output": 5, "noted": 6}


def _is_whole(line: str) -> bool:
    return line.count("\t") + 1 == _FIELDS[line.partition("\t")[0]]


def _lines(made: Made) -> Iterable[str]:
    yield f"made\t{made.key}\t{made.warnings}"
    for output in made.outputs:
        yield "\t".join(("output", *output))
    for question, given in made.notes.items():
        state = made.states.get(question.path, "") if question.kind == "bytes" else ""
        yield "\t".join(("noted", *question, given, state))


def _read(text: str) -> list[Made]:
    first, *lines = text.split("\n")
    out: list[Made] = []
    if first != _FORM:
        return out
    outputs: list[Output] = []
    notes: dict[Question, str] = {}
    states: dict[str, str] = {}
    head: Sequence[str] = ()
    for line in [*lines, "made\t\t0"]:
        kind, *fields = line.split("\t")
        if kind == "noted":
            what, path, part, given, before = fields
            notes[Question(what, path, part)] = given
            if before:
                states[path] = before
        elif kind == "output":
            outputs.append(Output(*fields))
        else:
            if head:
                out.append(Made(head[0], int(head[1]), tuple(outputs), notes, states))
            head, outputs, notes, states = fields, [], {}, {}
    return out
