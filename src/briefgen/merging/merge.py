"""Changes and comments become the new texts of files, with the outcome of each."""

from collections.abc import Iterable, Sequence
from typing import assert_never

import msgspec

from briefgen.core.difference import substitutions
from briefgen.core.source import SourceFile, Span
from briefgen.locale import untied
from briefgen.markup.plain import BETWEEN
from briefgen.markup.rearrange import Emphasis
from briefgen.markup.rewriting import as_set
from briefgen.merging.fields import Field, Fields
from briefgen.merging.outcome import (
    Applied,
    Beside,
    Change,
    Conflict,
    Join,
    Outcome,
    Remarked,
    Reorder,
    Restyle,
    Said,
    Transfer,
    Unchanged,
    Unplaced,
    Wanted,
    both,
    paths_of,
)
from briefgen.merging.three_way import merged
from briefgen.model.read import Loaded
from briefgen.yaml.edit.patch import Remark, Replacement, patch

# What the changes of one field come to.


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
    number = None if change.block is None else _edited_block(words.split(BETWEEN), change.base, change.block)
    return field.with_words(target) if number is None else field.with_block(number, target)


def _restyled(field: Field, change: Restyle) -> Field | Conflict | str:
    parts = [field.words] if change.block is None else field.words.split(BETWEEN)
    number = 0 if change.block is None else _edited_block(parts, change.words, change.block)
    if number is None or untied(parts[number]) != untied(change.words):
        return OTHER_WORDS
    at = sum(len(part) + len(BETWEEN) for part in parts[:number])
    return field.with_look(Emphasis(at + change.start, at + change.end, change.mark, change.on))


def _target(words: str, change: Change) -> str | None:
    """The words of a field with a change in them; None for a conflict."""
    if change.block is None:
        return merged(change.base, words, change.new)
    parts = words.split(BETWEEN)
    number = _edited_block(parts, change.base, change.block)
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


def _edited_block(parts: list[str], words: str, block: int) -> int | None:
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
    number = _edited_block(parts, change.base, change.block)
    return parts[number] if number is not None else words


class NewText(msgspec.Struct, frozen=True):
    """A file that is to be written."""

    source: SourceFile
    """As it was read."""
    text: str


class Merged(msgspec.Struct, frozen=True):
    """What came of a merge; nothing is written yet."""

    texts: tuple[NewText, ...]
    outcomes: tuple[Outcome, ...]
    """One for each change and then for each comment, as they were given."""


def merge(loaded: Loaded, changes: Sequence[Wanted], comments: Sequence[Said] = ()) -> Merged:
    """Brings changes and comments into the texts of a scenario's files."""
    fields, barred = Fields(loaded), dict[Wanted | Said, Outcome]()
    while True:
        wanted = [change for change in changes if change not in barred]
        texts, outcomes = _merged(fields, wanted, comments)
        halves: dict[Wanted | Said, Outcome] = {
            change: outcome
            for change, outcome in outcomes.items()
            if isinstance(change, Transfer) and not isinstance(outcome, Applied | Unchanged)
        }
        barred |= halves
        if not halves:
            causes: tuple[Wanted | Said, ...] = (*changes, *comments)
            return Merged(texts, tuple((outcomes | barred)[cause] for cause in causes))


def _merged(
    fields: Fields, changes: Sequence[Wanted], comments: Sequence[Said]
) -> tuple[tuple[NewText, ...], dict[Wanted | Said, Outcome]]:
    """What comes of some changes. Of one that goes into two fields, one may be in a text and the other not; then it is
    not told as applied."""
    outcomes: dict[Wanted | Said, Outcome] = {}
    held: dict[str, Edit] = {}
    for path in dict.fromkeys(path for change in changes for path in paths_of(change)):
        field = fields.at(path)
        own = tuple(dict.fromkeys(change for change in changes if path in paths_of(change)))
        if isinstance(field, str):
            outcomes.update((change, Unplaced(change, field)) for change in own)
            continue
        held[path] = edited(path, field, own)
    for change in dict.fromkeys(change for change in changes if isinstance(change, Transfer)):
        if change.path in held and change.into in held:
            held[change.path], held[change.into] = transferred(change, held[change.path], held[change.into])
        elif change.into in held and has_arrived(change, held[change.into]):
            held[change.into].outcomes[change] = Unchanged(change)
    for edit in held.values():
        outcomes.update((change, outcome) for change, outcome in edit.outcomes.items())
    edits = list(held.values())
    edits = [edit for edit in edits if not _at_odds(edit, edits, outcomes)]

    remarks: dict[Said, Remark] = {}
    for said in comments:
        place = fields.place(said.path)
        if place is None:
            outcomes[said] = Unplaced(said, f"The scenario has no `{said.path}`.")
        else:
            remarks[said] = Remark(place, f"{', '.join(filter(None, (said.author, said.date)))}: {said.words}")
            outcomes[said] = Remarked(said, place.file.name, place.line)
    return tuple(_texts(edits, remarks, outcomes)), outcomes


def _at_odds(edit: Edit, edits: Iterable[Edit], outcomes: dict[Wanted | Said, Outcome]) -> bool:
    """Whether a value that is written once for several places is to be something else by another of them. Then all
    their changes are conflicts."""
    others = [
        other for other in edits
        if other.place == edit.place and other.value != edit.value and other.applied and edit.applied
    ]  # fmt: skip
    for other in others:
        for change in edit.applied:
            base, new = both(change)
            outcomes[change] = Conflict(change.path, base, other.words, new)
    return bool(others)


def _texts(
    edits: Sequence[Edit], remarks: dict[Said, Remark], outcomes: dict[Wanted | Said, Outcome]
) -> Iterable[NewText]:
    places = [*(edit.span for edit in edits), *(remark.span for remark in remarks.values())]
    for source in {span.file.name: span.file for span in places}.values():
        replacements = {edit.path: Replacement(edit.span, edit.value) for edit in edits if edit.place[0] == source.name}
        own = {said: remark for said, remark in remarks.items() if remark.span.file.name == source.name}
        patched = patch(source, replacements.values(), dict.fromkeys(own.values()))
        for refused in patched.refused:
            if isinstance(refused, Replacement):
                reason = "No style of YAML can hold it where it stands."
                lost = [edit for edit in edits if replacements.get(edit.path) == refused]
                outcomes.update((change, Unplaced(change, reason)) for edit in lost for change in edit.applied)
            else:
                reason = "There is no line of the file to put it on."
                outcomes.update((said, Unplaced(said, reason)) for said, remark in own.items() if remark == refused)
        if patched.text != source.text:
            yield NewText(source, patched.text)


# Paragraphs that go from one field into another, in the words and at the places that the file has today.


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
    number = _moved_block(here, words, change.block)
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


def _moved_block(parts: Sequence[str], words: str, block: int) -> int | None:
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
