"""Reviewers' changes written into the files of a scenario: what can be, and nothing that is in doubt."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import count
from pathlib import Path

import msgspec

from briefgen.commands.review import Reviews, as_given, words
from briefgen.core.diagnostic import Diagnostic, in_order
from briefgen.io.filesystem import Amendment, World
from briefgen.markup.model import MARK
from briefgen.markup.plain import BETWEEN
from briefgen.markup.sentences import sentences
from briefgen.merging import (
    Beside,
    Change,
    Join,
    Outcome,
    Reorder,
    Restyle,
    Said,
    Transfer,
    Unplaced,
    Wanted,
    three_way,
)
from briefgen.merging.merge import merge
from briefgen.model.marking import scheme_of
from briefgen.model.read import Loaded, load
from briefgen.model.scenario import Scenario
from briefgen.model.walk import markings, paths, proses, texts
from briefgen.release.filter import filtered
from briefgen.release.scan.secrets import RUN, stretches
from briefgen.release.scan.words import words as folded
from briefgen.review.baseline import About
from briefgen.review.edits import (
    By,
    Commented,
    Edit,
    Found,
    Joined,
    Landing,
    Moved,
    Neighbour,
    Reformatted,
    Removed,
    in_short,
)
from briefgen.review.story import THING

# Brings what reviewers changed and said into the files of a scenario.


class BroughtHome(msgspec.Struct, frozen=True):
    """What was written, and what became of each change and comment."""

    files: tuple[Path, ...]
    """That were changed."""
    outcomes: tuple[Outcome, ...]
    """One for each change and then for each comment, as they were given."""


def bring_home(
    world: World, file: Path, changes: Sequence[Wanted], comments: Sequence[Said] = (), write: bool = True
) -> tuple[BroughtHome | None, list[Diagnostic]]:
    """Writes the changes into the files of the scenario in `file`, comments as lines above what they are about; with
    `write=False` only tells what would be done.

    All files change together or none does; then there are diagnostics and no outcomes. Only files that the scenario was
    read from are written. What the scenario is worth afterwards, `check` says.
    """
    if write and (unfinished := world.around(file).recover()):
        return None, unfinished
    loaded, diagnostics = load(world, file)
    if loaded is None:
        return None, in_order(diagnostics)
    merged = merge(loaded, changes, comments)
    paths = dict(zip((source.name for source in loaded.files), loaded.paths, strict=True))
    files = {paths[new.source.name]: Amendment(new.source, new.text) for new in merged.texts}
    if write and files and (faults := world.around(file).amend(files)):
        return None, in_order(faults)
    return BroughtHome(tuple(files), merged.outcomes), []


class AppliedReview(msgspec.Struct, frozen=True):
    """What was found, what became of it, and what is left to a person."""

    reviews: Reviews
    """With the files as they are now."""
    home: BroughtHome
    left: tuple[Found, ...]
    """Disagreements, moves, paragraphs of no field and the like: nothing of them was written."""


def apply_review(
    world: World, reviews: Reviews, scenario: Path, comments: bool
) -> tuple[AppliedReview | None, list[Diagnostic]]:
    """Writes edits, paragraphs taken out, joined or moved, and bold and italics into the scenario; with `comments` what
    reviewers said, as comments of YAML. All files change or none; then there is nothing but diagnostics."""
    wanted: list[Wanted] = []
    left: list[Found] = []
    said: list[Said] = []
    unplaced: list[Unplaced] = []
    now = _words_after(reviews)
    whole = words(reviews.loaded, {path for path, _ in reviews.partly})
    moved = [each for each in reviews.found if isinstance(each, Moved) and each.landing]
    away = {(each.path, each.block) for each in moved}
    gone = {(each.path, each.block) for each in reviews.found if isinstance(each, Removed)}
    hidden = secrets(reviews.loaded) if any(isinstance(each, Edit) for each in reviews.found) else []
    for each in reviews.found:
        match each:
            case Edit() if who := would_see(each, hidden):
                reason = f"`{who}` would see words here that they may not see elsewhere."
                unplaced.append(Unplaced(Change(each.path, each.base, each.left, each.block), reason))
            case Removed(base=base) if (each.path, each.block) in away:
                unplaced.append(Unplaced(Change(each.path, base, "", each.block), MOVED_AND_GONE))
            case Edit() | Removed(elsewhere=False):
                change = _change(
                    each, whole.get((each.path, each.block), ""), (each.path, each.block) in reviews.partly
                )
                if isinstance(change, Unplaced):
                    unplaced.append(change)
                else:
                    wanted.append(change)
            case Reformatted():
                restyled = _restyled(each, now.get((each.path, each.block), ""))
                if isinstance(restyled, Unplaced):
                    unplaced.append(restyled)
                else:
                    wanted.append(restyled)
            case Joined(within=True):
                first, second = (now.get((each.path, block), "") for block in (each.block, each.other_block))
                ends = first.split(BETWEEN)[-1], second.split(BETWEEN)[0]
                wanted.append(Join(each.path, each.block, *ends, each.between))
            case Moved(landing=landing) if landing:
                pass  # below, all together
            case Moved(order=order) if order:
                wanted.append(_reorder(each, now))
            case Commented() if comments and each.path:
                said += _remarks(each)
            case _:
                left.append(each)
    for made in transfers(moved, now, reviews.partly, gone, reviews.loaded):
        (unplaced if isinstance(made, Unplaced) else wanted).append(made)  # type: ignore[arg-type]
    home, diagnostics = bring_home(world, scenario, wanted, said)
    if home is None:
        return None, diagnostics
    home = msgspec.structs.replace(home, outcomes=(*home.outcomes, *unplaced))
    after = load(world, scenario)[0] if home.files else None
    today = msgspec.structs.replace(reviews, loaded=after) if after else reviews
    return AppliedReview(today, home, tuple(left)), diagnostics


def _change(found: Edit | Removed, whole: str, partly: bool) -> Change | Unplaced:
    """New words for a block. Of one that its reviewer was given in part only, what was withheld stays where it stands;
    where that is not sure, nothing is written."""
    left = found.left if isinstance(found, Edit) else ""
    change = Change(found.path, found.base, left, found.block)
    if not partly:
        return change
    merged = three_way.merged_surely(found.base, whole, left)
    if merged is None:
        return Unplaced(change, "Words that its reviewer may not see stand among those that were changed.")
    return Change(found.path, whole, merged, found.block)


def _words_after(reviews: Reviews) -> dict[tuple[str, int], str]:
    """Path and block → its words as the reviewers left them, of all fields that were edited, restyled or rearranged."""
    known = words(reviews.loaded, {each.path for each in reviews.found if isinstance(each, Reformatted)})
    for each in reviews.found:
        match each:
            case Joined(bases=(first, second)):
                known |= {(each.path, each.block): first, (each.other, each.other_block): second}
            case Moved(landing=landing, base=base) if landing:
                beside = filter(None, (landing.above, landing.below))
                known |= {(at.path, at.block): at.base for at in beside} | {(each.path, each.block): base}
            case Moved(order=order, bases=bases):
                known |= {(each.path, block): base for block, base in zip(sorted(order), bases, strict=True)}
            case _:
                pass
    return known | {(each.path, each.block): each.left for each in reviews.found if isinstance(each, Edit)}


def _restyled(found: Reformatted, block: str) -> Restyle | Unplaced:
    at = block.find(found.words)
    restyle = Restyle(
        found.path, block, at, at + len(found.words), found.mark, found.given, found.block
    )  # fmt: skip
    if at < 0 or block.find(found.words, at + 1) >= 0:
        return Unplaced(restyle, f"It cannot be told which “{found.words}” is meant.")
    return restyle


def _reorder(found: Moved, now: Mapping[tuple[str, int], str]) -> Reorder:
    """Blocks in another order, each with all the paragraphs that it was parted into."""
    path, order = found.path, found.order
    numbers, held = count(), [(block, now.get((path, block), "").split(BETWEEN)) for block in sorted(order)]
    of_block = {block: [next(numbers) for _ in parts] for block, parts in held}
    all_words = tuple(part for _, parts in held for part in parts)
    listed = [each for block, each in zip(order, found.listed, strict=False) for _ in of_block[block]]
    known = tuple(each for each in listed if each != "?")
    new = tuple(number for block in order for number in of_block[block])
    return Reorder(path, all_words, new, known if len(known) == len(new) else ())


def _remarks(found: Commented) -> Iterator[Said]:
    """Each remark of a thread, in order; the first says what it is about."""
    about = f"“{in_short(found.words)}”: " if found.words else ""
    for remark in found.thread:
        words = remark.text.replace(THING, "[picture]")
        yield Said(found.path, remark.by.author or "A reviewer", _day(remark.by), f"{about}{words}")
        about = ""


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?=T|$)")


def _day(by: By) -> str:
    """When it was said, if the file has a day."""
    found = _DAY.match(by.date)
    return found[0] if found else ""


# Paragraphs that reviewers moved into other fields → what is to be written of it, and what is not, and why.

MOVED_AND_GONE = "One reviewer moved it, another took it out."

Words = Mapping[tuple[str, int], str]
"""Path and block → its words as the reviewers left them."""


def transfers(
    found: Iterable[Moved], now: Words, partly: Set[tuple[str, int]], gone: Set[tuple[str, int]], loaded: Loaded
) -> Iterator[Transfer | Unplaced]:
    """For each paragraph that was moved into another field, what is to become of it. `partly`: the blocks of which some
    reader was not given all words; `gone`: those that another reviewer took out."""
    wanted, nested = list[Transfer](), set[Transfer]()
    for moved in found:
        if landing := moved.landing:
            wanted.append(_transfer(moved, landing, now))
            nested.update(wanted[-1:] if landing.listed == "?" else ())
    wanted = list(dict.fromkeys(wanted))
    seen = [*_seen(loaded.scenario)] if wanted else []
    for each in wanted:
        block = each.path, each.block
        if any(other != each and (other.path, other.block) == block for other in wanted):
            yield Unplaced(each, "Reviewers moved it to several places.")
        elif each in nested:
            yield Unplaced(each, "It would stand in a list within a list.")
        elif block in gone:
            yield Unplaced(each, MOVED_AND_GONE)
        elif block in partly:
            yield Unplaced(each, "Words that its reviewer may not see stand in it.")
        elif _has_more_readers(loaded.scenario, seen, each.into, each.path):
            yield Unplaced(each, f"More people may read `{each.into}`.")
        else:
            yield each


def _transfer(found: Moved, landing: Landing, now: Words) -> Transfer:
    words = now.get((found.path, found.block), found.base)
    above, below = _beside(landing.above, now, -1), _beside(landing.below, now, 0)
    listed = "" if landing.listed == "?" else landing.listed
    return Transfer(found.path, found.block, words, landing.path, above, below, listed)


def _beside(neighbour: Neighbour | None, now: Words, part: int) -> Beside | None:
    """Of a neighbour that was parted, the part that stands there."""
    if neighbour is None:
        return None
    words = now.get((neighbour.path, neighbour.block), neighbour.base)
    return Beside(words.split(BETWEEN)[part], neighbour.listed)


def _has_more_readers(scenario: Scenario, seen: Iterable[Set[str]], path: str, other: str) -> bool:
    """Whether somebody may read one field and not the other: by the markings around them, and by what each audience has
    `seen`."""
    scheme = scheme_of(scenario)
    given = list(markings(scenario))
    one, two = (scheme.highest(_around(given, each)) for each in (path, other))
    if two and (scheme.exceeds(two, one) or (not one and scheme.exceeds(two, scheme.labels[0]))):
        return True
    return any(path in each and other not in each for each in seen)


def _around(given: Sequence[tuple[str, str]], path: str) -> Iterator[str]:
    for held, label in given:
        piece = held.removesuffix("marking").removesuffix(".")
        if not piece or path == piece or path.startswith(f"{piece}."):
            yield label


def _seen(scenario: Scenario) -> Iterator[Set[str]]:
    """Of each audience that is given something, the paths of the prose that it is given."""
    for audience in scenario.audiences:
        released = filtered(scenario, audience).scenario
        if released is not None:
            yield paths(proses(released))


# Words that some readers may not see, and that an edit would show them: who may see all can take them
# elsewhere.

_SHORTEST = 3
"""Words of a sentence that tells something by itself."""


class Secrets(msgspec.Struct, frozen=True):
    """What an audience may not see."""

    audience: str
    paths: Set[str]
    """Of the fields of which they see something."""
    words: Set[tuple[str, ...]]
    """Sentences, and stretches of sentences, folded."""


def secrets(loaded: Loaded) -> list[Secrets]:
    """Of each audience that does not see all."""
    out: list[Secrets] = []
    whole = _texts(loaded) if loaded.scenario.audiences else {}
    for audience in loaded.scenario.audiences:
        given = _texts(as_given(loaded, About(audience=audience.id)))
        hidden = set(_told(whole.values())) - set(_told(given.values()))
        if hidden:
            out.append(Secrets(audience.id, frozenset(path for path, _ in given), hidden))
    return out


def would_see(edit: Edit, hidden: Iterable[Secrets]) -> str:
    """Who would see by an edit what they may not: its words stand elsewhere where they do not see them, and were not
    put in for the same words."""
    for each in hidden:
        if edit.path in each.paths:
            for stroke in edit.strokes:
                new = set(_stretches(stroke.added, each.words)) - set(_stretches(stroke.removed, each.words))
                if new & each.words:
                    return each.audience
    return ""


def _texts(loaded: Loaded) -> dict[tuple[str, int], str]:
    return words(loaded, paths(texts(loaded.scenario)))


def _told(held: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for text in held:
        plain = text.replace(MARK, "")
        for start, end in sentences(plain):
            sentence = folded(plain[start:end])
            if len(sentence) >= _SHORTEST:
                yield tuple(sentence)
            yield from stretches(sentence, RUN)


def _stretches(text: str, wanted: Set[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """All stretches of a text that are as long as one of those that are wanted."""
    found: Sequence[str] = folded(text)
    for size in {len(each) for each in wanted}:
        yield from stretches(found, size)
