"""Words in quotation marks: they are somebody else's."""

import re

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
