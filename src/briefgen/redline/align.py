"""Which pieces of two sequences belong together, in order: blocks, items, rows.

First those that are the same, then those that come from the same field of the scenario, then what is alike. Each step
looks only into the gaps that the one before it has left.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from rapidfuzz.distance import Indel

ALIKE = 0.4
"""How alike the words of two pieces must be, from 0 to 1, to be called one that was changed."""
_RENAMED = 0.75
"""How alike, where the words of one come from another option, fact or criterion than those of the other."""
_MOST_COMPARED = 10_000
"""Pairs of a gap that are compared; in a wider one, those that stand at about the same place."""


class Aspect(NamedTuple):
    """What is looked at in a piece."""

    same: Hashable
    """Equal in two pieces that are the same."""
    shape: Hashable
    """Equal in two pieces of which one can become the other by changes inside."""
    path: str
    """The first field of the scenario that words of it come from."""
    words: tuple[str, ...]


Pair: TypeAlias = tuple[int | None, int | None]
"""The places of a piece in the old and in the new sequence; None where it has none there."""

_Gap: TypeAlias = tuple[int, int, int, int]
"""From and to which place in the old sequence, and in the new one."""


def aligned(old: Sequence[Aspect], new: Sequence[Aspect], least: float = ALIKE) -> list[Pair]:
    """Every piece once, in order: pairs, and what has no other, the deleted before the inserted. `least`: how alike
    two pieces must be that are not the same and come from no field."""
    found = _unchanged(old, new)
    found = _within(found, old, new, lambda gap: _by_path(old, new, gap))
    found = _within(found, old, new, lambda gap: _alike(old, new, gap, least))
    out: list[Pair] = []
    for (i, i_end, j, j_end), pair in zip(_gaps(found, len(old), len(new)), [*found, None], strict=True):
        out += [(at, None) for at in range(i, i_end)]
        out += [(None, at) for at in range(j, j_end)]
        if pair:
            out.append(pair)
    return out


def _unchanged(old: Sequence[Aspect], new: Sequence[Aspect]) -> list[tuple[int, int]]:
    """Pairs of the same: at the start, at the end, and those that are the only ones of their kind in a gap, over and
    over (patience diff: unlike a longest common subsequence it is not led astray by what stands everywhere)."""
    out: list[tuple[int, int]] = []
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        i, i_end, j, j_end = waiting.pop()
        while i < i_end and j < j_end and old[i].same == new[j].same:
            out.append((i, j))
            i, j = i + 1, j + 1
        while i < i_end and j < j_end and old[i_end - 1].same == new[j_end - 1].same:
            i_end, j_end = i_end - 1, j_end - 1
            out.append((i_end, j_end))
        inside = (i, i_end, j, j_end)
        unique = _unique(inside, [each.same for each in old[i:i_end]], [each.same for each in new[j:j_end]])
        if unique:
            waiting += _between(unique, inside)
            out += unique
    return sorted(out)


def _by_path(old: Sequence[Aspect], new: Sequence[Aspect], gap: _Gap) -> list[tuple[int, int]]:
    i, i_end, j, j_end = gap
    before, after = ([(one.shape, one.path) for one in each] for each in (old[i:i_end], new[j:j_end]))
    return [(a, b) for a, b in _unique(gap, before, after) if old[a].path]


def _alike(old: Sequence[Aspect], new: Sequence[Aspect], gap: _Gap, least: float) -> list[tuple[int, int]]:
    """The pairs in order that are most alike together."""
    i, i_end, j, j_end = gap
    rows, columns = i_end - i, j_end - j
    if not rows or not columns:
        return []
    reach = columns if rows * columns <= _MOST_COMPARED else max(_MOST_COMPARED // rows // 2, 1)
    value: dict[tuple[int, int], float] = {}
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for a in range(rows - 1, -1, -1):
        across = a * columns // rows
        low, high = max(across - reach, 0), min(across + reach + 1, columns)
        here, below = best[a], best[a + 1]
        for b in range(columns - 1, -1, -1):
            here[b] = max(below[b], here[b + 1])
            if low <= b < high:
                alike = _likeness(old[i + a], new[j + b], least)
                if alike and below[b + 1] + alike > here[b]:
                    value[a, b] = alike
                    here[b] = below[b + 1] + alike
    out: list[tuple[int, int]] = []
    a = b = 0
    while a < rows and b < columns:
        if (a, b) in value and best[a][b] == best[a + 1][b + 1] + value[a, b]:
            out.append((i + a, j + b))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return out


def _likeness(one: Aspect, other: Aspect, least: float) -> float:
    """How alike two pieces are; 0 where they are not alike enough."""
    if one.shape != other.shape:
        return 0.0
    if one.same == other.same:
        return 1.0
    if least and one.path and other.path and _thing(one.path) != _thing(other.path):
        least = max(least, _RENAMED)
    alike = Indel.normalized_similarity(one.words, other.words) if one.words or other.words else 0.0
    return max(alike, 0.001) if alike >= least else 0.0


def _thing(path: str) -> list[str]:
    """What a field belongs to: `options.team.summary.en` → `options.team`."""
    return path.split(".")[:2]


def _unique(gap: _Gap, before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The longest sequence, in order, of pairs that have no other of their kind on either side."""
    counts, others = Counter(before), Counter(after)
    places = {what: at for at, what in enumerate(after, gap[2]) if others[what] == 1}
    pairs = [(at, places[what]) for at, what in enumerate(before, gap[0]) if counts[what] == 1 and what in places]
    return _rising(pairs)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest sequence in which both places rise; the first ones rise already."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, at) in enumerate(pairs):
        length = bisect_left(ends, at)
        ends[length : length + 1] = [at]
        before.append(last[length - 1] if length else -1)
        last[length : length + 1] = [number]
    out: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        out.append(pairs[number])
        number = before[number]
    return out[::-1]


def _within(
    pairs: list[tuple[int, int]],
    old: Sequence[Aspect],
    new: Sequence[Aspect],
    look: Callable[[_Gap], list[tuple[int, int]]],
) -> list[tuple[int, int]]:
    """The pairs with what is found in the gaps between them."""
    found = [pair for gap in _gaps(pairs, len(old), len(new)) for pair in look(gap)]
    return sorted([*pairs, *found])


def _gaps(pairs: Sequence[tuple[int, int]], old: int, new: int) -> list[_Gap]:
    return list(_between(pairs, (0, old, 0, new)))


def _between(pairs: Sequence[tuple[int, int]], gap: _Gap) -> Iterator[_Gap]:
    """What lies before each pair, and behind the last."""
    i, i_end, j, j_end = gap
    for a, b in pairs:
        yield i, a, j, b
        i, j = a + 1, b + 1
    yield i, i_end, j, j_end
