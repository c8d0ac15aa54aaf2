"""The words of a block with what a reviewer took out and put in."""

from collections.abc import Iterator, Sequence

from briefgen.document import Inlines, Run
from briefgen.review.edits import Reading, Stroke
from briefgen.review.summary.voice import own, shown


def marked(old: str, strokes: Sequence[Stroke]) -> Inlines:
    """The old words, with the changes in their places."""
    return tuple(run for run in _runs(old, strokes) if run.text)


def read_as(reading: Reading) -> Inlines:
    """A block as one of several reviewers left it."""
    if reading.strokes:
        return marked(reading.old, reading.strokes)
    return (own(shown(reading.new)),) if reading.new else (own(shown(reading.old), "deleted"),)


def _runs(old: str, strokes: Sequence[Stroke]) -> Iterator[Run]:
    at = 0
    for stroke in strokes:
        yield own(_inner(old[at : stroke.at]))
        yield own(_inner(stroke.removed), "deleted")
        yield own(_inner(stroke.added), "inserted")
        at = max(at, stroke.at + len(stroke.removed))
    yield own(_inner(old[at:]))


def _inner(words: str) -> str:
    """Words from the middle of a text: a new paragraph is shown where it begins, at an edge of them too."""
    return words.replace("\n\n", " ¶ ").replace("\n", " ↵ ")
