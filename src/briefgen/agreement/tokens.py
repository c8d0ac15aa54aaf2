"""A text as numbers, words and signs."""

import re
from functools import lru_cache
from typing import Literal

import msgspec

from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon


class Token(msgspec.Struct, frozen=True):
    """A number in digits, a word, or a sign. Offsets are those of the text."""

    kind: Literal["digits", "word", "sign"]
    text: str
    start: int
    end: int


FIRST_YEAR, LAST_YEAR = 1500, 2099
"""Four digits between these are mostly a year."""

_TOKEN = re.compile(
    r"(?P<digits>[0-9]{1,3}(?:[ '](?=[0-9]{3}(?![0-9]))[0-9]{3})+(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*)"
    r"|(?P<word>(?:km|hm|dm|cm|mm|m)[²³23](?![^\W_])|°c|[^\W\d_]+)|(?P<sign>[%‰€$£¥½¼¾])"
)


@lru_cache(1024)
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a folded text."""
    return tuple(Token(found.lastgroup, found[0], *found.span()) for found in _TOKEN.finditer(text))  # type: ignore[arg-type]


class Line(msgspec.Struct, frozen=True):
    """A folded text and its tokens, read in one language."""

    text: str
    tokens: tuple[Token, ...]
    lexicon: Lexicon

    def word(self, at: int) -> str:
        """The text of a token; empty behind the last."""
        return self.tokens[at].text if at < len(self.tokens) else ""

    def gap(self, at: int) -> str:
        """What stands between a token and the one before it."""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def joined(self, at: int) -> bool:
        """Whether nothing but space or a hyphen stands between a token and the one before it."""
        return at < len(self.tokens) and not self.gap(at).strip(" -")


def line(text: str, lexicon: Lexicon) -> Line:
    """A text as it is read in one language."""
    plain = folded(text)
    return Line(plain, tokens(plain), lexicon)


def is_year(digits: str) -> bool:
    """Whether digits are most likely a year."""
    return len(digits) == 4 and digits.isdecimal() and FIRST_YEAR <= int(digits) <= LAST_YEAR
