"""What of a brief that went out a file is compared with: all of it, but for what is Word's, and what was cut away."""

from collections.abc import Sequence

from briefgen.review.lines import Line
from briefgen.review.parts import UNTRACKED_OUT, Stream

_SHARE = 5
"""Of a brief that lacks a fifth at its beginning and its end, what is there is a part. A section that somebody took out
is less, or does not stand at an end."""
_FEWEST = 8
"""Paragraphs that are missing then at least: three that went from the end of a short brief were taken out."""


def without_contents(before: Sequence[Line], after: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """Both texts without the list of contents, where Word was told to make plain words of it (Ctrl+Shift+F9)."""
    loose = [at for at, line in enumerate(after) if line.contents and not _is_field(line)]
    if not loose or any(map(_is_field, after)):
        return before, after
    gone = frozenset(loose)
    return (
        [line for line in before if not _is_field(line)],
        [line for at, line in enumerate(after) if at not in gone],
    )


def _is_field(line: Line) -> bool:
    """Whether a paragraph is a list of contents: a field alone, of lines with tabs."""
    held = [stretch for stretch in line.stretches if stretch.text]
    return len(held) == 1 and held[0].field and "\t" in held[0].text


def portion(stream: Stream, before: Sequence[Line]) -> range:
    """Of the paragraphs that went out those that a file is about: not its beginning or its end, where so much of it is
    missing there that it was cut, or is another one."""
    held = {place.line for place in stream.places}
    left = {
        stream.places[part.place].line for part in stream.parts if part.place is not None and part.hand != UNTRACKED_OUT
    }
    left.update(stream.places[place].line for moved in stream.moved for place in moved.places)
    if not left:
        return range(0 if len(held) >= _FEWEST else len(before))
    above = [line for line in held if line < min(left)]
    below = [line for line in held if line > max(left)]
    missing = len(above) + len(below)
    if missing < _FEWEST or _SHARE * missing < len(held):
        return range(len(before))
    return range(max(above, default=-1) + 1, min(below, default=len(before)))
