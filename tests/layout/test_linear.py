"""The work of a layout grows with the document, not faster: counted in calls, since time is never the same twice."""

import sys
import time
from collections.abc import Callable
from types import FrameType

import pytest
from tests.factory import H, P, bullets, document, figure, table
from tests.pdf.brief import brief

from briefgen.document import Contents, Document
from briefgen.layout import paginate
from briefgen.theme import Theme

WORDS = "These words fill a line of the text from its left end to the right one, more or less, and a little. "


def calls(theme: Theme, made: Document) -> int:
    """How many functions a layout calls, built-in ones among them, when all that is remembered of words is known."""
    paginate(made, theme)
    count = 0

    def seen(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        paginate(made, theme)
    finally:
        sys.setprofile(before)
    return count


def long_table(size: int) -> Document:
    """A table of so many rows, a note in each fifth, and one twice as wide as the page."""
    rows = [f"row {n} | {WORDS} | {'cited^' + str(n // 5 + 1) if n % 5 == 0 else 'no'}" for n in range(10 * size)]
    wide = [" | ".join([f"row {n}", *["not stated"] * 20]) for n in range(2 * size)]
    return document(
        table("Row | Words | Cited", *rows),
        table(" | ".join(["Row", *(f"Option {n}" for n in range(20))]), *wide),
        notes=[f"Source {n}" for n in range(2 * size)],
    )


def sections(size: int) -> Document:
    """Sections with headings, lists and notes, and their contents."""
    blocks = [
        block
        for n in range(4 * size)
        for block in (H(f"Section {n}"), P(WORDS * 5), bullets(WORDS, WORDS), P(f"Cited.^{n + 1}"))
    ]
    return document(Contents((), 1), *blocks, notes=[WORDS] * (4 * size))


def figures(size: int) -> Document:
    """Pictures and tables between paragraphs: pages would stay blank if they were filled one after the other."""
    blocks = [
        block
        for n in range(4 * size)
        for block in (
            H(f"Section {n}"), *[P(WORDS * 4)] * (n % 5),
            figure(caption=f"Figure {n}: What is seen", width=800, height=400 + 40 * (n % 4)),
            table("Row | Words", *(f"row {row} | {WORDS * 2}" for row in range(5 + n % 4))),
        )
    ]  # fmt: skip
    return document(*blocks)


GROWING: dict[str, Callable[[int], Document]] = {"a brief": brief, "tables": long_table, "sections": sections,
                                                   "figures": figures}  # fmt: skip


@pytest.mark.parametrize("kind", GROWING)
def test_ten_times_the_content_is_ten_times_the_work(theme: Theme, kind: str) -> None:
    assert calls(theme, GROWING[kind](10)) <= 10 * calls(theme, GROWING[kind](1)) * 1.15


@pytest.mark.slow
@pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=() if kind == "sections" else pytest.mark.soak) for kind in GROWING]
)
def test_a_hundred_times_the_content_is_ten_times_the_work_of_ten(theme: Theme, kind: str) -> None:
    assert calls(theme, GROWING[kind](100)) <= 10 * calls(theme, GROWING[kind](10)) * 1.15


def seconds(theme: Theme, letters: int) -> float:
    """Processor time to set a word of so many letters, the least of three; each is another, so that none is known."""
    taken = []
    for sort in ("abcd", "efgh", "klmn"):
        made = document(P("".join(sort[n % 4] for n in range(letters))))
        before = time.process_time()
        paginate(made, theme)
        taken.append(time.process_time() - before)
    return min(taken)


def test_a_word_of_four_times_the_letters_takes_four_times_as_long(theme: Theme) -> None:
    """It would be fourteen times, if all that is left of the word were measured again for each line."""
    assert seconds(theme, 40_000) < 9 * seconds(theme, 10_000)
