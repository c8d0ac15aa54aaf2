"""What was made from what: for each brief its files as they were written, and all that was looked at for it.

Kept as lines of text, one file for each folder of outputs, and one for each command line that went well.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from briefgen.kept import cache
from briefgen.kept.program import program
from briefgen.kept.seen import Looking, Question

_FORM = "made 1"
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
        return cls(shown, path, sha256(data).hexdigest(), _state(path))

    def holds(self) -> bool:
        """Whether the file is as it was written."""
        if _state(self.path) == self.state != "!":
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

    def holds(self, looking: Looking) -> bool:
        """Whether it would be made as it is: nothing that was looked at has changed, and nobody has edited it."""
        return all(output.holds() for output in self.outputs) and looking.holds(self.notes)


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


_FIELDS = {"made": 3, "output": 5, "noted": 5}


def _is_whole(line: str) -> bool:
    return line.count("\t") + 1 == _FIELDS[line.partition("\t")[0]]


def _lines(made: Made) -> Iterable[str]:
    yield f"made\t{made.key}\t{made.warnings}"
    for output in made.outputs:
        yield "\t".join(("output", *output))
    for question, given in made.notes.items():
        yield "\t".join(("noted", *question, given))


def _read(text: str) -> list[Made]:
    first, *lines = text.split("\n")
    out: list[Made] = []
    if first != _FORM:
        return out
    outputs: list[Output] = []
    notes: dict[Question, str] = {}
    head: Sequence[str] = ()
    for line in [*lines, "made\t\t0"]:
        kind, *fields = line.split("\t")
        if kind == "noted":
            notes[Question(fields[0], fields[1], fields[2])] = fields[3]
        elif kind == "output":
            outputs.append(Output(*fields))
        else:
            if head:
                out.append(Made(head[0], int(head[1]), tuple(outputs), notes))
            head, outputs, notes = fields, [], {}
    return out


def _state(path: str) -> str:
    """Whoever writes into a file, or puts another in its place, changes one of these. Time of change: on POSIX nobody
    can set it."""
    try:
        status = os.stat(path)
    except OSError:
        return "!"
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
