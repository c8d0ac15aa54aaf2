"""Two lines → one, word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from msgspec.structs import replace

from briefgen.document import Inline, Inlines, Run
from briefgen.document.revisions import joined, line_revised
from briefgen.redline.sameness import bare_inline, bare_line

_POINTS = re.escape('.,;:!?()[]{}“”„«»"…')
_WORD = re.compile(rf"(?:(?:[^\s{_POINTS}]|[\u00a0\u202f]|(?<=\d)[.,](?=\d))+|[{_POINTS}])\s*|\s+")
"""A word or a point, with the space behind it. 11.5 is a word, and 10 000 with a space that does not break."""

_LEAST_KEPT = 0.25
"""Of the words of the shorter line: where fewer stay, it reads better to have all of it deleted and inserted anew."""
_ISLAND = 3
"""Letters of a word that stayed between two changes, and is changed with them."""
_MOST_COMPARED = 1_000_000
"""Pairs of words, beyond which a line is deleted and inserted whole: no one writes such a sentence."""


class _Token(NamedTuple):
    """A piece of a line that is there or not."""

    same: Inline
    """Equal in two pieces that are the same."""
    inline: Inline

    @property
    def letters(self) -> int | None:
        """How many it has; None where it is no word."""
        return len(self.inline.text.strip()) if isinstance(self.inline, Run) else None


def line(old: Inlines, new: Inlines) -> Inlines:
    """The new line with what was inserted marked, and what was deleted in its place."""
    if bare_line(old) == bare_line(new):
        return new
    before, after = tuple(_tokens(old)), tuple(_tokens(new))
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    out = [token.inline for token in after[:start]]
    for kept, was, now in _changes(before[start : len(before) - end], after[start : len(after) - end]):
        if kept:
            out += (token.inline for token in now)
        else:
            out += line_revised((token.inline for token in was), "deleted")
            out += line_revised((token.inline for token in now), "inserted")
    out += (token.inline for token in after[len(after) - end :])
    return joined(tuple(out))


def _tokens(inlines: Inlines) -> Iterator[_Token]:
    for inline in joined(inlines):
        if isinstance(inline, Run):
            for word in _WORD.findall(inline.text):
                run = replace(inline, text=word)
                yield _Token(bare_inline(run), run)
        else:
            yield _Token(bare_inline(inline), inline)


def _alike(one: Sequence[_Token], other: Sequence[_Token]) -> int:
    """How many are the same from the start."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a.same != b.same:
            return at
    return min(len(one), len(other))


class _Stretch(NamedTuple):
    """Words that stayed, or what was there and what is there now."""

    kept: bool
    was: tuple[_Token, ...]
    now: tuple[_Token, ...]


def _changes(before: tuple[_Token, ...], after: tuple[_Token, ...]) -> list[_Stretch]:
    whole = [_Stretch(False, before, after)]
    if not before or not after or len(before) * len(after) > _MOST_COMPARED:
        return whole
    numbers: dict[Inline, int] = {}
    a, b = ([numbers.setdefault(token.same, len(numbers)) for token in each] for each in (before, after))
    stretches = [
        _Stretch(tag == "equal", before[i:i_end], after[j:j_end])
        for tag, i, i_end, j, j_end in SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    ]
    kept = sum(len(stretch.now) for stretch in stretches if stretch.kept)
    return whole if kept < _LEAST_KEPT * min(len(before), len(after)) else _without_islands(stretches)


def _without_islands(stretches: list[_Stretch]) -> list[_Stretch]:
    """Short words between two changes are changed with them: a line in shreds cannot be read."""
    out: list[_Stretch] = []
    for at, stretch in enumerate(stretches):
        kept = stretch.kept and not (0 < at < len(stretches) - 1 and _is_island(stretch.now))
        if not kept and out and not out[-1].kept:
            out[-1] = _Stretch(False, out[-1].was + stretch.was, out[-1].now + stretch.now)
        else:
            out.append(stretch._replace(kept=kept))
    return out


def _is_island(tokens: tuple[_Token, ...]) -> bool:
    letters = [token.letters for token in tokens]
    return len([count for count in letters if count != 0]) <= 1 and all(
        count is not None and count <= _ISLAND for count in letters
    )
