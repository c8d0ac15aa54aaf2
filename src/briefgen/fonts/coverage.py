"""Which characters of a text the fonts can paint."""

import re
import unicodedata
from collections.abc import Callable

from briefgen.fonts.font import RIGHT_TO_LEFT, load, paintable
from briefgen.fonts.font_runs import INVISIBLE
from briefgen.theme.read import FONTS

COMMON = re.compile(r"[\t\n -~\u00a0-\u024f\u2010-\u2027\u202f-\u203a€−]*")
"""Characters that the fonts are known to have: most texts need no further check."""

_JOINING = INVISIBLE | {" "}


def unpainted(text: str) -> list[tuple[int, int]]:
    """The ranges of letters of a text that no font has."""
    return _ranges(text, _has_no_glyph)


def right_to_left(text: str) -> list[tuple[int, int]]:
    """The ranges of words of a text in a script that runs from right to left."""
    return _ranges(text, _runs_left)


def _ranges(text: str, meant: Callable[[str], bool]) -> list[tuple[int, int]]:
    """The stretches of such characters; spaces and invisible characters within one do not divide it."""
    if COMMON.fullmatch(text):
        return []
    found = {char for char in set(text) if meant(char)}
    out: list[tuple[int, int]] = []
    for at, char in enumerate(text):
        if char not in found:
            continue
        if out and _JOINING.issuperset(text[out[-1][1] : at]):
            out[-1] = out[-1][0], at + 1
        else:
            out.append((at, at + 1))
    return out


def _runs_left(char: str) -> bool:
    return char not in INVISIBLE and unicodedata.bidirectional(char) in RIGHT_TO_LEFT


def _has_no_glyph(char: str) -> bool:
    if char.isspace() or char in INVISIBLE or unicodedata.category(char) == "Cc" or _runs_left(char):
        return False
    names = sorted(path.name for path in FONTS.glob("*.ttf"))
    return not paintable(char) or not any(ord(char) in load(name).characters for name in names)
