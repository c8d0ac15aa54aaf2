"""The words of numbers in a language."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from briefgen.agreement.cues import Cues


class Numerals(msgspec.Struct, frozen=True):
    """The words of numbers, without accents."""

    atoms: Mapping[str, int]
    """That are added: `twenty` → 20, `doscientos` → 200."""
    hundreds: frozenset[str]
    magnitudes: Mapping[str, float]
    """That multiply what stands before: `million` → 1e6. A letter behind digits too: `12bn`."""
    collectives: Mapping[str, int]
    """`dozen` → 12; in the plural they are vague."""
    vague: Mapping[str, int]
    """`hundreds of` → 100: an order of magnitude."""
    shares: Mapping[str, int]
    """The denominators of fractions: `thirds` → 3."""
    halves: frozenset[str]
    weak_halves: frozenset[str]
    """Those that are a half only before a magnitude: “medio millón”, but “medio ambiente”."""
    ordinals: Mapping[str, int]
    ordinal_endings: frozenset[str]
    """Behind digits: `th`, `er`."""
    articles: frozenset[str]
    """That stand for one before a word of quantity: `a hundred`."""
    joiners: frozenset[str]
    """Within a number: `two hundred and five`."""
    between: frozenset[str]
    """Between the ends of a range: `40 to 60`."""
    out_of: Cues
    """Between the numbers of a share: `one in three`."""
    factors: Mapping[str, float]
    """`doubled` → 2."""
    decimal: Literal[".", ","]
    """How decimals are parted; the other sign parts thousands."""
    of: frozenset[str]
    """Between a fraction and its whole: `a quarter of a million`."""
    doubtful: frozenset[str] = frozenset()
    """Numbers that are also adjectives: a number only before a noun (`neuf`)."""
    before_adjectives: frozenset[str] = frozenset()
    """Before which they are no numbers: `est neuf`."""
    part_nouns: frozenset[str] = frozenset()
    """That make a fraction of an ordinal: `la tercera parte`."""
    weak_out_of: frozenset[str] = frozenset()
    """Of `out_of`, those that part no share behind an article: `uno de tres`."""
    far_out_of: frozenset[str] = frozenset()
    """Of `out_of`, those before which several words may stand: “quatre usagers du car sur dix”."""
    before_years: frozenset[str] = frozenset()
    """Of `out_of`, those that stand before a year too: `Law 30 of 1992`."""
    before_spans: frozenset[str] = frozenset()
    """Of `out_of`, those that stand before a span of time too: `two in thirty hours`."""
    behind_half_hours: frozenset[str] = frozenset()
    """That make a time of day of a half: `half past nine`."""
    letters: bool = False
    """Whether a single letter behind digits multiplies them (`12m`); where not, it is a unit."""
    joins_hundreds: bool = False
    """Whether a joiner stands behind hundreds (`a hundred and five`), and not behind tens (`treinta y cinco`)."""
