"""What reviewers changed in Word, written into the files of a scenario: what can be, and nothing that is in doubt."""

import re
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

import msgspec

from briefgen.diagnostic import Diagnostic
from briefgen.merging import Change, Join, Reorder, Restyle, Said, Unplaced, Wanted, three_way
from briefgen.prose.plain import BETWEEN
from briefgen.review.edits import By, Commented, Edit, Found, Joined, Moved, Reformatted, Removed, in_short
from briefgen.review.lines import THING
from briefgen.scenario import load
from briefgen.verbs.bring_home import BroughtHome, bring_home
from briefgen.verbs.review import Reviews, words
from briefgen.verbs.review_moves import MOVED_AND_GONE, transfers
from briefgen.verbs.review_secrets import secrets, would_see
from briefgen.world import World


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
