"""A high row → the parts of it that may stand on two pages, cut where no line of any cell is crossed.

A part that begins a page says again what its row is about: what stands in its first cell, if all of that is above."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from briefgen.layout.page import Box, Fill, moved
from briefgen.layout.setting.band import Set
from briefgen.layout.setting.bands import said_again
from briefgen.layout.setting.strip import Strip
from briefgen.theme import Tables

HIGH_ROW = 0.15
"""Of the page: a row lower than this is never parted."""

LEAST_PART = 0.06
"""Of the page: no part is lower, so that some lines stand on either side."""

PARTED, PARTED_AT_END, PARTED_IN_BAND = 0.18, 0.2, 0.22
"""Of the page: a row is cut only where more than this would stay blank otherwise. For the first row and for the last it
is more, since less than a row would be on one side; and for one that a cell holds together with others, it is more than
between them."""

FEWEST_LINES = 2
"""Of a cell, on either side of a cut."""

_NEAR = 0.01


def parted(
    row: Strip,
    cells: Sequence[tuple[float, Set]],
    again: Sequence[tuple[float, Set]],
    grounds: Sequence[Fill],
    rules: Sequence[Fill],
    tables: Tables,
    page_height: float,
    head: Sequence[Strip],
    closing: Sequence[Strip],
    clings: float,
) -> Strip:
    """A row that stands whole where it may, with its parts, if it can be cut.

    `cells`: those whose content stands in it, with the places of their tops. `again`: those that are said again, with
    the places of their bottoms. `head` and `closing` are painted above and below where a page breaks between two parts.
    `clings`: one of the above."""
    columns = [list(_lines(top + tables.pad_top, one.strips)) for top, one in cells]
    edges = [0.0, *_cuts(columns, row.height, page_height * LEAST_PART), row.height]
    if len(edges) == 2:
        return row
    above, below = (
        Strip(pad, tuple(msgspec.structs.replace(ground, y=0, height=pad) for ground in grounds))
        for pad in (tables.pad_top, tables.pad_bottom)
    )
    ends = {id(one): column[-1][0] for (_, one), column in zip(cells, columns, strict=True) if column}
    out: list[Strip] = []
    for top, bottom in pairwise(edges):
        boxes: list[Box] = []
        for ground in grounds:
            begin, end = max(ground.y, top), min(ground.y + ground.height, bottom)
            if begin < end:
                boxes.append(msgspec.structs.replace(ground, y=begin - top, height=end - begin))
        at_foot = bottom == row.height
        boxes += [
            moved(rule, -top) for rule in rules if top <= rule.y + 1 < bottom or (at_foot and rule.y + 1 >= bottom)
        ]
        notes: list[int] = []
        for column in columns:
            for at, line in column:
                if top <= at + _NEAR < bottom:
                    boxes += [moved(box, at - top) for box in line.boxes]
                    notes += line.notes
        ended = [(end - top + tables.pad_top, one) for end, one in again if ends.get(id(one), -1.0) < top]
        lead = (*head, *said_again(ended, tables), above) if top else ()
        out.append(Strip(bottom - top, tuple(boxes), tuple(notes), clings=clings, lead=lead, tail=(below, *closing)))
    return msgspec.structs.replace(row, parts=tuple(out))


def _lines(top: float, strips: Sequence[Strip]) -> Iterator[tuple[float, Strip]]:
    """The lines of a cell with their places."""
    gap = 0.0
    for index, strip in enumerate(strips):
        top += max(gap, strip.before) if index else 0.0
        yield top, strip
        top += strip.height
        gap = strip.after


def _cuts(columns: Sequence[Sequence[tuple[float, Strip]]], height: float, least: float) -> Iterator[float]:
    """Where a row may be cut: below a line that does not cling to the next, and between those of all other cells."""
    last = 0.0
    ends = sorted({at + line.height for column in columns for at, line in column[:-1] if not line.keep})
    for cut in ends:
        if cut < last + least or cut > height - least:
            continue
        if all(_parts_well(column, cut) for column in columns):
            yield cut
            last = cut


def _parts_well(column: Sequence[tuple[float, Strip]], cut: float) -> bool:
    """Whether a cell stands on one side of the cut, or has some lines on either, and no line is crossed or parted from
    one that it clings to."""
    above = [(at, line) for at, line in column if at < cut - _NEAR]
    if len(above) in (0, len(column)):
        return not above or _bottom(above[-1]) <= cut + _NEAR
    few = min(len(above), len(column) - len(above)) < FEWEST_LINES
    return not few and not above[-1][1].keep and _bottom(above[-1]) <= cut + _NEAR


def _bottom(placed: tuple[float, Strip]) -> float:
    return placed[0] + placed[1].height
