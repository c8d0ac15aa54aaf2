"""English: the words of numbers."""

from briefgen.agreement.cues import Cues
from briefgen.agreement.lexicon import Numerals

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_ONES += "seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split()
_ORDINALS += "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()

NUMERALS = Numerals(
    atoms={word: number for number, word in enumerate(_ONES)}
    | {word: 10 * number for number, word in enumerate(_TENS, 2)},
    hundreds=frozenset({"hundred"}),
    magnitudes={
        "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
        "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12,
    },
    collectives={"dozen": 12},
    vague={"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 1_000_000, "billions": 10**9},
    shares={
        "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5,
        "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
        "tenth": 10, "tenths": 10, "twentieth": 20, "hundredth": 100,
    },
    halves=frozenset({"half", "halves"}),
    weak_halves=frozenset(),
    ordinals={word: number for number, word in enumerate(_ORDINALS, 1)} | {"thirtieth": 30},
    ordinal_endings=frozenset({"st", "nd", "rd", "th"}),
    articles=frozenset({"a", "an", "one"}),
    joiners=frozenset({"and"}),
    between=frozenset({"to", "and", "or", "-", "–", "—"}),
    out_of=Cues("in", "in every", "out of", "out of every", "of every", "of", "in each", "of the", "out of the",
    "of its|their|our|his|her|these|those"),
    factors={
        "doubled": 2, "double": 2, "doubling": 2, "doubles": 2, "twice": 2, "twofold": 2, "tripled": 3, "triple": 3,
        "trebled": 3, "threefold": 3, "quadrupled": 4, "fourfold": 4, "halved": 0.5, "halve": 0.5, "halving": 0.5,
        "tenfold": 10, "fivefold": 5,
    },
    decimal=".",
    of=frozenset({"of"}),
    before_years=frozenset({"of", "in"}),
    before_spans=frozenset({"in"}),
    behind_half_hours=frozenset({"past"}),
    letters=True,
    joins_hundreds=True,
)  # fmt: skip
