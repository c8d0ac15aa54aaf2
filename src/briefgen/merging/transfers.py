"""Paragraphs that go from one field into another, in the words and at the places that the file has today."""

from collections.abc import Sequence

import msgspec

from briefgen.difference import substitutions
from briefgen.locale import untied
from briefgen.merging.edits import OTHER_WORDS, Edit
from briefgen.merging.fields import Field
from briefgen.merging.outcome import Applied, Beside, Outcome, Transfer, Unchanged, Unplaced
from briefgen.prose.rewriting import BETWEEN, as_set


def transferred(change: Transfer, source: Edit, target: Edit) -> tuple[Edit, Edit]:
    """Both fields after it, each with what became of it. Where one cannot change, the other does not either."""
    made = _made(change, source, target)
    if isinstance(made, tuple):
        outcome: Outcome = Applied(change, target.span.file.name, target.span.line)
        fields = made
    else:
        outcome = Unplaced(change, made) if made else Unchanged(change)
        fields = source.field, target.field
    one, other = (
        msgspec.structs.replace(edit, field=field, outcomes=edit.outcomes | {change: outcome})
        for edit, field in zip((source, target), fields, strict=True)
    )
    return one, other


def _made(change: Transfer, source: Edit, target: Edit) -> tuple[Field, Field] | str:
    """Both fields after it, or why there are none; nothing where it was done already."""
    if source.place == target.place:
        return "Both fields are written in one place."
    here, there = _parts(source.field), _parts(target.field)
    words = _known(change.words, source.field.lang)
    at = _place(there, change, target.field.lang)
    number = _block(here, words, change.block)
    if number is None:
        done = at is not None and words in there[max(at - 1, 0) : at + 1] and words not in here
        return "" if done else OTHER_WORDS
    if at is None:
        return "The paragraphs that the reviewer put it between are not there."
    if not _are_set_alike(change, target.field, there):
        return "Where the reviewer put it, it would be an item of its own, which the scenario has not."
    taken = source.field.without(number)
    if isinstance(taken, str):
        return taken
    rest, text = taken
    more = target.field.with_paragraph(at, text, change.listed)
    return more if isinstance(more, str) else (rest, more)


def has_arrived(change: Transfer, target: Edit) -> bool:
    """Whether a paragraph stands in its new place already."""
    there = _parts(target.field)
    at = _place(there, change, target.field.lang)
    return at is not None and _known(change.words, target.field.lang) in there[max(at - 1, 0) : at + 1]


def _known(words: str, lang: str) -> str:
    return as_set(untied(words), lang)


def _parts(field: Field) -> list[str]:
    return [_known(part, field.lang) for part in field.words.split(BETWEEN)]


def _block(parts: Sequence[str], words: str, block: int) -> int | None:
    """Which paragraph goes: the one that has its words; else, since the file was changed meanwhile, the only one that
    has most of them."""
    same = [at for at, part in enumerate(parts) if part == words]
    if block in same or len(same) == 1:
        return block if block in same else same[0]
    alike = [] if same else [at for at, part in enumerate(parts) if _are_alike(words, part)]
    return alike[0] if len(alike) == 1 else None


def _are_alike(old: str, new: str) -> bool:
    return 2 * sum(each.end - each.start for each in substitutions(old, new)) < len(old)


def _place(parts: Sequence[str], change: Transfer, lang: str) -> int | None:
    """The number of the paragraph before which it is to stand: between those that it was put between, or, where
    something stands there today, right behind the first; with one of them, by that one."""
    above, below = (_found(parts, each, lang) for each in (change.above, change.below))
    if change.above and change.below:
        between = [at + 1 for at in above if at + 1 in below]
        if len(between) == 1:
            return between[0]
        if len(above) == len(below) == 1:
            return above[0] + 1 if above[0] < below[0] else None
    if len(above) == 1 and not below:
        return above[0] + 1
    return below[0] if len(below) == 1 and not above else None


def _found(parts: Sequence[str], beside: Beside | None, lang: str) -> list[int]:
    words = _known(beside.words, lang) if beside else None
    return [at for at, part in enumerate(parts) if part == words]


def _are_set_alike(change: Transfer, field: Field, parts: Sequence[str]) -> bool:
    """Whether its neighbours are items in the field if they are in the brief: else the template made them items, and
    what stands beside such a one is not of its field."""
    listed = field.listed
    for beside in (change.above, change.below):
        for at in _found(parts, beside, field.lang):
            if beside and listed[at] != beside.listed:
                return False
    return True
