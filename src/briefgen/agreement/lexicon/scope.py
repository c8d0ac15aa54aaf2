"""The words of all and some in a language."""

import msgspec

from briefgen.agreement.cues import Cues


class Scope(msgspec.Struct, frozen=True):
    """How far a statement reaches: all or some, here or everywhere, these alone or others too."""

    quantifiers: Cues
    """Many, some, most: not all, and not counted."""
    majority: Cues
    """Of these, those that are more than half."""
    universal: Cues
    seeming_universal: Cues
    """That hold such a word and are about something else: `after all`."""
    parts: Cues
    """That narrow what follows them: “members of”, “part of”."""
    asked: Cues
    """Who was asked: “respondents”, “of those surveyed”."""
    surveys: frozenset[str]
    """Of these, what may have asked people or counted something else."""
    narrow_places: Cues
    wide_places: Cues
    idle: Cues
    """That hold an “all” and mean none: “each other”, “after all”."""
    capitals: frozenset[str]
    """Places that an adjective tells the country of: “the Haitian capital”."""
    each: frozenset[str]
    """Of the universal words, those that part: “each direction”."""
    unanimity: Cues
    """Of them, those for a vote."""
    exclusive: Cues
    """That say of one thing what they deny of all others: “only”."""
    outside: Cues
    """That speak of all others: “outside”, “elsewhere”."""
    indefinite: frozenset[str]
    """Articles of some and not of all: “des familles”."""
    existing: frozenset[str]
    """Of the quantifiers, those that say that there are some: of whom, the words behind tell."""
    settlements: frozenset[str]
    """Places that have the name behind them: “the town of Ruhl” is Ruhl."""
