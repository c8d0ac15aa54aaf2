"""What the changes of one field come to."""

from collections.abc import Iterable

import msgspec

from briefgen.merging.fields import Field
from briefgen.merging.outcome import Applied, Change, Conflict, Outcome, Unchanged, Unplaced
from briefgen.merging.three_way import merged, untied
from briefgen.prose.rewriting import BETWEEN
from briefgen.source import Span


class Edit(msgspec.Struct, frozen=True):
    """The new value of a field, and what became of each of its changes."""

    path: str
    span: Span
    """Of the scalar that holds it."""
    value: str
    words: str
    """Its plain words."""
    outcomes: dict[Change, Outcome]

    @property
    def place(self) -> tuple[str, int]:
        """Where it is written: the same for all paths that share it."""
        return self.span.file.name, self.span.start

    @property
    def applied(self) -> tuple[Change, ...]:
        """The changes that are in the new value."""
        return tuple(change for change, outcome in self.outcomes.items() if isinstance(outcome, Applied))


def edited(path: str, field: Field, changes: Iterable[Change]) -> Edit:
    """Brings in one change after the other. One that is a conflict, or has no place, does not keep out the rest."""
    span = field.node.span
    outcomes: dict[Change, Outcome] = {}
    for change in changes:
        words = field.words
        target = _target(words, change)
        if target is None:
            outcomes[change] = Conflict(path, change.base, _now(words, change), change.new)
        elif target == words:
            outcomes[change] = Unchanged(change)
        else:
            after = field.with_words(target)
            if isinstance(after, str):
                outcomes[change] = Unplaced(change, after)
            else:
                field = after
                outcomes[change] = Applied(change, span.file.name, span.line)
    return Edit(path, span, field.node.text, field.words, outcomes)


def _target(words: str, change: Change) -> str | None:
    """The words of a field with a change in them; None for a conflict."""
    if change.block is None:
        return merged(change.base, words, change.new)
    parts = words.split(BETWEEN)
    number = _block(parts, change)
    if number is None:
        return words if untied(change.new) in map(untied, parts) else None
    part = merged(change.base, parts[number], change.new)
    if part is None:
        return None
    parts[number : number + 1] = [part] if part.strip() else []
    return BETWEEN.join(parts)


def _block(parts: list[str], change: Change) -> int | None:
    """Which paragraph the reviewer was given: the one that still has its words, else the one of its number."""
    assert change.block is not None
    same = [number for number, part in enumerate(parts) if untied(part) == untied(change.base)]
    if change.block in same or (not same and change.block < len(parts)):
        return change.block
    return same[0] if len(same) == 1 else None


def _now(words: str, change: Change) -> str:
    """What the file says today in the place of what the reviewer was given."""
    if change.block is None:
        return words
    parts = words.split(BETWEEN)
    number = _block(parts, change)
    return parts[number] if number is not None else words
