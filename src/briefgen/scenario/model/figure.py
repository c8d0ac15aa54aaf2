"""Figures: pictures that belong to the paper."""

import msgspec

from briefgen.scenario.model.kinds import Factual, Id, Words


class Figure(msgspec.Struct, frozen=True):
    """A picture with its caption."""

    id: Id
    file: str
    """A PNG or JPEG, relative to `scenario.yaml`."""
    alt: Words
    """What it shows, for readers who cannot see it: the data, not “a chart”."""
    caption: Factual
    """What a reader should see in it, with citations."""
    marking: str = ""
