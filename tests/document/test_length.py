"""The letters of a line are counted without joining them."""

from itertools import combinations_with_replacement

from briefgen.document import Inline, LineBreak, Link, NoteMark, Paged, Reference, Run, TemplateText, plain
from briefgen.document.inlines import length

HERE = TemplateText()
KEPT, GONE = Run("kept", HERE, frozenset({"inserted"})), Run("gone away", HERE, frozenset({"deleted"}))
PIECES: tuple[Inline, ...] = (
    Run("", HERE), KEPT, GONE, Link((KEPT, GONE), "#a"), NoteMark(1, 1), LineBreak(), LineBreak("deleted"),
    Reference("a", "7"), Reference("a", "12", "deleted"), Paged((Run("on page 2", HERE),), (Run("below", HERE), KEPT)),
)  # fmt: skip


def test_a_line_is_as_long_as_its_words() -> None:
    for line in combinations_with_replacement(PIECES, 3):
        assert length(line) == len(plain(line))


def test_what_is_gone_is_not_counted() -> None:
    assert length((KEPT, GONE, NoteMark(1, 1), LineBreak())) == len("kept ")
