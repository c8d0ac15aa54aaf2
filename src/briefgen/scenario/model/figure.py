"""Figures: pictures that belong to the paper."""

import msgspec

from briefgen.scenario.model.kinds import Factual, Id, Words


class Figure(msgspec.Struct, frozen=True):
    """A picture with its caption."""

    id: Id
    """The short name of the picture; no other picture has it. For example: riders-by-hour"""
    file: str
    """The picture, a PNG or JPEG; its path begins at the folder of `scenario.yaml`.
    For example: figures/riders-by-hour.png"""
    alt: Words
    """What it shows, for readers who cannot see it: the data, not “a chart”.
    For example: Riders fall from 40 at eight to 3 at eleven"""
    caption: Factual
    """What a reader should see in it, with citations. For example: Few ride after ten [@riders-counted]."""
    marking: str = ""
    """Who may see it. For example: TLP:GREEN"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {number-not-in-passage: It is read off the picture.}"""
