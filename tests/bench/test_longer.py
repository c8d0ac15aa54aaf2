"""The longer brief: as much content as it says, in other words and under other names, and nothing leads astray."""

from collections import Counter

import pytest
from bench.brief import compose
from bench.kept import ROOT
from bench.likeness import brief_words
from bench.longer import longer, with_marker
from bench.marker import MARKER

from briefgen.document import Document
from briefgen.document.anchors import anchors
from briefgen.document.walk import headings, note_marks, words


@pytest.fixture(scope="module")
def brief() -> Document:
    return compose(ROOT / "scenarios" / "starter")


def test_each_copy_says_the_same_words_in_another_order(brief: Document) -> None:
    once, twice, thrice = (brief_words(longer(brief, times)) for times in (1, 2, 3))
    titles = sum(1 for _ in headings(brief))
    assert twice - once - Counter({"2": titles}) == thrice - twice - Counter({"3": titles})
    assert (twice - once).total() > 0.9 * once.total()
    sentences = [text for text in words(longer(brief, 3)) if text.count(" ") > 8]
    assert len(set(sentences)) > 0.9 * len(sentences)


def test_names_and_numbers_of_the_copies_are_their_own(brief: Document) -> None:
    long = longer(brief, 3)
    names = [name for name in anchors(long.blocks) if name]
    assert len(names) == len(set(names))
    assert [note.number for note in long.notes] == list(range(1, 3 * len(brief.notes) + 1))
    marks = [(mark.number, mark.occurrence) for mark in note_marks(long)]
    assert len(marks) == len(set(marks)) == 3 * len(list(note_marks(brief)))


def test_one_word_is_marked_or_one_in_each_run_of_text(brief: Document) -> None:
    assert brief_words(with_marker(brief, MARKER, every=False))[MARKER] == 1
    assert brief_words(with_marker(brief, MARKER, every=True))[MARKER] > 20
    assert brief_words(with_marker(brief, MARKER, every=True)) - Counter({MARKER: 10_000}) == brief_words(brief)
