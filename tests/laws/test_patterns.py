"""No text is slow for a regular expression: each is given long texts that are made for it."""

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest
from tests.laws.patterns import Expression, expressions
from tests.laws.slow_texts import ambiguous_loop, slow_texts

LENGTH = 100_000
SECONDS = 1.0
"""Of this process, for one text. Time that grows with the square of the length is twenty times as long, or more."""


class TooSlowError(Exception):
    pass


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.fixture(scope="module")
def every() -> list[Expression]:
    return expressions()


def read(expression: Expression, text: str) -> None:
    """Reads a text as the program does; in every way, where it is not known how."""
    pattern = re.compile(expression.source, expression.flags)
    given = text.encode("latin-1", "replace") if isinstance(expression.source, bytes) else text
    if expression.searched:
        for _ in pattern.finditer(given):  # type: ignore[arg-type]
            pass
    if not expression.methods or "match" in expression.methods:
        pattern.match(given)  # type: ignore[arg-type]
    if not expression.methods or "fullmatch" in expression.methods:
        pattern.fullmatch(given)  # type: ignore[arg-type]


def slow(expression: Expression) -> str:
    """The beginning of a text that takes too long; empty where there is none."""
    for text in slow_texts(expression.source, expression.flags, LENGTH):
        try:
            with limited(SECONDS):
                read(expression, text)
        except TooSlowError:
            return repr(text[:40])
    return ""


def test_all_patterns_are_found(every: list[Expression]) -> None:
    assert len(every) > 300
    assert any(each.place.startswith("briefgen/model/reading/values.py") for each in every)


def test_no_repetition_can_read_one_text_in_two_ways(every: list[Expression]) -> None:
    found = {each.place: at for each in every if (at := ambiguous_loop(each.source, each.flags))}
    assert found == {}


def test_long_texts_are_read_in_a_second(every: list[Expression]) -> None:
    found = {each.place: text for each in every if (text := slow(each))}
    assert found == {}


@pytest.mark.parametrize(
    "pattern", [r"(a+)+b", r"(?:[^\W\d]+\.?|#)*1", r"(a*-a*)*b", r"(?:a|ab|b)*c", r"(?:x=[^ ]+)*y"]
)
def test_a_repetition_in_a_repetition_is_noticed(pattern: str) -> None:
    assert ambiguous_loop(pattern, 0)


@pytest.mark.parametrize("pattern", [r"(?:-[a-z]{1,8})*", r"(?:a++b?)*c", r"(?:[ \n]*;[ \n]*@x)*", r"(?:ab|ac)*d"])
def test_a_repetition_with_one_reading_is_allowed(pattern: str) -> None:
    assert not ambiguous_loop(pattern, 0)


@pytest.mark.parametrize("pattern", [r"\s*%?\s*x", r" *\n", r"\[[^\]]*\]", r"[a-z]+$", r"<!--.*?-->"])
def test_a_search_that_starts_again_at_each_letter_is_noticed(pattern: str) -> None:
    assert slow(Expression("", pattern, 0, frozenset({"search"})))
