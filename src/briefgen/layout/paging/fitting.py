"""Strips → sheets, set closer where that spares a last page with little on it."""

from collections.abc import Mapping, Sequence

import msgspec

from briefgen.layout.paging.choice import chosen
from briefgen.layout.paging.flow import Sheet, one_after_the_other, sheet_of
from briefgen.layout.paging.scroll import Scroll
from briefgen.layout.setting.strip import Strip

CLOSER = (0.9, 0.8, 0.7)
"""Of the space between two blocks; the first that spares the page is taken."""

LITTLE = 0.16
"""Of the page: a last page that holds more stands."""

FEW_PAGES, LITTLE_OF_FEW = 3, 0.4
"""With so many pages, one fewer is worth more."""


def filled_in_order(
    strips: Sequence[Strip], notes: Mapping[int, Sequence[Strip]], upright: float, sideways: float
) -> list[Sheet]:
    """All pages, each filled as far as it goes before the next, with no row of a table divided: as a word processor
    sets them."""
    whole = [msgspec.structs.replace(strip, parts=()) if strip.parts else strip for strip in strips]
    scroll = Scroll(whole, notes, upright, sideways)
    return [sheet_of(scroll, state, end) for state, end in one_after_the_other(scroll, 1.0)]


def fitted(
    strips: Sequence[Strip], notes: Mapping[int, Sequence[Strip]], upright: float, sideways: float
) -> list[Sheet]:
    """All pages. A page fewer, if the last would hold little and closer blocks make room for it."""
    scroll = Scroll(strips, notes, upright, sideways)
    pages = chosen(scroll)
    little = LITTLE_OF_FEW if len(pages) <= FEW_PAGES else LITTLE
    state, end, _ = pages[-1]
    if len(pages) > 1 and end.blank >= (1 - little) * scroll.height(state.start):
        for closeness in CLOSER:
            if sum(1 for _ in one_after_the_other(scroll, closeness)) < len(pages):
                pages = chosen(scroll, closeness)
                break
    return [sheet_of(scroll, state, end) for state, end, _ in pages]
