"""The widths of a table's columns, from what stands in them."""

from math import fsum, sqrt

from briefgen.layout.setting.measure import Extent

_AIR = 0.02
"""Added to what a column needs, in points: so that what fits exactly does fit."""


def widths_of(columns: list[Extent], shares: tuple[float | None, ...], width: float) -> list[float]:
    """Widths that add up to `width`.

    Columns with short content get what they need on one line; the others divide the rest by the square root of their
    content, so that rows come out low, and none gets less than its longest word where there is room for that.
    Columns with a share get that share of the whole.
    """
    fixed = _shared(shares, columns, width)
    free = [index for index in range(len(columns)) if index not in fixed]
    out = [fixed.get(index, 0.0) for index in range(len(columns))]
    room = width - fsum(fixed.values())
    least = _capped([columns[index].least + _AIR for index in free], room)
    most = [max(columns[index].most + _AIR, low) for index, low in zip(free, least, strict=True)]
    for index, value in zip(free, _filled(least, most, room), strict=True):
        out[index] = value
    return out


def _shared(shares: tuple[float | None, ...], columns: list[Extent], width: float) -> dict[int, float]:
    """The columns whose widths the author gave. What the others need is kept for them, up to half of the whole."""
    given = {index: share for index, share in enumerate(shares) if share is not None}
    if not given:
        return {}
    total = fsum(given.values())
    if len(given) == len(shares):
        return {index: width * share / total for index, share in given.items()}
    needed = fsum(column.least for index, column in enumerate(columns) if index not in given)
    most = width - min(needed, width / 2)
    scale = min(1.0, most / (total * width))
    return {index: width * share * scale for index, share in given.items()}


def _capped(least: list[float], room: float) -> list[float]:
    """The least widths, cut where they do not fit: the widest first, so that short words stay whole."""
    if fsum(least) <= room:
        return least
    left, cap = room, 0.0
    for done, value in enumerate(sorted(least)):
        cap = left / (len(least) - done)
        if value >= cap:
            break
        left -= value
    return [min(value, cap) for value in least]


def _filled(least: list[float], most: list[float], room: float) -> list[float]:
    """Widths between `least` and `most` that use up the room; beyond `most` where even that leaves some."""
    if not least:
        return []
    surplus = room - fsum(most)
    if surplus >= 0:
        total = fsum(most)
        return [value + surplus * value / total for value in most]
    weights = [sqrt(value) for value in most]
    out = _short(least, most, room)
    # As boxes in a row flex: hold those that reach a bound, share the rest, until none does.
    while len(out) < len(least):
        open_ones = [index for index in range(len(least)) if index not in out]
        left = room - fsum(out.values())
        scale = left / fsum(weights[index] for index in open_ones)
        tried = {index: min(max(weights[index] * scale, least[index]), most[index]) for index in open_ones}
        excess = fsum(tried.values()) - left
        if abs(excess) < 1e-6:
            out |= tried
            break
        held = {
            index: value
            for index, value in tried.items()
            if (value == least[index] if excess > 0 else value == most[index])
        }
        out |= held or tried
    return [out[index] for index in range(len(least))]


def _short(least: list[float], most: list[float], room: float) -> dict[int, float]:
    """The columns that need no more than an equal part of the room; the words of the others keep theirs."""
    out: dict[int, float] = {}
    for index in sorted(range(len(most)), key=most.__getitem__):
        left = room - fsum(out.values())
        others = fsum(low for other, low in enumerate(least) if other not in out and other != index)
        if most[index] > min(left / (len(most) - len(out)), left - others):
            break
        out[index] = most[index]
    return out
