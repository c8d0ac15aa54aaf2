"""A text as folded words, tokens, clauses and names, with offsets that stay those of the text."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

import msgspec

from briefgen.claims.lexicon import Lexicon
from briefgen.claims.lexicon import lexicon as loaded
from briefgen.markup.sentences import sentences

_ALIKE = {
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\n": " ", "\t": " ", "\r": " ", "\f": " ",
}  # fmt: skip
"""Apostrophes, hyphens and spaces, each as its plain form. Dashes stay: they part words."""


@lru_cache(4096)
def folded(text: str) -> str:
    """The text in small letters without accents, as long as it was."""
    lower = text.lower()
    if len(lower) != len(text):  # “İ” becomes two characters
        lower = "".join(_letter(character) for character in text)
    if lower.isascii() and "\n" not in lower:
        return lower.replace("\t", " ").replace("`", "'")
    return lower.translate(_TABLE)


class _Table(dict[int, str]):
    """Worked out for each character when it is first met, and kept for those of the alphabets in use."""

    def __missing__(self, code: int) -> str:
        plain = _plain(chr(code))
        if code < _COMMON:
            self[code] = plain
        return plain


_COMMON = 0x3000
"""Letters below this, and signs, are kept: those of all alphabets, and not of all scripts."""

_TABLE = _Table()


def _plain(character: str) -> str:
    if character in _ALIKE:
        return _ALIKE[character]
    base = unicodedata.normalize("NFD", character)[0]
    return base if len(base) == 1 else character


def _letter(character: str) -> str:
    lower = character.lower()
    return lower if len(lower) == 1 else lower[0]


# A text as numbers, words and signs.


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


# What a stretch of text is about: the stems of its words, without the small ones.

_LONGEST = 6
"""Letters of a stem: endings that no list foresees differ behind them."""


def stems(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return _stems(text, lexicon.code)


@lru_cache(8192)
def _stems(text: str, code: str) -> frozenset[str]:
    lexicon = loaded(code)
    if lexicon is None:
        return frozenset()
    words = (token.text for token in tokens(folded(text)) if token.kind == "word")
    return frozenset(stem(word, lexicon) for word in words if len(word) > 2 and word not in lexicon.small_words)


def stem(word: str, lexicon: Lexicon) -> str:
    """A folded word without its ending."""
    return _stem(word, lexicon.endings)


@lru_cache(8192)
def _stem(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:_LONGEST]


def likeness(text: str, others: Iterable[str], lexicon: Lexicon) -> float:
    """The share of the words of a text that stand in others, from 0 to 1.

    Where it is low, the text is a free paraphrase, and that a single word is missing says little."""
    mine = stems(text, lexicon)
    theirs = frozenset().union(*(stems(other, lexicon) for other in others))
    return len(mine & theirs) / len(mine) if mine else 0.0


_FEWEST, _COVERED = 3, 0.8


def covers(text: str, other: str, lexicon: Lexicon, fewest: int = _FEWEST) -> bool:
    """Whether a text has nearly all the words of another, be it longer."""
    theirs = stems(other, lexicon)
    return len(theirs) >= fewest and len(theirs & stems(text, lexicon)) >= _COVERED * len(theirs)


_STOP = re.compile(r"[;:!?–—()“”«»\"\[\]…]|[.,](?!\d)")
"""Where a clause ends; a point or comma within a figure ends none."""


_REACH = 1_000
"""Letters around an offset in which the few words next to it stand."""


def behind(text: str, end: int, lexicon: Lexicon, most: int = 5) -> frozenset[str]:
    """The first few stems behind an offset of a text, up to the end of the clause."""
    rest = text[end : end + _REACH]
    stop = _STOP.search(rest)
    return _few(rest[: stop.start()] if stop else rest, lexicon, most)


def before(text: str, start: int, lexicon: Lexicon, most: int = 4) -> frozenset[str]:
    """The last few stems before an offset, from the beginning of the clause."""
    rest = text[max(0, start - _REACH) : start]
    cut = max((found.end() for found in _STOP.finditer(rest)), default=0)
    return _few(rest[cut:], lexicon, -most)


def _few(text: str, lexicon: Lexicon, most: int) -> frozenset[str]:
    words = [
        token.text
        for token in tokens(folded(text))
        if token.kind == "word" and len(token.text) > 2 and token.text not in lexicon.small_words
    ]
    chosen = words[:most] if most > 0 else words[most:]
    return frozenset(stem(word, lexicon) for word in chosen)


# Words in quotation marks: they are somebody else's.

QUOTED = re.compile(
    r"“([^“”]+)”|«\s?([^«»]+?)\s?»|\"([^\"]+)\"|„([^„“”]+)[“”]|(?<!\w)‘([^‘’]{3,}(?:’\w[^‘’]*)*)’(?!\w)"
)
"""Quotation marks of English, French, Spanish and German, and the words between them."""

_SIGNS = frozenset('“«"„‘')


def unquoted(text: str) -> str:
    """The text with all that is quoted blanked, letter for letter."""
    if _SIGNS.isdisjoint(text):
        return text
    return QUOTED.sub(lambda found: " " * len(found[0]), text)


def opened(text: str, at: int) -> bool:
    """Whether a place stands in a quotation: more were opened before it than closed."""
    before = text[:at]
    return before.count("“") > before.count("”") or before.count("«") > before.count("»") or before.count('"') % 2 == 1


# The words and the initials of a text, which tell whether a name stands in it.
#
# Each is worked out once a text: the title and the publisher of a source stand behind every claim that rests on
# it.

CAPITALISED = re.compile(
    r"(?:(?<=\b[lLdD]['’])|(?<![\w'’-]))[A-ZÀ-ÖØ-Þ][\w.]*(?:[-'’][\w]+)*"
    # Small words of names, in every language: a name is kept in the one that it comes from.
    r"(?:(?:\s(?:de|del|du|des|la|von|van)){0,2}\s[A-ZÀ-ÖØ-Þ][\w]*(?:[-'’][\w]+)*)*"
)
WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")


@lru_cache(4096)
def words(text: str) -> frozenset[str]:
    """The folded words of a text. “U.N.” is `u`, `n` and `un`."""
    found = frozenset(WORD.findall(folded(text)))
    whole = _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), text)
    return found if whole == text else found | frozenset(WORD.findall(folded(whole)))


def initials(text: str) -> tuple[str, ...]:
    """Of each name of several words in a text, their first letters: `un` for “United Nations”."""
    names = ([word for word in WORD.findall(name) if word[:1].isupper()] for name in CAPITALISED.findall(text))
    return tuple("".join(word[0] for word in name).casefold() for name in names if len(name) > 1)


# The clauses of a text: what its sentences are made of, as far as signs and joining words tell.

_WORD = re.compile(r"[^\W_]+")
_CUT = re.compile(r";|,\s(?=([^\W_]+))")


def clauses(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Start and end of each: sentences, cut at semicolons, and behind a comma before a “but” or “whereas”."""
    out: list[tuple[int, int]] = []
    for start, end in sentences(text):
        at = start
        first = _WORD.search(text, start, end)
        opens = first is not None and folded(first[0]) in lexicon.opening
        for found in _CUT.finditer(text, start, end):
            if found[0] == ";" or opens or folded(found[1]) in lexicon.opening:
                opens = False  # “Whereas the ministry admits 740, the union …”
                out.append((at, found.start()))
                at = found.end()
        out.append((at, end))
    return out


def clause(text: str, at: int, lexicon: Lexicon) -> tuple[int, int]:
    """The one that an offset stands in; the whole text where it stands between two."""
    return next((span for span in clauses(text, lexicon) if span[0] <= at < span[1]), (0, len(text)))
