"""Paragraphs that reviewers moved into other fields → what is to be written of it, and what is not, and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from briefgen.merging import Beside, Transfer, Unplaced
from briefgen.prose.plain import BETWEEN
from briefgen.release.filter import filtered
from briefgen.review.edits import Landing, Moved, Neighbour
from briefgen.scenario import Loaded
from briefgen.scenario.marking import scheme_of
from briefgen.scenario.model import Scenario
from briefgen.scenario.walk import markings, paths, proses

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
