"""Paragraphs of a field: in another order, joined, reworded and taken out, with all that is written in them."""

from contextlib import nullcontext, suppress
from random import Random

import pytest
from tests.markup.rewriting.fields import field

from briefgen.markup.model import MARK
from briefgen.markup.plain import BETWEEN, plain
from briefgen.markup.rearrange import joined, reordered, reworded
from briefgen.markup.rewrite import RewriteError

PARAGRAPHS = "One [@a].\n\n*Two* and\ntwo.\n\n[Three]{.judgement}."
ITEMS = "Say:\n\n1. one [@a]\n2. *two*\n3. three\n\nThen."


@pytest.mark.parametrize(
    ("source", "order", "after"),
    [
        (PARAGRAPHS, (2, 0, 1), "[Three]{.judgement}.\n\nOne [@a].\n\n*Two* and\ntwo."),
        (ITEMS, (0, 2, 1, 3, 4), "Say:\n\n1. *two*\n2. one [@a]\n3. three\n\nThen."),
        (ITEMS, (1, 0, 2, 3, 4), None),  # into the list
        (PARAGRAPHS, (0, 1), None),
        ("- a\n  - b\n- c", (1, 0, 2), None),  # a list in a list
    ],
)
def test_in_another_order(source: str, order: tuple[int, ...], after: str | None) -> None:
    with pytest.raises(RewriteError) if after is None else nullcontext():
        assert reordered(source, order, "en") == after


@pytest.mark.parametrize(
    ("source", "block", "between", "after"),
    [
        (PARAGRAPHS, 0, " ", "One [@a]. *Two* and\ntwo.\n\n[Three]{.judgement}."),
        (PARAGRAPHS, 1, "", "One [@a].\n\n*Two* and\ntwo.[Three]{.judgement}."),
        (ITEMS, 1, " and ", "Say:\n\n1. one [@a] and *two*\n3. three\n\nThen."),
        (PARAGRAPHS, 2, " ", None),
    ],
)
def test_two_as_one(source: str, block: int, between: str, after: str | None) -> None:
    with pytest.raises(RewriteError) if after is None else nullcontext():
        assert joined(source, block, between, "en") == after


@pytest.mark.parametrize(
    ("source", "block", "new", "after"),
    [
        (PARAGRAPHS, 1, f"One.{MARK}\n\nThree.", "One [@a].\n\n[Three]{.judgement}."),
        (PARAGRAPHS, 0, "Two and two.\n\nThree.", "*Two* and\ntwo.\n\n[Three]{.judgement}."),
        (ITEMS, 1, "Say:\n\ntwo\n\nthree\n\nThen.", "Say:\n\n1. *two*\n3. three\n\nThen."),
        ("Ann sees.\n\n[Ann hears]{.marking-tlp-red}.", 0, "Ann hears.", "[Ann hears]{.marking-tlp-red}."),
        ("Ann sees.\n\n[Ann hears]{.marking-tlp-red}.", 0, "Bob sees.\n\nAnn hears.",
         "Bob sees.\n\n[Ann hears]{.marking-tlp-red}."),
        ("One.", 0, "", None),
    ],
)  # fmt: skip
def test_one_reworded_or_taken_out(source: str, block: int, new: str, after: str | None) -> None:
    with pytest.raises(RewriteError) if after is None else nullcontext():
        assert reworded(source, block, new, "en") == after


def test_any_field_reads_as_wanted_or_stays() -> None:
    placed = 0
    for seed in range(200):
        random = Random(seed)
        source = field(random)
        words = plain(source, "en").split(BETWEEN)
        order = random.sample(range(len(words)), len(words))
        block = random.randrange(len(words))
        without = BETWEEN.join(words[:block] + words[block + 1 :])
        with suppress(RewriteError):
            assert plain(reordered(source, order, "en"), "en") == BETWEEN.join(words[at] for at in order), seed
            placed += 1
        with suppress(RewriteError):
            assert plain(reworded(source, block, without, "en"), "en") == without, seed
            placed += 1
    assert placed > 150


def test_a_list_that_is_parted_goes_on_behind_what_came_into_it() -> None:
    source = "1. one\n2. two\n\nThree.\n\nFour."
    made = reordered(source, (1, 3, 2, 0), "en", ("1", "1", "", "1"))
    assert made == "1. two\n2. Four.\n\nThree.\n\n3. one"
