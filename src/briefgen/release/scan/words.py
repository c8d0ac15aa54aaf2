"""A text → its words, so that the same words are the same whatever they are written with.

Case, accents, quotation marks, dashes, soft hyphens, kinds of space and of digits make no difference; nor does it how
thousands and decimals are set apart in a figure, or letters in an abbreviation. Both what is looked for and what is
looked through are read by these rules.
"""

import re
import unicodedata

BREAK = "\x1e"
"""Stands between stretches that do not go on in each other, such as two paragraphs; it counts as a word."""
PERCENT = "%"
_PERCENT = re.compile(r"p(?:er|our)\s+cent|percent|por\s+ciento|prozent")

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
"""Signs that show nothing: soft hyphens, joiners, directions (Unicode, Default_Ignorable_Code_Point)."""
_ACCENTS = re.compile("(?<=[a-z])[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+")
_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
"""Those that have their accent within."""
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_GROUPED = re.compile("\\d(?<![\\d.,]\\d)\\d{0,2}(?:[ ,.'’\u2009\u00a0\u202f]\\d{3})+(?!\\d)")
_DECIMAL = re.compile(r"[.,](?<=\d.)(?=\d)")
_WORD = re.compile(r"\d+\.\d+(?!\.?\d)|[^\W\d_]{3,}|[^\W_]+|[%\x1e]")
"""A number behind a word is not part of it: the sign of a note is often read together with what it stands behind."""
_DIVIDED = re.compile(r"[-\u2010\u2011\u00ad]\s*[\n\f]\s*")
_DIGIT = re.compile(r"\d")
_INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?")
"""`U.S.` and `Z.D.F` are `US` and `ZDF`."""


def spelled(text: str) -> list[str]:
    """The words of a text in their order, with their capitals."""
    return _divided(_plain(text))


def words(text: str) -> list[str]:
    """The words of a text in their order, folded."""
    return _divided(_PERCENT.sub(PERCENT, folded(_plain(text))))


def folded(text: str) -> str:
    """A text without capitals and accents: a name has one in one language, and none in another."""
    text = text.casefold()
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text.translate(_LETTERS))))


def _plain(text: str) -> str:
    if text.isascii():
        return text
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return _OTHER_DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), plain)


def _divided(text: str) -> list[str]:
    if _DIGIT.search(text):
        text = _GROUPED.sub(lambda found: re.sub(r"\D", "", found[0]), text)
        text = _DECIMAL.sub(".", text)
    return _WORD.findall(_INITIALS.sub(lambda found: found[0].replace(".", ""), text))


def marked(text: str) -> list[str]:
    """The words of markup, folded. Numbers say nothing there, and are not made alike."""
    return _WORD.findall(folded(text if text.isascii() else _UNSEEN.sub("", text)))


def undivided(text: str) -> str:
    """A text in which words that were divided at the end of a line are whole again."""
    return _DIVIDED.sub("", text)


def is_figure(word: str) -> bool:
    """Whether a word is a number."""
    return word[:1].isdigit() and word.replace(".", "", 1).isdigit()
