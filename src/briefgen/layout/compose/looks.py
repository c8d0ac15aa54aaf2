"""Looks that hang on nothing but the theme, and the words that were met in them, for one document after another.

Briefs of one house say much in the same words, and one brief says much twice.
"""

from typing import NamedTuple

import msgspec

from briefgen.fonts import Font
from briefgen.layout.compose.look import Manner, look_of
from briefgen.layout.matter import Segment
from briefgen.layout.page import Look
from briefgen.theme import Theme

_MOST_WORDS, _MOST_STRETCHES = 50_000, 4_096
"""What is remembered. A document that begins when there are more words begins with none."""


class Stretch(NamedTuple):
    """A text in one look."""

    first: str
    """Its first word, which stands behind something else each time."""
    others: tuple[Segment, ...]
    blank: bool
    """Whether a space follows them."""


class Looks:
    """The looks of one theme, each always the same value, so that stretches of one look can be joined."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._looks: dict[Manner, tuple[Look, Font]] = {}
        self._variants: dict[tuple[Look, str, float, bool], Look] = {}
        self._words: dict[Look, dict[str, Segment]] = {}
        self._stretches: dict[tuple[Look, str, str], Stretch] = {}

    def look(self, manner: Manner) -> tuple[Look, Font]:
        """The look of words that belong to no element of their own, and its font."""
        found = self._looks.get(manner)
        if found is None:
            found = self._looks[manner] = look_of(self.theme, manner)
        return found

    def variant(self, look: Look, font: str, scale: float, boxed: bool) -> Look:
        """The look in another font or size, for characters that its own font lacks."""
        key = (look, font, scale, boxed)
        found = self._variants.get(key)
        if found is None:
            found = self._variants[key] = msgspec.structs.replace(look, font=font, size=look.size * scale, boxed=boxed)
        return found

    def words(self, look: Look) -> dict[str, Segment]:
        """Words that were met in a look, as segments."""
        return self._words.setdefault(look, {})

    def stretch(self, look: Look, lang: str, text: str) -> Stretch | None:
        """What a text in a look came to before."""
        return self._stretches.get((look, lang, text))

    def remember(self, look: Look, lang: str, text: str, stretch: Stretch) -> None:
        """Takes note of what a text in a look comes to."""
        if len(self._stretches) < _MOST_STRETCHES:
            self._stretches[look, lang, text] = stretch

    @property
    def full(self) -> bool:
        """Whether it holds as much as it may."""
        return len(self._stretches) >= _MOST_STRETCHES or sum(map(len, self._words.values())) > _MOST_WORDS


_last: Looks | None = None


def looks(theme: Theme) -> Looks:
    """The looks of a theme, as the last document left them if it had the same."""
    global _last
    if _last is None or _last.theme is not theme or _last.full:
        _last = Looks(theme)
    return _last
