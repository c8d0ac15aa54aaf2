"""Whose the space between two stretches of a line is."""

from briefgen.fonts import load
from briefgen.layout.page import Look


def space_owner(before: Look, after: Look) -> Look:
    """The look in which the space between two stretches is painted: never that of a link or a raised mark if the
    other is neither."""
    return after if before is not after and (before.element or before.rise) else before


def space_between(before: Look, after: Look) -> float:
    """The width of the space between two stretches."""
    owner = space_owner(before, after)
    return load(owner.font).space * owner.size + owner.tracking
