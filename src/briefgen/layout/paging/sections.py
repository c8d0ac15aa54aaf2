"""The section that each page stands in, for its running line."""

from collections.abc import Mapping, Sequence

from briefgen.layout.page import Entry, Place

_NEAR = 1.0
"""Points: a heading this near to the head of its page begins it."""


def sections_of(outline: Sequence[Entry], places: Mapping[str, Place], pages: int, top: float) -> list[str]:
    """Page by page, the title of the section that the page begins in; where there is none yet, of the first that begins
    on it."""
    begins: dict[int, list[tuple[float, str]]] = {}
    for entry in outline:
        if entry.level == 1 and (place := places.get(entry.anchor)) is not None:
            begins.setdefault(place.page, []).append((place.y, entry.title))
    out: list[str] = []
    current = ""
    for page in range(1, pages + 1):
        here = sorted(begins.get(page, ()))
        first = here and (not current or here[0][0] <= top + _NEAR)
        out.append(here[0][1] if first else current)
        current = here[-1][1] if here else current
    return out
