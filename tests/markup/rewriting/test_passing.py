"""A paragraph that goes from one field into another takes along all that is written in it."""

import re
from random import Random

import pytest
from tests.markup.rewriting.fields import field

from briefgen.markup.plain import BETWEEN, plain, reading
from briefgen.markup.rearrange import Listed, Paragraphs, cut, with_paragraph, without
from briefgen.markup.rewrite import NOTHING_LEFT, RewriteError

PARAGRAPHS = "One [@a].\n\n*Two* and\ntwo.\n\n[Three]{.judgement}."
ITEMS = "Say:\n\n1. one [@a]\n2. *two*\n3. three\n\nThen."
LOOSE = "* one\n\n* two\n"


@pytest.mark.parametrize(
    ("source", "block", "rest", "text"),
    [
        (PARAGRAPHS, 0, "*Two* and\ntwo.\n\n[Three]{.judgement}.", "One [@a]."),
        (PARAGRAPHS, 1, "One [@a].\n\n[Three]{.judgement}.", "*Two* and\ntwo."),
        (ITEMS, 1, "Say:\n\n1. *two*\n2. three\n\nThen.", "one [@a]"),
        (ITEMS, 0, "1. one [@a]\n2. *two*\n3. three\n\nThen.", "Say:"),
        (LOOSE, 0, "* two\n", "one"),
        ("- a\n\nand\n\n- b", 1, "- a\n- b", "and"),
    ],
)
def test_what_goes_leaves_the_rest_as_it_was(source: str, block: int, rest: str, text: str) -> None:
    assert without(source, block, "en") == (rest, text)


@pytest.mark.parametrize(
    ("source", "at", "text", "listed", "after"),
    [
        (PARAGRAPHS, 0, "*New*\none.", "", "*New*\none.\n\n" + PARAGRAPHS),
        (PARAGRAPHS, 3, "New [@b].", "", PARAGRAPHS + "\n\nNew [@b]."),
        (PARAGRAPHS, 1, "new", "-", "One [@a].\n\n- new\n\n*Two* and\ntwo.\n\n[Three]{.judgement}."),
        (ITEMS, 2, "new\nitem", "1", "Say:\n\n1. one [@a]\n2. new\n   item\n3. *two*\n4. three\n\nThen."),
        (ITEMS, 1, "new", "1", "Say:\n\n1. new\n2. one [@a]\n3. *two*\n4. three\n\nThen."),
        (ITEMS, 2, "New.", "", "Say:\n\n1. one [@a]\n\nNew.\n\n2. *two*\n3. three\n\nThen."),
        (LOOSE, 1, "new", "-", "* one\n\n* new\n\n* two\n"),
        ("One.", 1, "new", "1", "One.\n\n1. new"),
    ],
)  # fmt: skip
def test_what_comes_stands_where_it_was_put(source: str, at: int, text: str, listed: Listed, after: str) -> None:
    assert with_paragraph(source, at, text, listed, "en") == after


@pytest.mark.parametrize(
    ("source", "block", "why"),
    [
        ("One.", 0, NOTHING_LEFT),
        ("- a\n  - b\n- c", 1, "unusual"),
        ("One.\n\nTwo.", 2, "unusual"),
    ],
)
def test_what_cannot_go_is_told(source: str, block: int, why: str) -> None:
    with pytest.raises(RewriteError, match=re.escape(why)):
        without(source, block, "en")


@pytest.mark.parametrize(("source", "text"), [("One.", "Two.\n\nThree."), ("- a\n  - b", "New.")])
def test_what_is_no_one_paragraph_or_has_no_place_is_not_put_in(source: str, text: str) -> None:
    with pytest.raises(RewriteError):
        with_paragraph(source, 1, text, "", "en")


def pieces(source: str) -> Paragraphs | None:
    return cut(source, "en") if source.strip() == source else None


def goes(seed: int) -> bool:
    """Both fields read as they should: nothing else of them looks otherwise, and the paragraph has all that it had."""
    random = Random(seed)
    one, other = field(random), field(random)
    kind = random.choice(("", "-", "1"))
    first, second = pieces(one), pieces(other)
    if first is None or second is None or len(first.texts) < 2:
        return False
    block, at = random.randrange(len(first.texts)), random.randint(0, len(second.texts))
    try:
        rest, text = without(one, block, "en")
        put = with_paragraph(other, at, text, kind, "en")
    except RewriteError:
        return False
    assert plain(rest, "en").split(BETWEEN) == [*first.words[:block], *first.words[block + 1 :]], seed
    assert plain(put, "en").split(BETWEEN) == [*second.words[:at], first.words[block], *second.words[at:]], seed
    signs = [each[:1] for each in reading(put, "en").lists]
    assert set(signs) <= {"", "-", "1"}, seed
    again = without(put, at, "en")
    assert plain(again[0], "en") == plain(other, "en"), seed
    assert again[1].split() == text.split(), seed
    return True


def test_a_paragraph_goes_and_comes_back() -> None:
    assert sum(map(goes, range(300))) > 100
