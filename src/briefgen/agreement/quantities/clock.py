"""Times of day: “8:45”, “18 h 30”, “6.30 p.m.”, in minutes since midnight."""

import re

from briefgen.agreement.quantities.quantity import Quantity
from briefgen.agreement.tokens import Line

_NEAR = 20
"""Letters behind a time in which it is said to be before noon or after."""

_ABBREVIATION = 4
"""The most letters of `p.m.`: a bare hour is one only with that, since “6 in the evening” may be six of anything."""

_TIME = re.compile(
    r"(?P<hour>[01]?[0-9]|2[0-4])"
    r"(?::(?P<colon>[0-5][0-9])(?::[0-5][0-9])?(?: ?h(?![^\W_]))?"
    r"| ?h ?(?P<h>[0-5][0-9])(?! ?m(?:in|n)?(?![^\W_]))"  # “2 h 30 min” is a length of time
    r"|\.(?P<dot>[0-5][0-9]))?(?![\d:]|[.,]\d)"
)


def time(line: Line, at: int) -> tuple[Quantity, int] | None:
    """The time of day that begins at a token, and the token behind it."""
    start = line.tokens[at].start
    if line.tokens[at].kind != "digits" or line.text[max(0, start - 1) : start] in {":", "/", "-", "+"}:
        return None
    found = _TIME.match(line.text, start)
    if found is None:
        return None
    minutes = found["colon"] or found["h"] or found["dot"]
    half, end = _half(line, found.end())
    if not half and not (found["colon"] or found["h"]):
        return None
    if not minutes and end - found.end() > _ABBREVIATION + 1:
        return None
    hour = int(found["hour"])
    if half and not 1 <= hour <= 12:
        half = ""
    values = _values(hour, int(minutes or 0), half, line.lexicon.dates.twelve_hours and found["h"] is None)
    after = next((n for n in range(at, len(line.tokens)) if line.tokens[n].start >= end), len(line.tokens))
    return Quantity(values, start, end, "time", precision=_precision(int(minutes or 0))), after


def _half(line: Line, end: int) -> tuple[str, int]:
    """Which half of the day is named behind a time, if one is, and where that ends."""
    words = line.lexicon.dates
    for half, cues in (("first", words.before_noon), ("second", words.after_noon)):
        for cue in cues.standing(line.text):
            if end <= cue.start and cue.end <= end + _NEAR and not line.text[end : cue.start].strip(" ,h"):
                return half, cue.end
    return "", end


def _values(hour: int, minutes: int, half: str, either: bool) -> tuple[float, ...]:
    """`either`: whether a time of no named half may be in the second."""
    match half:
        case "first":
            return (float(hour % 12 * 60 + minutes),)
        case "second":
            return (float((hour % 12 + 12) * 60 + minutes),)
    first = float(hour % 24 * 60 + minutes)
    return (first, first + 720) if either and 1 <= hour < 12 else (first,)


def _precision(minutes: int) -> float:
    return next(float(step) for step in (30, 15, 5, 1) if minutes % step == 0)
