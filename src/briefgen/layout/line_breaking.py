"""Line breaking: total fit (Knuth and Plass), and first fit where a word is wider than a line."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import fsum
from typing import NamedTuple

import msgspec
import pyphen

from briefgen.fonts import load
from briefgen.layout.boxes import Align, Segment

_HOME = {"en": "en_GB", "de": "de_DE", "pt": "pt_PT"}
"""Country variant of a language whose hyphenation patterns differ by country."""

SHORTEST = 6
"""Shorter words are not hyphenated."""

LONGEST = 80
"""Longer words are not looked up: no word is longer, and looking one up takes time that grows with the square of its
length."""


@cache
def points(word: str, lang: str) -> tuple[int, ...]:
    """The hyphenation points of a word; none for a language without patterns."""
    if not SHORTEST <= len(word) <= LONGEST:
        return ()
    patterns = _patterns(lang)
    return tuple(patterns.positions(word)) if patterns else ()  # type: ignore[attr-defined]


@cache
def _patterns(lang: str) -> object | None:
    code = lang.replace("-", "_")
    name = pyphen.language_fallback(_HOME.get(code, code)) if code else None
    return pyphen.Pyphen(lang=name, left=2, right=3) if name else None


SOFT_HYPHEN = "\u00ad"

_WORD = re.compile(r"[^\w]*([^\W\d_]+(?:['’][^\W\d_]+)*)[^\w]*")
"""What may be hyphenated: letters, with punctuation around them. Words with digits, dots or slashes stay whole."""

_PART = re.compile(r"[^\W\d_]+")
"""A part of a word between apostrophes: in *d’approvisionnement*, what follows the apostrophe."""


def cuts(segment: Segment, lang: str) -> tuple[int, ...]:
    """Numbers of characters that may precede a hyphen, in increasing order; none if the segment cannot be
    hyphenated."""
    style, text = segment.style, segment.text
    if len(text) < SHORTEST or segment.address or style.rise or style.boxed:
        return ()
    lang = style.lang or lang
    if text.isalpha():
        return points(text, lang)
    if not _WORD.fullmatch(text):
        return ()
    return tuple(part.start() + point for part in _PART.finditer(text) for point in points(part[0], lang))


def hyphenated_width(segment: Segment, cut: int) -> float:
    """Width of its first `cut` characters and a hyphen."""
    style = segment.style
    return load(style.font).width(segment.text[:cut] + "-") * style.size + style.tracking * (cut + 1)


def rest_width(segment: Segment, cut: int) -> float:
    """Width of what follows its first `cut` characters."""
    style, text = segment.style, segment.text[cut:]
    return load(style.font).width(text) * style.size + style.tracking * len(text)


def hyphenated(segment: Segment, cut: int) -> Segment:
    """Its first `cut` characters and a hyphen, which the text of the PDF shows as a soft hyphen."""
    return msgspec.structs.replace(
        segment,
        text=segment.text[:cut] + "-",
        width=hyphenated_width(segment, cut),
        unicode=(segment.unicode or segment.text)[:cut] + SOFT_HYPHEN,
        note=0,
        anchor="",
    )


def opened(segment: Segment, cut: int) -> Segment:
    """Its first `cut` characters without a hyphen."""
    style, text = segment.style, segment.text[:cut]
    width = load(style.font).width(text) * style.size + style.tracking * cut
    return msgspec.structs.replace(segment, text=text, width=width, unicode=segment.unicode[:cut], note=0, anchor="")


def rest(segment: Segment, cut: int) -> Segment:
    """What follows its first `cut` characters, at the start of a line."""
    return msgspec.structs.replace(
        segment,
        text=segment.text[cut:],
        width=rest_width(segment, cut),
        unicode=segment.unicode[cut:],
        space=0.0,
        breaks=True,
        forced=False,
    )


_DASHES = ("-", "‐", "–", "—")


class Breakpoints(NamedTuple):
    """The legal breakpoints of a paragraph, from its start to its end, as columns of equal length.

    The line from breakpoint `a` to breakpoint `b` is `ends[b] - starts[a]` wide, its spaces `blanks[b] - dropped[a]`.
    """

    ends: list[float]
    """Width of everything before it, with the hyphen if a line that ends here has one."""
    starts: list[float]
    """Width of everything before a line that starts here, including the space discarded at the break."""
    blanks: list[float]
    """Total width of the spaces before it."""
    dropped: list[float]
    """Total width of the spaces before it, including the space discarded here."""
    hyphens: list[bool]
    """Whether a line that ends here has a hyphen."""
    at: list[tuple[int, int]]
    """The segment that starts the next line, and how many of its characters precede the hyphen: usually none."""


def breakpoints(segments: Sequence[Segment], lang: str | None = None, wider: float = 0) -> Breakpoints:
    """The breakpoints between words; with a language, also those at which a word `wider` than this is hyphenated."""
    ends, starts, blanks, dropped, hyphens, at = columns = Breakpoints([], [], [], [], [], [])
    width = blank = 0.0
    before = ""
    for index, segment in enumerate(segments):
        space = segment.space
        if segment.breaks or not index:
            ends.append(width)
            starts.append(width + space)
            blanks.append(blank)
            dropped.append(blank + space)
            hyphens.append(not space and before.endswith(_DASHES))
            at.append((index, 0))
        blank += space
        width += space + segment.width
        before = segment.text
        if lang is not None and segment.width > wider:
            for cut in cuts(segment, lang):
                end = width - segment.width + hyphenated_width(segment, cut)
                if end < width:  # otherwise the hyphen is wider than what it saves
                    ends.append(end)
                    starts.append(width - rest_width(segment, cut))
                    blanks.append(blank)
                    dropped.append(blank)
                    hyphens.append(True)
                    at.append((index, cut))
    ends.append(width)
    starts.append(width)
    blanks.append(blank)
    dropped.append(blank)
    hyphens.append(False)
    at.append((len(segments), 0))
    return columns


def line_between(segments: Sequence[Segment], places: Breakpoints, first: int, last: int) -> list[Segment]:
    """The segments of the line between two breakpoints."""
    begin, cut = places.at[first]
    end, last_cut = places.at[last]
    line = list(segments[begin:end])
    if last_cut:
        line.append(hyphenated(segments[end], last_cut))
    if cut:
        # If a word takes three lines, this is the same segment.
        line[0] = rest(line[0], cut)
    return line


# Total-fit line breaking: D. E. Knuth and M. F. Plass, “Breaking Paragraphs into Lines”, Software: Practice and
# Experience 11 (1981), 1119–1184. Demerits follow their formula with TeX's constants (The TeXbook, chapter 14),
# except where noted. The paragraph is a graph of breakpoints whose edges are lines; the best lines are its
# cheapest path.

SLACK = 0.01
"""Tolerance for the length of a line, in points: sums of the same widths differ in their last digits."""

LINE = 10.0
"""Line penalty: fewer lines are better."""

HYPHEN = 50.0
"""Hyphen penalty."""

LADDER = 10_000.0
"""For two consecutive hyphens: TeX's double-hyphen demerits. Three are never consecutive here."""

CONTRAST = 10_000.0
"""For a tight line next to a loose one: TeX's adjacent demerits."""

LAST_HYPHEN = 1_000_000.0
"""For a hyphen at the end of the last line but one. TeX's 5000 lets a paragraph end with half a word too often."""

SHORT_END = 600_000.0
"""For a last line shorter than the minimum (a runt): as much as a line stretched twice as far as it should be. TeX has
no such demerit."""

MOST_HYPHENS = 2
"""Most consecutive hyphens."""


class Spacing(NamedTuple):
    """How far lines may differ from their natural width."""

    rag: float
    """Points that a ragged line may be short at the cost of one stretched space; 0 for justified lines."""
    stretch: float
    """Stretchability of a space, as a share of it; 0 for ragged lines."""
    shrink: float
    """Shrinkability of a space, as a share of it: no line is tighter."""
    tolerance: float
    """How many times its stretchability a line may be stretched."""
    min_last_line: float
    """Desired least width of the last line."""


class _Node(msgspec.Struct, frozen=True, gc=False):
    """The best path to a breakpoint among those that end with a line of this fitness class and so many consecutive
    hyphens."""

    demerits: float
    fitness: int
    ladder: int
    place: int
    before: "_Node | None"


def best(places: Breakpoints, measure: float, spacing: Spacing) -> list[int] | None:
    """The breakpoints of the best lines, including the last; None if no path keeps within the tolerance."""
    ends, starts, blanks, dropped, hyphens = places[:5]
    rag, stretch, shrink, tolerance, min_last_line = spacing
    last = len(ends) - 1
    grown, nearest = stretch * tolerance, measure - rag * tolerance
    paths: list[list[_Node]] = [[] for _ in ends]
    paths[0].append(_Node(0.0, 1, 0, 0, None))
    low = 1
    for place in range(last):
        here = paths[place]
        if not here:
            continue
        start, blank = starts[place], dropped[place]
        while low < last and (low <= place or ends[low] - start + (blanks[low] - blank) * grown < nearest):
            low += 1  # lines to this breakpoint are too loose from here and from all later ones
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
            elif end == last and place and width < min_last_line:
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
                if paths[end]:
                    _add(paths[end], new)
                else:
                    paths[end].append(new)
    return _places_of(min(paths[last], key=_demerits)) if paths[last] else None


def _places_of(node: _Node | None) -> list[int]:
    """The breakpoints on the path to a node, the first left out."""
    out: list[int] = []
    while node is not None and node.place:
        out.append(node.place)
        node = node.before
    return out[::-1]


def _demerits(node: _Node) -> float:
    return node.demerits


def _add(paths: list[_Node], new: _Node) -> None:
    """Add a path unless another dominates it; remove those that it dominates."""
    for other in paths:
        if _as_good(other, new):
            return
    paths[:] = [other for other in paths if not _as_good(new, other)]
    paths.append(new)


def _as_good(one: _Node, other: _Node) -> bool:
    most = one.demerits if one.fitness == other.fitness else one.demerits + CONTRAST
    return one.ladder <= other.ladder and most <= other.demerits


# First-fit line breaking, for widths in which a word is wider than a line.

Segments = list[Segment]


def filled(segments: Segments, measure: float, lang: str) -> list[Segments]:
    """The lines of segments without forced breaks. A word longer than a line is divided, by hyphenation if possible."""
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
            halves = _divided(todo[at:after], measure - used - gap, lang, whole=not line)
            if halves is None:
                # Try the same word again on its own line.
                lines.append(line)
                line, used = [], 0.0
                continue
            head, tail = halves
            lines.append(line + head)
            line, used = [], 0.0
            todo[at:after] = tail
            end = len(todo)
    if line:
        lines.append(line)
    return lines


def _divided(word: Segments, room: float, lang: str, whole: bool) -> tuple[Segments, Segments] | None:
    """A word in two, the first part no wider than `room`; None if that is impossible and the word can have its own
    line. With `whole`, a word on its own line is divided anywhere rather than not at all."""
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
    if segment.style.rise == 0 and (index == 0 or left > 0) and (cut := _fitting(segment, left, index == 0)):
        return [*word[:index], opened(segment, cut)], [rest(segment, cut), *word[index + 1 :]]
    # Between two segments, but before a note mark only as a last resort.
    for place in (*range(index, 0, -1), *range(index + 1, len(word))):
        if word[place].style.rise == 0:
            return word[:place], [_opening(word[place]), *word[place + 1 :]]
    if len(word) > 1:
        place = max(index, 1)
        return word[:place], [_opening(word[place]), *word[place + 1 :]]
    return word, []


def _opening(segment: Segment) -> Segment:
    return msgspec.structs.replace(segment, breaks=True)


def _fitting(segment: Segment, room: float, must: bool) -> int:
    """How many of its characters fit into `room`, at least one with `must`; 0 if that does not divide it."""
    font, size, tracking = load(segment.style.font), segment.style.size, segment.style.tracking
    used, cut = 0.0, 0
    for char in segment.text:
        used += font.advance(char) * size + tracking
        if used > room + SLACK:
            break
        cut += 1
    if cut == 0 and must:
        cut = 1
    return cut if cut < len(segment.text) else 0


_RAG = 2.0
"""Rag in ems of the first word: what a ragged line may lack at the cost of one stretched space, as in TeX's
ragged2e."""

_RAGGEDEST = 4.5
"""Multiple of the rag: a line that lacks more has a word hyphenated, if possible."""

_NARROW = 20.0
"""Width in ems below which ragged lines may lack anything: hyphens are worse than a rough edge there."""

STRETCH, SHRINK = 0.5, 1 / 3
"""Stretchability and shrinkability of a space in a justified line, as shares of it: those of TeX's Computer Modern."""

_LOOSE, _LOOSER = 1.26, 2.0
"""Multiples of the stretchability: TeX's tolerance of 200 without hyphens, and 800 with them."""

_ANY = 10_000.0
"""Multiple of the stretchability: any line rather than none."""

_MIN_LAST_LINE, _MIN_LAST_LINE_EMS = 0.12, 3.0
"""Desired least width of the last line, as a share of the width and in ems."""


def broken(segments: Sequence[Segment], measure: float, lang: str, align: Align = "left") -> list[Segments]:
    """The lines of a paragraph. A word longer than a line is divided, by hyphenation if possible."""
    out: list[Segments] = []
    for part in _parts(segments):
        out += _lines(part, measure, lang, align == "justify")
    return out


def natural(line: Segments) -> float:
    """Natural width of a line, without the space before its first word."""
    return fsum([segment.width + segment.space for segment in line]) - (line[0].space if line else 0.0)


def _parts(segments: Sequence[Segment]) -> Iterator[Segments]:
    """The parts between forced line breaks."""
    start = 0
    for index, segment in enumerate(segments):
        if segment.forced and index > start:
            yield list(segments[start:index])
            start = index
    if start < len(segments):
        yield list(segments[start:])


def _lines(segments: Segments, measure: float, lang: str, justified: bool) -> list[Segments]:
    if natural(segments) <= measure + SLACK:
        return [segments]
    em = segments[0].style.size
    attempts = _justified(segments, measure, lang, em) if justified else _ragged(segments, measure, lang, em)
    for places, spacing in attempts:
        if ends := best(places, measure, spacing):
            return [line_between(segments, places, a, b) for a, b in pairwise([0, *ends])]
    return filled(segments, measure, lang)


def _ragged(segments: Segments, measure: float, lang: str, em: float) -> Iterator[tuple[Breakpoints, Spacing]]:
    """Attempts: without hyphens, then with them if that is too rough; in a narrow width only for words wider than a
    line."""
    rough = Spacing(_RAG * em, 0, 0, _ANY, _min_last_line(measure, em))
    if measure < _NARROW * em:
        yield breakpoints(segments), rough
        yield breakpoints(segments, lang, measure), rough
    else:
        even = rough._replace(tolerance=_RAGGEDEST)
        yield breakpoints(segments), even
        halves = breakpoints(segments, lang)
        yield halves, even
        yield halves, rough


def _justified(segments: Segments, measure: float, lang: str, em: float) -> Iterator[tuple[Breakpoints, Spacing]]:
    """Attempts: without hyphens, then with them, then with lines that are too loose rather than none."""
    tight = Spacing(SLACK, STRETCH, SHRINK, _LOOSE, _min_last_line(measure, em))
    yield breakpoints(segments), tight
    halves = breakpoints(segments, lang)
    yield halves, tight._replace(tolerance=_LOOSER)
    yield halves, tight._replace(tolerance=_ANY, rag=_RAG * em)


def _min_last_line(measure: float, em: float) -> float:
    """Desired least width of the last line: a word and a half, or a third of a narrow width."""
    return max(measure * _MIN_LAST_LINE, min(_MIN_LAST_LINE_EMS * em, measure / 3))
