"""What became of a text, word by word."""

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from operator import eq
from typing import TypeAlias

import msgspec

Fits: TypeAlias = Callable[[str, str], bool]
"""Whether the one may stand for the other."""

_TOKEN = re.compile(r"\n+|[^\S\n]+|\w+|[^\w\s]")
_MOST_PAIRS = 4_000_000
"""Words of one text times words of the other, between what both begin and end with: comparing may cost that much."""


class Substitution(msgspec.Struct, frozen=True):
    """`old[start:end]` became `new[new_start:new_end]`; either may be empty, and begins and ends between words."""

    start: int
    end: int
    new_start: int
    new_end: int


def tokens(text: str) -> list[str]:
    """Words, signs, and the white space between them; line ends apart from spaces. Joined, they are the text."""
    return _TOKEN.findall(text)


def embedded(part: Sequence[str], whole: Sequence[str], fits: Fits = eq) -> list[int | None] | None:
    """Of each of a part, where it is in the whole, in the same order; None where it may be at several places.
    Nothing where it is no part.

    The first place that it can have, counted from the front, is then the first counted from the end.
    """
    first, last = _laid(part, whole, fits), _laid(part[::-1], whole[::-1], fits)
    if first is None or last is None:
        return None
    return [one if one == len(whole) - 1 - other else None for one, other in zip(first, last[::-1], strict=True)]


def _laid(part: Sequence[str], whole: Sequence[str], fits: Fits) -> list[int] | None:
    """Each of them at the first place after the one before."""
    out: list[int] = []
    at = 0
    for each in part:
        while at < len(whole) and not fits(each, whole[at]):
            at += 1
        if at == len(whole):
            return None
        out.append(at)
        at += 1
    return out


def substitutions(old: str, new: str) -> list[Substitution]:
    """The changes that lead from one text to the other, in order, with something unchanged between them."""
    if old == new:
        return []
    before, after = tokens(old), tokens(new)
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    ends = len(before) - tail, len(after) - tail
    old_at, new_at = _offsets(before), _offsets(after)
    if (ends[0] - head) * (ends[1] - head) > _MOST_PAIRS:
        return [Substitution(old_at[head], old_at[ends[0]], new_at[head], new_at[ends[1]])]
    matcher = SequenceMatcher(None, before[head : ends[0]], after[head : ends[1]], autojunk=False)
    return [
        Substitution(old_at[head + a], old_at[head + b], new_at[head + c], new_at[head + d])
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    ]


def mostly_same(old: str, new: str) -> bool:
    """Whether less than half of a text was changed."""
    return 2 * sum(each.end - each.start for each in substitutions(old, new)) < len(old)


def _common(one: list[str], other: list[str]) -> int:
    """How many tokens both begin with."""
    for count, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return count
    return min(len(one), len(other))


def _offsets(parts: list[str]) -> list[int]:
    out = [0]
    for part in parts:
        out.append(out[-1] + len(part))
    return out
