"""A theme as it suits what the document is dressed in."""

from collections.abc import Mapping

import msgspec

from briefgen.theme import Theme
from briefgen.writers.docx.numbering import Numbers


class Suited(msgspec.Struct, frozen=True):
    """What a house style changes; without one, nothing."""

    theme: Theme
    paper: tuple[int, int] = (0, 0)
    """Width and height in twips; 0: as asked for."""
    ids: Mapping[str, str] = {}
    """Our id of a style → the id of the house's, where it has that style."""
    bold: Mapping[str, bool] = {}
    """Our id → whether the house's style is bold."""
    before: Mapping[str, int] = {}
    """Our id → the space above it in the house's style, in twips."""
    page_kinds: tuple[str, ...] = ("default", "first")
    numbers: Numbers = Numbers()
