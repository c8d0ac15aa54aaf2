"""A paragraph as it is written → strips, a line each."""

import re
from bisect import bisect_right
from collections.abc import Set

from briefgen.layout.page import Anchor, Box
from briefgen.layout.setting.strip import Strip
from briefgen.writers.docx.pagination.lines import Widths, line_starts
from briefgen.writers.docx.pagination.shapes import Shape
from briefgen.xmltext import out_of_text

_SHOWN = re.compile(
    r'<w:t(?: xml:space="preserve")?>([^<]*)|<w:(?:(br|tab)/>|footnoteReference [^<>]*w:id="(\d+)"'
    r'|bookmarkStart w:id="\d+" w:name="(\w+)")|<wp:extent cx="(\d+)" cy="(\d+)"'
)
_BLANKS = {"br": "\n", "tab": "\t"}
_NOTE, _PLACE = "\x01", "\x02"
"""Around the number of a note that is set, and the name of a bookmark: no text has these characters."""
_MARK = re.compile(f"([{_NOTE}{_PLACE}])(\\w+)[{_NOTE}{_PLACE}]")
_RAISED = "0"
"""As wide as a mark of two raised figures."""
_EMU = 12_700
_LEAST = 6.0
"""Points to which a measure may shrink."""


def strips_of(content: str, shape: Shape, measure: float, wanted: Set[str]) -> list[Strip]:
    """The lines of a paragraph. `content`: its XML after its properties; `wanted`: bookmarks that are looked for."""
    measure = max(measure - shape.inset, _LEAST)
    text, drawn = _shown(content, wanted)
    if drawn:
        places = tuple(Anchor(0, name) for kind, name in _MARK.findall(text) if kind == _PLACE)
        return [Strip(height, () if at else places, keep=shape.keep) for at, height in enumerate(_rows(drawn, measure))]
    if shape.hangs and "\t" in text:
        label, _, text = text.partition("\t")
        text = "".join(mark[0] for mark in _MARK.finditer(label)) + text
    lines: list[tuple[tuple[Box, ...], tuple[int, ...]]] = []
    for part in text.split("\n"):
        words = part.replace("\t", " ").split(" ")
        if _NOTE in part or _PLACE in part:
            lines += _marked(words, shape.widths, measure)
        else:
            lines += [((), ())] * len(line_starts(words, shape.widths, measure))
    last = len(lines) - 1
    return [
        Strip(
            shape.leading,
            places,
            notes,
            0 if at else shape.before,
            shape.after if at == last else 0,
            # A line alone at the foot or the head of a page takes another with it.
            shape.keep if at == last else shape.keep or shape.whole or at in (0, last - 1),
        )
        for at, (places, notes) in enumerate(lines)
    ]


def _shown(content: str, wanted: Set[str]) -> tuple[str, list[tuple[float, float]]]:
    """The words, with marks where notes are set and where bookmarks begin; and the sizes of what is drawn."""
    out: list[str] = []
    drawn: list[tuple[float, float]] = []
    for words, blank, note, place, width, height in _SHOWN.findall(content):
        if words:
            out.append(words)
        elif place:
            if place in wanted:
                out.append(f"{_PLACE}{place}{_PLACE}")
        elif note:
            out.append(f"{_NOTE}{note}{_NOTE}{_RAISED}")
        elif blank:
            out.append(_BLANKS[blank])
        elif width:
            drawn.append((int(width) / _EMU, int(height) / _EMU))
    text = "".join(out)
    return (out_of_text(text) if "&" in text else text), drawn


def _marked(words: list[str], widths: Widths, measure: float) -> list[tuple[tuple[Box, ...], tuple[int, ...]]]:
    """The lines of words among which are marks: what is placed and what is set in each."""
    marks = [(at, kind, name) for at, word in enumerate(words) for kind, name in _MARK.findall(word)]
    starts = line_starts([_MARK.sub("", word) for word in words], widths, measure)
    places: list[list[Box]] = [[] for _ in starts]
    notes: list[list[int]] = [[] for _ in starts]
    for at, kind, name in marks:
        line = bisect_right(starts, at) - 1
        if kind == _NOTE:
            notes[line].append(int(name))
        else:
            places[line].append(Anchor(0, name))
    return [(tuple(here), tuple(set_here)) for here, set_here in zip(places, notes, strict=True)]


def _rows(drawn: list[tuple[float, float]], measure: float) -> list[float]:
    """The heights of the lines that pictures and charts take."""
    out: list[float] = []
    used = measure
    for width, height in drawn:
        if used + width > measure:
            out.append(height)
            used = width
        else:
            out[-1] = max(out[-1], height)
            used += width
    return out
