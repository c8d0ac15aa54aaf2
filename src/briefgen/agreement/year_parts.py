"""Parts of a year that are counted off: “the third quarter of 2023” is from July to September 2023."""

import msgspec

from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.quantities import quantities
from briefgen.agreement.tokens import is_year, line

_MONTHS = 12
_YEAR_NEAR = 3
"""Words behind the part among which its year stands."""


class YearPart(msgspec.Struct, frozen=True):
    """One of them where it stands. Offsets are those of the text."""

    start: int
    end: int
    first: int
    """Its first month."""
    last: int
    year: int


def year_parts(text: str, lexicon: Lexicon) -> list[YearPart]:
    """Those of a text that stand beside their year, in order."""
    read = line(text, lexicon)
    if lexicon.amounts.year_parts.keys().isdisjoint(token.text for token in read.tokens):
        return []
    out: list[YearPart] = []
    for ordinal in (each for each in quantities(text, lexicon) if each.kind == "ordinal"):
        at = next((n for n, token in enumerate(read.tokens) if token.start >= ordinal.end), len(read.tokens))
        months = lexicon.amounts.year_parts.get(read.word(at), 0)
        behind = map(read.word, range(at + 1, at + 1 + _YEAR_NEAR))
        year = next((int(word) for word in behind if is_year(word)), 0)
        last = int(ordinal.value) * months
        if months and year and last <= _MONTHS:
            out.append(YearPart(ordinal.start, read.tokens[at].end, last - months + 1, last, year))
    return out
