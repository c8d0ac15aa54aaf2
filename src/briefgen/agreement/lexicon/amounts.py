"""The words around numbers in a language."""

from collections.abc import Mapping

import msgspec

from briefgen.agreement.cues import Cues


class Amounts(msgspec.Struct, frozen=True):
    """What is counted and measured, and the words that make a bound, a difference or a rate of a number."""

    units: Mapping[str, str]
    """A word or abbreviation → the unit of `units.UNITS`."""
    counted: Mapping[str, str]
    """A noun → what kind of thing is counted: `household`, `person`."""
    per: Mapping[str, Cues]
    """A period → how a rate says it: `day` → “a day”, “daily”."""
    more: Cues
    fewer: Cues
    """Behind a difference: “2,900 fewer”."""
    about: Cues
    estimating: Cues
    """Words for an estimate, which spreads over the figures of its sentence: “is put at”."""
    least: Cues
    most: Cues
    behind_numbers: Cues
    """Of these bounds, those that may stand behind their number: `40 or more`."""
    behind_nouns: Cues
    """And behind what is counted: `40 herders or more`."""
    terms: frozenset[str]
    """That are counted off: “the second quarter”."""
    year_parts: Mapping[str, int]
    """Parts of a year that are counted off → how many months they have: “quarter”."""
    rest: Cues
    """What is left of a whole: “the others”."""
    parting: Cues
    """That set one figure against another: “against”, “up from”."""
    spanning: frozenset[str]
    """Of the bounds, those that say how long something takes before a span of time: “over ten years”."""
    difference_gap: int = 1
    """How many words may stand between a number and its “more” or “fewer”: `2 900 ménages de plus`."""
