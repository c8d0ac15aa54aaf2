"""A text as words, so that the same words are equal in any script, spelling or typography."""

import re
import unicodedata
from collections.abc import Iterator

BREAK = "\x1e"
"""Separates texts that do not continue each other, such as two paragraphs; it counts as a word."""
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
"""A number after a word is not part of it: the sign of a note is often read together with what it follows."""
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


# Letters and figures that look like others: of `Ѕecret` the first is Cyrillic. A text → how it reads to the
# eye.
#
# The table has letters of Greek and Cyrillic that look like Latin ones (Unicode, UTS 39), each as it is
# written, since a small `н` looks like no small letter. What is written in these scripts throughout comes out
# as no word at all.

_OTHER = (
    "АВЕЅІЈКМНОРСТХҮУԌԚԜаеѕіјорсухүһԁԛԝӏҺвкмтЗб"  # Cyrillic
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβγεηικνορτυχω"  # Greek
    "ɑɡլոսօհ"  # of phonetics, and Armenian
)
_LATIN = "abesijkmhopctxyygqwaesijopcyxyhdqwlhbkmt36abezhikmnoptyxabyenikvoptuxwaglnuoh"
_ALIKE = str.maketrans(dict(zip(_OTHER, _LATIN, strict=True)))
_ANY = re.compile(f"[{_OTHER}]")
_TURNED = re.compile("\u202e([^\u202c\u2069\n\x1e]*)")
"""What is shown from its end to its beginning."""
_FIGURE = re.compile(r"(?<![^\W_])\d[\d.,'’]{0,40}[OolI|][\dOolI|.,'’]{0,40}(?<=[\dOo])(?![^\W_])")
"""A figure with letters among its digits: `91,2OO`. At its end `l` is a litre, at its beginning a letter is a name."""
_DIGITS = str.maketrans("OolI|", "00111")


def as_seen(text: str) -> str:
    """The text as it looks; itself where that is the same."""
    if not text.isascii():
        if _ANY.search(text):
            text = text.translate(_ALIKE)
        if "\u202e" in text:
            text = _TURNED.sub(lambda found: found[1][::-1], text)
    return _FIGURE.sub(lambda found: found[0].translate(_DIGITS), text)


# Other spellings of a name: `Mueller` for `Müller`, `Aarhus` for `Århus`; and what is made of one: `Zanzibari`.
#
# All words are folded, but for what is given with its accents.

_LONG = 5
"""Letters of a name in which two letters may stand for one: of `Sue` they do not."""
_WRITTEN = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "œ": "oe"}
_ACCENTED = re.compile("|".join(_WRITTEN))
_PAIRS = re.compile("ae|oe|(?<![gq])ue|aa")
_ROOT = 6
"""Letters of a name of which others are made."""
_VOWEL = re.compile("[aeioy]$")
_ENDINGS = tuple(
    """
    s es i is an ans ian ians ean eans ese ish er ers ite ites
    ais aise aises ois oise oises ien iens ienne iennes ain ains aine aines
    ano ana anos anas iano iana ianos ianas es esa eses esas eno ena enos enas ense enses ino ina inos inas
    """.split()  # noqa: SIM905  (a list of endings reads best as one)
)
"""Endings of those who live somewhere, and of what is theirs, in English, French and Spanish."""


def transcriptions(word: str) -> Iterator[str]:
    """Of a word as it is written, accents and all."""
    low = word.casefold()
    if not low.isascii():
        yield folded(_ACCENTED.sub(lambda found: _WRITTEN[found[0]], low))
    plain = folded(low)
    if len(plain) >= _LONG and plain.isalpha():
        yield _PAIRS.sub(lambda found: found[0][0], plain)


def derived(name: str) -> Iterator[str]:
    """Words that are made of the name of a place or a party; some that nobody says are among them."""
    if len(name) < _ROOT or not name.isalpha() or not name.isascii():
        return
    stem = _VOWEL.sub("", name)
    for root in {name, stem} if len(stem) >= _ROOT - 1 else {name}:
        yield from (root + ending for ending in _ENDINGS)
    if name.endswith("y"):
        yield from (stem + "ies", stem + "ian", stem + "ians")
