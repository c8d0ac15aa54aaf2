"""Segments → lines of a given measure. Greedy: as many words on a line as it holds."""

import msgspec

from briefgen.fonts import load
from briefgen.layout.matter import Segment
from briefgen.layout.setting.hyphens import points

_SLACK = 0.01
"""A line may be longer by this, in points: sums of the same widths differ in their last digits."""

SOFT_HYPHEN = "\u00ad"

Segments = list[Segment]


def broken(segments: tuple[Segment, ...], measure: float, lang: str) -> list[Segments]:
    """The lines of a paragraph. A word longer than a whole line is divided, by hyphens if it can be."""
    lines: list[Segments] = []
    line: Segments = []
    used = 0.0
    limit = measure + _SLACK
    todo: list[Segment] = list(segments)
    at, end = 0, len(todo)
    while at < end:
        first = todo[at]
        width = first.width
        after = at + 1
        while after < end and not todo[after].breaks and not todo[after].forced:
            width += todo[after].space + todo[after].width
            after += 1
        if first.forced and line:
            lines.append(line)
            line, used = [], 0.0
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
                lines.append(line)
                line, used = [], 0.0
                # The same word again, on a line of its own; it is no longer pushed to a new one.
                todo[at] = msgspec.structs.replace(first, forced=False)
                continue
            head, tail = divided
            lines.append(line + head)
            line, used = [], 0.0
            todo[at:after] = tail
            end = len(todo)
    if line:
        lines.append(line)
    return lines


def natural(line: Segments) -> float:
    """The width of a line, without the space before its first word."""
    return sum(segment.width + segment.space for segment in line) - (line[0].space if line else 0.0)


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
    if split := _hyphenated(segment, room - used - gap, lang):
        return [*word[:index], split[0]], [split[1], *word[index + 1 :]]
    if not whole:
        return None
    if (
        segment.look.rise == 0
        and (index == 0 or used + gap < room)
        and (cut := _cut(segment, room - used - gap, index == 0))
    ):
        return [*word[:index], cut[0]], [cut[1], *word[index + 1 :]]
    # Between two segments: never before a note mark if there is another way.
    for place in (*range(index, 0, -1), *range(index + 1, len(word))):
        if word[place].look.rise == 0:
            return word[:place], [_opening(word[place]), *word[place + 1 :]]
    if len(word) > 1:
        place = max(index, 1)
        return word[:place], [_opening(word[place]), *word[place + 1 :]]
    return word, []


def _opening(segment: Segment) -> Segment:
    return msgspec.structs.replace(segment, breaks=True, forced=False)


def _hyphenated(segment: Segment, room: float, lang: str) -> tuple[Segment, Segment] | None:
    """The segment divided at the last hyphenation point that leaves the first part and its hyphen within `room`."""
    if segment.look.rise or segment.look.boxed:
        return None
    text = segment.text
    left = len(text) - len(text.lstrip("“”‘’«»„(['\"¿¡"))
    core = text[left:].rstrip("“”‘’«»)]'\".,;:!?…\u00a0\u202f")
    font = load(segment.look.font)
    for point in reversed(points(core, segment.look.lang or lang)):
        cut = left + point
        width = (font.width(text[:cut]) + font.width("-")) * segment.look.size + segment.look.tracking * (cut + 1)
        if width <= room:
            meaning = (segment.meaning or text)[:cut] + SOFT_HYPHEN
            head = msgspec.structs.replace(
                segment, text=text[:cut] + "-", width=width, meaning=meaning, note=0, anchor=""
            )
            return head, _rest(segment, cut)
    return None


def _cut(segment: Segment, room: float, must: bool) -> tuple[Segment, Segment] | None:
    """The segment divided after the last character within `room`; after the first one, if it `must` be divided."""
    font, size, tracking = load(segment.look.font), segment.look.size, segment.look.tracking
    used, cut = 0.0, 0
    for char in segment.text:
        used += font.advances[char] * size + tracking
        if used > room + _SLACK:
            break
        cut += 1
    if cut == 0 and must:
        cut = 1
    if cut == 0 or cut >= len(segment.text):
        return None
    text = segment.text[:cut]
    head = msgspec.structs.replace(segment, text=text, width=font.width(text) * size + tracking * cut,
                                   meaning=segment.meaning[:cut], note=0, anchor="")  # fmt: skip
    return head, _rest(segment, cut)


def _rest(segment: Segment, cut: int) -> Segment:
    font, text = load(segment.look.font), segment.text[cut:]
    width = font.width(text) * segment.look.size + segment.look.tracking * len(text)
    return msgspec.structs.replace(segment, text=text, width=width, meaning=segment.meaning[cut:], space=0.0,
                                   breaks=True, forced=False)  # fmt: skip
