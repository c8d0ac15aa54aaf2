"""Changes and comments → the new texts of files, and what became of each."""

from collections.abc import Iterable, Sequence

import msgspec

from briefgen.merging.edits import Edit, edited
from briefgen.merging.fields import Fields
from briefgen.merging.outcome import (
    Applied,
    Conflict,
    Outcome,
    Remarked,
    Said,
    Transfer,
    Unchanged,
    Unplaced,
    Wanted,
    both,
    paths_of,
)
from briefgen.merging.transfers import has_arrived, transferred
from briefgen.scenario import Loaded
from briefgen.source import SourceFile
from briefgen.yamltree.patching import Remark, Replacement, patch


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
