"""Markings of an organisation's own: a scheme is a list of them."""

import msgspec

from briefgen.scenario.model.kinds import Words


class Marking(msgspec.Struct, frozen=True):
    """One step of a scheme of markings; they stand in order, from what all may see to what the fewest may."""

    label: str
    """What pieces are marked with; in a span it is written small, with hyphens: `.marking-for-officials`.
    For example: FOR OFFICIALS"""
    text: Words | None = None
    """What every page says, where it is more than the label, or differs by language.
    For example: {en: FOR OFFICIALS ONLY, fr: POUR LES SERVICES}"""
    colour: str = "#FFFFFF"
    """The colour of its letters, which stand on black, as `#RRGGBB`. For example: "#FFC000\""""
