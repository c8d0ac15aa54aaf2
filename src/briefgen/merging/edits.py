"""What the changes of one field come to."""

from collections.abc import Iterable
from typing import assert_never

import msgspec

from briefgen.locale import untied
from briefgen.merging.fields import Field
from briefgen.merging.outcome import (
    Applied,
    Change,
    Conflict,
    Join,
    Outcome,
    Reorder,
    Restyle,
    Transfer,
    Unchanged,
    Unplaced,
    Wanted,
)
from briefgen.merging.three_way import merged
from briefgen.prose.rewriting import BETWEEN, Emphasis, as_set
from briefgen.source import Span


class Edit(msgspec.Struct, frozen=True):
    """The new value of a field, and what became of each of its changes."""

    path: str
    span: Span
    """Of the scalar that holds it."""
    field: Field
    outcomes: dict[Wanted, Outcome]

    @property
    def value(self) -> str | None:
        """Of the scalar; None: none is left."""
        return None if self.field.emptied else self.field.node.text

    @property
    def words(self) -> str:
        """Its plain words."""
        return self.field.words

    @property
    def place(self) -> tuple[str, int]:
        """Where it is written: the same for all paths that share it."""
        return self.span.file.name, self.span.start

    @property
    def applied(self) -> tuple[Wanted, ...]:
        """The changes that are in the new value."""
        return tuple(change for change, outcome in self.outcomes.items() if isinstance(outcome, Applied))


def edited(path: str, field: Field, changes: Iterable[Wanted]) -> Edit:
    """Brings in one change after the other: those of words, then of looks, then of whole paragraphs of the field. One
    that is a conflict, or has no place, does not keep out the rest. What comes from other fields, or goes into them, is
    left to `transfers`."""
    span = field.node.span
    outcomes: dict[Wanted, Outcome] = {}
    own = (each for each in changes if not isinstance(each, Transfer))
    for change in sorted(own, key=lambda change: (Change, Restyle, Join, Reorder).index(type(change))):
        match after := _after(field, change):
            case Field() if after.node.text == field.node.text:
                outcomes[change] = Unchanged(change)
            case Field():
                field = after
                outcomes[change] = Applied(change, span.file.name, span.line)
            case Conflict():
                outcomes[change] = after
            case str():
                outcomes[change] = Unplaced(change, after)
    return Edit(path, span, field, outcomes)


def _after(field: Field, change: Change | Restyle | Join | Reorder) -> Field | Conflict | str:
    match change:
        case Change():
            return _changed(field, change)
        case Restyle():
            return _restyled(field, change)
        case Join():
            return _joined(field, change)
        case Reorder():
            return _reordered(field, change)
        case _:
            assert_never(change)


OTHER_WORDS = "Its words are not those that the reviewer saw."


def _joined(field: Field, change: Join) -> Field | Conflict | str:
    """A paragraph may be joined on both sides, so it is known by the end and by the beginning that meet."""

    def known(words: str) -> str:
        return as_set(untied(words), field.lang)

    parts = [known(part) for part in field.words.split(BETWEEN)]
    first, second, between = known(change.first), known(change.second), change.between
    found = [
        at for at in range(len(parts) - 1) if parts[at].endswith(first) and parts[at + 1].startswith(second)
    ]  # fmt: skip
    if not found and any(known(f"{first}{between}{second}") in part for part in parts):
        return field
    at = change.block if change.block in found else found[0] if len(found) == 1 else None
    return OTHER_WORDS if at is None else field.with_joined(at, between)


def _reordered(field: Field, change: Reorder) -> Field | Conflict | str:
    parts, words = [untied(part) for part in field.words.split(BETWEEN)], [untied(each) for each in change.words]
    if parts == [words[at] for at in change.order]:
        return field
    return field.with_order(change.order, change.listed) if parts == words else OTHER_WORDS


def _changed(field: Field, change: Change) -> Field | Conflict | str:
    words = field.words
    target = _target(words, change)
    if target is None:
        return Conflict(change.path, change.base, _now(words, change), change.new)
    if target == words:
        return field
    number = None if change.block is None else _block(words.split(BETWEEN), change.base, change.block)
    return field.with_words(target) if number is None else field.with_block(number, target)


def _restyled(field: Field, change: Restyle) -> Field | Conflict | str:
    parts = [field.words] if change.block is None else field.words.split(BETWEEN)
    number = 0 if change.block is None else _block(parts, change.words, change.block)
    if number is None or untied(parts[number]) != untied(change.words):
        return OTHER_WORDS
    at = sum(len(part) + len(BETWEEN) for part in parts[:number])
    return field.with_look(Emphasis(at + change.start, at + change.end, change.mark, change.on))


def _target(words: str, change: Change) -> str | None:
    """The words of a field with a change in them; None for a conflict."""
    if change.block is None:
        return merged(change.base, words, change.new)
    parts = words.split(BETWEEN)
    number = _block(parts, change.base, change.block)
    if number is None:
        return words if untied(change.new) in map(untied, parts) else None
    if untied(parts[number]) != untied(change.base) and _stands(parts, change.new):
        return words
    part = merged(change.base, parts[number], change.new)
    if part is None:
        return None
    parts[number : number + 1] = [part] if part.strip() else []
    return BETWEEN.join(parts)


def _stands(parts: list[str], new: str) -> bool:
    """Whether new paragraphs stand there already, one behind the other."""
    wanted, there = untied(new).split(BETWEEN), [untied(part) for part in parts]
    return any(there[at : at + len(wanted)] == wanted for at in range(len(there) - len(wanted) + 1))


def _block(parts: list[str], words: str, block: int) -> int | None:
    """Which paragraph the reviewer saw: the one that still has its words, else the one of its number."""
    same = [number for number, part in enumerate(parts) if untied(part) == untied(words)]
    if block in same or (not same and block < len(parts)):
        return block
    return same[0] if len(same) == 1 else None


def _now(words: str, change: Change) -> str:
    """What the file says today in the place of what the reviewer was given."""
    if change.block is None:
        return words
    parts = words.split(BETWEEN)
    number = _block(parts, change.base, change.block)
    return parts[number] if number is not None else words
