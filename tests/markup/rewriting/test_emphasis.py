"""A reviewer sets words in italics or bold, or takes that off again."""

from contextlib import suppress
from random import Random
from typing import Literal

import pytest
from tests.markup.rewriting.fields import field

from briefgen.markup.plain import plain
from briefgen.markup.rearrange import Emphasis, emphasise
from briefgen.markup.rewrite import RewriteError


def styled(source: str, words: str, mark: Literal["emphasis", "strong"], on: bool) -> str:
    start = plain(source, "en").index(words)
    return emphasise(source, Emphasis(start, start + len(words), mark, on), "en")


@pytest.mark.parametrize(
    ("source", "words", "after"),
    [
        ("One two three.", "two", "One *two* three."),
        ("One two three.", "two ", "One *two* three."),
        ("*One* two three.", "two", "*One two* three."),
        ("One *two* three.", "One two three", "*One two three*."),
        ("One two three [@x].", "three", "One two *three* [@x]."),
        ("One [two](https://a.b) three.", "two", "One [*two*](https://a.b) three."),
        ("One [two](https://a.b) three.", "two three", "One *[two](https://a.b) three*."),
        ("[One two.]{.judgement} Three.", "two", "[One *two*.]{.judgement} Three."),
        ("Uno due tre.", "no", "U*no* due tre."),
        ("One **two** three.", "two three", "One ***two** three*."),
        ("One two.\n\nThree four.", "two.\n\nThree", "One *two.*\n\n*Three* four."),
        ("- One\n- two", "two", "- One\n- *two*"),
    ],
)
def test_words_are_set_in_italics(source: str, words: str, after: str) -> None:
    assert styled(source, words, "emphasis", True) == after
    assert styled(after, words, "emphasis", True) == after


@pytest.mark.parametrize(
    ("source", "words", "after"),
    [
        ("One **two** three.", "two", "One two three."),
        ("One **two three**.", "two", "One two **three**."),
        ("One **two three four** five.", "three", "One **two** three **four** five."),
        ("One __two__ *three*.", "two", "One two *three*."),
        ("One **two [@x]** three.", "two", "One two [@x] three."),
    ],
)
def test_words_are_no_longer_bold(source: str, words: str, after: str) -> None:
    assert styled(source, words, "strong", False) == after


def test_a_look_that_markdown_cannot_give_is_said() -> None:
    with pytest.raises(RewriteError, match="“three”"):
        styled("One `two three` four.", "three", "emphasis", True)


def test_any_stretch_of_any_field_gets_its_look_or_is_refused() -> None:
    done = 0
    for number in range(120):
        random = Random(f"look/{number}")
        source = field(random)
        words = plain(source, "en")
        start = random.randrange(len(words))
        wanted = Emphasis(
            start, random.randint(start, len(words)), random.choice(("emphasis", "strong")), random.random() < 0.6
        )
        with suppress(RewriteError):
            after = emphasise(source, wanted, "en")
            done += 1
            assert plain(after, "en") == words
            assert emphasise(after, wanted, "en") == after
    assert done > 70
