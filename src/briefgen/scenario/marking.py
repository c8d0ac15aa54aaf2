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


def as_span(label: str) -> str:
    """How a span writes a label, behind `.marking-`: `tlp-amber-strict`."""
    return label.lower().replace(":", "-").replace("+", "-")


_OF_SPANS = {as_span(label): label for label in LABELS}


def of_span(written: str) -> str:
    """The label that a span means, `.marking-tlp-amber` without its first word; empty where there is none such."""
    return _OF_SPANS.get(written, "")


def exceeds(marking: str, other: str) -> bool:
    """Whether a label is more restricted than another; never where one of them is none of the scheme."""
    return marking in TLP and other in TLP and LABELS.index(marking) > LABELS.index(other)


def highest(markings: Iterable[str]) -> str:
    """The most restricted of some markings; empty where there is none."""
    known = [LABELS.index(marking) for marking in markings if marking in TLP]
    return LABELS[max(known)] if known else ""
