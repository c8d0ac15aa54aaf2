"""Segments → the places at which their lines may end, with all that the length of a line depends on."""

from collections.abc import Sequence
from typing import NamedTuple

from briefgen.layout.matter import Segment
from briefgen.layout.setting.division import cuts, hyphenated, hyphenated_width, rest, rest_width

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
