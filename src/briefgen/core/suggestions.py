"""Suggestions: the known word from which an unknown one differs by a slip of the keyboard ("did you mean")."""

import re
import unicodedata
from collections.abc import Iterable

_LONGEST = 80
"""Letters of a word that is compared with others: no name is longer, and comparing costs the square of it."""

_LOOK_ALIKE = str.maketrans("аеорсухіјѕοαινρ", "aeopcyxijsoaivp")
"""Letters of the Cyrillic and Greek alphabets that look like Latin ones, and these."""
_SEPARATORS = r"[\s_-]+"  # compiled on use: most runs meet no word that is not known


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was probably meant to be, whatever its capitals, accents, hyphens and spaces; None
    where none is an edit or two away, or two are."""
    from rapidfuzz.distance import OSA  # 70 ms at most, only for a word that is not known

    if len(word) > _LONGEST:
        return None
    plain = _plain(word)
    best, nearest = 3, None
    for name in dict.fromkeys(known):
        other = _plain(name)
        if other == plain:
            return name
        most = min(best, _allowed(plain, other))
        found = OSA.distance(plain, other, score_cutoff=most)
        if most and found <= most:
            best, nearest = found, name if found < best else None
    return nearest


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """“Did you mean `x`?”, and which letter nobody sees the difference of; an empty text where nothing is near."""
    near = closest(word, known)
    return f"Did you mean `{near}`?{_unseen(word, near)}" if near else ""


def _unseen(word: str, near: str) -> str:
    """What differs where both words look the same."""
    for letter in word:
        looks_latin = not letter.isascii() and letter.lower().translate(_LOOK_ALIKE).isascii()
        if letter not in near and (looks_latin or _is_blank(letter)):
            what = unicodedata.name(letter, "a character without a name").lower()
            return f" It holds U+{ord(letter):04X}, {what}: type it anew."
    return ""


def _is_blank(letter: str) -> bool:
    return letter not in " \t\n" and unicodedata.category(letter) in ("Zs", "Cf", "Cc", "Mn")


def _plain(word: str) -> str:
    """What is left of a word without all that slips at once: capitals, accents, hyphens, spaces, unseen characters."""
    if word.isascii():
        return re.sub(_SEPARATORS, "", word).lower()
    bare = (c for c in unicodedata.normalize("NFKD", word.lower()) if not _is_blank(c))
    return re.sub(_SEPARATORS, "", "".join(bare).replace("‑", "").translate(_LOOK_ALIKE))


def _allowed(one: str, other: str) -> int:
    """The number of edits that are still a slip."""
    short, long = sorted((one, other), key=len)
    if len(long) < 3 or _digits(one) != _digits(other):  # `option-2` is no slip for `option-1`
        return 0
    if len(long) - len(short) > 1 and long.endswith(short):  # unlikely and likely, not-stated and stated
        return 0
    most = 2 if len(long) > 5 else 1
    return most if len(set(one) ^ set(other)) <= 2 * most else 0


def _digits(word: str) -> str:
    return "" if word.isalpha() else "".join(c for c in word if c.isdigit())
