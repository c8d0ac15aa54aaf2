"""Shares: “two-thirds”, “half of”, “a quarter of a million”, “one in three”."""

import re

from msgspec.structs import replace

from briefgen.agreement.cues import Cue
from briefgen.agreement.quantities.numbers import PARTED, plain_number
from briefgen.agreement.quantities.quantity import Quantity
from briefgen.agreement.tokens import FIRST_YEAR, LAST_YEAR, Line

_NEAR = 24
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
    near = line.tokens[after].end + _NEAR
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
    words, end = line.lexicon.numerals, line.tokens[after].end + 2 * _NEAR
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
