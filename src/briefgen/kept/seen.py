"""What was looked at while something was made, as questions and answers; and whether each has the same answer still.

Noted is not only what was read: also what was looked for and not there, and what else a folder could have held. So a
file that would be read today and was not there then is noticed as well.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from briefgen.kept.state import state


class Question(NamedTuple):
    """One look at the disk."""

    kind: str
    """`bytes`: what a file holds, and where it lies, links resolved. `none`: that nothing is there. `state`: what the
    system says of a file that could not be read. `file`: whether a file is. `entries`: the names in a folder that fit
    `part` of a pattern. `scenarios`: which folders in one have one."""
    path: str
    part: str = ""


class Seen:
    """Questions that were asked while something was made, with the answers that were given."""

    def __init__(self) -> None:
        self.answers: dict[Question, str] = {}
        self.states: dict[str, str] = {}
        """Of files that were at rest when they were read, by their paths (`state.at_rest`)."""
        self.whole = True
        """Whether the notes tell all: not where a file could not be read, or changed meanwhile."""

    def note(self, question: Question, answer: str) -> None:
        """That a question had an answer."""
        if answer.startswith("!") or self.answers.setdefault(question, answer) != answer:
            self.whole = False

    def read(self, path: str, data: bytes | None, missing: bool = False, state: str = "") -> None:
        """That a file held these bytes; or that it was `missing`, or could not be read. `state`: as it was before."""
        if data is not None:
            self.note(Question("bytes", path), of_bytes(path, data))
            if state:
                self.states[path] = state
        elif missing:
            self.note(Question("none", path), answer(Question("none", path)))
        else:
            self.note(Question("state", path), answer(Question("state", path)))
            self.whole = False

    def add(self, other: "Seen") -> None:
        """Takes over what another has noted."""
        self.whole = self.whole and other.whole
        self.states |= other.states
        for question, given in other.answers.items():
            self.note(question, given)


class Looking:
    """Looks at the disk again, once for each question."""

    def __init__(self) -> None:
        self._answers: dict[Question, str] = {}
        self._folders: dict[str, str] = {}

    def holds(self, notes: Mapping[Question, str], states: Mapping[str, str]) -> bool:
        """Whether each question has the answer that it had. A file of which the system says what it said before it was
        read is not read again."""
        return next(self.changed(notes, states), None) is None

    def changed(self, notes: Mapping[Question, str], states: Mapping[str, str]) -> Iterator[Question]:
        """The questions that have another answer now."""
        for question, given in notes.items():
            at_rest = question.path in states and self._is_at_rest(question, given, states[question.path])
            if not at_rest and self._answer(question) != given:
                yield question

    def _is_at_rest(self, question: Question, given: str, before: str) -> bool:
        """Whether a file, where it is one and no link, is as it was, and lies where it did."""
        return (
            question.kind == "bytes"
            and state(question.path, follow=False) == before
            and _lies(question.path, self._folders) == (given.partition(" ")[2] or question.path)
        )

    def _answer(self, question: Question) -> str:
        found = self._answers.get(question)
        if found is None:
            found = self._answers[question] = answer(question, self._folders)
        return found


def answer(question: Question, folders: dict[str, str] | None = None) -> str:
    """The answer of today. One that begins with `!` is no answer: it is never the same as one that was given.

    `folders`: where folders really lie, as far as that was found out already."""
    match question.kind:
        case "bytes":
            return _read(question.path, {} if folders is None else folders)
        case "none":
            return "!" if os.path.lexists(question.path) else "none"
        case "state":
            return state(question.path)
        case "file":
            return str(os.path.isfile(question.path))
        case "entries":
            return of_entries(_listed(question.path), question.part)
        case "scenarios":
            return of_scenarios(question.path)
    return "!"


def of_bytes(path: str, data: bytes) -> str:
    """The answer for the bytes of a file: their digest, and where the file really lies."""
    return _of_digest(path, sha256(data).hexdigest(), os.path.realpath(path))


def _of_digest(path: str, digest: str, real: str) -> str:
    return f"{digest} {'' if real == path else real}"


def of_entries(entries: Iterable["os.DirEntry[str]"], part: str) -> str:
    """The answer for the names in a folder that fit a part of a pattern, each with what it is."""
    return _digest(sorted(_told(entry) for entry in entries if _concerns(entry, part)))


def fits(name: str, part: str) -> bool:
    """Whether a name fits one part of a pattern. In linear time, unlike a regular expression of many `*`."""
    if name.startswith(".") and not part.startswith("."):
        return False
    first, *rest = part.split("*")
    if not rest:
        return name == part
    *middle, last = rest
    if len(name) < len(first) + len(last) or not name.startswith(first) or not name.endswith(last):
        return False
    at, end = len(first), len(name) - len(last)
    for piece in middle:
        at = name.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True


SCENARIO = "scenario.yaml"
"""The file that makes a folder a scenario."""


def of_scenarios(folder: str) -> str:
    """The answer for a folder of scenarios."""
    try:
        return _digest(scenarios_in(folder))
    except (OSError, ValueError):
        return "!"


def scenarios_in(folder: str) -> list[str]:
    """The names of folders in a folder that hold a scenario; or `scenario.yaml`, where it is a scenario itself."""
    if os.path.lexists(os.path.join(folder, SCENARIO)):
        return [SCENARIO]
    return sorted(name for name in os.listdir(folder) if os.path.isfile(os.path.join(folder, name, SCENARIO)))


def _read(path: str, folders: dict[str, str]) -> str:
    digest = sha256()
    try:
        descriptor = os.open(path, _FLAGS)
        try:
            while piece := os.read(descriptor, _MOST):
                digest.update(piece)
        finally:
            os.close(descriptor)
        return _of_digest(path, digest.hexdigest(), _real(path, folders))
    except (OSError, ValueError):
        return "!"


_MOST = 1 << 16
"""Bytes that are read at a time: more would be fetched from the system for each file, and given back."""

# A pipe that took the place of a file must not keep us waiting for its writer.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def _real(path: str, folders: dict[str, str]) -> str:
    """As `os.path.realpath`, which looks at each folder on the way anew."""
    return os.path.realpath(path) if os.path.islink(path) else _lies(path, folders)


def _lies(path: str, folders: dict[str, str]) -> str:
    """The same of what is no link itself."""
    folder, name = os.path.split(path)
    if name in ("", ".", ".."):
        return os.path.realpath(path)
    if folder not in folders:
        folders[folder] = _real(folder, folders)
    return os.path.join(folders[folder], name)


def _listed(folder: str) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _concerns(entry: "os.DirEntry[str]", part: str) -> bool:
    if part == "**":
        return entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".")
    return fits(entry.name, part)


def _told(entry: "os.DirEntry[str]") -> str:
    leads = os.path.realpath(entry.path) if entry.is_symlink() else ""
    return f"{entry.name}\t{entry.is_dir()}\t{leads}"


def _digest(names: Iterable[str]) -> str:
    return sha256("\n".join(names).encode("utf-8", "surrogateescape")).hexdigest()
