"""Names of places in a document, for links and bookmarks."""

import re
import unicodedata

_OTHER = re.compile(r"[^a-z0-9]+")


def slug(words: str) -> str:
    """Words as an anchor: small Latin letters, digits and hyphens."""
    folded = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _OTHER.sub("-", folded).strip("-")[:60].strip("-")


class Anchors:
    """The anchors of a document, each given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def give(self, wanted: str, otherwise: str = "section") -> str:
        """The wanted anchor, numbered where it is taken or kept for notes."""
        name = wanted or otherwise
        if re.fullmatch(r"(note|cite)-[0-9-]+", name):
            name = f"{otherwise}-{name}"
        unique, count = name, 1
        while unique in self._given:
            count += 1
            unique = f"{name}-{count}"
        self._given.add(unique)
        return unique

    def __contains__(self, name: str) -> bool:
        return name in self._given
