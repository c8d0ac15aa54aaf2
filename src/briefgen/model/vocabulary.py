"""Words of likelihood with their ranges in percent. A scenario declares one scale, and its brief prints it."""

from typing import Literal, TypeAlias

import msgspec

ScaleName: TypeAlias = Literal["icd203", "phia"]


class Band(msgspec.Struct, frozen=True):
    """One step of a scale: its terms (the first is the one to print) and its range in percent."""

    terms: tuple[str, ...]
    low: int
    high: int


class LikelihoodScale(msgspec.Struct, frozen=True):
    """A scale, from the least likely to the most."""

    name: str
    source: str
    bands: tuple[Band, ...]


SCALES: dict[ScaleName, LikelihoodScale] = {
    "icd203": LikelihoodScale(
        "ICD 203",
        "Intelligence Community Directive 203, Analytic Standards (2015), D.6.e(2)(a)",
        (
            Band(("almost no chance", "remote"), 1, 5),
            Band(("very unlikely", "highly improbable"), 5, 20),
            Band(("unlikely", "improbable"), 20, 45),
            Band(("roughly even chance", "roughly even odds"), 45, 55),
            Band(("likely", "probable"), 55, 80),
            Band(("very likely", "highly probable"), 80, 95),
            Band(("almost certain", "nearly certain"), 95, 99),
        ),
    ),
    "phia": LikelihoodScale(
        "PHIA",
        "Professional Head of Intelligence Assessment, Probability Yardstick",
        (
            Band(("remote chance",), 0, 5),
            Band(("highly unlikely",), 10, 20),
            Band(("unlikely",), 25, 35),
            Band(("realistic possibility",), 40, 50),
            Band(("likely", "probable"), 55, 75),
            Band(("highly likely",), 80, 90),
            Band(("almost certain",), 95, 100),
        ),
    ),
}
"""The gaps between the bands of the yardstick are deliberate."""


def band(scale: ScaleName, term: str) -> Band | None:
    """The step that a term belongs to."""
    return next((step for step in SCALES[scale].bands if term.lower() in step.terms), None)
