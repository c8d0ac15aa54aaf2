"""Which characters of a text the fonts can paint."""

import re
import unicodedata
from collections.abc import Callable

from briefgen.fonts.font import RIGHT_TO_LEFT, load, paintable
from briefgen.fonts.font_runs import INVISIBLE
from briefgen.theme.read import FONTS

COMMON = re.compile(r"[\t\n -~\u00a0-\u024f\u2010-\u2027\u202f-\u203a€−]*")
"""Characters that the fonts are known to have: most texts need no further check."""


def unpainted(text: str) -> tuple[int, int] | None:
    """The range of the first characters of a text that no font has."""
    return _first(text, _has_no_glyph)


def right_to_left(text: str) -> tuple[int, int] | None:
    """The range of the first words in a script that runs from right to left."""
    return _first(text, _runs_left)


def _first(text: str, meant: Callable[[str], bool]) -> tuple[int, int] | None:
    if COMMON.fullmatch(text):
        return None
    start = next((at for at, char in enumerate(text) if meant(char)), None)
    if start is None:
        return None
    end = start + 1
    for at in range(end, len(text)):
        if meant(text[at]):
            end = at + 1
        elif text[at] != " ":
            break
    return start, end


def _runs_left(char: str) -> bool:
    return char not in INVISIBLE and unicodedata.bidirectional(char) in RIGHT_TO_LEFT


def _has_no_glyph(char: str) -> bool:
    if char.isspace() or char in INVISIBLE or unicodedata.category(char) == "Cc" or _runs_left(char):
        return False
    names = sorted(path.name for path in FONTS.glob("*.ttf"))
    return not paintable(char) or not any(ord(char) in load(name).characters for name in names)
