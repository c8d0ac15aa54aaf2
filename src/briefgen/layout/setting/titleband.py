"""The entries under a title → one strip: labels over values in columns, between hairlines."""

from math import fsum

from briefgen.layout.matter import Band, Words
from briefgen.layout.page import Box, Fill, moved
from briefgen.layout.setting.marks import most_marks
from briefgen.layout.setting.measure import extent
from briefgen.layout.setting.paragraph import set_words
from briefgen.layout.setting.strip import Strip, stacked
from briefgen.theme import Theme

_GAP = 18.0
"""Between two columns, at least."""

_PAD = 5.5
"""Between a hairline and the text."""

_HAIRLINE = 0.5

_TALLEST = 0.4
"""Of the page."""

_WIDEST = 0.45
"""Of the measure: a longer entry is broken into lines."""


def set_band(band: Band, x: float, width: float, page_height: float, theme: Theme, lang: str) -> list[Strip]:
    """As many columns as fit, and so many rows as that takes. Entries too long to stand together follow each other as
    paragraphs do."""
    natural = [min(max(extent(words, theme.table).most for words in entry if words) + 0.1, width * _WIDEST)
               for entry in band.entries]  # fmt: skip
    count = len(natural)
    # In rows of the same number of entries, as nearly as can be.
    choices = (-(-count // rows) for rows in range(1, count + 1))
    columns = next(n for n in choices if n == 1 or fsum(_column_widths(natural, n)) + _GAP * (n - 1) <= width)
    widths = _column_widths(natural, columns)
    spare = (width - fsum(widths)) / columns
    boxes: list[Box] = [Fill(x, -_HAIRLINE / 2, width, _HAIRLINE, band.ink)]
    notes: list[int] = []
    y = _PAD
    for start in range(0, count, columns):
        left, deepest = x, 0.0
        for entry, own in zip(band.entries[start : start + columns], widths, strict=False):
            strips = _entry(entry, left, own + max(spare - _GAP, 0), lang)
            depth, content, cited = stacked(strips)
            boxes += [moved(box, y) for box in content]
            notes += cited
            deepest = max(deepest, depth)
            left += own + spare
        y += deepest + _PAD
    if y > page_height * _TALLEST or len(notes) > most_marks(page_height, theme):
        return [strip for entry in band.entries for strip in _entry(entry, x, width, lang)]
    boxes.append(Fill(x, y - _HAIRLINE / 2, width, _HAIRLINE, band.ink))
    return [Strip(y, tuple(boxes), tuple(notes), band.before, band.after)]


def _entry(entry: tuple[Words | None, Words | None], x: float, width: float, lang: str) -> list[Strip]:
    return [strip for words in entry if words for strip in set_words(words, x, width, lang)]


def _column_widths(natural: list[float], columns: int) -> list[float]:
    return [max(natural[column::columns]) for column in range(columns)]
