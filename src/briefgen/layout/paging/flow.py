"""Strips → sheets: which strips stand on which page, with which notes at its foot.

The law: the note of a first mark begins on the page of its mark. A note that has no room there runs on to the next.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from briefgen.layout.setting.marks import NOTES_GAP
from briefgen.layout.setting.strip import BLANK, Strip, height_of, parts_of, smaller

RUN_OVER = 0.35
"""Of the page: behind no more than this that ran over from the page before, a wanted page break would leave a page
nearly blank, and is left out."""


PARTED = 0.1
"""Of the page: a row is parted only where more than this would stay blank."""


SMALLER = 4
"""Sizes of a picture that are tried, down to its least."""


class Sheet(msgspec.Struct, frozen=True):
    """What stands on one page: strips of the text with their distances from its top, and strips of notes."""

    body: tuple[tuple[float, Strip], ...]
    notes: tuple[Strip, ...]
    turned: bool = False
    """The page is turned sideways."""
    continued: bool = False
    """Its notes begin with the rest of one from the page before."""


def sheets(
    strips: Sequence[Strip],
    notes: Mapping[int, Sequence[Strip]],
    upright: float,
    sideways: float,
    closeness: float = 1.0,
    notes_gap: float = NOTES_GAP,
) -> list[Sheet]:
    """All pages, those of strips that are turned sideways. There is at least one. `closeness`: of the spaces between
    blocks, what is given; `notes_gap`: between the text and the first note."""
    strips = list(strips)
    out: list[Sheet] = []
    start = 0
    carried: list[Strip] = []
    while start < len(strips) or carried or not out:
        turned = start < len(strips) and strips[start].turned
        height = sideways if turned else upright
        continued = bool(carried)
        carried, overflow = _fitting(carried, height - notes_gap)
        if overflow:
            out.append(Sheet((), tuple(carried), turned, continued))
            carried = overflow
            continue
        end, kept, at, blank = _page(strips, notes, start, carried, height, closeness, notes_gap)
        if blank > height * PARTED:
            for first, last, other in _others(strips, start, end, at):
                whole = strips[first:last]
                strips[first:last] = other
                further = _page(strips, notes, start, carried, height, closeness, notes_gap)
                if further.end > at:
                    end, kept = further.end, further.kept
                    break
                strips[first : first + len(other)] = whole
        body, used = _placed(strips, start, end, closeness)
        new = [notes[number] for strip in strips[start:end] for number in strip.notes if number in notes]
        if kept:
            page_notes, carried = [*carried, *(line for note in new for line in note)], []
        else:
            room = height - used - notes_gap - height_of(carried)
            begun, left = _begun(new, room)
            page_notes, carried = carried + begun, left
        out.append(Sheet(body, tuple(page_notes), turned, continued))
        start = end
    return out


def _others(strips: Sequence[Strip], start: int, end: int, full: int) -> Iterator[tuple[int, int, list[Strip]]]:
    """What else may stand in place of some strips, first to last, so that a page that begins with `start` is not left
    blank from `end` on, since there is no room for `full`: a row in parts, a smaller picture, all pictures of the page
    smaller."""
    if strips[full].parts:
        yield full, full + 1, parts_of(strips[full])
    for first in range(end, full + 1):
        if strips[first].least:
            above = any(strip.least for strip in strips[start:first])
            for begin in (first, start) if above else (first,):
                for step in range(1, SMALLER + 1):
                    yield begin, first + 1, [_smaller(strip, step / SMALLER) for strip in strips[begin : first + 1]]
            break


def _smaller(strip: Strip, share: float) -> Strip:
    """A picture with a share of what may be taken from its size taken off; whatever else, as it is."""
    return smaller(strip, 1 - (1 - strip.least) * share) if strip.least else strip


class _End(NamedTuple):
    """Where a page ends."""

    end: int
    """Before this strip."""
    kept: bool = True
    """Its notes fit on it whole."""
    full: int = 0
    """The first strip that has no room on it."""
    blank: float = 0
    """What stays blank for want of room."""


def _page(
    strips: Sequence[Strip],
    notes: Mapping[int, Sequence[Strip]],
    start: int,
    carried: Sequence[Strip],
    height: float,
    closeness: float,
    notes_gap: float,
) -> _End:
    """Where the page that begins with strip `start` ends."""
    y = gap = 0.0
    feet = height_of(carried) + notes_gap if carried else 0.0
    at = start
    filled: list[float] = []
    while at < len(strips):
        strip = strips[at]
        if at > start and strip.turned != strips[start].turned:
            return _End(at)
        if at > start and strip.opens and not (_ran_over(strips, start) and y + feet < height * RUN_OVER):
            return _End(at)
        if at == start:
            y = height_of(strip.lead)
        else:
            y += max(gap, strip.before) * closeness
        new = [line for number in strip.notes for line in notes.get(number, ())]
        more = height_of(new) + (notes_gap if new and not feet else 0)
        bottom = y + strip.height + (height_of(strip.tail) if at + 1 < len(strips) else 0)
        if bottom + feet + more > height:
            least = sum(notes[number][0].height for number in strip.notes if notes.get(number))
            least += notes_gap if new and not feet else 0
            roomy = height - feet - y > height * BLANK
            if new and bottom + feet + least <= height and not strip.keep and (at == start or roomy):
                return _End(at + 1, False)
            break
        y += strip.height
        feet += more
        gap = strip.after
        filled.append(y + feet)
        at += 1
    if at >= len(strips):
        return _End(at)
    if at == start:
        # Not even the first strip fits with its notes; it stands here nevertheless, and the notes run on.
        return _End(at) if carried and not _alone(strips[start], height) else _End(at + 1, False)
    end = _cut(strips, start, at, filled, height)
    return _End(end, True, at, height - filled[end - start - 1])


def _cut(strips: Sequence[Strip], start: int, at: int, filled: Sequence[float], height: float) -> int:
    """Where a page ends that has room down to strip `at`: as far down as may be, but above what clings more to what
    follows it than its page would stay blank. `filled`: how much of the page there is when each strip is on it."""
    end = at
    while end > start and strips[end - 1].keep:
        end -= 1
    if end == start:
        return at
    for higher in range(end - 1, start, -1):
        above = strips[higher - 1]
        if height - filled[higher - start - 1] > height * strips[end - 1].clings:
            break
        if not above.keep and above.clings < strips[end - 1].clings:
            end = higher
    return end


def _ran_over(strips: Sequence[Strip], start: int) -> bool:
    """Whether a page begins with what had no room on the one before."""
    return start > 0 and not strips[start].opens and not strips[start].turned


def _alone(strip: Strip, height: float) -> bool:
    """Whether a page of its own would do no more for the strip."""
    return strip.height > height


def _placed(
    strips: Sequence[Strip], start: int, end: int, closeness: float
) -> tuple[tuple[tuple[float, Strip], ...], float]:
    """The strips of a page with their distances from its top, and where they end."""
    out: list[tuple[float, Strip]] = []
    y = gap = 0.0
    if start < end:
        for strip in strips[start].lead:
            out.append((y, strip))
            y += strip.height
    for index in range(start, end):
        strip = strips[index]
        if index > start:
            y += max(gap, strip.before) * closeness
        out.append((y, strip))
        y += strip.height
        gap = strip.after
    if start < end < len(strips):
        for strip in strips[end - 1].tail:
            out.append((y, strip))
            y += strip.height
    return tuple(out), y


def _fitting(lines: Sequence[Strip], room: float) -> tuple[list[Strip], list[Strip]]:
    """As many lines as fit, and the rest."""
    used = 0.0
    for index, line in enumerate(lines):
        used += line.height
        if used > room and index:
            return list(lines[:index]), list(lines[index:])
    return list(lines), []


def _begun(notes: Sequence[Sequence[Strip]], room: float) -> tuple[list[Strip], list[Strip]]:
    """Notes as far as they fit: each begins, and what has no room is left over. The last ones give way first."""
    firsts = sum(note[0].height for note in notes if note)
    spare = room - firsts
    on: list[Strip] = []
    over: list[Strip] = []
    for note in notes:
        if not note:
            continue
        on.append(note[0])
        fit = 0
        for line in note[1:]:
            if line.height > spare or over:
                break
            spare -= line.height
            fit += 1
        on += note[1 : 1 + fit]
        over += note[1 + fit :]
    return on, over
