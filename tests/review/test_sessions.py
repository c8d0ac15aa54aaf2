"""Whatever reviewers do in Word is found at its path, or told as unplaced: nothing is lost, nothing misplaced."""

import os
from functools import cache
from pathlib import Path
from random import Random

import pytest
from tests.laws.briefs import brief, each_brief, every_brief, loaded, theme
from tests.review.sessions import Expected, Session, plain
from tests.shared import made_once

from briefgen import docx
from briefgen.docx.context import ReviewOptions, WordOptions
from briefgen.review.combine import merged
from briefgen.review.fields import block_texts
from briefgen.review.findings import review
from briefgen.review.model import (
    Addition,
    Comment,
    Deletion,
    Disagreement,
    Edit,
    Finding,
    Formatting,
    Join,
    Move,
    OutsideEdit,
)
from briefgen.review.open import Reviewed, opened


@cache
def for_review(of: tuple[str, str, str, str]) -> bytes:
    def write() -> dict[str, bytes]:
        return {"docx": docx.write(brief(*of), theme(), options=WordOptions(review=ReviewOptions(of[3])))}

    return made_once(f"for review {of}", write)["docx"]


def found(data: bytes, scenario: str, name: str = "edited.docx") -> tuple[Finding, ...]:
    made = opened(data, name)
    assert isinstance(made, Reviewed), made
    return review(made, block_texts(loaded(scenario), made.paths())).found


@each_brief
def test_nothing_is_found_in_a_brief_that_nobody_touched(of: tuple[str, str, str, str]) -> None:
    assert found(for_review(of), of[0]) == ()


def as_expected(told: tuple[Finding, ...], strict: bool = True) -> dict[str, object]:
    """What was found, in the form of what is expected."""
    made = Expected()
    rest: list[Finding] = []
    for each in told:
        match each:
            case Edit():
                made.edits[each.path, each.block] = plain(each.new)
            case Deletion():
                made.removed.add(each.path)
            case Move():
                made.moved.add(each.path)
            case Join():
                made.joined.add((each.path, each.other))
            case Formatting(mark="strong", given=True):
                made.bold.add((each.path, each.words))
            case Comment():
                made.comments.add((each.path, each.words, len(each.thread)))
            case OutsideEdit():
                made.fixed.add((each.origin, each.removed, each.added))
            case Addition():
                made.added.add(each.words)
            case _:
                rest.append(each)
    assert not strict or not any(isinstance(each, Disagreement) for each in rest)
    return {**vars(made), "rest": rest}


def session(seed: int) -> None:
    random = Random(seed)
    of = random.choice(every_brief())
    made = Session(for_review(of), random)
    made.work(random.randint(1, 12))
    data = made.saved()
    told = as_expected(found(data, of[0]))
    wanted = {**vars(made.expected), "rest": []}
    if told != wanted:
        Path(os.environ.get("BRIEFGEN_KEEP", "/dev/null")).write_bytes(data)
    for what, each in wanted.items():
        assert told[what] == each, (seed, of, made.log, what)


@pytest.mark.parametrize("seed", range(20))
def test_a_session_comes_back_as_it_was(seed: int) -> None:
    session(seed)


def two(seed: int) -> None:
    """What two reviewers of one brief did is brought together: neither is lost, and nobody's words are chosen."""
    random = Random(seed)
    of = random.choice(every_brief())
    ann, bob = Session(for_review(of), Random(seed * 2)), Session(for_review(of), Random(seed * 2 + 1))
    for each in (ann, bob):
        each.work(random.randint(1, 12))
    told = merged([found(each.saved(), of[0], f"{name}.docx") for name, each in (("ann", ann), ("bob", bob))])
    edits = {(each.path, each.block): plain(each.new) for each in told if isinstance(each, Edit)}
    split = {(each.path, each.block): [plain(version.new) for version in each.versions]
             for each in told if isinstance(each, Disagreement)}  # fmt: skip
    assert edits.keys().isdisjoint(split)
    for key in ann.expected.edits.keys() | bob.expected.edits.keys():
        one, other = ann.expected.edits.get(key), bob.expected.edits.get(key)
        where = seed, of, key, ann.log, bob.log
        if key in split:
            assert {new for new in (one, other) if new is not None} <= set(split[key]), where
        elif one is None or other is None:
            assert edits[key] == (one or other), where
        elif one == other:
            assert edits[key] == one, where
        else:  # they changed other words
            assert edits[key] not in (one, other), where
    for what in ("moved", "joined", "bold", "comments", "fixed", "added"):
        assert as_expected(tuple(told), strict=False)[what] == getattr(ann.expected, what) | getattr(bob.expected, what)


@pytest.mark.parametrize("seed", range(8))
def test_two_reviewers_are_brought_together(seed: int) -> None:
    two(seed)


@pytest.mark.soak
def test_five_hundred_sessions_come_back_as_they_were() -> None:
    first = int(os.environ.get("BRIEFGEN_SEED", "1"))
    for seed in range(first, first + 500):
        session(seed)
        if seed % 5 == 0:
            two(seed)
