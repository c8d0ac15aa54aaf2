"""What is found, and how words are compared: white space is folded, and what leaves no ink does not count."""

import re
from collections.abc import Iterable
from typing import Literal, TypeAlias
from unicodedata import normalize

from briefgen.core.xml import allowed

Place: TypeAlias = Literal["paragraph", "item", "cell"]
"""`item` is the first paragraph of an item, `cell` any paragraph in a table."""
Stretch: TypeAlias = tuple[str, str]
"""Kind and words. A kind is `title`, `heading 1` …, `caption` or a Place."""
Reading: TypeAlias = list[Stretch]

_NO_INK = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069"
    r"\ufe0e\ufe0f]"
)


def folded(words: str) -> str:
    """Words as they are compared."""
    return " ".join(_NO_INK.sub("", normalize("NFC", allowed(words))).split())


def kept(found: Iterable[Stretch]) -> Reading:
    """The stretches that have words."""
    return [(kind, words) for kind, text in found if (words := folded(text))]
