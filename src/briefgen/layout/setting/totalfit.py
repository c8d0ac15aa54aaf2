"""The best lines of a paragraph as a whole, not one after the other.

D. E. Knuth and M. F. Plass, “Breaking Paragraphs into Lines”, Software: Practice and Experience 11 (1981), 1119–1184.
What a line costs is their formula; its constants are TeX's (The TeXbook, chapter 14), but for those that say
otherwise. A paragraph is a graph: its breakpoints, and between two of them the line that they make. The best lines are
the cheapest way from its beginning to its end.
"""

from typing import NamedTuple

import msgspec

from briefgen.layout.setting.breakpoints import Breakpoints

SLACK = 0.01
"""A line may be longer by this, in points: sums of the same widths differ in their last digits."""

LINE = 10.0
"""For each line: of two ways, that with fewer lines."""

HYPHEN = 50.0
"""For a line that ends in a hyphen."""

LADDER = 10_000.0
"""For two hyphens one below the other. TeX's double-hyphen demerits; three never stand below each other here."""

CONTRAST = 10_000.0
"""For a tight line beside a loose one."""

LAST_HYPHEN = 1_000_000.0
"""For a hyphen at the end of the line before the last. TeX's 5000 lets a paragraph end in half a word too often."""

SHORT_END = 600_000.0
"""For a last line that is shorter than the least: as much as a line stretched twice as far as it should be. TeX has
nothing of the kind; typesetters call it a runt."""

MOST_HYPHENS = 2
"""In lines that follow each other."""


class Spacing(NamedTuple):
    """How far the lines of a paragraph may differ from what their words are wide."""

    rag: float
    """Points that a line may end before the measure at the cost of a stretched space; 0 where lines are justified."""
    stretch: float
    """How far a space may grow, as a part of it; 0 where the right edge is ragged."""
    shrink: float
    """How far a space may shrink, as a part of it: no line is tighter."""
    tolerance: float
    """How many times its stretch a line may be stretched."""
    least: float
    """The width that the last line should have, at least."""


class _Node(msgspec.Struct, frozen=True, gc=False):
    """The best way to a place, among those that end in a line of this fitness below so many hyphens."""

    demerits: float
    fitness: int
    ladder: int
    place: int
    before: "_Node | None"


def best(places: Breakpoints, measure: float, spacing: Spacing) -> list[int] | None:
    """The places at which the lines end, the last included; None where no way keeps to the tolerance."""
    ends, starts, blanks, dropped, hyphens = places[:5]
    rag, stretch, shrink, tolerance, least = spacing
    last = len(ends) - 1
    grown, nearest = stretch * tolerance, measure - rag * tolerance
    ways: list[list[_Node]] = [[] for _ in ends]
    ways[0].append(_Node(0.0, 1, 0, 0, None))
    low = 1
    for place in range(last):
        here = ways[place]
        if not here:
            continue
        start, blank = starts[place], dropped[place]
        while low < last and (low <= place or ends[low] - start + (blanks[low] - blank) * grown < nearest):
            low += 1  # lines to this place are too loose, from here and from all later beginnings
        for end in range(low, last + 1):
            width = ends[end] - start
            slack = measure - width
            if slack < 0:
                room = (blanks[end] - blank) * shrink
                if slack < -room - SLACK:
                    break
                ratio = slack / room if room else 0.0
            elif end == last:
                ratio = 0.0
            else:
                ratio = slack / (rag + (blanks[end] - blank) * stretch)
            demerits = (LINE + 100.0 * abs(ratio) ** 3) ** 2
            fitness = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3
            hyphen = hyphens[end]
            if hyphen:
                demerits += HYPHEN * HYPHEN
            elif end == last and place and width < least:
                demerits += SHORT_END
            for node in here:
                total = node.demerits + demerits
                ladder = 0
                if abs(node.fitness - fitness) > 1:
                    total += CONTRAST
                if hyphen:
                    ladder = node.ladder + 1
                    if ladder > MOST_HYPHENS:
                        continue
                    if ladder > 1:
                        total += LADDER
                elif end == last and node.ladder:
                    total += LAST_HYPHEN
                new = _Node(total, fitness, ladder, end, node)
                if ways[end]:
                    _add(ways[end], new)
                else:
                    ways[end].append(new)
    if not ways[last]:
        return None
    out: list[int] = []
    last_line: _Node | None = min(ways[last], key=_demerits)
    while last_line is not None and last_line.place:
        out.append(last_line.place)
        last_line = last_line.before
    return out[::-1]


def _demerits(node: _Node) -> float:
    return node.demerits


def _add(ways: list[_Node], new: _Node) -> None:
    """Keep a way, unless another is at least as good whatever follows; drop those that it makes needless."""
    for other in ways:
        if _as_good(other, new):
            return
    ways[:] = [other for other in ways if not _as_good(new, other)]
    ways.append(new)


def _as_good(one: _Node, other: _Node) -> bool:
    most = one.demerits if one.fitness == other.fitness else one.demerits + CONTRAST
    return one.ladder <= other.ladder and most <= other.demerits
