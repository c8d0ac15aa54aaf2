"""Reviewers' changes written into the files of a scenario: what can be, and nothing that is in doubt."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefgen.commands.review import as_seen
from briefgen.core.diagnostic import Diagnostic, in_order
from briefgen.io.filesystem import Amendment, World
from briefgen.markup.model import MARK
from briefgen.markup.sentences import sentences
from briefgen.model.marking import scheme_of
from briefgen.model.read import Loaded, load
from briefgen.model.scenario import Scenario
from briefgen.model.walk import markings, paths, proses, texts
from briefgen.release.filter import filtered
from briefgen.release.scan.secrets import RUN, stretches
from briefgen.release.scan.words import words as folded
from briefgen.review.baseline import About
from briefgen.review.combine import merge_text_surely
from briefgen.review.fields import block_texts
from briefgen.review.merge import NewText, merge
from briefgen.review.model import (
    Change,
    Comment,
    Deletion,
    Edit,
    Finding,
    Formatting,
    Join,
    Move,
    MoveTarget,
    Outcome,
    Reviews,
    Unplaced,
)


class Written(msgspec.Struct, frozen=True):
    """What was written, and what became of each change and comment."""

    files: tuple[Path, ...]
    """That were changed."""
    outcomes: tuple[Outcome, ...]
    """One for each change and then for each comment, in the given order."""


def write_changes(
    world: World, file: Path, changes: Sequence[Change], comments: Sequence[Comment] = (), write: bool = True
) -> tuple[Written | None, list[Diagnostic]]:
    """Writes changes into the files of the scenario in `file`, and the first message of each comment above what it is
    about; with `write=False` only returns the outcomes.

    All files change together or none does; then there are diagnostics and no outcomes. Only files that the scenario was
    read from are written.
    """
    if write and (unfinished := world.around(file).recover()):
        return None, unfinished
    loaded, diagnostics = load(world, file)
    if loaded is None:
        return None, in_order(diagnostics)
    merged = merge(loaded, changes, comments)
    files, faults = write_texts(world, file, loaded, merged.texts, write)
    return (None, faults) if faults else (Written(files, merged.outcomes), [])


def write_texts(
    world: World, file: Path, loaded: Loaded, texts: Sequence[NewText], write: bool = True
) -> tuple[tuple[Path, ...], list[Diagnostic]]:
    """Writes new texts of a scenario's files, all or none; returns the paths of the files."""
    paths = dict(zip((source.name for source in loaded.files), loaded.paths, strict=True))
    files = {paths[new.source.name]: Amendment(new.source, new.text) for new in texts}
    faults = world.around(file).amend(files) if write and files else None
    return tuple(files), in_order(faults or [])


class AppliedReview(msgspec.Struct, frozen=True):
    """What was found, what became of it, and what is left to a person."""

    reviews: Reviews
    """With the files as they are now."""
    written: Written
    left: tuple[Finding, ...]
    """Disagreements, paragraphs of no field and the like: nothing of them was written."""


def apply_review(
    world: World, reviews: Reviews, scenario: Path, comments: bool
) -> tuple[AppliedReview | None, list[Diagnostic]]:
    """Writes edits, deletions, paragraphs that were joined or moved, and bold and italics into the scenario, and with
    `comments` also comments, as comments of YAML. All files change, or none does and there are only diagnostics."""
    writable, unplaced, left = _sorted(reviews)
    messages: list[Comment] = []
    if comments:
        messages = [part for each in left if isinstance(each, Comment) and each.path for part in _messages(each)]
        left = [each for each in left if not (isinstance(each, Comment) and each.path)]
    written, diagnostics = write_changes(world, scenario, writable, messages)
    if written is None:
        return None, diagnostics
    written = replace(written, outcomes=(*written.outcomes, *unplaced))
    after = load(world, scenario)[0] if written.files else None
    return AppliedReview(replace(reviews, loaded=after or reviews.loaded), written, tuple(left)), diagnostics


def _messages(comment: Comment) -> Iterator[Comment]:
    """Each message of a thread as a comment, in order; the first one says what it is about."""
    for number, reply in enumerate(comment.thread):
        yield replace(comment, words="" if number else comment.words, thread=(reply,))


def _sorted(reviews: Reviews) -> tuple[list[Change], list[Unplaced], list[Finding]]:
    """What can be written, what cannot and why, and what is left to a person."""
    writable: list[Change] = []
    unplaced: list[Unplaced] = []
    left: list[Finding] = []
    whole = block_texts(reviews.loaded, {path for path, _ in reviews.partly})
    moves: dict[tuple[str, int, MoveTarget], Move] = {}
    for each in reviews.found:
        if isinstance(each, Move) and each.target:
            moves.setdefault((each.path, each.block, each.target), each)
    moved = Counter((path, block) for path, block, _ in moves)
    secrets = secrets_of(reviews.loaded) if any(isinstance(each, Edit) for each in reviews.found) else []
    for each in reviews.found:
        match each:
            case Edit() if audience := would_see(each, secrets):
                reason = f"`{audience}` would see words here that they may not see elsewhere."
                unplaced.append(Unplaced(each, reason))
            case Deletion() if (each.path, each.block) in moved:
                unplaced.append(Unplaced(each, _MOVED_AND_DELETED))
            case Edit() | Deletion(elsewhere=False):
                if (each.path, each.block) not in reviews.partly:
                    writable.append(each)
                elif edit := _of_whole(each, whole.get((each.path, each.block), "")):
                    writable.append(edit)
                else:
                    reason = "Words that its reviewer may not see stand among those that were changed."
                    unplaced.append(Unplaced(each, reason))
            case Formatting() | Join(within=True):
                writable.append(each)
            case Move(target=target) if target:
                pass  # below, all together
            case Move(order=order) if order:
                writable.append(each)
            case _:
                left.append(each)
    deleted = {(each.path, each.block) for each in reviews.found if isinstance(each, Deletion)}
    seen = list(_paths_seen(reviews.loaded.scenario)) if moves else []
    for move in moves.values():
        block = move.path, move.block
        several = moved[block] > 1
        if reason := _obstacle(move, several, block in deleted, block in reviews.partly, reviews.loaded.scenario, seen):
            unplaced.append(Unplaced(move, reason))
        else:
            writable.append(move)
    return writable, unplaced, left


def _of_whole(edit: Edit | Deletion, whole: str) -> Edit | None:
    """A change to a block that its reviewer was given in part, as one of the whole block, in which what was withheld
    stays in its place. None where that place is not certain."""
    left = merge_text_surely(edit.base, whole, edit.left)
    return None if left is None else Edit(edit.path, edit.block, whole, left)


_MOVED_AND_DELETED = "One reviewer moved it, another took it out."


def _obstacle(
    move: Move, several: bool, deleted: bool, partly: bool, scenario: Scenario, seen: Iterable[Set[str]]
) -> str:
    """Why a paragraph cannot go into another field; empty where it can."""
    assert move.target is not None
    if several:
        return "Reviewers moved it to several places."
    if move.target.listed == "?":
        return "It would stand in a list within a list."
    if deleted:
        return _MOVED_AND_DELETED
    if partly:
        return "Words that its reviewer may not see stand in it."
    if _has_more_readers(scenario, seen, move.target.path, move.path):
        return f"More people may read `{move.target.path}`."
    return ""


def _has_more_readers(scenario: Scenario, seen: Iterable[Set[str]], path: str, other: str) -> bool:
    """Whether somebody may read one field and not the other: by the markings around them, and by what each audience
    sees."""
    scheme = scheme_of(scenario)
    given = list(markings(scenario))
    one, two = (scheme.highest(_markings_around(given, each)) for each in (path, other))
    if two and (scheme.exceeds(two, one) or (not one and scheme.exceeds(two, scheme.labels[0]))):
        return True
    return any(path in each and other not in each for each in seen)


def _markings_around(given: Sequence[tuple[str, str]], path: str) -> Iterator[str]:
    for marked, label in given:
        piece = marked.removesuffix("marking").removesuffix(".")
        if not piece or path == piece or path.startswith(f"{piece}."):
            yield label


def _paths_seen(scenario: Scenario) -> Iterator[Set[str]]:
    """Of each audience that is given something, the paths of the prose that it is given."""
    for audience in scenario.audiences:
        released = filtered(scenario, audience).scenario
        if released is not None:
            yield paths(proses(released))


# Words that some readers may not see, and that an edit would show them: who may see all can take them
# elsewhere.

_SHORTEST = 3
"""Words of a sentence that has a meaning of its own."""


class Secrets(msgspec.Struct, frozen=True):
    """What an audience may not see."""

    audience: str
    paths: Set[str]
    """Of the fields of which they see something."""
    words: Set[tuple[str, ...]]
    """Sentences, and runs of words in them, folded."""


def secrets_of(loaded: Loaded) -> list[Secrets]:
    """Of each audience that does not see all."""
    out: list[Secrets] = []
    whole = _texts(loaded) if loaded.scenario.audiences else {}
    for audience in loaded.scenario.audiences:
        given = _texts(as_seen(loaded, About(audience=audience.id)))
        hidden = set(_sentences(whole.values())) - set(_sentences(given.values()))
        if hidden:
            out.append(Secrets(audience.id, frozenset(path for path, _ in given), hidden))
    return out


def would_see(edit: Edit, hidden: Iterable[Secrets]) -> str:
    """Who would see by an edit what they may not: it inserts words that they do not see elsewhere, and that were
    not deleted in the same place."""
    for each in hidden:
        if edit.path in each.paths:
            for change in edit.changes:
                new = set(_runs(change.added, each.words)) - set(_runs(change.removed, each.words))
                if new & each.words:
                    return each.audience
    return ""


def _texts(loaded: Loaded) -> dict[tuple[str, int], str]:
    return block_texts(loaded, paths(texts(loaded.scenario)))


def _sentences(held: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for text in held:
        plain = text.replace(MARK, "")
        for start, end in sentences(plain):
            sentence = folded(plain[start:end])
            if len(sentence) >= _SHORTEST:
                yield tuple(sentence)
            yield from stretches(sentence, RUN)


def _runs(text: str, wanted: Set[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """All runs of words of a text that are as long as one of those that are wanted."""
    found: Sequence[str] = folded(text)
    for size in {len(each) for each in wanted}:
        yield from stretches(found, size)
