"""The words and the initials of a text, which tell whether a name stands in it.

Each is worked out once a text: the title and the publisher of a source stand behind every claim that rests on it.
"""

import re
from functools import lru_cache

from briefgen.agreement.folding import folded

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
