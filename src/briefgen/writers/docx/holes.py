"""Holes for the numbers of pages: left while the text is written, filled when it stands."""

import re
from collections.abc import Mapping

_EDGE = "\x00"
"""XML has no such character, so no text of a document can make a hole."""

_HOLE = re.compile(f"{_EDGE}(\\w+){_EDGE}([^{_EDGE}]*){_EDGE}")


def number_of(bookmark: str, otherwise: str) -> str:
    """The hole for the page of a bookmark; `otherwise`, as XML, stands there if it is on no page."""
    return f"{_EDGE}{bookmark}{_EDGE}{otherwise}{_EDGE}"


def missing(xml: str) -> frozenset[str]:
    """The bookmarks whose numbers are missing."""
    return frozenset(hole[1] for hole in _HOLE.finditer(xml)) if _EDGE in xml else frozenset()


def filled(xml: str, pages: Mapping[str, int]) -> str:
    """The text with its numbers; `pages`: bookmark → page."""
    return _HOLE.sub(lambda hole: str(pages[hole[1]]) if hole[1] in pages else hole[2], xml)
