"""The edit model: what reviewers changed in the fields of a scenario, and what became of each change in its files.

A finding is what a reviewed file says. A `Change` can be written into a scenario; the other kinds are for a person.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

import msgspec

from briefgen.locale import untied
from briefgen.markup.model import MARK
from briefgen.model.read import Loaded
from briefgen.review.story import BREAK, Listed


class By(msgspec.Struct, frozen=True):
    """Who made a change, when, and in which file."""

    author: str = ""
    """Empty where it was made while tracking was off."""
    date: str = ""
    """As Word writes it: ISO 8601."""
    file: str = ""

    @property
    def tracked(self) -> bool:
        """Whether Word tracked it."""
        return bool(self.author or self.date)


class TextChange(msgspec.Struct, frozen=True):
    """One change inside the text of a block."""

    at: int
    """Where in the old text, in characters."""
    removed: str
    added: str
    by: By
    citations: tuple[int, ...] = ()
    """Which citations of the block were deleted, counted from 0."""
    notes: int = 0
    """How many notes were inserted."""
    also: tuple[By, ...] = ()
    """Others who made the same change, in files of their own."""


class Edit(msgspec.Struct, frozen=True, tag_field="kind", tag="edit"):
    """New text in one block of a field. A block is a paragraph or an item of prose; any other field has one."""

    path: str
    """Of the field, with its language: `options.assessment-team.summary.en`."""
    block: int
    """From 0, in reading order."""
    base: str
    """The text as it was sent out, with U+E000 for each citation."""
    left: str
    """The text as the reviewer left it, with the citations that are left; a new paragraph follows an empty line."""
    changes: tuple[TextChange, ...] = msgspec.field(default=(), name="strokes")
    places: int = 1
    """In how many places of the brief it was made."""

    @property
    def old(self) -> str:
        """The text as it was sent out, without citations."""
        return block_text(self.base)

    @property
    def new(self) -> str:
        """The text as the reviewer left it, without citations."""
        return apply_changes(self.old, self.changes).strip() if self.changes else block_text(self.left)


class Deletion(msgspec.Struct, frozen=True, tag_field="kind", tag="removed"):
    """The whole paragraph of a block was deleted."""

    path: str
    block: int
    base: str
    """The text as it was sent out, with U+E000 for each citation."""
    by: By
    elsewhere: bool = False
    """The block also appears in other places of the brief, and was not deleted there."""
    citations: tuple[int, ...] = ()
    also: tuple[By, ...] = ()
    """Others who deleted it, in files of their own."""

    @property
    def old(self) -> str:
        """The text as it was sent out, without citations."""
        return block_text(self.base)

    @property
    def left(self) -> str:
        """Nothing is left."""
        return ""

    new = left


class Neighbour(msgspec.Struct, frozen=True):
    """A paragraph above or below one that was moved."""

    path: str
    """Another one than that of the target field where it was moved there too."""
    block: int
    base: str
    """Its text as it was sent out, with U+E000 for each citation."""
    listed: Listed = ""


class MoveTarget(msgspec.Struct, frozen=True):
    """The place in another field to which a paragraph was moved: between two of its paragraphs, before the first or
    after the last."""

    path: str
    above: Neighbour | None
    below: Neighbour | None
    listed: Listed = ""
    """The paragraph's list style there."""


class Move(msgspec.Struct, frozen=True, tag_field="kind", tag="moved"):
    """A paragraph was moved."""

    path: str
    """Empty: it belongs to no field."""
    block: int
    words: str
    after: str
    """The path of the field before its new place."""
    by: By
    order: tuple[int, ...] = ()
    """Where it stays within its field: the blocks of that field in their new order."""
    bases: tuple[str, ...] = ()
    """The text of these blocks as they were sent out, by number of block, with U+E000 for each citation."""
    listed: tuple[Listed | None, ...] = ()
    """The list style of each, in the new order; None: unchanged."""
    target: MoveTarget | None = msgspec.field(default=None, name="landing")
    """The place in another field, where that is certain."""
    base: str = ""
    """Its text as it was sent out, with U+E000 for each citation."""


class Join(msgspec.Struct, frozen=True, tag_field="kind", tag="joined"):
    """Two paragraphs became one."""

    path: str
    block: int
    other: str
    """The path of the second one."""
    other_block: int
    by: By
    between: str = ""
    """The white space that is left between them."""
    bases: tuple[str, str] = ("", "")
    """The text of both as they were sent out, with U+E000 for each citation."""

    @property
    def within(self) -> bool:
        """Whether they are consecutive blocks of one field."""
        return self.path == self.other and self.other_block == self.block + 1


class Formatting(msgspec.Struct, frozen=True, tag_field="kind", tag="reformatted"):
    """Words were made bold or italic, or no longer are."""

    path: str
    block: int
    words: str
    mark: Literal["strong", "emphasis"]
    given: bool
    """Added; else removed."""
    by: By
    left: str = ""
    """The text of the block as the reviewer left it, with U+E000 for each citation."""


Change: TypeAlias = Edit | Deletion | Formatting | Join | Move
"""What can be written into a scenario."""


class Reply(msgspec.Struct, frozen=True):
    """What one person says in a comment."""

    text: str
    by: By


class Comment(msgspec.Struct, frozen=True, tag_field="kind", tag="commented"):
    """A comment with its replies."""

    path: str
    """Of the first field that it is attached to; empty: none."""
    block: int
    words: str
    """The text that it is attached to."""
    thread: tuple[Reply, ...]
    done: bool = False
    others: tuple[str, ...] = ()
    """Paths of further fields."""
    after: str = ""
    """Where it is attached to no field: the path of the field before it."""


class OutsideEdit(msgspec.Struct, frozen=True):
    """Text outside the fields was changed: the template's, or computed text."""

    origin: Literal["template", "computed"] = msgspec.field(name="kind")
    removed: str
    added: str
    after: str
    by: By


class Addition(msgspec.Struct, frozen=True, tag_field="kind", tag="added"):
    """Text was added that belongs to no field: a paragraph, unless it is the cause of an `Unplaced`."""

    words: str
    after: str
    by: By


class Version(msgspec.Struct, frozen=True):
    """One of several versions in which a block came back."""

    old: str
    new: str
    changes: tuple[TextChange, ...] = msgspec.field(name="strokes")
    by: tuple[By, ...]


class Disagreement(msgspec.Struct, frozen=True, tag_field="kind", tag="disagreement"):
    """A block came back in several versions, and none is chosen."""

    path: str
    block: int
    versions: tuple[Version, ...] = msgspec.field(name="readings")


class Unplaced(msgspec.Struct, frozen=True, tag_field="kind", tag="unplaced"):
    """A change or a comment that has no place in the scenario."""

    cause: Change | Comment | Addition
    why: str = msgspec.field(name="reason")
    """In a reviewed file, `no-such-path`, `between-fields`, `copy`, `withheld`, `picture` or `equation`; of what could
    not be written, a sentence."""
    other: str = ""
    """The second field, where the text is between two; of a copy, the field before it."""

    @property
    def path(self) -> str:
        """The field that it is in, or the one before it."""
        return path_of(self.cause)

    @property
    def by(self) -> By:
        """The first person who did it."""
        return next(authors(self.cause))

    @property
    def old(self) -> str:
        """The words before."""
        match self.cause:
            case Edit() | Deletion():
                return plain(self.cause.old)
            case Formatting(words=words) | Move(words=words):
                return words
            case _:
                return ""

    @property
    def new(self) -> str:
        """The words after."""
        match self.cause:
            case Edit() | Deletion():
                return plain(self.cause.new)
            case Formatting(words=words) | Move(words=words) | Addition(words=words):
                return words
            case _:
                return ""


Finding: TypeAlias = Change | Disagreement | Comment | OutsideEdit | Addition | Unplaced
"""What was found in a reviewed file."""


class Applied(msgspec.Struct, frozen=True, tag_field="kind", tag="applied"):
    """A change or a comment that is in the new text of a file."""

    change: Change | Comment
    file: str
    line: int
    """Of the value, as the file was."""


class Unchanged(msgspec.Struct, frozen=True, tag_field="kind", tag="unchanged"):
    """A change that the file has already."""

    change: Change


class Conflict(msgspec.Struct, frozen=True, tag_field="kind", tag="conflict"):
    """Words that were changed on both sides, each in its own way. Nothing of the change was written."""

    path: str
    base: str
    now: str
    edited: str


Outcome: TypeAlias = Applied | Unchanged | Conflict | Unplaced
"""What became of one change or comment in the files of the scenario."""


def path_of(finding: Finding) -> str:
    """The path at which a finding is shown; of one in no field, that of the field before it."""
    path: str = getattr(finding, "path", "")
    return path or getattr(finding, "after", "")


def paths_of(change: Change | Comment) -> tuple[str, ...]:
    """The fields that a change is about."""
    return (change.path, change.target.path) if isinstance(change, Move) and change.target else (change.path,)


def authors(finding: Finding) -> Iterator[By]:
    """Who made a change, or wrote a comment."""
    match finding:
        case Edit(changes=changes):
            yield from (by for change in changes for by in (change.by, *change.also))
        case Disagreement(versions=versions):
            yield from (by for version in versions for by in version.by)
        case Comment(thread=thread):
            yield from (reply.by for reply in thread)
        case Deletion(by=by, also=also):
            yield from (by, *also)
        case _:
            yield finding.by


def before_and_after(change: Change) -> tuple[str, str]:
    """The text before and after a change, with U+E000 for each citation."""
    match change:
        case Edit() | Deletion():
            return change.base, change.left
        case Formatting(left=left):
            return left, left
        case Join(bases=(first, second), between=between):
            return f"{first}\n\n{second}", first + between + second
        case Move(order=order, bases=bases, target=None):
            by_block = dict(zip(sorted(order), bases, strict=True))
            return "\n\n".join(bases), "\n\n".join(by_block[block] for block in order)
        case Move(base=base):
            return base, base


class Reviews(msgspec.Struct, frozen=True):
    """What was found in all files, in the order of the scenario's files; what has no place there, at the end."""

    loaded: Loaded
    found: tuple[Finding, ...]
    files: tuple[str, ...]
    citations: Mapping[tuple[str, int], tuple[str, ...]]
    """Path and block → the facts that it cites, in order."""
    partly: frozenset[tuple[str, int]] = frozenset()
    """The blocks, by path and number, of which some reader was not given all words."""


# Text for display.


def plain(text: str) -> str:
    """Text as it is shown: no citations, plain spaces for ties and tabs, a new paragraph after an empty line."""
    return untied(text).replace(MARK, "").replace("\t", " ").replace(BREAK, "\n\n")


def block_text(text: str) -> str:
    """The text of a block without citations; a forced line end is a space."""
    return text.replace(MARK, "").replace("\n", " ")


def apply_changes(old: str, changes: Iterable[TextChange]) -> str:
    """The old text with changes in their places."""
    out, at = [], 0
    for change in changes:
        out += [old[at : change.at], change.added]
        at = change.at + len(change.removed)
    return "".join([*out, old[at:]])


_LONGEST_NAME = 40
_LONGEST_EXCERPT = 160


def beginning(words: str) -> str:
    """The first words of a paragraph, without citations, to name it by."""
    line = " ".join(untied(words).replace(MARK, "").split())
    return line if len(line) <= _LONGEST_NAME else f"{line[:_LONGEST_NAME].rsplit(' ', 1)[0]} …"


def ending(words: str) -> str:
    """The last words of a paragraph, without citations."""
    line = " ".join(untied(words).replace(MARK, "").split())
    return line if len(line) <= _LONGEST_NAME else f"… {line[-_LONGEST_NAME:].split(' ', 1)[-1]}"


def in_short(words: str) -> str:
    """An excerpt: of a long text, the first and the last words."""
    if len(words) <= _LONGEST_EXCERPT:
        return words
    half = _LONGEST_EXCERPT // 2
    return f"{words[:half].rsplit(maxsplit=1)[0]} … {words[-half:].split(maxsplit=1)[-1]}"
