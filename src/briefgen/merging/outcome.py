"""What a reviewer wants, and what becomes of it."""

from typing import Literal, TypeAlias

import msgspec

from briefgen.markup.rearrange import Listed


class Change(msgspec.Struct, frozen=True):
    """Other words for a field.

    Prose is given by its plain words (`prose.rewriting.plain`), anything else as it stands. Paragraphs that were
    joined, and citations that went from one to another, are a change of the whole field.
    """

    path: str
    """Of the field, with its language: `options.assessment-team.summary.en`."""
    base: str
    """The words that the reviewer was given."""
    new: str
    """The words that the reviewer left; empty for a paragraph that is to go."""
    block: int | None = None
    """Which paragraph or item of prose the words are, from 0 in reading order; None: they are the whole field."""


class Restyle(msgspec.Struct, frozen=True):
    """Words of prose that are to be set in italics or bold, or no longer."""

    path: str
    words: str
    """As the reviewer left them, after all changes of words: of the whole field or of one block."""
    start: int
    """Where in them the stretch begins, and ends."""
    end: int
    mark: Literal["emphasis", "strong"]
    on: bool
    block: int | None = None


class Join(msgspec.Struct, frozen=True):
    """Two paragraphs of prose that are to be one."""

    path: str
    block: int
    """The number that the first one had."""
    first: str
    """Its words as the reviewer left them, after all changes of words."""
    second: str
    between: str = ""
    """White space between them."""


class Reorder(msgspec.Struct, frozen=True):
    """Paragraphs of prose that are to stand in another order."""

    path: str
    words: tuple[str, ...]
    """Of all of them, as the reviewer left them, in the order of the file."""
    order: tuple[int, ...]
    """Their numbers in `words`, as they are to stand."""
    listed: tuple[Listed | None, ...] = ()
    """How each is set then, by itself or as an item; None, or nothing at all: as it was."""


class Transfer(msgspec.Struct, frozen=True):
    """A paragraph of prose that is to stand in another field. Both fields change, or none does."""

    path: str
    """Of the field in which it stood."""
    block: int
    """The number that it had there."""
    words: str
    """Its words as the reviewer left them, after all changes of words."""
    into: str
    """The path of the other field."""
    above: "Beside | None"
    """The paragraph of that field above its new place; None: it is the first one."""
    below: "Beside | None"
    listed: Listed = ""
    """How it is set there."""


class Beside(msgspec.Struct, frozen=True):
    """A paragraph beside the new place of another one."""

    words: str
    """As the reviewer left them, after all changes of words."""
    listed: str = ""
    """How the reviewer saw it set; `?` in a list within a list."""


Wanted: TypeAlias = Change | Restyle | Join | Reorder | Transfer
"""What a reviewer did to a field."""


def paths_of(wanted: Wanted) -> tuple[str, ...]:
    """The fields that change."""
    return (wanted.path, wanted.into) if isinstance(wanted, Transfer) else (wanted.path,)


def both(wanted: Wanted) -> tuple[str, str]:
    """The words before and after, for a person."""
    match wanted:
        case Change(base=base, new=new):
            return base, new
        case Restyle(words=words):
            return words, words
        case Join(first=first, second=second, between=between):
            return f"{first}\n\n{second}", first + between + second
        case Reorder(words=words, order=order):
            return "\n\n".join(words), "\n\n".join(words[at] for at in order)
        case Transfer(words=words):
            return words, words


class Said(msgspec.Struct, frozen=True):
    """A comment on a field."""

    path: str
    author: str
    date: str
    """As people write it: `2026-03-02`; may be empty."""
    words: str


class Applied(msgspec.Struct, frozen=True):
    """A change that is in the new text of a file."""

    change: Wanted
    file: str
    line: int
    """Of the value, as the file was."""


class Remarked(msgspec.Struct, frozen=True):
    """A comment that is in the new text of a file, or was there already."""

    said: Said
    file: str
    line: int


class Unchanged(msgspec.Struct, frozen=True):
    """A change that the file has already."""

    change: Wanted


class Conflict(msgspec.Struct, frozen=True):
    """Words that were changed on both sides, each in its own way. Nothing of the change was written."""

    path: str
    base: str
    now: str
    edited: str


class Unplaced(msgspec.Struct, frozen=True):
    """A change or a comment that could not be brought in, and why."""

    cause: Wanted | Said
    reason: str


Outcome: TypeAlias = Applied | Remarked | Unchanged | Conflict | Unplaced
"""What became of one change or comment."""
