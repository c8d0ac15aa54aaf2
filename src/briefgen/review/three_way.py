"""Two texts that come of a third → one with the changes of both (diff3), word by word."""

from typing import NamedTuple

from briefgen.core.difference import embedded, substitutions, tokens
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


def merged_surely(base: str, now: str, new: str) -> str | None:
    """The same, where `now` is `base` with more words; None also where it is not sure which words were changed.

    Who saw “Ann is here.” of “Ann is here. Bob is here.” and takes “here” out, may by the words have meant either.
    """
    old = _words(untied(base))
    sure = embedded([word for _, word in old], [word for _, word in _words(untied(now))])
    if sure is None:
        return None
    for edit in _edits(untied(base), untied(new)):
        changed = [at for at, (start, word) in enumerate(old) if start < edit.end and edit.start < start + len(word)]
        before = [at for at, (start, word) in enumerate(old) if start + len(word) <= edit.start][-1:]
        behind = [at for at, (start, _) in enumerate(old) if start >= edit.end][:1]
        if any(sure[at] is None for at in changed or (*before, *behind)):
            return None
    return merged(base, now, new)


def _words(text: str) -> list[tuple[int, str]]:
    """Words and signs, each with the place where it begins."""
    out, at = [], 0
    for token in tokens(text):
        if not token.isspace():
            out.append((at, token))
        at += len(token)
    return out


def _edits(base: str, other: str) -> list[_Edit]:
    return [
        _Edit(change.start, change.end, other[change.new_start : change.new_end])
        for change in substitutions(base, other)
    ]


def _touch(base: str, one: _Edit, other: _Edit) -> bool:
    """Whether two changes overlap, or have nothing but white space between them."""
    first, last = sorted((one, other))
    return not base[first.end : last.start].strip()
