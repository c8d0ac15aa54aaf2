"""Two texts that come of a third → one with the changes of both (diff3), word by word."""

from typing import NamedTuple

from briefgen.difference import substitutions
from briefgen.locale import untied


class _Edit(NamedTuple):
    """Other words between two places of the base."""

    start: int
    end: int
    words: str

    @property
    def growth(self) -> int:
        return len(self.words) - (self.end - self.start)


def merged(base: str, now: str, new: str) -> str | None:
    """`now` with the changes that lead from `base` to `new`; None where both changed the same words, or neighbours.

    Spaces that do not break count as spaces: a brief is set with more of them than were written.
    """
    base, new = untied(base), untied(new)
    ours, theirs = _edits(base, untied(now)), _edits(base, new)
    apart = [edit for edit in ours if edit not in theirs]
    out: list[str] = []
    at = 0
    for edit in theirs:
        if edit in ours:
            continue
        if any(_touch(base, edit, other) for other in apart):
            return None
        shift = sum(other.growth for other in ours if other.end <= edit.start)
        out += (now[at : edit.start + shift], edit.words)
        at = edit.end + shift
    return "".join((*out, now[at:]))


def _edits(base: str, other: str) -> list[_Edit]:
    return [
        _Edit(change.start, change.end, other[change.new_start : change.new_end])
        for change in substitutions(base, other)
    ]


def _touch(base: str, one: _Edit, other: _Edit) -> bool:
    """Whether two changes overlap, or have nothing but white space between them."""
    first, last = sorted((one, other))
    return not base[first.end : last.start].strip()
