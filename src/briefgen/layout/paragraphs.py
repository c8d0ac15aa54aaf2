"""Paragraphs become line boxes; hyphenated words are whole in the extracted text."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import fsum

import msgspec

from briefgen.fonts import load
from briefgen.layout.boxes import ParagraphBox, Segment, space_owner
from briefgen.layout.line_boxes import LineBox
from briefgen.layout.line_breaking import SOFT_HYPHEN, Segments, broken, natural
from briefgen.layout.page import Anchor, ComputedStyle, Fill, PlacedBox, TextLine, TextRun


class Replacements(msgspec.Struct):
    """Replacement text for the first and last segment of a line; None if they are read as they are."""

    first: str | None = None
    last: str | None = None


def replacement_texts(lines: Sequence[Sequence[Segment]]) -> list[Replacements]:
    """Replacement texts for each line of a paragraph."""
    out = [Replacements() for _ in lines]
    begun = 0
    word = ""
    for index, line in enumerate(lines[1:], 1):
        opening = line[0]
        if opening.space or opening.forced or _is_mark(opening) or _is_mark(lines[index - 1][-1]):
            word = ""
            continue
        if not word:
            begun = index - 1
            word = _text(lines[begun][-1])
        word += _text(opening)
        out[begun].last = word
        out[index].first = ""
        if len(line) > 1:
            word = ""  # a word divided at the end of this line is another word
    return out


def with_replacement_texts(
    runs: list[TextRun], line: Sequence[Segment], ends: Replacements, stretch: float
) -> list[TextRun]:
    """The runs of a line, with the parts of divided words as separate runs."""
    if ends.last is not None and (len(line) > 1 or ends.first is None):
        *before, run = runs
        part = line[-1]
        gap = part.space + stretch if part.space and len(line) > 1 else 0.0
        runs = [*before, *_split(run, len(run.text) - len(part.text), run.width - part.width, gap)]
        runs[-1] = msgspec.structs.replace(runs[-1], actual_text=ends.last)
    if ends.first is not None:
        run, *after = runs
        runs = [*_split(run, len(line[0].text), line[0].width), *after]
        runs[0] = msgspec.structs.replace(runs[0], actual_text=ends.first)
    return runs


def _split(run: TextRun, at: int, width: float, gap: float = 0.0) -> list[TextRun]:
    """The run in two; the first is `width` wide and ends with a gap that is a space."""
    if not 0 < at < len(run.text):
        return [run]
    text, unicode, style = run.text, run.unicode, run.style
    return [
        TextRun(run.x, width - gap, text[:at], style, unicode[:at]),
        TextRun(run.x + width, run.width - width, text[at:], style, unicode[at:]),
    ]


def _is_mark(segment: Segment) -> bool:
    """Whether it is a note mark: after a very long word it may be on the next line."""
    return segment.style.rise != 0


def _text(segment: Segment) -> str:
    return (segment.unicode or segment.text).removesuffix(SOFT_HYPHEN)


UNDERLINE_DROP = 0.13
UNDERLINE_WIDTH = 0.05
"""Shares of the font size: distance of an underline from the baseline, and its thickness."""

_DOUBLE = 0.1
"""Share of the font size: distance between the two lines under an insertion."""

_STRUCK = 0.24
"""Share of the font size: height of the line through a deletion."""

_DOT = 0.07
"""Share of the font size: thickness of the dots between an entry and its page number."""

LOOSEST = 1.5
"""Share of its spaces: a line that would be stretched further is not justified."""


def layout_paragraph(words: ParagraphBox, x: float, width: float, lang: str) -> list[LineBox]:
    """A paragraph at `x` in `width`. Two lines at least are kept together at the bottom and top of a page (orphans and
    widows)."""
    width -= min(words.inset, width / 2)
    measure = width - (words.flush.width + words.flush.style.size if words.flush else 0)
    lines = broken(words.segments, measure, lang, words.align)
    if words.balanced and len(lines) > 1:
        lines = _balanced_lines(words, measure, lang, lines)
    last = len(lines) - 1
    line_boxes: list[LineBox] = []
    for index, (line, ends) in enumerate(zip(lines, replacement_texts(lines), strict=True)):
        following = lines[index + 1][0] if index < last else None
        boxes, notes = _line(words, line, ends, following, x, width, measure)
        if not index:
            boxes += [Anchor(0, name) for name in words.anchors]
        line_boxes.append(
            LineBox(
                words.leading,
                tuple(boxes),
                notes,
                0 if index else words.before,
                words.after if index == last else 0,
                words.keep_with_next if index == last else words.keep_with_next or index == 0 or index == last - 1,
            )
        )
    return line_boxes


def _balanced_lines(words: ParagraphBox, measure: float, lang: str, lines: list[Segments]) -> list[Segments]:
    """The same number of lines, broken at the narrowest width that gives it."""
    low, high = measure / 2, measure
    for _ in range(7):
        middle = (low + high) / 2
        tried = broken(words.segments, middle, lang, words.align)
        if len(tried) > len(lines) or any(line[-1].text.endswith("-") and line[-1].unicode for line in tried):
            low = middle
        else:
            high, lines = middle, tried
    return lines


def _line(
    words: ParagraphBox,
    line: Segments,
    ends: Replacements,
    following: Segment | None,
    x: float,
    width: float,
    measure: float,
) -> tuple[list[PlacedBox], tuple[int, ...]]:
    used = natural(line)
    stretch = 0.0
    start = x
    match words.align:
        case "right":
            start = x + max(width - used, 0)
        case "center":
            start = x + max((width - used) / 2, 0)
        case "justify":
            final = following is None or following.forced
            stretch = _stretch(line, min(measure - used, 0.0) if final else measure - used)
        case "left":
            pass
    runs = with_replacement_texts(_pieces(line, start, stretch), line, ends, stretch)
    if following is None:
        if words.flush:
            # A space separates the page number for readers who only hear it.
            runs[-1] = _with_blank(runs[-1])
            flush = words.flush
            runs.append(TextRun(x + width - flush.width, flush.width, flush.text, flush.style))
    elif following.space or following.forced:
        runs[-1] = _with_blank(runs[-1])
    end = runs[-1].x + runs[-1].width
    boxes: list[PlacedBox] = [
        TextLine(start, 0, end - start, words.leading, words.ascent, tuple(runs), words.element, stretch),
        *(_underline(run, words.ascent) for run in runs if run.style.underline),
        *_revised(runs, words.ascent),
    ]
    if words.flush and following is None:
        boxes += _leader(words.flush, runs[-2], runs[-1], words.ascent)
    notes: list[int] = []
    for segment in line:
        if segment.anchor:
            boxes.append(Anchor(0, segment.anchor))
        if segment.note:
            notes.append(segment.note)
    return boxes, tuple(notes)


def _leader(flush: Segment, words: TextRun, number: TextRun, baseline: float) -> Iterator[Fill]:
    """Dots between an entry and its page number."""
    em = flush.style.size
    start, end = words.x + words.width + em * 0.25, number.x - em * 0.5
    if end - start > em:
        yield Fill(start, baseline - em * 0.04, end - start, em * _DOT, flush.style.ink, True)


def _stretch(line: Segments, slack: float) -> float:
    """Amount by which each space of a justified line grows or shrinks; 0 if the line would have to be stretched too
    far."""
    spaces = [segment.space for segment in line[1:] if segment.space]
    if not spaces or slack > fsum(spaces) * LOOSEST:
        return 0.0
    return slack / len(spaces)


def _underline(run: TextRun, baseline: float) -> Fill:
    size = run.style.size
    dotted = run.style.underline == "dotted"
    return Fill(run.x, baseline + size * UNDERLINE_DROP, run.width, size * UNDERLINE_WIDTH, run.style.ink, dotted)


def _revised(runs: Sequence[TextRun], baseline: float) -> Iterator[Fill]:
    """Two lines under insertions, since links have one; a line through deletions."""
    alike = groupby(runs, lambda run: (run.style.revision, run.style.size, run.style.rise))
    for (revision, size, rise), group in alike:
        if not revision:
            continue
        first, *others = group
        last = others[-1] if others else first
        drops = (UNDERLINE_DROP, UNDERLINE_DROP + _DOUBLE) if revision == "inserted" else (-_STRUCK,)
        for drop in drops:
            width = last.x + last.width - first.x
            yield Fill(first.x, baseline - rise + size * drop, width, size * UNDERLINE_WIDTH, first.style.ink)


def _kerned(style: ComputedStyle, before: str, after: str) -> bool:
    return bool(before and after and load(style.font).kerns_of(before[-1] + after[0]))


def _with_blank(run: TextRun) -> TextRun:
    unicode = run.unicode + " " if run.unicode else ""
    actual_text = None if run.actual_text is None else run.actual_text + " "
    return TextRun(run.x, run.width, run.text + " ", run.style, unicode, actual_text)


def _pieces(line: Segments, x: float, stretch: float) -> list[TextRun]:
    """Segments joined to runs of one style; the space between two styles belongs to the one that may show it.

    Two segments without a space between them were measured separately: if their font kerns the characters that meet,
    they are painted separately as well.
    """
    out: list[TextRun] = []
    style: ComputedStyle | None = None
    text = unicode = ""
    start = width = 0.0
    for segment in line:
        gap = segment.space + stretch if segment.space and style is not None else 0.0
        if segment.style is style and (gap or not _kerned(style, text, segment.text)):
            if segment.unicode or unicode:
                unicode = (unicode or text) + (" " if gap else "") + (segment.unicode or segment.text)
            text = f"{text} {segment.text}" if gap else text + segment.text
            width += gap + segment.width
            continue
        opening = ""
        if style is not None:
            if gap and space_owner(style, segment.style) is style:
                out.append(TextRun(start, width, text + " ", style, unicode + " " if unicode else ""))
            else:
                out.append(TextRun(start, width, text, style, unicode))
                opening = " " if gap else ""
            start += width + (0 if opening else gap)
        else:
            start = x
        style = segment.style
        text = opening + segment.text
        unicode = opening + segment.unicode if segment.unicode else ""
        width = segment.width + (gap if opening else 0)
    if style is not None:
        out.append(TextRun(start, width, text, style, unicode))
    return out
