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
"""Where a language without a country is at home, for languages whose patterns differ by country."""

SHORTEST = 6
"""Shorter words are not divided: half of *below* on a line helps nobody."""

LONGEST = 80
"""Letters of a word that is looked up: no word of any language is longer, and the look-up costs the square of it."""


@cache
def points(word: str, lang: str) -> tuple[int, ...]:
    """The places in a word before which it may be divided; none for a language without patterns."""
    if not SHORTEST <= len(word) <= LONGEST:
        return ()
    patterns = _patterns(lang)
    return tuple(patterns.positions(word)) if patterns else ()  # type: ignore[attr-defined]


@cache
def _patterns(lang: str) -> object | None:
    code = lang.replace("-", "_")
    name = pyphen.language_fallback(_HOME.get(code, code)) if code else None
    return pyphen.Pyphen(lang=name, left=2, right=3) if name else None


# A word in two: by a hyphen at one of its points, or between any two of its letters.

SOFT_HYPHEN = "\u00ad"

_WORD = re.compile(r"[^\w]*([^\W\d_]+(?:['’][^\W\d_]+)*)[^\w]*")
"""What hyphens may divide: letters, between quotation marks and the like. What is written of figures, dots and strokes
stays as it is."""

_PART = re.compile(r"[^\W\d_]+")
"""In *d’approvisionnement*, what follows the apostrophe."""


def cuts(segment: Segment, lang: str) -> tuple[int, ...]:
    """How many of its letters may stand before a hyphen, from few to many; none where it cannot be divided so."""
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
    """The width of its first `cut` letters and the hyphen."""
    style = segment.style
    return load(style.font).width(segment.text[:cut] + "-") * style.size + style.tracking * (cut + 1)


def rest_width(segment: Segment, cut: int) -> float:
    """The width of what follows its first `cut` letters."""
    style, text = segment.style, segment.text[cut:]
    return load(style.font).width(text) * style.size + style.tracking * len(text)


def hyphenated(segment: Segment, cut: int) -> Segment:
    """Its first `cut` letters with a hyphen, which means that there is none in the word."""
    return msgspec.structs.replace(
        segment,
        text=segment.text[:cut] + "-",
        width=hyphenated_width(segment, cut),
        unicode=(segment.unicode or segment.text)[:cut] + SOFT_HYPHEN,
        note=0,
        anchor="",
    )


def opened(segment: Segment, cut: int) -> Segment:
    """Its first `cut` letters, without a hyphen."""
    style, text = segment.style, segment.text[:cut]
    width = load(style.font).width(text) * style.size + style.tracking * cut
    return msgspec.structs.replace(segment, text=text, width=width, unicode=segment.unicode[:cut], note=0, anchor="")


def rest(segment: Segment, cut: int) -> Segment:
    """What follows its first `cut` letters, at the beginning of a line."""
    return msgspec.structs.replace(
        segment,
        text=segment.text[cut:],
        width=rest_width(segment, cut),
        unicode=segment.unicode[cut:],
        space=0.0,
        breaks=True,
        forced=False,
    )


# Segments → the places at which their lines may end, with all that the length of a line depends on.

_DASHES = ("-", "‐", "–", "—")


class Breakpoints(NamedTuple):
    """The legal breakpoints of a paragraph, from its beginning to its end, as columns of one length.

    The line from place `a` to place `b` is `ends[b] - starts[a]` wide, its spaces `blanks[b] - dropped[a]`.
    """

    ends: list[float]
    """The width of all that stands before it, with the hyphen that a line would end in here."""
    starts: list[float]
    """The width of all that stands before a line that begins here, with the space that falls away between the two."""
    blanks: list[float]
    """The widths of the spaces before it."""
    dropped: list[float]
    """The same, with the space that falls away here."""
    hyphens: list[bool]
    """Whether a line that ends here ends in a hyphen."""
    at: list[tuple[int, int]]
    """The segment with which the next line begins, and how many of its letters stand before the hyphen: mostly none."""


def breakpoints(segments: Sequence[Segment], lang: str | None = None, wider: float = 0) -> Breakpoints:
    """The places between words; with a language, also those where its patterns divide a word `wider` than this."""
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
                if end < width:  # else the hyphen is wider than what it would make room for
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
    """The segments of the line from one place to another."""
    begin, cut = places.at[first]
    end, kept = places.at[last]
    line = list(segments[begin:end])
    if kept:
        line.append(hyphenated(segments[end], kept))
    if cut:
        # Where a word takes three lines, this is the same segment.
        line[0] = rest(line[0], cut)
    return line


# The best lines of a paragraph as a whole, not one after the other.
#
# D. E. Knuth and M. F. Plass, “Breaking Paragraphs into Lines”, Software: Practice and Experience 11 (1981),
# 1119–1184. What a line costs is their formula; its constants are TeX's (The TeXbook, chapter 14), but for
# those that say otherwise. A paragraph is a graph: its breakpoints, and between two of them the line that they
# make. The best lines are the cheapest way from its beginning to its end.

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
    min_last_line: float
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
    rag, stretch, shrink, tolerance, min_last_line = spacing
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
                if ways[end]:
                    _add(ways[end], new)
                else:
                    ways[end].append(new)
    return _places_of(min(ways[last], key=_demerits)) if ways[last] else None


def _places_of(node: _Node | None) -> list[int]:
    """The breakpoints on the path to a node, the first left out."""
    out: list[int] = []
    while node is not None and node.place:
        out.append(node.place)
        node = node.before
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


# Segments → lines, as many words on each as it holds: for measures in which a word is wider than a line.

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
            with_row_fragments = _divided(todo[at:after], measure - used - gap, lang, whole=not line)
            if with_row_fragments is None:
                # The same word again, on a line of its own.
                lines.append(line)
                line, used = [], 0.0
                continue
            head, tail = with_row_fragments
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
    if segment.style.rise == 0 and (index == 0 or left > 0) and (cut := _fitting(segment, left, index == 0)):
        return [*word[:index], opened(segment, cut)], [rest(segment, cut), *word[index + 1 :]]
    # Between two segments: never before a note mark if there is another way.
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
    """How many of its letters fit into `room`, at least one if it `must` be divided; 0 where that divides nothing."""
    font, size, tracking = load(segment.style.font), segment.style.size, segment.style.tracking
    used, cut = 0.0, 0
    for char in segment.text:
        used += font.advances[char] * size + tracking
        if used > room + SLACK:
            break
        cut += 1
    if cut == 0 and must:
        cut = 1
    return cut if cut < len(segment.text) else 0


# Segments → lines of a given measure: the best ones of the whole paragraph, in as many attempts as it takes.

_RAG = 2.0
"""Ems of the first word: what a ragged line may lack at the cost of a stretched space, as in TeX's ragged2e."""

_RAGGEDEST = 4.5
"""Times the rag: a line that lacks more has a word divided, where its patterns allow."""

_NARROW = 20.0
"""Ems of a measure below which ragged lines may lack anything: there, divided words are worse than a rough edge."""

STRETCH, SHRINK = 0.5, 1 / 3
"""Of a space: how far it gives way in a justified line before that costs much. A space of TeX's Computer Modern."""

_LOOSE, _LOOSER = 1.26, 2.0
"""Times the stretch: TeX's tolerance of 200 without hyphens, and 800 with them."""

_ANY = 10_000.0
"""Times the stretch: any line, rather than none."""

_MIN_LAST_LINE, _MIN_LAST_LINE_EMS = 0.12, 3.0
"""Of the measure, and in ems."""


def broken(segments: Sequence[Segment], measure: float, lang: str, align: Align = "left") -> list[Segments]:
    """The lines of a paragraph. A word longer than a whole line is divided, by hyphens if it can be."""
    out: list[Segments] = []
    for part in _parts(segments):
        out += _lines(part, measure, lang, align == "justify")
    return out


def natural(line: Segments) -> float:
    """The width of a line, without the space before its first word."""
    return fsum([segment.width + segment.space for segment in line]) - (line[0].space if line else 0.0)


def _parts(segments: Sequence[Segment]) -> Iterator[Segments]:
    """What stands between forced line ends."""
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
    """First without hyphens. If that is too rough, with them; in a narrow measure only where a word needs it."""
    rough = Spacing(_RAG * em, 0, 0, _ANY, _min_last_line(measure, em))
    if measure < _NARROW * em:
        yield breakpoints(segments), rough
        yield breakpoints(segments, lang, measure), rough
    else:
        even = rough._replace(tolerance=_RAGGEDEST)
        yield breakpoints(segments), even
        with_row_fragments = breakpoints(segments, lang)
        yield with_row_fragments, even
        yield with_row_fragments, rough


def _justified(segments: Segments, measure: float, lang: str, em: float) -> Iterator[tuple[Breakpoints, Spacing]]:
    """First without hyphens; then with them; then with lines that are too loose, rather than none."""
    tight = Spacing(SLACK, STRETCH, SHRINK, _LOOSE, _min_last_line(measure, em))
    yield breakpoints(segments), tight
    with_row_fragments = breakpoints(segments, lang)
    yield with_row_fragments, tight._replace(tolerance=_LOOSER)
    yield with_row_fragments, tight._replace(tolerance=_ANY, rag=_RAG * em)


def _min_last_line(measure: float, em: float) -> float:
    """The width that the last line should have: that of a word and a half, or a third of a narrow measure."""
    return max(measure * _MIN_LAST_LINE, min(_MIN_LAST_LINE_EMS * em, measure / 3))
