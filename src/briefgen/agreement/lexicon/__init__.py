"""What the rules on claims must know of a language: its numbers, dates, units, and the words that a claim hangs on."""

from briefgen.agreement.lexicon.amounts import Amounts
from briefgen.agreement.lexicon.dates import Dates
from briefgen.agreement.lexicon.denials import Contrast, Denials
from briefgen.agreement.lexicon.lexicon import CODES, Lexicon, Lexicons, lexicon
from briefgen.agreement.lexicon.numerals import Numerals
from briefgen.agreement.lexicon.reserves import Hedge, Reserves
from briefgen.agreement.lexicon.scope import Scope
from briefgen.agreement.lexicon.voices import Voices

__all__ = [
    "CODES", "Amounts", "Contrast", "Dates", "Denials", "Hedge", "Lexicon", "Lexicons", "Numerals", "Reserves",
    "Scope", "Voices", "lexicon",
]  # fmt: skip
