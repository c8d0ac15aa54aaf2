"""Where in a field the words stand that a finding is about."""

import re

from briefgen.prose import Prose
from briefgen.prose.citation import SYNTAX

MOST = 200
"""Sentences of a field that are looked at. Finding the place of each takes time with the length of the field; and prose
is a few paragraphs."""


def pointed(prose: Prose, lang: str, words: str, nth: int = 1) -> tuple[str, int]:
    """The needle and its occurrence, as a Finding takes them, for some words as a reader sees them. `nth`: how often
    they have stood in the field by then, this time included.

    Where spans or emphasis break the words as written, the first of them are pointed at; at worst, the whole field.
    """
    written = SYNTAX.sub(lambda found: " " * len(found[0]), prose.texts[lang])
    parts = words.split()
    while parts:
        exact = r"\s+".join(map(re.escape, parts))
        standing = list(re.finditer(rf"(?<![\w-]){exact}(?![\w-])", written))
        if standing:
            here = standing[min(nth, len(standing)) - 1]
            # A place is looked up as these words with no regard to what stands before them.
            loose = re.compile(exact + r"(?![\w-])")
            return " ".join(parts), sum(1 for _ in loose.finditer(prose.texts[lang], 0, here.start())) + 1
        parts.pop()
    return "", 1


def standings(words: str, text: str) -> int:
    """How often some words stand in a text, as words."""
    return len(re.findall(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text))
