"""A number of a claim is in the passages that the claim rests on, counts the same, and belongs to the same date."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

from msgspec.structs import replace

from briefgen.claims.claim import MOST_FIGURES, Claim, Passage
from briefgen.claims.dates import Date, apart, dates
from briefgen.claims.lexicon import Lexicon, lexicon
from briefgen.claims.matching import implied, match
from briefgen.claims.numbers import Quantity
from briefgen.claims.quantities import quantities
from briefgen.claims.rules.finding import SAY_IT, at, does, grounds, standing
from briefgen.claims.rules.negation import NEGATION_DIFFERS
from briefgen.claims.text import folded, stem, tokens
from briefgen.core.codes import Code, rule
from briefgen.core.diagnostic import Finding
from briefgen.markup.model import same

_IDENTIFIER = re.compile(r"[^\W\d_]-?$|[^\W\d_]\.?\s?(?:n[o°º]\.?\s?)$")
_IDENTIFIED = re.compile(r"^-?[A-Z]")


_NOT = 5
"""Letters before a number in which a “not” stands."""


NUMBER_NOT_IN_PASSAGE = Code(
    "number-not-in-passage",
    "warning",
    """
    A claim with a number that is not in its evidence.

    A statement, or a sentence that cites facts, has a figure that is in none of its quotes. The same amount may be
    written differently: `two-thirds` for 67 per cent, `1.2 million` for 1,200,000, 3 km for 3,000 m, or a rounded
    number after “about”. A sentence may also use the numbers in the statements that it cites.

    ## Why it matters

    A wrong figure is the mistake that readers remember. Usually a digit was mistyped, or the quote is too short to
    contain the figure.

    ## Example

    ```yaml
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10, after 14 others.
        evidence:
          - source: survey
            quote: "the last bus leaves the station at 23:10"
    ```

    ## How to fix it

    Correct the figure, or quote the words that contain it, as a second piece of evidence if necessary. If you
    calculated the figure from the passages, say how in `computed:` on the fact. In prose, mark it: `[a
    third]{.computed}`.

    ```yaml
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        evidence:
          - source: survey
            quote: "the last bus leaves the station at 23:10"
    ```
    """,
)


UNIT_DIFFERS = Code(
    "unit-differs",
    "warning",
    """
    The number is the same as in the passage, but what it counts is not.

    The claim gives the number in another unit, of other things, or for another period than the passage: people for
    households, per cent for percentage points, a week for a year.

    ## Why it matters

    The digits are right, so the mistake is hard to see. Yet the figure may be wrong by a factor of a hundred.

    ## Example

    ```yaml
    sources:
      - {id: panel, title: Residents’ panel, file: panel.txt, redistribution: allowed}
    facts:
      - id: panel
        statement: The council asked 240 households.
        evidence:
          - source: panel
            quote: The council asked 240 residents
    ```

    ## How to fix it

    Say what is counted, and for what period, as the passage does. The same amount in another unit (3 km for 3,000 m) is
    fine.

    ```yaml
    sources:
      - {id: panel, title: Residents’ panel, file: panel.txt, redistribution: allowed}
    facts:
      - id: panel
        statement: The council asked 240 residents.
        evidence:
          - source: panel
            quote: The council asked 240 residents
    ```
    """,
)


@rule(NUMBER_NOT_IN_PASSAGE, UNIT_DIFFERS)
def check_numbers(claim: Claim) -> Iterator[Finding]:
    """The numbers in a claim are in its evidence, with their units."""
    if claim.computed:
        return
    mine = [_whole(claim, each) for each in claim.quantities if _counts(claim, each)]
    if not mine:
        return
    everywhere = [quantity for passage in claim.passages for quantity in passage.quantities]
    counted = [quantity for passage in claim.passages for quantity in _outside_dates(passage)]
    for quantity in mine:
        theirs = everywhere if quantity.kind == "ordinal" else counted
        found = match(quantity, theirs)
        if found.verdict == "unit":
            end = max(quantity.end, quantity.after)
            yield at(
                claim, UNIT_DIFFERS, quantity.start, end,
                f"“{claim.text[quantity.start:end]}”: {grounds(claim)} {does(claim, 'give')} this number of something"
                " else.",
                standing(_told(claim, quantity), claim) + "Say what is counted, and per what, as it is said there.",
            )  # fmt: skip
        elif found.verdict == "none" and not implied(quantity, claim, theirs):
            yield at(
                claim, NUMBER_NOT_IN_PASSAGE, quantity.start, quantity.end,
                f"“{claim.text[quantity.start:quantity.end]}” does not stand in {grounds(claim)}.",
                standing(_told(claim), claim)
                + "If the figure is worked out, say how: `computed:` on the fact, or `[…]{.computed}` here.",
            )  # fmt: skip


def _whole(claim: Claim, quantity: Quantity) -> Quantity:
    """The eleven of “not one of the eleven”; else the quantity itself."""
    if quantity.terms[:1] == (1,) and claim.lexicon.denials.negation.within(
        folded(claim.text[: quantity.start])[-_NOT:]
    ):
        return replace(quantity, kind="number", values=quantity.terms[1:], terms=())
    return quantity


def _outside_dates(passage: Passage) -> tuple[Quantity, ...]:
    """The numbers of a passage that are none of a day: what is counted nine times is not the 9 of “9 April”."""
    return apart(passage.quantities, (date for date in passage.dates if date.day and date.month))


def _counts(claim: Claim, quantity: Quantity) -> bool:
    """Whether a quantity is one that the claim asserts: no “one”, no part of a name."""
    words = claim.text[quantity.start : quantity.end]
    if quantity.kind == "ordinal":
        following = tokens(folded(claim.text[quantity.end : quantity.end + 20]))[:1]
        return quantity.value > 2 or any(token.text in claim.lexicon.amounts.terms for token in following)
    if words[:1].isdigit():
        before, after = claim.text[: quantity.start][-6:], claim.text[quantity.end :][:2]
        # “COVID-19”, “F-16”, “Resolution 2699”, “G7”: names, which another rule looks at.
        return not _IDENTIFIER.search(before) and not (_IDENTIFIED.match(after) and not quantity.unit)
    if quantity.kind == "number" and quantity.value <= 1 and not quantity.unit:
        return False
    return not (quantity.kind == "number" and quantity.value == 1 and quantity.unit)


def _told(claim: Claim, like: Quantity | None = None) -> list[str]:
    """The numbers of the passages, as they say them: all, or those with a value of another."""
    return [
        passage.text[each.start : max(each.end, each.after)].strip()
        for passage in claim.passages
        if passage.kind == "quote"
        for each in apart(passage.quantities, passage.dates)
        if like is None or set(like.values) & set(each.values)
    ]


# So many more are not so many fewer.


@rule(NEGATION_DIFFERS)
def check_direction(claim: Claim) -> Iterator[Finding]:
    """A difference goes in the direction of the passage: not “2,900 more” for “2,900 fewer”."""
    if not claim.factual:
        return
    for quantity in claim.quantities:
        mine = _side(claim.text, quantity, claim.lexicon)
        if mine and (its := _other_side(quantity, mine, claim)):
            end = claim.text.find(" ", quantity.end + 1)
            end = end if end > 0 else len(claim.text)
            yield at(
                claim, NEGATION_DIFFERS, quantity.start, end,
                f"“{claim.text[quantity.start:end].rstrip('.,;')}” is so much {its}, not {mine}, in {grounds(claim)}.",
                SAY_IT,
            )  # fmt: skip
            return


def _other_side(quantity: Quantity, mine: str, claim: Claim) -> str:
    """What the same number is in a passage, where it is not what it is in the claim."""
    for passage in claim.own_passages:
        for other in quantities(passage.text, claim.lexicon):
            its = _side(passage.text, other, claim.lexicon)
            if its and its != mine and match(quantity, [other]).verdict == "same":
                return its
    return ""


def _side(text: str, quantity: Quantity, lexicon: Lexicon) -> str:
    """`more` or `fewer`, where one of them follows a number at once, or behind what is counted."""
    rest = folded(text[quantity.end : quantity.end + 30])
    for side, cues in (("more", lexicon.amounts.more), ("fewer", lexicon.amounts.fewer)):
        for cue in cues.find(rest):
            if len(rest[: cue.start].split()) <= lexicon.amounts.difference_gap:
                return side
    return ""


# A figure belongs to its date, and to the figure beside it: the one of 2021 is not the one of 2022.

Item: TypeAlias = Quantity | Date


FIGURE_OF_ANOTHER_DATE = Code(
    "figure-of-another-date",
    "warning",
    """
    The figure and the date are both in the passage, but do not belong together.

    The passage gives several figures, each with its own date or with another figure. The claim combines one figure with
    what belongs to another.

    ## Why it matters

    Each part is true by itself, so reading the claim again does not help. Only the passage shows the mistake.

    ## Example

    ```yaml
    sources:
      - {id: panel, title: Residents’ panel, file: panel.txt, redistribution: allowed}
    facts:
      - id: panel
        statement: The night bus of Brackwell carried 11,900 passengers in 2024.
        evidence:
          - source: panel
            quote: carried 12,400 passengers in 2024 and 11,900 in 2025
    ```

    ## How to fix it

    Give the figure for the date that you name, or the date of the figure.

    ```yaml
    sources:
      - {id: panel, title: Residents’ panel, file: panel.txt, redistribution: allowed}
    facts:
      - id: panel
        statement: The night bus of Brackwell carried 11,900 passengers in 2025.
        evidence:
          - source: panel
            quote: carried 12,400 passengers in 2024 and 11,900 in 2025
    ```
    """,
)


@rule(FIGURE_OF_ANOTHER_DATE)
def check_pairs(claim: Claim) -> Iterator[Finding]:
    """A figure has the date, or the other figure, that it has in the passage."""
    if claim.computed:
        return
    mine = _pairs(claim.text, claim.lexicon.code)
    for passage in claim.passages if mine else ():
        theirs = _pairs(passage.text, passage.lexicon.code) if passage.lexicon else ()
        for figure, beside in mine:
            told = _partner(figure, beside, theirs)
            if told is None or _partner(beside, figure, theirs) is None:
                continue
            yield at(
                claim, FIGURE_OF_ANOTHER_DATE, figure.start, figure.end,
                f"“{claim.text[figure.start:figure.end]}” is the figure of “{passage.text[told.start:told.end]}” in"
                f" {grounds(claim)}, not of “{claim.text[beside.start:beside.end]}”.",
                "Give the figure of the date that you name, or the date of the figure.",
            )  # fmt: skip
            return
    yield from _of_one(claim)
    yield from _of_nouns(claim)


_CUT = re.compile(r"[;:.!?](?=\s|$)|,\s|\s[–—]\s")


def _pairs(text: str, code: str) -> tuple[tuple[Quantity, Item], ...]:
    """Each figure and what stands beside it: the one date, or the one other figure, of its stretch of the sentence."""
    read = lexicon(code)
    if read is None:
        return ()
    figures, when = quantities(text, read)[:MOST_FIGURES], dates(text, read)[:MOST_FIGURES]
    days = [date for date in when if date.year or date.month]
    counted = [each for each in apart(figures, when) if each.kind not in {"ordinal", "vague"}]
    out: list[tuple[Quantity, Item]] = []
    for start, end in _stretches(text, read):
        here = [each for each in counted if start <= each.start < end]
        then = [each for each in days if start <= each.start < end]
        if len(here) == 1 == len(then):
            out.append((here[0], then[0]))
        elif len(here) == 2 and not then and _kind(here[0]) != _kind(here[1]):
            out += [(here[0], here[1]), (here[1], here[0])]
    return tuple(out)


def _stretches(text: str, read: Lexicon) -> list[tuple[int, int]]:
    """The pieces of a text between stops, commas, and the words that set one thing against another."""
    plain = folded(text)
    cuts = [(found.start(), found.end()) for found in _CUT.finditer(plain)]
    cuts += [(cue.start, cue.end) for cue in read.amounts.parting.find(plain)]
    out, last = [], 0
    for start, end in sorted(cuts):
        if start >= last:
            out.append((last, start))
            last = end
    return [*out, (last, len(text))]


def _kind(item: Item) -> str:
    if isinstance(item, Date):
        return "date"
    return item.unit or item.counted or item.kind


def _same(mine: Item, its: Item) -> bool:
    if isinstance(mine, Date) and isinstance(its, Date):
        return _alike(mine, its)
    if isinstance(mine, Quantity) and isinstance(its, Quantity):
        return match(mine, [its]).verdict in {"same", "hedge"}
    return False


def _partner(mine: Item, beside: Item, theirs: tuple[tuple[Quantity, Item], ...]) -> Item | None:
    """What an item of the claim stands beside in the passage, of the kind that it stands beside in the claim; None
    where it stands beside the same there, or beside nothing."""
    both: list[tuple[Item, Item]] = [*theirs, *((other, figure) for figure, other in theirs if isinstance(other, Date))]
    found = [other for item, other in both if _same(mine, item) and _kind(other) == _kind(beside)]
    return found[0] if found and not any(_same(beside, other) for other in found) else None


def _of_one(claim: Claim) -> Iterator[Finding]:
    """The same in a claim of one figure and one date, wherever they stand in it."""
    when = [date for date in claim.dates if date.year or date.month]
    figures = [each for each in claim.quantities if each.kind != "ordinal"]
    if len(when) != 1 or len(figures) != 1:
        return
    date, figure = when[0], figures[0]
    for passage in claim.passages:
        told = _date_of(figure, passage)
        if told is None or _alike(date, told):
            continue
        if any(_alike(date, other) for other in _dates(passage)):
            yield at(
                claim, FIGURE_OF_ANOTHER_DATE, figure.start, figure.end,
                f"“{claim.text[figure.start:figure.end]}” is the figure of “{passage.text[told.start:told.end]}” in"
                f" {grounds(claim)}, not of “{claim.text[date.start:date.end]}”.",
                "Give the figure of the date that you name, or the date of the figure.",
            )  # fmt: skip
            return


def _dates(passage: Passage) -> list[Date]:
    return [date for date in passage.dates if date.year or date.month]


def _date_of(figure: Quantity, passage: Passage) -> Date | None:
    """The date that a figure stands nearest to in its sentence; in a passage of two dates and two figures at least."""
    when = _dates(passage)
    if len(when) < 2:
        return None
    its = apart(passage.quantities, when)
    here = [each for each in its if match(figure, [each]).verdict in {"same", "hedge"}]
    if len(its) < 2 or len(here) != 1:
        return None
    near = [date for date in when if not _ENDS & set(_between(here[0], date, passage.text))]
    return min(near, key=lambda date: _apart(here[0], date, passage.text), default=None)


_ENDS = frozenset(".;:!?")


def _between(figure: Quantity, date: Date, text: str) -> str:
    start, end = (figure.end, date.start) if figure.end <= date.start else (date.end, figure.start)
    return text[start:end]


def _apart(figure: Quantity, date: Date, text: str) -> int:
    """Letters between; a comma counts for many."""
    between = _between(figure, date, text)
    return len(between) + 40 * between.count(",")


def _alike(mine: Date, its: Date) -> bool:
    # Two days of one month are mostly the ends of one event.
    pairs = ((mine.year, its.year), (mine.month, its.month), (mine.season, its.season))
    return not any(one is not None and other is not None and one != other for one, other in pairs)


def _of_nouns(claim: Claim) -> Iterator[Finding]:
    """Two figures that changed places: “4 abstentions”, where 4 voted against and 2 abstained."""
    for passage in claim.passages:
        if not same(passage.lang, claim.lang):
            continue
        its = _nouns(passage.text, passage.quantities, claim.lexicon)
        for figure, noun in _nouns(claim.text, claim.quantities, claim.lexicon):
            there = [other for other, word in its if word == noun]
            if len(there) != 1 or _same(figure, there[0]):
                continue
            # Both figures stand in both: “12,400 passengers in 2024 and 11,900 in 2025” says its noun only once.
            both = any(_same(figure, other) for other in passage.quantities) and any(
                _same(other, there[0]) for other in claim.quantities
            )
            other = there[0]
            if both and match(figure, there).verdict == "none" and not _elliptic(figure, other, passage, claim.lexicon):
                yield at(
                    claim, FIGURE_OF_ANOTHER_DATE, figure.start, figure.end,
                    f"“{claim.text[figure.start:figure.end]}” is not the figure that {grounds(claim)}"
                    f" {does(claim, 'give')} of this: “{passage.text[other.start:other.end]}” is.",
                    "Give each figure to what it counts.",
                )  # fmt: skip
                return


def _elliptic(figure: Quantity, named: Quantity, passage: Passage, read: Lexicon) -> bool:
    """Whether a figure of the claim stands in a passage without a noun, behind the one that has it: it counts the same,
    “two members being in favour and three against”."""
    plain = folded(passage.text)
    for other in passage.quantities:
        if other.start > named.start and _same(figure, other):
            following = tokens(plain[other.end : other.end + _NOUN])[:1]
            word = following[0].text if following else ""
            return not word or word in read.small_words or len(word) <= 3
    return False


def _nouns(text: str, figures: tuple[Quantity, ...], read: Lexicon) -> list[tuple[Quantity, str]]:
    """Each plain number and the noun right behind it, where a text has the noun behind one number only."""
    plain = folded(text)
    out: list[tuple[Quantity, str]] = []
    for figure in figures:
        following = tokens(plain[figure.end : figure.end + _NOUN])[:1]
        if figure.kind != "number" or figure.unit or figure.counted or not following:
            continue
        word = following[0]
        if word.kind == "word" and len(word.text) > 3 and word.text not in read.small_words and word.start <= 1:
            out.append((figure, stem(word.text, read)))
    times = Counter(noun for _, noun in out)
    return [(figure, noun) for figure, noun in out if times[noun] == 1]


_NOUN = 24
"""Letters behind a number in which its noun stands."""
