"""The words of all briefs in little room: each word once, the most frequent first, and each text as their numbers.

A number is written in one to three of 87 characters, none of which means anything in JSON or HTML; a text ends at a
space.
`search.js` reads it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

CHARACTERS = "".join(chr(code) for code in range(0x23, 0x7F) if chr(code) not in "\\<>&'")
"""So that neither a string nor a script can end in one."""
_BASE = len(CHARACTERS)
SHORT, MIDDLE = 20, 45
"""First characters of numbers of one and of two; the others begin one of three."""
MOST = SHORT + MIDDLE * _BASE + (_BASE - SHORT - MIDDLE) * _BASE * _BASE - 1
"""The highest number."""


def words_of(text: str) -> list[str]:
    """Its words, with their signs."""
    return text.split()


def pack(texts: Sequence[str]) -> tuple[str, str]:
    """The words of some texts, parted by spaces, and the texts as numbers of them."""
    counts = Counter(word for text in texts for word in words_of(text))
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    numbers = {word: code(at) for at, word in enumerate(ranked)}
    return " ".join(ranked), " ".join("".join(numbers[word] for word in words_of(text)) for text in texts)


def code(number: int) -> str:
    """A number in characters."""
    if number < SHORT:
        return CHARACTERS[number]
    number -= SHORT
    if number < MIDDLE * _BASE:
        first, last = divmod(number, _BASE)
        return CHARACTERS[SHORT + first] + CHARACTERS[last]
    first, rest = divmod(number - MIDDLE * _BASE, _BASE * _BASE)
    middle, last = divmod(rest, _BASE)
    return CHARACTERS[SHORT + MIDDLE + first] + CHARACTERS[middle] + CHARACTERS[last]


def row(numbers: Iterable[int]) -> str:
    """Numbers behind each other, each of at most `MOST`."""
    return "".join(map(code, numbers))


def cut(text: str, most: int) -> str:
    """A text of at most so many letters, cut between words."""
    words = " ".join(words_of(text))
    if len(words) <= most:
        return words
    return words[: words.rfind(" ", 0, most) if " " in words[:most] else most].rstrip(" ,;:–—") + " …"


def distinct(values: Iterable[str]) -> list[str]:
    """Each value once, sorted."""
    return sorted(set(values))
