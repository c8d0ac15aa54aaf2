"""Markings: who may see a piece. A scheme is its labels in order; the built-in one is TLP 2.0 (FIRST, August 2022)."""

import re
import unicodedata
from collections.abc import Iterable

import msgspec

from briefgen.model.scenario import Marking, Scenario

TLP = (
    Marking("TLP:CLEAR", colour="#FFFFFF"),
    Marking("TLP:GREEN", colour="#33FF00"),
    Marking("TLP:AMBER", colour="#FFC000"),
    Marking("TLP:AMBER+STRICT", colour="#FFC000"),
    Marking("TLP:RED", colour="#FF2B2B"),
)
"""From the least to the most restricted. A label is never translated."""

LABELS = tuple(each.label for each in TLP)

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def is_colour(text: str) -> bool:
    """Whether a colour is written as writers take it."""
    return _COLOUR.fullmatch(text) is not None


_LEAST_CONTRAST = 4.5
"""Of letters of any size and their ground (WCAG 2.2, 1.4.3)."""


def on_black(colour: str) -> str:
    """A colour in which letters can be read on black: itself, else one between it and white."""
    channels = [int(colour[at : at + 2], 16) for at in (1, 3, 5)] if is_colour(colour) else [255, 255, 255]
    while (_luminance(channels) + 0.05) / 0.05 < _LEAST_CONTRAST:
        channels = [min(255, each + 8) for each in channels]
    return "#" + "".join(f"{each:02X}" for each in channels)


def _luminance(channels: list[int]) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [each / 255 for each in channels]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def as_span(label: str) -> str:
    """How a span writes a label, after `.marking-`: `tlp-amber-strict`."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


class Scheme(msgspec.Struct, frozen=True):
    """Markings that can be compared."""

    name: str
    """What messages call it."""
    steps: tuple[Marking, ...]
    """From the least to the most restricted."""

    @property
    def labels(self) -> tuple[str, ...]:
        """As pieces give them."""
        return tuple(each.label for each in self.steps)

    def of_span(self, written: str) -> str:
        """The label that a span means, `.marking-tlp-amber` without its first word; empty where there is none such."""
        return next((label for label in self.labels if as_span(label) == written.lower()), "")

    def step(self, label: str) -> Marking | None:
        """The marking of a label."""
        return next((each for each in self.steps if each.label == label), None)

    def exceeds(self, marking: str, other: str) -> bool:
        """Whether a label is more restricted than another; never where one of them is not in the scheme."""
        labels = self.labels
        return marking in labels and other in labels and labels.index(marking) > labels.index(other)

    def up_to(self, label: str) -> "Scheme":
        """The scheme up to a label, for readers who may see no more; its first step where the label is unknown."""
        labels = self.labels
        return Scheme(self.name, self.steps[: labels.index(label) + 1 if label in labels else 1])

    def highest(self, markings: Iterable[str]) -> str:
        """The most restricted of some markings; empty without markings."""
        labels = self.labels
        known = [labels.index(marking) for marking in markings if marking in labels]
        return labels[max(known)] if known else ""


_TLP = Scheme("TLP 2.0", TLP)


def scheme_of(scenario: Scenario) -> Scheme:
    """The scheme of a scenario: its organisation's, or TLP 2.0."""
    return Scheme("the scheme `markings`", scenario.markings) if scenario.markings else _TLP
