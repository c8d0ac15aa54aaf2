"""A word in two: by a hyphen at one of its points, or between any two of its letters."""

import re

import msgspec

from briefgen.fonts import load
from briefgen.layout.matter import Segment
from briefgen.layout.setting.hyphens import SHORTEST, points

SOFT_HYPHEN = "\u00ad"

_WORD = re.compile(r"[^\w]*([^\W\d_]+(?:['’][^\W\d_]+)*)[^\w]*")
"""What hyphens may divide: letters, between quotation marks and the like. What is written of figures, dots and strokes
stays as it is."""

_PART = re.compile(r"[^\W\d_]+")
"""In *d’approvisionnement*, what follows the apostrophe."""


def cuts(segment: Segment, lang: str) -> tuple[int, ...]:
    """How many of its letters may stand before a hyphen, from few to many; none where it cannot be divided so."""
    look, text = segment.look, segment.text
    if len(text) < SHORTEST or segment.address or look.rise or look.boxed:
        return ()
    lang = look.lang or lang
    if text.isalpha():
        return points(text, lang)
    if not _WORD.fullmatch(text):
        return ()
    return tuple(part.start() + point for part in _PART.finditer(text) for point in points(part[0], lang))


def hyphenated_width(segment: Segment, cut: int) -> float:
    """The width of its first `cut` letters and the hyphen."""
    look = segment.look
    return load(look.font).width(segment.text[:cut] + "-") * look.size + look.tracking * (cut + 1)


def rest_width(segment: Segment, cut: int) -> float:
    """The width of what follows its first `cut` letters."""
    look, text = segment.look, segment.text[cut:]
    return load(look.font).width(text) * look.size + look.tracking * len(text)


def hyphenated(segment: Segment, cut: int) -> Segment:
    """Its first `cut` letters with a hyphen, which means that there is none in the word."""
    return msgspec.structs.replace(
        segment,
        text=segment.text[:cut] + "-",
        width=hyphenated_width(segment, cut),
        meaning=(segment.meaning or segment.text)[:cut] + SOFT_HYPHEN,
        note=0,
        anchor="",
    )


def opened(segment: Segment, cut: int) -> Segment:
    """Its first `cut` letters, without a hyphen."""
    look, text = segment.look, segment.text[:cut]
    width = load(look.font).width(text) * look.size + look.tracking * cut
    return msgspec.structs.replace(segment, text=text, width=width, meaning=segment.meaning[:cut], note=0, anchor="")


def rest(segment: Segment, cut: int) -> Segment:
    """What follows its first `cut` letters, at the beginning of a line."""
    return msgspec.structs.replace(
        segment,
        text=segment.text[cut:],
        width=rest_width(segment, cut),
        meaning=segment.meaning[cut:],
        space=0.0,
        breaks=True,
        forced=False,
    )
