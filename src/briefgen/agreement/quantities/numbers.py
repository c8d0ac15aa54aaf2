"""Numbers, in digits or in words, with their magnitudes: “1,250”, “2.6 M€”, “two and a half million”."""

import re

from briefgen.agreement.quantities.digits import precision, precision_of_digits, values
from briefgen.agreement.quantities.quantity import Quantity
from briefgen.agreement.quantities.spelled import and_a_half, magnitude, spelled
from briefgen.agreement.tokens import Line

PARTED = {"½": 0.5, "¼": 0.25, "¾": 0.75}

_SIGNED = re.compile(r"(?:^|[\s(])[-−–]$")


def number(line: Line, at: int) -> tuple[Quantity, int] | None:
    """The number that begins at a token, and the token behind it."""
    if line.tokens[at].kind == "digits":
        return _in_digits(line, at)
    value, after = spelled(line, at)
    if value is None:
        return None
    value, after = and_a_half(line, value, at, after)
    if after == at + 1 and line.tokens[at].text in line.lexicon.numerals.articles:
        return None
    return Quantity((value,), line.tokens[at].start, line.tokens[after - 1].end, precision=precision(value)), after


def plain_number(line: Line, at: int) -> tuple[float | None, int]:
    """The value alone, as it stands in a fraction: `1` for an article too."""
    if at >= len(line.tokens):
        return None, at
    token, words = line.tokens[at], line.lexicon.numerals
    if token.kind == "digits":
        return values(token.text, words.decimal)[0], at + 1
    if token.text in words.articles:
        return 1, at + 1
    return spelled(line, at) if token.text in words.atoms else (None, at)


def _in_digits(line: Line, at: int) -> tuple[Quantity, int]:
    token, words = line.tokens[at], line.lexicon.numerals
    found = values(token.text, words.decimal)
    start, end = token.start, token.end
    if _SIGNED.search(line.text[max(0, start - 2) : start]):
        found = tuple(-value for value in found)
    precise = precision_of_digits(token.text, found[0])
    after = at + 1
    if after < len(line.tokens) and line.tokens[after].start == end:
        behind = line.tokens[after]
        if behind.text in words.ordinal_endings:
            return Quantity(found, start, behind.end, "ordinal"), after + 1
        if behind.text in PARTED:
            found = tuple(value + PARTED[behind.text] for value in found)
            after, end = after + 1, behind.end
    size = 1.0
    while after < len(line.tokens) and (more := magnitude(line, after, line.tokens[after].start == end)):
        size *= more
        end = line.tokens[after].end
        after += 1
    if size > 1:
        half, after = and_a_half(line, 0, after - 1, after)
        found = tuple((value + half) * size for value in found)
        end = line.tokens[after - 1].end
        precise *= size
    return Quantity(found, start, end, precision=precise), after
