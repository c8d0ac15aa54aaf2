"""Segments → lines, as many words on each as it holds: for measures in which a word is wider than a line."""

import msgspec

from briefgen.fonts import load
from briefgen.layout.matter import Segment
from briefgen.layout.setting.division import cuts, hyphenated, hyphenated_width, opened, rest

SLACK = 0.01
"""A line may be longer by this, in points: sums of the same widths differ in their last digits."""

Segments = list[Segment]


def filled(segments: Segments, measure: float, lang: str) -> list[Segments]:
    """The lines of segments without forced line ends. A word longer than a whole line is divided, by hyphens if it can
    be."""
    lines: list[Segments] = []
    line: Segments = []
    used = 0.0
    limit = measure + SLACK
    todo: list[Segment] = list(segments)
    at, end = 0, len(todo)
    while at < end:
        first = todo[at]
        width = first.width
        after = at + 1
        while after < end and not todo[after].breaks:
            width += todo[after].space + todo[after].width
            after += 1
        gap = first.space if line else 0.0
        if used + gap + width <= limit:
            line += todo[at:after]
            used += gap + width
            at = after
        elif width <= limit:
            lines.append(line)
            line, used = todo[at:after], width
            at = after
        else:
            divided = _divided(todo[at:after], measure - used - gap, lang, whole=not line)
            if divided is None:
                # The same word again, on a line of its own.
                lines.append(line)
                line, used = [], 0.0
                continue
            head, tail = divided
            lines.append(line + head)
            line, used = [], 0.0
            todo[at:after] = tail
            end = len(todo)
    if line:
        lines.append(line)
    return lines


def _divided(word: Segments, room: float, lang: str, whole: bool) -> tuple[Segments, Segments] | None:
    """A word in two, the first part no wider than `room`; None if that cannot be, and it has no line of its own yet.

    On a line of its own (`whole`) a word is divided anywhere rather than not at all.
    """
    used = 0.0
    for index, segment in enumerate(word):
        gap = segment.space if index else 0.0
        if used + gap + segment.width > room:
            break
        used += gap + segment.width
    else:
        index = len(word) - 1
    segment = word[index]
    gap = segment.space if index else 0.0
    left = room - used - gap
    if point := next((cut for cut in reversed(cuts(segment, lang)) if hyphenated_width(segment, cut) <= left), 0):
        return [*word[:index], hyphenated(segment, point)], [rest(segment, point), *word[index + 1 :]]
    if not whole:
        return None
    if segment.look.rise == 0 and (index == 0 or left > 0) and (cut := _fitting(segment, left, index == 0)):
        return [*word[:index], opened(segment, cut)], [rest(segment, cut), *word[index + 1 :]]
    # Between two segments: never before a note mark if there is another way.
    for place in (*range(index, 0, -1), *range(index + 1, len(word))):
        if word[place].look.rise == 0:
            return word[:place], [_opening(word[place]), *word[place + 1 :]]
    if len(word) > 1:
        place = max(index, 1)
        return word[:place], [_opening(word[place]), *word[place + 1 :]]
    return word, []


def _opening(segment: Segment) -> Segment:
    return msgspec.structs.replace(segment, breaks=True)


def _fitting(segment: Segment, room: float, must: bool) -> int:
    """How many of its letters fit into `room`, at least one if it `must` be divided; 0 where that divides nothing."""
    font, size, tracking = load(segment.look.font), segment.look.size, segment.look.tracking
    used, cut = 0.0, 0
    for char in segment.text:
        used += font.advances[char] * size + tracking
        if used > room + SLACK:
            break
        cut += 1
    if cut == 0 and must:
        cut = 1
    return cut if cut < len(segment.text) else 0
