"""Numbers in digits and words, with their magnitudes, as shares and as times of day."""

import re
from typing import Literal, TypeAlias

import msgspec
from msgspec.structs import replace

from briefgen.claims.phrases import Cue
from briefgen.claims.text import FIRST_YEAR, LAST_YEAR, Line

Kind: TypeAlias = Literal["number", "share", "ordinal", "factor", "vague", "time"]
"""`12`; “two-thirds”; “third”; “doubled”; “hundreds”; `18:30`."""

Bound: TypeAlias = Literal["exact", "about", "least", "most"]


class Quantity(msgspec.Struct, frozen=True):
    """A number where it stands. Offsets are those of the text."""

    values: tuple[float, ...]
    """What it may be, the likeliest first: `1.250` is 1,250 in one country and 1.25 in another. A share is one of 1, a
    time of day is in minutes."""
    start: int
    end: int
    kind: Kind = "number"
    bound: Bound = "exact"
    unit: str = ""
    """A name of `units.UNITS`."""
    per: str = ""
    """The period of a rate: `day`."""
    counted: str = ""
    """What kind of thing is counted: `household`."""
    precision: float = 0
    """The value of one in its last digit that is not zero: 1,250 is precise to ten."""
    after: int = 0
    """Where its unit, or what is counted, ends."""
    terms: tuple[float, ...] = ()
    """Of “17 of 30”, both numbers."""

    @property
    def value(self) -> float:
        """What it most likely is."""
        return self.values[0]

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it stands, in part, in a stretch of the text."""
        return start < self.end and self.start < end


# What a number in digits means, and how precise it is.

_DECIMALS = re.compile(r"[.,](\d+)$")
_LONGEST = 30
"""Digits; a longer row of them is no number that a brief speaks of, and is read as far as this."""


def values(digits: str, decimal: str) -> tuple[float, ...]:
    """What digits may mean; the usual of the language first."""
    digits = _plain(digits)
    signs = [sign for sign in digits if sign in ".,"]
    if not signs:
        return (float(digits),)
    last = signs[-1]
    if len(set(signs)) == 2:
        other = "." if last == "," else ","
        return (float(digits.replace(other, "").replace(last, "." if signs.count(last) == 1 else "")),)
    parts = digits.split(last)
    whole = float("".join(parts))
    if len(parts) > 2:
        return (whole,)
    part = float(f"{parts[0]}.{parts[1]}")
    # “1,250” and “1.250”: either sign may part the thousands.
    grouped = len(parts[1]) == 3 and len(parts[0]) <= 3 and parts[0] != "0"
    if not grouped:
        return (part,)
    return (part, whole) if last == decimal else (whole, part)


def precision_of_digits(digits: str, value: float) -> float:
    """One in the last digit that is written, if that is a decimal; else in the last that is not zero."""
    plain = _plain(digits)
    tail = _DECIMALS.search(plain)
    if tail and abs(value) < float(plain[: tail.start()].replace(".", "").replace(",", "") or 0) + 1:
        return 10.0 ** -len(tail[1])
    return precision(value)


def precision(value: float) -> float:
    """One in the last digit that is not zero."""
    whole = abs(int(value))
    if whole == 0:
        return 1
    size = 1
    while whole % 10 == 0:
        whole //= 10
        size *= 10
    return float(size)


def _plain(digits: str) -> str:
    return digits.replace(" ", "").replace("'", "")[:_LONGEST].rstrip(".,")


# Numbers in words: “two hundred and five thousand”, “quatre-vingt-dix-sept”, “treinta y cinco”.


def spelled(line: Line, at: int) -> tuple[float | None, int]:
    """The number that begins at a token, and the token behind it; None where none begins."""
    words = line.lexicon.numerals
    total = current = 0.0
    seen = False
    here = at
    while here < len(line.tokens):
        if here > at and not line.joined(here):
            break
        word = line.tokens[here].text
        if word in words.doubtful and not _before_noun(line, here):
            break
        if word in words.atoms:
            value = words.atoms[word]
            if not _fits(current, value, seen):
                break
            current = 80 if current == 4 and value == 20 else current + value
        elif word in words.hundreds and current < 100:
            current = max(current, 1) * 100
        elif word in words.vague and here == at:
            break  # “millions of people”
        elif word in words.magnitudes and len(word) > 2:
            size = words.magnitudes[word]
            if size >= 1e6 and 0 < total < size:
                total, current = (total + current) * size, 0
            else:
                total, current = total + max(current, 1) * size, 0
        elif seen and word in words.vague:  # “deux milliers”
            current, here = current * words.vague[word], here + 1
            break
        elif word in words.collectives:
            current = max(current, 1) * words.collectives[word]
            seen, here = True, here + 1
            break
        elif (word in words.joiners and seen and _continues(line, here + 1, current)) or (
            word in words.articles and here == at and _opens(line, here + 1)
        ):
            here += 1
            continue
        else:
            break
        seen, here = True, here + 1
    return (total + current, here) if seen else (None, at)


def magnitude(line: Line, at: int, attached: bool) -> float:
    """By how much the word at a token multiplies the digits before it; 0 where it does not. `attached`: without a space
    between."""
    word = line.word(at)
    size = line.lexicon.numerals.magnitudes.get(word, 0)
    if not size or len(word) > 2:
        return size
    end = line.tokens[at].end
    of_money = line.text[end : end + 1] in {"€", "$", "£"}  # “2.6 M€”
    if not of_money and (not attached or (len(word) == 1 and not line.lexicon.numerals.letters)):
        return 0
    return size


def and_a_half(line: Line, value: float, at: int, after: int) -> tuple[float, int]:
    """A number with “and a half” behind it, if it has that. It stands from the token `at` to that before `after`."""
    words = line.lexicon.numerals
    here = after
    if line.word(here) not in words.joiners:
        return value, after
    here += 1
    if line.word(here) in words.articles:
        here += 1
    if line.word(here) not in words.halves:
        return value, after
    last = words.magnitudes.get(line.word(after - 1), 1) if after > at and value else 1
    value, here = value + 0.5 * (last or 1), here + 1
    if more := magnitude(line, here, attached=False):
        return value * more, here + 1
    return value, here


def _before_noun(line: Line, at: int) -> bool:
    """“Neuf collèges”; not “tout neuf”: whether a word follows without a stop, and none stands before that makes an
    adjective of it."""
    if at + 1 >= len(line.tokens) or line.gap(at + 1).strip():
        return False
    return not at or line.word(at - 1) not in line.lexicon.numerals.before_adjectives


def _opens(line: Line, at: int) -> bool:
    """Whether an article before this token stands for one."""
    words, word = line.lexicon.numerals, line.word(at)
    return word in words.hundreds or (word in words.magnitudes and len(word) > 2) or word in words.collectives


def _continues(line: Line, at: int, current: float) -> bool:
    """Whether an “and” before this token is one within a number."""
    words = line.lexicon.numerals
    value = words.atoms.get(line.word(at))
    if value is None:
        return False
    if current == 0 or words.joins_hundreds:
        return current % 100 == 0
    return current % 10 == 0 and current % 100 >= 20 and value < 20


def _fits(current: float, value: int, seen: bool) -> bool:
    """Whether a word continues a number: “twenty two”, “soixante quinze”, “quatre vingt”; not “four five”."""
    if not seen or current == 0:
        return True
    if value < 10:
        return current % 10 == 0 and (current % 100 >= 20 or current % 100 == 0 or (value >= 7 and current % 100 == 10))
    if value < 20:
        return current % 100 in {0, 60, 80}
    if value < 100:
        return current % 100 == 0 or (value == 20 and current == 4)
    return current % 1000 == 0


# Times of day: “8:45”, “18 h 30”, “6.30 p.m.”, in minutes since midnight.

_CLOCK_WINDOW = 20
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
            if end <= cue.start and cue.end <= end + _CLOCK_WINDOW and not line.text[end : cue.start].strip(" ,h"):
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


# Numbers, in digits or in words, with their magnitudes: “1,250”, “2.6 M€”, “two and a half million”.

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


# Shares: “two-thirds”, “half of”, “a quarter of a million”, “one in three”.

_SHARE_WINDOW = 24
"""Letters behind the first number of a share in which the words stand that part it from the second."""

_BOUND = 14
"""Letters before a share in which a word that bounds it stands."""

_OWNER = re.compile(r"[^\W\d_]+(?:'s|s')\s+")
_WORDS = re.compile(r"(?:\s+(?:[^\W\d_]+')?[^\W\d_]+){2,5}\s*")
_TEN = re.compile(r"\s(?:10|100|dix|cent|diez|cien)(?![^\W_])(?:\s([^\W\d_]+))?")
"""The whole of most shares, in every language: words may stand before it, “quatre usagers du car sur dix”."""

_WORD_OR_NOTHING = re.compile(r"\s*(?:[^\W\d_]{4,}\s+)?")


def share(line: Line, at: int) -> tuple[Quantity, int] | None:
    """The share that begins at a token, and the token behind it."""
    words, first = line.lexicon.numerals, line.tokens[at]
    if first.text in words.halves and at and line.word(at - 1) in words.ordinals:
        return None  # “the first half of 2023”
    if first.text in words.halves and (timed := _of_unit(line, at)):
        return timed
    if first.text in words.halves and line.word(at + 1) not in words.behind_half_hours:
        whole = _of_magnitude(line, 0.5, at, at + 1)
        return whole if first.text not in words.weak_halves or whole[0].kind == "number" else None
    bottom = words.shares.get(first.text) or words.ordinals.get(first.text)
    if bottom and line.word(at + 1) in words.part_nouns:  # “la tercera parte”
        return Quantity((1 / bottom,), first.start, line.tokens[at + 1].end, "share"), at + 2
    if first.text in PARTED:
        return _of_magnitude(line, PARTED[first.text], at, at + 1)
    top, after = plain_number(line, at)
    if top is None or after >= len(line.tokens):
        return None
    below = line.tokens[after].text
    if below in words.shares and line.joined(after) and (top != 1 or not _ordinal(line, at, after)):
        bottom = words.shares[below]
        return _of_magnitude(line, top / bottom, at, after + 1) if top < bottom else None
    if below in words.halves and first.text in words.articles:
        if timed := _of_unit(line, after):  # “un demi-siècle”
            return replace(timed[0], start=first.start), timed[1]
        return _of_magnitude(line, 0.5, at, after + 1)
    return _one_in_three(line, at, top, after)


def _of_unit(line: Line, at: int) -> tuple[Quantity, int] | None:
    """“half an hour”, “un demi-siècle”."""
    behind = at + 1
    if line.word(behind) in line.lexicon.numerals.articles:
        behind += 1
    unit = line.lexicon.amounts.units.get(line.word(behind), "")
    if not unit or unit == "percent" or not line.joined(at + 1):
        return None
    end = line.tokens[behind].end
    return Quantity((0.5,), line.tokens[at].start, end, unit=unit, precision=0.1, after=end), behind + 1


def _of_magnitude(line: Line, part: float, at: int, after: int) -> tuple[Quantity, int]:
    """“a quarter of a million” is a number."""
    words, start = line.lexicon.numerals, line.tokens[at].start
    ahead = after
    if line.word(ahead) in words.of:
        ahead += 1
    if line.word(ahead) in words.articles:
        ahead += 1
    last = line.word(ahead)
    if size := words.magnitudes.get(last) or words.collectives.get(last):
        return Quantity((part * size,), start, line.tokens[ahead].end, precision=size / 10), ahead + 1
    return Quantity((part,), start, line.tokens[after - 1].end, "share"), after


def _ordinal(line: Line, at: int, after: int) -> bool:
    """“a third option”; not “a third of”, “a third said”, “one quarter”."""
    words = line.lexicon.numerals
    if line.word(at) not in words.articles or line.word(after) not in words.ordinals:
        return False
    start = line.tokens[at].start
    bounds = (line.lexicon.amounts.about, line.lexicon.amounts.least, line.lexicon.amounts.most)
    if any(cues.within(line.text[max(0, start - _BOUND) : start]) for cues in bounds):
        return False  # “roughly a third live in camps”
    if any(cues.within(line.word(after + 1)) for cues in (line.lexicon.amounts.more, line.lexicon.amounts.fewer)):
        return False  # “a fifth less”
    if after + 1 >= len(line.tokens) or line.gap(after + 1).strip():
        return False
    following = line.word(after + 1)
    return following not in line.lexicon.small_words and following not in words.part_nouns


def _one_in_three(line: Line, at: int, top: float, after: int) -> tuple[Quantity, int] | None:
    words, first = line.lexicon.numerals, line.tokens[at]
    if top != int(top):
        return None
    end_of_top = line.tokens[after - 1].end
    if not _number_ahead(line, after):
        return None
    near = line.tokens[after].end + _SHARE_WINDOW
    links = [cue for cue in words.out_of.standing(line.text) if end_of_top <= cue.start and cue.end <= near]
    article = first.text in words.articles
    if links and article and first.text not in words.atoms and line.text[end_of_top : links[0].start].strip():
        return None  # “le chemisage des 4,3 km”; what is counted may stand there: “six malades sur dix”
    link = _link(line, links, end_of_top, article and not (first.text in words.atoms and line.lexicon.code == "en"))
    if link is None:
        return None
    at_bottom = next((n for n in range(after, len(line.tokens)) if line.tokens[n].start >= link.end), None)
    if at_bottom is None:
        return None
    if owner := _OWNER.match(line.text, line.tokens[at_bottom].start):  # “four of the country's five customers”
        at_bottom = next(
            (n for n in range(at_bottom, len(line.tokens)) if line.tokens[n].start >= owner.end()), at_bottom
        )
    bottom, behind = plain_number(line, at_bottom)
    if bottom is None or not 0 < top < bottom:
        return None
    if FIRST_YEAR <= bottom <= LAST_YEAR and link.words in words.before_years:
        return None  # “Law 30 of 1992”
    if link.words in words.before_spans and line.word(behind) in line.lexicon.amounts.units:
        return None  # “two in thirty hours”
    return Quantity((top / bottom,), first.start, line.tokens[behind - 1].end, "share", terms=(top, bottom)), behind


def _number_ahead(line: Line, after: int) -> bool:
    """Whether a number may stand behind the words that would part it from the first, and one word more: a first look,
    since few numbers have another so near."""
    words, end = line.lexicon.numerals, line.tokens[after].end + 2 * _SHARE_WINDOW
    for token in line.tokens[after:]:
        if token.start > end:
            return False
        if token.kind == "digits" or token.text in words.atoms or token.text in words.articles:
            return True
    return False


def _link(line: Line, links: list[Cue], start: int, article: bool) -> Cue | None:
    """The words that part the numbers of a share. What is counted may stand before them: “six malades sur dix”."""
    words = line.lexicon.numerals
    for cue in links:
        far = cue.words in words.far_out_of
        bounds = (line.lexicon.amounts.about, line.lexicon.amounts.least, line.lexicon.amounts.most)
        bounded = far and any(each.within(line.text[max(0, start - _BOUND - 2) : start]) for each in bounds)
        if bounded and article and _WORDS.fullmatch(line.text, start, cue.start):
            return cue  # “près d'un poste de surveillant sur six”
        ten = _TEN.match(line.text, cue.end) if far and not article else None
        if ten and _WORDS.fullmatch(line.text, start, cue.start):
            known = line.lexicon.amounts.counted.keys() | line.lexicon.amounts.units.keys()
            return None if ten[1] in known else cue  # “quatre agents du port sur dix villes”
        if _WORD_OR_NOTHING.fullmatch(line.text, start, cue.start):
            counted = line.text[start : cue.start].strip()
            # “Un contrat sur quatre”, but “un máximo de 350”
            loose = article and (cue.words in words.weak_out_of or words.joins_hundreds)
            if counted and (loose or counted in line.lexicon.amounts.units):
                return None
            return None if article and cue.words in words.weak_out_of else cue
    return None
