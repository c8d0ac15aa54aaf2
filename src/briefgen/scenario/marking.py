"""Markings: who may see a piece. The built-in scheme is TLP 2.0 (FIRST, August 2022)."""

from collections.abc import Iterable

TLP: dict[str, str] = {
    "TLP:CLEAR": "#FFFFFF",
    "TLP:GREEN": "#33FF00",
    "TLP:AMBER": "#FFC000",
    "TLP:AMBER+STRICT": "#FFC000",
    "TLP:RED": "#FF2B2B",
}
"""Label → colour of its letters on black, from the least to the most restricted. A label is never translated."""

LABELS = tuple(TLP)


def highest(markings: Iterable[str]) -> str:
    """The most restricted of some markings; empty where there is none."""
    known = [LABELS.index(marking) for marking in markings if marking in TLP]
    return LABELS[max(known)] if known else ""
