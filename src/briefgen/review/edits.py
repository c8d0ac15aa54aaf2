"""What can be found in a reviewed file. Each value says where, by the path of a field, and by whom.

An Edit is what can be taken home: `old` and `new` are the plain words of one block of a field, without its citations.
The other kinds are told to a person.
"""

from typing import Literal, TypeAlias

import msgspec

from briefgen.locale import untied
from briefgen.markup.model import MARK
from briefgen.review.story import Listed


class By(msgspec.Struct, frozen=True):
    """Who did it, when, and in which file."""

    author: str = ""
    """Empty where it was done while tracking was off."""
    date: str = ""
    """As Word writes it: ISO 8601."""
    file: str = ""

    @property
    def tracked(self) -> bool:
        """Whether Word tracked it."""
        return bool(self.author or self.date)


class Stroke(msgspec.Struct, frozen=True):
    """One change inside the words of a block."""

    at: int
    """Where in the old words, in characters."""
    removed: str
    added: str
    by: By
    citations: tuple[int, ...] = ()
    """Which citations of the block were taken out, counted from 0."""
    notes: int = 0
    """How many notes were put in."""
    also: tuple[By, ...] = ()
    """Others who did the same, in files of their own."""


class Edit(msgspec.Struct, frozen=True):
    """Other words in one block of a field."""

    path: str
    block: int
    old: str
    new: str
    """A new paragraph begins behind an empty line, a new line behind a line end."""
    strokes: tuple[Stroke, ...]
    places: int = 1
    """In how many places of the brief it was made."""
    base: str = ""
    """The old words as they went out, with U+E000 for each citation."""
    left: str = ""
    """The new words with those of the citations that the reviewer left."""


class Removed(msgspec.Struct, frozen=True):
    """The paragraph of a block was taken out."""

    path: str
    block: int
    old: str
    by: By
    elsewhere: bool = False
    """The block stands in other places of the brief, and was not taken out there."""
    citations: tuple[int, ...] = ()
    base: str = ""
    """The old words as they went out, with U+E000 for each citation."""
    also: tuple[By, ...] = ()
    """Others who took it out, in files of their own."""


class Neighbour(msgspec.Struct, frozen=True):
    """A paragraph of a field beside one that was moved there."""

    path: str
    """Another one than that of the field where it was moved in with it."""
    block: int
    base: str
    """Its words as they went out, with U+E000 for each citation."""
    listed: Listed = ""


class Landing(msgspec.Struct, frozen=True):
    """Where a paragraph stands now that was moved into another field: between two paragraphs of that, or before its
    first one, or behind its last."""

    path: str
    above: Neighbour | None
    below: Neighbour | None
    listed: Listed = ""
    """How it is set there."""


class Moved(msgspec.Struct, frozen=True):
    """A paragraph stands in another place, its words unchanged."""

    path: str
    """Empty: it is of no field."""
    block: int
    words: str
    after: str
    """The path of the field before its new place."""
    by: By
    order: tuple[int, ...] = ()
    """Where it stays within its field: the blocks of that, as they stand now."""
    bases: tuple[str, ...] = ()
    """The words of these blocks as they went out, by number of block, with U+E000 for each citation."""
    listed: tuple[Listed | None, ...] = ()
    """How each of them is set, as they stand now; None: as it was."""
    landing: Landing | None = None
    """Where it is plain into which other field it was moved."""
    base: str = ""
    """Its words as they went out, with U+E000 for each citation."""


class Joined(msgspec.Struct, frozen=True):
    """Two paragraphs of different blocks became one."""

    path: str
    block: int
    other: str
    """The path of the second one."""
    other_block: int
    by: By
    between: str = ""
    """The white space that is left between their words."""
    bases: tuple[str, str] = ("", "")
    """The words of both as they went out, with U+E000 for each citation."""

    @property
    def within(self) -> bool:
        """Whether both are of one field, one behind the other."""
        return self.path == self.other and self.other_block == self.block + 1


class Reformatted(msgspec.Struct, frozen=True):
    """Words were made, or are no longer, what Markdown can say."""

    path: str
    block: int
    words: str
    mark: Literal["strong", "emphasis"]
    given: bool
    """Or taken away."""
    by: By


class Remark(msgspec.Struct, frozen=True):
    """What one person says in a comment."""

    text: str
    by: By


class Commented(msgspec.Struct, frozen=True):
    """A comment with its answers."""

    path: str
    """Of the first field that it hangs on; empty: none."""
    block: int
    words: str
    """That it hangs on."""
    thread: tuple[Remark, ...]
    done: bool = False
    others: tuple[str, ...] = ()
    """Paths of further fields."""
    after: str = ""
    """Where it hangs on no field: the path of the one before."""


class Fixed(msgspec.Struct, frozen=True):
    """Words that are not the author's were changed: the template's, or some that were worked out."""

    kind: Literal["template", "computed"]
    removed: str
    added: str
    after: str
    by: By


class Added(msgspec.Struct, frozen=True):
    """A paragraph that is in no field."""

    words: str
    after: str
    by: By


class Unplaced(msgspec.Struct, frozen=True):
    """Words that nobody can say the field of."""

    why: Literal["no-such-path", "between-fields", "copy", "withheld", "picture", "equation"]
    path: str
    """As the file has it."""
    old: str
    new: str
    by: By
    other: str = ""
    """The second field, where the words stand between two; of a copy, the field before its place."""


class Reading(msgspec.Struct, frozen=True):
    """One of several ways in which a block came back."""

    old: str
    new: str
    strokes: tuple[Stroke, ...]
    by: tuple[By, ...]


class Disagreement(msgspec.Struct, frozen=True):
    """A block came back in several ways, and nothing is chosen."""

    path: str
    block: int
    readings: tuple[Reading, ...]


_LONGEST = 40


def beginning(words: str) -> str:
    """The first words of a paragraph, without citations, to name it by."""
    line = " ".join(untied(words).replace(MARK, "").split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"


def ending(words: str) -> str:
    """Its last words, likewise."""
    line = " ".join(untied(words).replace(MARK, "").split())
    return line if len(line) <= _LONGEST else f"… {line[-_LONGEST:].split(' ', 1)[-1]}"


_MOST = 160


def in_short(words: str) -> str:
    """Words to know a stretch by: of many, the first and the last ones."""
    if len(words) <= _MOST:
        return words
    first, last = words[: _MOST // 2].rsplit(maxsplit=1)[0], words[-_MOST // 2 :].split(maxsplit=1)[-1]
    return f"{first} … {last}"


Found: TypeAlias = Edit | Removed | Disagreement | Moved | Joined | Reformatted | Commented | Fixed | Added | Unplaced
