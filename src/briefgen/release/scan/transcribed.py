"""Other spellings of a name: `Mueller` for `Müller`, `Aarhus` for `Århus`; and what is made of one: `Zanzibari`.

All words are folded, but for what is given with its accents.
"""

import re
from collections.abc import Iterator

from briefgen.release.scan.words import folded

_LONG = 5
"""Letters of a name in which two letters may stand for one: of `Sue` they do not."""
_WRITTEN = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "œ": "oe"}
_ACCENTED = re.compile("|".join(_WRITTEN))
_PAIRS = re.compile("ae|oe|(?<![gq])ue|aa")
_ROOT = 6
"""Letters of a name of which others are made."""
_VOWEL = re.compile("[aeioy]$")
_BEHIND = tuple(
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
        yield from (root + ending for ending in _BEHIND)
    if name.endswith("y"):
        yield from (stem + "ies", stem + "ian", stem + "ians")
