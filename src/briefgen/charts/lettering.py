"""Words of a chart: measured in the theme's sans, and broken into lines that fit."""

import re
from math import fsum
from unicodedata import normalize

import msgspec

from briefgen.charts.drawing import Ink, Words
from briefgen.document import Inlines, plain
from briefgen.fonts import INVISIBLE, Stretch, file_of, load, stretches
from briefgen.theme import Theme

TEXT = Ink("text")
QUIET = Ink("secondary")

_UNSEEN = dict.fromkeys(map(ord, INVISIBLE))
_BLANKS = re.compile(r"[^\S\u00a0\u2007\u202f]+")
"""At a no-break space no line ends."""
_BREAKS = re.compile(r"(?<=[-–—/])")
"""Where a line may end inside a word."""
_SLACK = 0.01
"""A line may be wider by this, in points: a room that was made for it is a sum, and may miss it in the last digit."""


class Lettering(msgspec.Struct, frozen=True):
    """One size of type."""

    theme: Theme
    size: float
    leading: float

    def measured(self, text: str, strong: bool = False, italic: bool = False) -> tuple[float, tuple[Stretch, ...]]:
        """The width of a line, and what each font paints of it."""
        font = load(file_of(self.theme, "sans", strong, italic))
        try:
            return font.width(text) * self.size, (Stretch(font, text, 1, False),)
        except KeyError:
            parts = tuple(stretches(text, font, load(self.theme.fallback)))
            return fsum(part.font.width(part.text) * part.scale for part in parts) * self.size, parts

    def width(self, text: str, strong: bool = False, italic: bool = False) -> float:
        """The width of a line."""
        return self.measured(text, strong, italic)[0]

    def lines(self, label: Inlines | str, width: float, strong: bool = False, italic: bool = False) -> list[str]:
        """The words in lines no wider than `width`; a word that is wider is divided."""
        width += _SLACK
        text = clean(label)
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
                    kept = self._longest(line, width, strong, italic)
                    hyphen = kept > 2 and line[kept - 2 : kept].isalpha()
                    kept -= hyphen
                    out.append(line[:kept] + "-" * hyphen)
                    line = line[kept:]
        return [*out, line] if line else out

    def extent(self, label: Inlines | str, strong: bool = False, italic: bool = False) -> float:
        """The width of the words on one line."""
        return self.width(clean(label), strong, italic)

    def set(
        self, text: str, x: float, y: float, ink: Ink = TEXT, strong: bool = False, italic: bool = False,
        anchor: float = 0,
    ) -> Words:  # fmt: skip
        """A line of words on the baseline `y`; `anchor` is the part of it that lies left of `x`."""
        width, parts = self.measured(text, strong, italic)
        return Words(x - width * anchor, y, width, self.size, ink, parts, text, strong, italic)

    def stacked(
        self, lines: list[str], x: float, top: float, ink: Ink = TEXT, strong: bool = False, italic: bool = False,
        anchor: float = 0,
    ) -> list[Words]:  # fmt: skip
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


def clean(label: Inlines | str) -> str:
    """The words alone, on one line, without characters that leave no ink."""
    text = label if isinstance(label, str) else plain(label)
    return _BLANKS.sub(" ", normalize("NFC", text.translate(_UNSEEN))).strip(" ")


def labels(theme: Theme) -> Lettering:
    """The type of names."""
    style = theme.styles["table"]
    return Lettering(theme, style.size * 0.95, style.leading * 0.94)


def remarks(theme: Theme) -> Lettering:
    """The type of scales, values and remarks."""
    style = theme.styles["table-small"]
    return Lettering(theme, style.size, style.leading)
