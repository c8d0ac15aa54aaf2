"""Changes and comments of reviewers become new texts of a scenario's files, with the outcome of each.

Three states of a field meet: what the reviewer was given (base), what the file says now, and what the reviewer left.
Where one side changed, its words are taken; where both did, both are, unless they changed the same words: that is a
conflict.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import TypeVar, assert_never

import msgspec
from msgspec.structs import replace

from briefgen.core.difference import mostly_same
from briefgen.core.source import SourceFile, Span
from briefgen.locale import untied
from briefgen.markup.plain import BETWEEN
from briefgen.markup.rearrange import Emphasis, Listed
from briefgen.markup.rewrite import RewriteError, as_set
from briefgen.model.read import Loaded
from briefgen.review.combine import merge_text
from briefgen.review.fields import Field, Fields, block_texts
from briefgen.review.model import (
    Applied,
    By,
    Change,
    Comment,
    Conflict,
    Deletion,
    Edit,
    Formatting,
    Join,
    Move,
    Neighbour,
    Outcome,
    Unchanged,
    Unplaced,
    before_and_after,
    in_short,
    paths_of,
)
from briefgen.review.story import OBJECT
from briefgen.yaml.edit.growing import Growth, grow
from briefgen.yaml.edit.patch import Remark, Replacement, patch

Texts = Mapping[tuple[str, int], str]
"""Path and block → text."""

_OTHER_WORDS = "Its words are not those that the reviewer saw."


class NewText(msgspec.Struct, frozen=True):
    """A file that is to be written."""

    source: SourceFile
    """As it was read."""
    text: str


class Merged(msgspec.Struct, frozen=True):
    """The result of a merge; nothing is written yet."""

    texts: tuple[NewText, ...]
    outcomes: tuple[Outcome, ...]
    """One for each change and then for each comment, in the given order."""


_Outcomes = dict[Change | Comment, Outcome]


def merge(loaded: Loaded, changes: Sequence[Change], comments: Sequence[Comment] = ()) -> Merged:
    """Brings changes, and the first message of each comment, into the texts of a scenario's files."""
    fields, left = Fields(loaded), _texts_left(changes, loaded)
    failed: _Outcomes = {}
    while True:  # a move into another field changes both or neither
        texts, outcomes = _attempt(fields, left, [change for change in changes if change not in failed], comments)
        halves = {
            change: outcome
            for change, outcome in outcomes.items()
            if _leaves_its_field(change) and not isinstance(outcome, Applied | Unchanged)
        }
        failed |= halves
        if not halves:
            return Merged(texts, tuple((outcomes | failed)[cause] for cause in (*changes, *comments)))


def _leaves_its_field(change: Change | Comment) -> bool:
    return isinstance(change, Move) and change.target is not None


def _texts_left(changes: Sequence[Change], loaded: Loaded) -> Texts:
    """Path and block → its text as the reviewers left it, of all blocks that were edited, formatted or moved."""
    known = block_texts(loaded, {each.path for each in changes if isinstance(each, Formatting)})
    for each in changes:
        match each:
            case Join(bases=(first, second)):
                known |= {(each.path, each.block): first, (each.other, each.other_block): second}
            case Move(target=None):
                known |= {(each.path, block): base for block, base in zip(sorted(each.order), each.bases, strict=True)}
            case Move(target=target) if target:
                neighbours = filter(None, (target.above, target.below))
                known |= {(at.path, at.block): at.base for at in neighbours} | {(each.path, each.block): each.base}
    return known | {(each.path, each.block): each.left for each in changes if isinstance(each, Edit)}


def _attempt(
    fields: Fields, left: Texts, changes: Sequence[Change], comments: Sequence[Comment]
) -> tuple[tuple[NewText, ...], _Outcomes]:
    """The result of some changes. Of a move into another field, one half may be in a text; then it is not applied."""
    outcomes: _Outcomes = {}
    values: dict[str, _Value] = {}
    for path in dict.fromkeys(path for change in changes for path in paths_of(change)):
        own = list(dict.fromkeys(change for change in changes if path in paths_of(change)))
        try:
            values[path] = _with_changes(path, fields.at(path), own, left)
        except RewriteError as why:
            outcomes.update((change, Unplaced(change, str(why))) for change in own)
    for change in dict.fromkeys(changes):
        if isinstance(change, Move) and change.target and change.target.path in values:
            _move(change, _as_left(change, left), values)
    for value in values.values():
        outcomes |= value.outcomes
    settled = [value for value in values.values() if not _contradicts(value, values.values(), outcomes)]

    remarks: dict[Comment, Remark] = {}
    for comment in comments:
        place = fields.place(comment.path)
        if place is None:
            outcomes[comment] = Unplaced(comment, f"The scenario has no `{comment.path}`.")
        else:
            remarks[comment] = Remark(place, _comment_line(comment))
            outcomes[comment] = Applied(comment, place.file.name, place.line)
    replacements = {value.path: Replacement(value.span, value.text) for value in settled}
    texts, refused = new_texts({**replacements, **remarks})
    for value in settled:
        if value.path in refused:
            reason = "No style of YAML can hold it where it stands."
            outcomes.update((change, Unplaced(change, reason)) for change in value.applied)
    for comment in refused.intersection(remarks):
        outcomes[comment] = Unplaced(comment, "There is no line of the file to put it on.")
    return tuple(texts), outcomes


# The new value of one field.


class _Value(msgspec.Struct):
    """The new value of a field, and the outcome of each of its changes."""

    path: str
    span: Span
    """Of the scalar that holds it."""
    field: Field
    outcomes: _Outcomes

    @property
    def text(self) -> str | None:
        """Of the scalar; None: none is left."""
        return None if self.field.emptied else self.field.node.text

    @property
    def place(self) -> tuple[str, int]:
        """Where it is written: the same for all paths that share it."""
        return self.span.file.name, self.span.start

    @property
    def applied(self) -> list[Change | Comment]:
        """The changes that are in the new value."""
        return [change for change, outcome in self.outcomes.items() if isinstance(outcome, Applied)]


_SEQUENCE = (Edit, Deletion, Formatting, Join, Move)


def _with_changes(path: str, field: Field, changes: Iterable[Change], left: Texts) -> _Value:
    """Makes one change after the other: first of text, then of formatting, then of whole paragraphs. One that is a
    conflict, or has no place, does not prevent the rest. Moves from or to other fields come later."""
    span = field.node.span
    outcomes: _Outcomes = {}
    made: dict[object, Outcome] = {}
    for change in sorted(changes, key=lambda change: max(_SEQUENCE.index(type(change)), 1)):
        if _leaves_its_field(change):
            continue
        key = _new_order(change, left) if isinstance(change, Move) else _without_author(change)
        if key in made:
            outcomes[change] = _of_another(change, made[key])
            continue
        try:
            after = _after(field, change, left)
        except RewriteError as why:
            outcomes[change] = Unplaced(change, str(why))
        else:
            if isinstance(after, Conflict):
                outcomes[change] = after
            elif after.node.text == field.node.text:
                outcomes[change] = Unchanged(change)
            else:
                field = after
                outcomes[change] = Applied(change, span.file.name, span.line)
        made[key] = outcomes[change]
    return _Value(path, span, field, outcomes)


def _without_author(change: Edit | Deletion | Formatting | Join) -> Change:
    match change:
        case Edit():
            return change
        case Formatting():
            return replace(change, by=By(), left="")
        case _:
            return replace(change, by=By())


def _of_another(change: Change, outcome: Outcome) -> Outcome:
    """The outcome of a change that was made already, by another reviewer or with another paragraph that was moved."""
    match outcome:
        case Conflict():
            return outcome
        case Unplaced():
            return replace(outcome, cause=change)
        case _:
            return replace(outcome, change=change)


def _after(field: Field, change: Change, left: Texts) -> Field | Conflict:
    match change:
        case Edit() | Deletion():
            return _edited(field, change)
        case Formatting():
            return _formatted(field, change, left)
        case Join():
            return _joined(field, change, left)
        case Move():
            return _reordered(field, *_new_order(change, left))
        case _:
            assert_never(change)


def _edited(field: Field, change: Edit | Deletion) -> Field | Conflict:
    parts = field.words.split(BETWEEN)
    number = _seen_block(parts, change.base, change.block)
    if number is None:
        if untied(change.left) in map(untied, parts):
            return field
        return Conflict(change.path, change.base, field.words, change.left)
    if untied(parts[number]) != untied(change.base) and _contains(parts, change.left):
        return field
    part = merge_text(change.base, parts[number], change.left)
    if part is None:
        return Conflict(change.path, change.base, parts[number], change.left)
    words = BETWEEN.join((*parts[:number], *([part] if part.strip() else ()), *parts[number + 1 :]))
    return field if words == field.words else field.with_block(number, words)


def _contains(parts: list[str], new: str) -> bool:
    """Whether new paragraphs are there already, one after the other."""
    wanted, there = untied(new).split(BETWEEN), [untied(part) for part in parts]
    return any(there[at : at + len(wanted)] == wanted for at in range(len(there) - len(wanted) + 1))


def _seen_block(parts: list[str], words: str, block: int) -> int | None:
    """Which paragraph the reviewer saw: the one that still has its words, else the one with its number."""
    same = [number for number, part in enumerate(parts) if untied(part) == untied(words)]
    if block in same or (not same and block < len(parts)):
        return block
    return same[0] if len(same) == 1 else None


def _formatted(field: Field, change: Formatting, left: Texts) -> Field:
    text, parts = left.get((change.path, change.block), ""), field.words.split(BETWEEN)
    start = text.find(change.words)
    if start < 0 or text.find(change.words, start + 1) >= 0:
        raise RewriteError(f"It cannot be told which “{change.words}” is meant.")
    number = _seen_block(parts, text, change.block)
    if number is None or untied(parts[number]) != untied(text):
        raise RewriteError(_OTHER_WORDS)
    start += sum(len(part) + len(BETWEEN) for part in parts[:number])
    return field.with_formatting(Emphasis(start, start + len(change.words), change.mark, change.given))


def _joined(field: Field, change: Join, left: Texts) -> Field:
    """A paragraph may have been joined on both sides, so it is found by the end and the beginning that meet."""
    first, second = (left.get((change.path, block), "") for block in (change.block, change.other_block))
    first = _comparable(first.split(BETWEEN)[-1], field)
    second = _comparable(second.split(BETWEEN)[0], field)
    parts = _paragraphs(field)
    found = [at for at in range(len(parts) - 1) if parts[at].endswith(first) and parts[at + 1].startswith(second)]
    if not found and any(_comparable(f"{first}{change.between}{second}", field) in part for part in parts):
        return field
    if change.block in found or len(found) == 1:
        return field.with_joined(change.block if change.block in found else found[0], change.between)
    raise RewriteError(_OTHER_WORDS)


_Order = tuple[tuple[str, ...], tuple[int, ...], tuple[Listed | None, ...]]


def _new_order(change: Move, left: Texts) -> _Order:
    """All paragraphs of a field, the order that they are to have, and their list styles in it. A block takes with it
    all paragraphs that it was split into."""
    numbers = count()
    blocks = {block: left.get((change.path, block), "").split(BETWEEN) for block in sorted(change.order)}
    numbered = {block: [next(numbers) for _ in parts] for block, parts in blocks.items()}
    listed = [each for block, each in zip(change.order, change.listed, strict=False) for _ in numbered[block]]
    known = tuple(each for each in listed if each != "?")
    order = tuple(number for block in change.order for number in numbered[block])
    words = tuple(part for parts in blocks.values() for part in parts)
    return words, order, known if len(known) == len(order) else ()


def _reordered(field: Field, words: Sequence[str], order: Sequence[int], listed: Sequence[Listed | None]) -> Field:
    parts, words = [untied(part) for part in field.words.split(BETWEEN)], [untied(each) for each in words]
    if parts == [words[at] for at in order]:
        return field
    if parts != words:
        raise RewriteError(_OTHER_WORDS)
    return field.with_order(order, listed)


def _contradicts(value: _Value, values: Iterable[_Value], outcomes: _Outcomes) -> bool:
    """Whether a text that is written once for several fields is to become something else in another of them. Then all
    its changes are conflicts."""
    others = [
        other for other in values
        if other.place == value.place and other.text != value.text and other.applied and value.applied
    ]  # fmt: skip
    for other in others:
        for change in value.applied:
            assert not isinstance(change, Comment)
            base, new = before_and_after(change)
            outcomes[change] = Conflict(change.path, base, other.field.words, new)
    return bool(others)


_Key = TypeVar("_Key")


def new_texts(edits: Mapping[_Key, Replacement | Remark | Growth]) -> tuple[list[NewText], set[_Key]]:
    """The texts of files with values replaced, and comments and keys added; and which of these have no place."""
    texts: list[NewText] = []
    refused: set[_Key] = set()
    for source in {each.span.file.name: each.span.file for each in edits.values()}.values():
        own = {key: each for key, each in edits.items() if each.span.file.name == source.name}
        replacements = [each for each in own.values() if isinstance(each, Replacement)]
        patched = patch(source, replacements, dict.fromkeys(each for each in own.values() if isinstance(each, Remark)))
        text = patched.text
        without_place: list[Replacement | Remark | Growth] = [*patched.refused]
        if growths := [each for each in own.values() if isinstance(each, Growth)]:
            grown = grow(source, growths, text)
            text = grown.text
            without_place += grown.refused
        refused |= {key for key, each in own.items() if each in without_place}
        if text != source.text:
            texts.append(NewText(source, text))
    return texts, refused


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?=T|$)")


def _comment_line(comment: Comment) -> str:
    by = comment.thread[0].by
    day = _DAY.match(by.date)
    return f"{', '.join(filter(None, (by.author or 'A reviewer', day[0] if day else '')))}: {comment_text(comment)}"


def comment_text(comment: Comment) -> str:
    """The first message of a comment, with the words that it is about."""
    about = f"“{in_short(comment.words)}”: " if comment.words else ""
    return about + comment.thread[0].text.replace(OBJECT, "[picture]")


# Paragraphs that go from one field into another, with the text and to the place that the file has today.


def _as_left(change: Move, left: Texts) -> Move:
    """A move with the texts as the reviewers left them; of a neighbour that was split, the part that is next to it."""
    target = change.target
    assert target is not None

    def neighbour(each: Neighbour | None, part: int) -> Neighbour | None:
        return each and replace(each, base=left.get((each.path, each.block), each.base).split(BETWEEN)[part])

    target = replace(target, above=neighbour(target.above, -1), below=neighbour(target.below, 0))
    return replace(change, base=left.get((change.path, change.block), change.base), target=target)


def _move(cause: Change, change: Move, values: Mapping[str, _Value]) -> None:
    """Moves a paragraph from its field into another one. Where one of them cannot change, the other does not either."""
    assert change.target is not None
    source, target = values.get(change.path), values[change.target.path]
    outcome: Outcome = Unchanged(cause)
    if source is None:
        if not _has_arrived(change, target.field, _insertion_point(change, target.field)):
            return
        target.outcomes[cause] = outcome
        return
    try:
        made = _moved(change, source, target)
    except RewriteError as why:
        outcome = Unplaced(cause, str(why))
    else:
        if made is not None:
            source.field, target.field = made
            outcome = Applied(cause, target.span.file.name, target.span.line)
    source.outcomes[cause] = target.outcomes[cause] = outcome


def _moved(change: Move, source: _Value, target: _Value) -> tuple[Field, Field] | None:
    """Both fields after it; None where it was done already."""
    assert change.target is not None
    if source.place == target.place:
        raise RewriteError("Both fields are written in one place.")
    at = _insertion_point(change, target.field)
    number = _moved_block(_paragraphs(source.field), _comparable(change.base, source.field), change.block)
    if number is None:
        arrived = _comparable(change.base, source.field) not in _paragraphs(source.field)
        if arrived and _has_arrived(change, target.field, at, source.field):
            return None
        raise RewriteError(_OTHER_WORDS)
    if at is None:
        raise RewriteError("The paragraphs that the reviewer put it between are not there.")
    if not _have_same_list_style(change, target.field):
        raise RewriteError("Where the reviewer put it, it would be an item of its own, which the scenario has not.")
    rest, text = source.field.without(number)
    listed = change.target.listed
    return rest, target.field.with_paragraph(at, text, "" if listed == "?" else listed)


def _has_arrived(change: Move, field: Field, at: int | None, source: Field | None = None) -> bool:
    """Whether a paragraph is in its new place already."""
    return at is not None and _comparable(change.base, source or field) in _paragraphs(field)[max(at - 1, 0) : at + 1]


def _comparable(words: str, field: Field) -> str:
    return as_set(untied(words), field.lang)


def _paragraphs(field: Field) -> list[str]:
    return [_comparable(part, field) for part in field.words.split(BETWEEN)]


def _moved_block(parts: Sequence[str], words: str, block: int) -> int | None:
    """Which paragraph goes: the one with its text; else, if the file was changed meanwhile, the only one that has most
    of it."""
    same = [at for at, part in enumerate(parts) if part == words]
    if block in same or len(same) == 1:
        return block if block in same else same[0]
    alike = [] if same else [at for at, part in enumerate(parts) if mostly_same(words, part)]
    return alike[0] if len(alike) == 1 else None


def _insertion_point(change: Move, field: Field) -> int | None:
    """The number of the paragraph before which it goes: between those that it was put between, or, where something is
    there today, directly after the first; with one of them, next to that one."""
    assert change.target is not None
    above, below = (_find(each, field) for each in (change.target.above, change.target.below))
    if change.target.above and change.target.below:
        between = [at + 1 for at in above if at + 1 in below]
        if len(between) == 1:
            return between[0]
        if len(above) == len(below) == 1:
            return above[0] + 1 if above[0] < below[0] else None
    if len(above) == 1 and not below:
        return above[0] + 1
    return below[0] if len(below) == 1 and not above else None


def _find(neighbour: Neighbour | None, field: Field) -> list[int]:
    words = _comparable(neighbour.base, field) if neighbour else None
    return [at for at, part in enumerate(_paragraphs(field)) if part == words]


def _have_same_list_style(change: Move, field: Field) -> bool:
    """Whether its neighbours are items in the field if they are in the brief: else the template made them items, and
    what is next to such a one is not part of its field."""
    assert change.target is not None
    neighbours = filter(None, (change.target.above, change.target.below))
    return all(field.listed[at] == each.listed for each in neighbours for at in _find(each, field))
