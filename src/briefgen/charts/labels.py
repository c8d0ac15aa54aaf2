"""Labels of charts: measured in the theme's fonts, broken into lines, and moved apart where they would overlap."""

import re
from collections.abc import Sequence
from math import fsum
from typing import NamedTuple
from unicodedata import normalize

import msgspec

from briefgen.charts.drawing import Ink, Path, Shape, Stroke, Text
from briefgen.document import Inlines, plain
from briefgen.fonts import INVISIBLE, FontRun, file_of, font_runs, load
from briefgen.theme import Theme

TEXT = Ink("text")
QUIET = Ink("secondary")

_INVISIBLE_CHARACTERS = dict.fromkeys(map(ord, INVISIBLE))
_BLANKS = re.compile(r"[^\S\u00a0\u2007\u202f]+")
"""White space at which a line may end: not a no-break space."""
_BREAKS = re.compile(r"(?<=[-–—/])")
"""Break opportunities inside a word."""
_SLACK = 0.01
"""Tolerance for the width of a line, in points: sums of the same widths differ in their last digits."""


class Typeface(msgspec.Struct, frozen=True):
    """A size of type in the theme's sans font."""

    theme: Theme
    size: float
    leading: float

    def measured(self, text: str, strong: bool = False, italic: bool = False) -> tuple[float, tuple[FontRun, ...]]:
        """The width of a line, and its runs by font."""
        font = load(file_of(self.theme, "sans", strong, italic))
        try:
            return font.width(text) * self.size, (FontRun(font, text, 1, False),)
        except KeyError:
            parts = tuple(font_runs(text, font, load(self.theme.fallback)))
            return fsum(part.font.width(part.text) * part.scale for part in parts) * self.size, parts

    def width(self, text: str, strong: bool = False, italic: bool = False) -> float:
        """The width of a line."""
        return self.measured(text, strong, italic)[0]

    def lines(self, label: Inlines | str, width: float, strong: bool = False, italic: bool = False) -> list[str]:
        """The text in lines no wider than `width`; a wider word is divided."""
        width += _SLACK
        text = plain_text(label)
        out: list[str] = []
        line = ""
        for word in text.split(" "):
            for at, part in enumerate(_BREAKS.split(word) if self.width(word, strong, italic) > width / 2 else [word]):
                joined = f"{line} {part}" if line and not at else line + part
                if self.width(joined, strong, italic) <= width:
                    line = joined
                    continue
                if line:
                    out.append(line)
                line = part
                while len(line) > 1 and self.width(line, strong, italic) > width:
                    cut = self._longest(line, width, strong, italic)
                    hyphen = cut > 2 and line[cut - 2 : cut].isalpha()
                    cut -= hyphen
                    out.append(line[:cut] + "-" * hyphen)
                    line = line[cut:]
        return [*out, line] if line else out

    def extent(self, label: Inlines | str, strong: bool = False, italic: bool = False) -> float:
        """The width of a label on one line."""
        return self.width(plain_text(label), strong, italic)

    def set(
        self, text: str, x: float, y: float, ink: Ink = TEXT, strong: bool = False, italic: bool = False,
        anchor: float = 0,
    ) -> Text:  # fmt: skip
        """A line of text on the baseline `y`; `anchor` is the share of it to the left of `x`."""
        width, parts = self.measured(text, strong, italic)
        return Text(x - width * anchor, y, width, self.size, ink, parts, text, strong, italic)

    def stacked(
        self, lines: list[str], x: float, top: float, ink: Ink = TEXT, strong: bool = False, italic: bool = False,
        anchor: float = 0,
    ) -> list[Text]:  # fmt: skip
        """Lines one below the other, from `top` down."""
        first = top + (self.leading - self.size * 0.72) / 2 + self.size * 0.72
        return [
            self.set(line, x, first + at * self.leading, ink, strong, italic, anchor) for at, line in enumerate(lines)
        ]

    def _longest(self, word: str, width: float, strong: bool, italic: bool) -> int:
        low, high = 1, len(word)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(word[:middle], strong, italic) <= width:
                low = middle
            else:
                high = middle - 1
        return low


def plain_text(label: Inlines | str) -> str:
    """The text of a label on one line, without invisible characters."""
    text = label if isinstance(label, str) else plain(label)
    return _BLANKS.sub(" ", normalize("NFC", text.translate(_INVISIBLE_CHARACTERS))).strip(" ")


def label_type(theme: Theme) -> Typeface:
    """The type of names."""
    style = theme.styles["table"]
    return Typeface(theme, style.size * 0.95, style.leading * 0.94)


def small_type(theme: Theme) -> Typeface:
    """The type of scales, values and remarks."""
    style = theme.styles["table-small"]
    return Typeface(theme, style.size, style.leading)


# Labels above points of a width, each on a line of its own with a leader line down to its point. A leader
# starts at its own label, and labels further right are lower, so no leader crosses a label.

_LABEL_GAP = 3.0


class PointLabel(NamedTuple):
    """A label at a point."""

    x: float
    text: str
    leader: Stroke
    ink: Ink = TEXT
    strong: bool = False


def point_labels(
    given: Sequence[PointLabel], letters: Typeface, top: float, right: float
) -> tuple[list[Shape], list[float], float]:
    """The labels from left to right and from `top` down, no further than `right`; where each leader line starts; and
    the bottom of the last label."""
    shapes: list[Shape] = []
    begins: list[float] = []
    for flag in given:
        lines = letters.lines(flag.text, right - flag.x - _LABEL_GAP, flag.strong)
        shapes += letters.stacked(lines, flag.x + _LABEL_GAP, top, flag.ink, flag.strong)
        begins.append(top + 1)
        top += len(lines) * letters.leading
    return shapes, begins, top


def leader_lines(given: Sequence[PointLabel], begins: Sequence[float], foot: float) -> list[Shape]:
    """The leader lines, down to `foot`."""
    return [
        Path(((flag.x, begin), (flag.x, foot)), flag.leader) for flag, begin in zip(given, begins, strict=True)
    ]  # fmt: skip


# Rows of a chart, one per option, with its name next to it if there is room, else above.

NARROW = 320.0
"""Below this width names are above their rows."""

HAIR = Stroke(Ink("hairline"), 0.5)
_PADDING = 4.5
_NAMES = 0.26
"""Most of the width that names take."""


class LabelColumn(msgspec.Struct, frozen=True):
    """The column of names."""

    letters: Typeface
    small: Typeface
    width: float
    """Width of the whole chart."""
    column: float
    """Width of the names; 0 if they are above their rows."""

    @property
    def left(self) -> float:
        """Left edge of the rows."""
        return self.column + 10 if self.column else 0.0


class Row(msgspec.Struct, frozen=True):
    """A row: its name, and the position of its bar."""

    name: tuple[str, ...]
    remark: tuple[str, ...]
    height: float
    bar: float
    """Distance from the top of the row to the top of its bar."""


def label_column(
    labels: list[Inlines], remarks: list[Inlines], letters: Typeface, small: Typeface, width: float
) -> LabelColumn:
    """The column of names."""
    if width < NARROW:
        return LabelColumn(letters, small, width, 0.0)
    widest = max([letters.extent(label, strong=True) for label in labels] + [small.extent(each) for each in remarks])
    return LabelColumn(letters, small, width, min(widest, width * _NAMES))


def chart_row(names: LabelColumn, label: Inlines, remark: Inlines, thick: float) -> Row:
    """A row with a bar of a given thickness."""
    room = names.column or names.width
    name = names.letters.lines(label, room, strong=True)
    remarks = names.small.lines(remark, room, italic=True)
    words = len(name) * names.letters.leading + len(remarks) * names.small.leading
    if not names.column:
        return Row(tuple(name), tuple(remarks), words + 2 + thick + 2 * _PADDING, _PADDING + words + 2)
    high = max(words, thick)
    first = min(names.letters.leading, words)
    bar = (high - thick) / 2 if words <= thick or len(name) + len(remarks) == 1 else max((first - thick) / 2, 0)
    return Row(tuple(name), tuple(remarks), high + 2 * _PADDING, _PADDING + bar)


def row_label(names: LabelColumn, row: Row, top: float) -> list[Shape]:
    """The name of a row."""
    words = len(row.name) * names.letters.leading + len(row.remark) * names.small.leading
    alone = names.column > 0 and len(row.name) + len(row.remark) == 1
    y = top + ((row.height - words) / 2 if alone else _PADDING)
    after = y + len(row.name) * names.letters.leading
    return [
        *names.letters.stacked(list(row.name), 0, y, TEXT, strong=True),
        *names.small.stacked(list(row.remark), 0, after, QUIET, italic=True),
    ]


def row_rule(width: float, y: float) -> Shape:
    """A hairline between rows."""
    return Path(((0, y), (width, y)), HAIR)


def without_overlaps(desired: Sequence[float], extents: Sequence[float], first: float, last: float) -> list[float]:
    """Centres of labels of the given extents between two ends, in order and each as near to its own point as possible.
    There must be room for all of them.

    Labels that touch move as one, to the mean of their desired positions (pool adjacent violators, Barlow et al. 1972).
    """
    offsets, reach = [], 0.0
    for extent in extents:
        offsets.append(reach + extent / 2)
        reach += extent
    pools: list[tuple[float, int]] = []  # (mean of desired position minus offset, number of labels)
    for centre, offset in zip(desired, offsets, strict=True):
        mean, count = centre - offset, 1
        while pools and pools[-1][0] > mean:
            before, of = pools.pop()
            mean, count = (before * of + mean * count) / (of + count), of + count
        pools.append((mean, count))
    starts = [mean for mean, count in pools for _label in range(count)]
    room = max(last - first - reach, 0.0)
    return [first + min(max(start - first, 0.0), room) + offset for start, offset in zip(starts, offsets, strict=True)]
