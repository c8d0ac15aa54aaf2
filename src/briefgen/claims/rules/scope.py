"""A claim covers no more than its passage: not the country for the capital, not all for some."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from briefgen.claims.claim import Claim, Passage
from briefgen.claims.cross_language import Abroad, abroad, speaks_of, stands_alike, words_alike
from briefgen.claims.dates import apart
from briefgen.claims.lexicon import Lexicon
from briefgen.claims.numbers import Quantity
from briefgen.claims.phrases import Cue, blanked
from briefgen.claims.quantities import quantities
from briefgen.claims.rules.finding import at, does, grounds, grounds_do, of_whole
from briefgen.claims.text import behind, folded, stems
from briefgen.core.codes import Code, rule
from briefgen.core.diagnostic import Finding

NEAR = 0.6
"""How much of a claim must be in the words of its passages for a wider word to tell."""


SCOPE_WIDENED = Code(
    "scope-widened",
    "warning",
    """
    A claim that covers more than its passage.

    The claim says `all`, `always` or `the country`. The passage is about some people, one district or those who were
    asked.

    ## Why it matters

    A survey in one town says nothing about a country, and readers cannot see that it was only one town.

    ## Example

    ```yaml
    sources:
      - {id: panel, title: Residents’ panel, file: panel.txt, redistribution: allowed}
    facts:
      - id: panel
        statement: All residents of the old town reject the night bus.
        evidence:
          - source: panel
            quote: Some residents of the old town reject it
    ```

    ## How to fix it

    Claim no more than the passage does, or quote the words that say it of all.

    ```yaml
    sources:
      - {id: panel, title: Residents’ panel, file: panel.txt, redistribution: allowed}
    facts:
      - id: panel
        statement: Some residents of the old town reject the night bus.
        evidence:
          - source: panel
            quote: Some residents of the old town reject it
    ```
    """,
)


@rule(SCOPE_WIDENED)
def check_scope(claim: Claim) -> Iterator[Finding]:
    """A claim covers no more than its passage."""
    if not claim.factual:
        return
    passages = claim.own_passages
    if not passages or not claim.near(NEAR):
        return
    theirs = " \n ".join(folded(passage.text) for passage in passages)
    found = chain(
        of_all(claim, theirs),
        wide(claim, theirs),
        within(claim, passages),
        parts(claim, passages),
        of_several(claim, passages),
        uncounted(claim, passages),
        asked(claim, passages),
    )
    yield from islice(found, 1)  # the others mostly say the same again


# “All” where the passage says “some”, or nothing.

CLOSE = 4
"""Words between a word for all and one that denies it."""


def of_all(claim: Claim, theirs: str) -> Iterator[Finding]:
    """A word for all in a claim. `theirs`: the words of its passages, folded."""
    scope = claim.lexicon.scope
    theirs_bare = blanked(theirs, scope.unanimity)
    if scope.universal.within(theirs_bare) or claim.lexicon.denials.nobody.within(theirs):  # “nobody” is all, too
        return
    unanimous = scope.unanimity.within(theirs)
    plain = blanked(folded(claim.text), scope.idle)
    counted = quantities(claim.text, claim.lexicon)
    for cue in scope.universal.find(plain):
        if unanimous and scope.unanimity.within(cue.words):
            continue
        if (
            _limited(plain, cue, claim.lexicon)
            or _counts(plain, cue, counted)
            or _rates(plain, cue, claim.lexicon, theirs)
        ):
            continue
        yield _beyond(claim, cue, f"{does(claim, 'say')} nothing of all")
        return


def _limited(plain: str, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether a word for all only seems to be one, or is taken back: “not all”, “nearly all”, “toutes n'ont pas”."""
    scope = lexicon.scope
    around = " ".join(plain[: cue.start].split()[-CLOSE:] + plain[cue.end :].split()[:CLOSE])
    return lexicon.denials.negation.within(around) or any(
        each.start <= cue.start < each.end
        for cues in (scope.seeming_universal, scope.quantifiers)
        for each in cues.find(plain)
    )


def _counts(plain: str, cue: Cue, counted: Sequence[Quantity]) -> bool:
    """Whether it goes with a number: “all three”, “62 litres each”."""
    return any(
        each.start <= cue.start < each.end
        or 0 <= each.start - cue.end <= 5
        or plain[max(each.end, each.after) : cue.start] in {" ", "  "}
        for each in counted
    )


def _rates(plain: str, cue: Cue, lexicon: Lexicon, theirs: str) -> bool:
    """Whether it says of what a rate is: “each year”, “each litre”, and “in each direction” for “per direction”."""
    following = plain[cue.end :].split()[:1]
    if following and following[0] in lexicon.amounts.units:
        return True
    if any(cues.within(plain[cue.end : cue.end + 12]) for cues in lexicon.amounts.per.values()):
        return True
    after = re.search(r"[^\W_]+", plain[cue.end : cue.end + 30])
    if cue.words not in lexicon.scope.each or after is None:
        return False
    return re.search(rf"\b(?:per|par|por|a)\s{re.escape(after[0])}\b", theirs) is not None


# What those who were asked say is not what everyone thinks.


def asked(claim: Claim, passages: tuple[Passage, ...]) -> Iterator[Finding]:
    """What those who were asked say is not what everyone thinks."""
    lexicon = claim.lexicon
    mine = stems(claim.text, lexicon)
    theirs = folded(max((each.text for each in passages), key=lambda text: len(stems(text, lexicon) & mine)))
    plain = folded(claim.text)
    strong = [
        cue
        for cue in lexicon.scope.asked.find(theirs)
        if cue.words not in lexicon.scope.surveys
        and not lexicon.voices.saying.within(cue.words)
        and not stems(cue.words, lexicon) & mine
    ]
    if not strong or lexicon.scope.asked.within(plain) or lexicon.voices.saying.within(plain):
        return
    if any(ground.fact.attributed_to for ground in claim.grounds):
        return
    yield of_whole(
        claim, SCOPE_WIDENED,
        f"{grounds_do(claim, 'give')} the answers of some (“{strong[0].words}”); the claim speaks of everyone.",
        "Say who was asked.",
    )  # fmt: skip


# “The party” for “members of the party”.


def parts(claim: Claim, passages: tuple[Passage, ...]) -> Iterator[Finding]:
    """“The party” for “members of the party”."""
    lexicon = claim.lexicon
    plain = folded(claim.text)
    mine = stems(claim.text, lexicon)
    narrowing = (lexicon.scope.parts, lexicon.scope.quantifiers, lexicon.reserves.extent)
    kept = [cue.words for cues in narrowing for cue in cues.find(plain) if cue.words not in lexicon.scope.existing]
    for passage in passages:
        counted = quantities(passage.text, lexicon)
        for cue in lexicon.scope.parts.find(folded(passage.text)):
            following = behind(passage.text, cue.end, lexicon, 2)
            others = {each.words for cues in narrowing for each in cues.find(folded(passage.text))} - {cue.words}
            if any(words not in others for words in kept):
                continue
            if lexicon.reserves.weighty["quantifier"].within(cue.words):
                continue  # a reserve, which another rule looks at
            if any(each.overlaps(cue.start, cue.end) for each in counted):
                continue  # “more than half of”: a number, which another rule looks at
            if following and following <= mine and not _belongs(claim.text, passage.text[cue.end :]):
                yield _whole_for_part(claim, passage.text[cue.start : cue.end])
                return


_BELONGING = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w'’-]{1,60},?\s(?:of|from|de|du|del|d['’])(?:\s?(?:the|el|la|los|las|le|les|l['’]))?\s?$"
)


def _belongs(text: str, behind_part: str) -> bool:
    """Whether a claim has a name before the whole: “Monique Clesca of the Montana Group”, for a member of it."""
    whole = re.search(r"[A-ZÀ-ÖØ-Þ][\w'’-]+", behind_part)
    return whole is not None and _BELONGING.search(text[: max(0, text.find(whole[0]))]) is not None


# The country, where the passage speaks of a city or a district of it.


def wide(claim: Claim, theirs: str) -> Iterator[Finding]:
    """The country, where the passage speaks of a city."""
    lexicon = claim.lexicon
    plain = folded(claim.text)
    if lexicon.scope.wide_places.within(theirs) or not lexicon.scope.narrow_places.within(theirs):
        return
    narrow = {cue.words for cue in lexicon.scope.narrow_places.find(theirs)}
    if narrow & {cue.words for cue in lexicon.scope.narrow_places.find(plain)}:
        return
    for cue in lexicon.scope.wide_places.find(plain):
        yield _beyond(claim, cue, f"{does(claim, 'speak')} of “{sorted(narrow)[0]}”")
        return


def within(claim: Claim, passages: tuple[Passage, ...]) -> Iterator[Finding]:
    """“Velmora” for “Velmora's port district”."""
    lexicon = claim.lexicon
    plain = folded(claim.text)
    if lexicon.scope.narrow_places.within(plain) or lexicon.scope.wide_places.within(plain):
        return
    mine = stems(claim.text, lexicon)
    for passage in passages:
        for cue in lexicon.scope.narrow_places.find(folded(passage.text)):
            whole = _whole(passage.text, cue, lexicon)
            if whole and (stems(whole, lexicon) <= mine or stands_alike(folded(whole), words_alike(claim.text))):
                words = passage.text[cue.start : cue.end]
                yield of_whole(
                    claim, SCOPE_WIDENED,
                    f"{grounds_do(claim, 'speak')} of “{words}” within {whole}; the claim speaks of {whole}.",
                    f"Say “{words}” too.",
                )  # fmt: skip
                return


_OWNER = re.compile(r"([A-ZÀ-ÖØ-Þ][\w-]{1,60})['’]s?(?:\s[\w-]{1,60})?\s$")
_OF = re.compile(r"\s(?:of|de|d['’]|du|del)\s?([A-ZÀ-ÖØ-Þ][\w-]+)")
"""In every language, since names are kept in the one that they come from."""


_ADJECTIVE = re.compile(r"([A-ZÀ-ÖØ-Þ][\w-]{1,60})\s$")
_BEHIND = re.compile(r"\s([a-zà-öø-ÿ]{5,}(?:ien|ienne|aise|ais|ois|oise|ana|ano|ense|ina|ino|esa|ola|ol|ne|na|no))\b")


def _whole(text: str, cue: Cue, lexicon: Lexicon) -> str:
    """The place that a part of is named: before it with a possessive, or behind it."""
    owner = _OWNER.search(text[: cue.start]) or (
        None if cue.words in lexicon.scope.settlements else _OF.match(text[cue.end :])
    )
    if owner is None and cue.words in lexicon.scope.capitals:  # “the Haitian capital”, “la capitale haïtienne”
        owner = _ADJECTIVE.search(text[: cue.start]) or _BEHIND.match(text[cue.end :])
    return owner[1] if owner and folded(owner[1]) not in lexicon.small_words else ""


# “The three parties” for “two of the three parties”, “the schools” for “four schools”.


def of_several(claim: Claim, passages: tuple[Passage, ...]) -> Iterator[Finding]:
    """“The three parties” for “two of the three parties”."""
    mine = quantities(claim.text, claim.lexicon)
    if claim.works_out or any(each.kind == "share" for each in mine):
        return
    yield from islice(chain(_of_a_share(claim, passages), _of_a_number(claim, passages, mine)), 1)


def _of_a_share(claim: Claim, passages: tuple[Passage, ...]) -> Iterator[Finding]:
    """“The town's schools” for “a third of the town's schools”."""
    lexicon, plain = claim.lexicon, folded(claim.text)
    if lexicon.scope.parts.within(plain) or lexicon.scope.quantifiers.within(plain):
        return
    about = stems(claim.text, lexicon)
    for passage in passages:
        for quantity in quantities(passage.text, lexicon):
            whole = behind(passage.text, quantity.end, lexicon, 3)
            of = folded(passage.text[quantity.end :]).split()[:1]
            part = quantity.kind == "share" and not quantity.terms and of and of[0] in lexicon.numerals.of
            if part and len(whole) >= 2 and whole <= about:
                words = passage.text[quantity.start : quantity.end]
                yield of_whole(
                    claim, SCOPE_WIDENED,
                    f"{grounds_do(claim, 'say')} “{words}” of it; the claim speaks of the whole.",
                    f"Say “{words}” too.",
                )  # fmt: skip


def _of_a_number(claim: Claim, passages: tuple[Passage, ...], mine: Sequence[Quantity]) -> Iterator[Finding]:
    """“The parties”, or “the three parties”, for “two of the three parties”. `mine`: the numbers of the claim."""
    lexicon = claim.lexicon
    if lexicon.scope.universal.within(" ".join(folded(each.text) for each in passages)):
        return
    numbers = {value for each in mine for value in (*each.values, *each.terms)}
    about = stems(claim.text, lexicon)
    for passage in passages:
        for quantity in quantities(passage.text, lexicon):
            if len(quantity.terms) != 2 or quantity.unit or quantity.terms[0] in numbers:
                continue
            some, all_of_them = quantity.terms
            words = passage.text[quantity.start : quantity.end]
            said = f"{grounds_do(claim, 'say')} “{words}”; the claim speaks of all of them."
            cure = "Say how many of them, as the passage does."
            whole = next((each for each in mine if all_of_them in each.values), None)
            if whole is None:
                counted = behind(passage.text, quantity.end, lexicon, 1)
                more = behind(passage.text, quantity.end, lexicon, 3)
                spoken_of = counted and counted <= about - _narrowing(claim) and len(more & about) >= min(2, len(more))
                if spoken_of and all_of_them not in numbers and some == int(some):
                    yield of_whole(claim, SCOPE_WIDENED, said, cure)
            elif not lexicon.scope.quantifiers.within(  # “most of the nine”
                " ".join(folded(claim.text[: whole.start]).split()[-CLOSE:])
            ):
                yield at(claim, SCOPE_WIDENED, whole.start, whole.end, said, cure)


def _narrowing(claim: Claim) -> frozenset[str]:
    """What the claim says to be some, or so many, of."""
    lexicon = claim.lexicon
    plain = folded(claim.text)
    ends = [cue.end for cues in (lexicon.scope.quantifiers, lexicon.scope.parts) for cue in cues.find(plain)]
    ends += [each.end for each in quantities(claim.text, lexicon)]
    return frozenset().union(*(behind(claim.text, end, lexicon, 2) for end in ends))


def uncounted(claim: Claim, passages: tuple[Passage, ...]) -> Iterator[Finding]:
    """“The district's schools” for “four schools”."""
    lexicon = claim.lexicon
    plain = folded(claim.text)
    if quantities(claim.text, lexicon) or any(
        cues.within(plain) for cues in (lexicon.scope.parts, lexicon.scope.quantifiers, lexicon.reserves.extent)
    ):
        return
    theirs = frozenset().union(*(stems(passage.text, lexicon) for passage in passages))
    places = [cue for cue in lexicon.scope.narrow_places.find(plain) if not stems(cue.words, lexicon) <= theirs]
    mine = stems(claim.text, lexicon)
    for passage in passages:
        for quantity in apart(passage.quantities, passage.dates):
            counted = behind(passage.text, quantity.end, lexicon, 1)
            plain_count = quantity.kind == "number" and not quantity.unit and quantity.value > 1
            if places and plain_count and counted and counted <= mine:
                words = passage.text[quantity.start : max(quantity.end, quantity.after)]
                yield _beyond(claim, places[0], f"{does(claim, 'speak')} of “{words}” only")
                return


# A claim is about no more than its passage in another language.


class _There(NamedTuple):
    """A passage in another language."""

    passage: Abroad
    text: str
    """Folded."""
    read: Lexicon
    """Of its language."""


@rule(SCOPE_WIDENED)
def check_scope_across_languages(claim: Claim) -> Iterator[Finding]:
    """A claim in another language than its passage covers no more than it."""
    if not claim.factual:
        return
    theirs = [_There(each, folded(each.text), each.lexicon) for each in abroad(claim) if speaks_of(claim, each)]
    if theirs:
        plain = blanked(folded(claim.text), claim.lexicon.scope.idle)
        found = chain(_all(claim, plain, theirs), _wide(claim, plain, theirs), _parts(claim, plain, theirs))
        yield from islice(found, 1)  # the others mostly say the same again


def _all(claim: Claim, plain: str, theirs: Sequence[_There]) -> Iterator[Finding]:
    """“All” where the passage says “some”; “the whole country” where it speaks of none."""
    own = claim.lexicon
    if any(read.scope.universal.within(text) or read.denials.negation.within(text) for _, text, read in theirs):
        return
    some = any(read.scope.quantifiers.within(text) or read.scope.parts.within(text) for _, text, read in theirs)
    if some and not own.denials.negation.within(plain):
        seeming = own.scope.seeming_universal.find(plain)
        for cue in own.scope.universal.find(plain):
            rates = any(cues.within(plain[cue.start : cue.end + 12]) for cues in own.amounts.per.values())
            if not rates and not any(each.start <= cue.start < each.end for each in seeming):
                yield _beyond(claim, cue, f"{does(claim, 'say')} nothing of all")
    if not any(read.scope.wide_places.within(text) for _, text, read in theirs):
        for cue in own.scope.wide_places.find(plain):
            around = " ".join((*plain[: cue.start].split()[-_CLOSE:], cue.words))
            if own.scope.universal.within(around):  # “in the whole country”
                yield _beyond(claim, cue, f"{does(claim, 'say')} nothing of all")


def _wide(claim: Claim, plain: str, theirs: Sequence[_There]) -> Iterator[Finding]:
    """The country, where the passage speaks of a city."""
    scope = claim.lexicon.scope
    if scope.narrow_places.within(plain) or any(read.scope.wide_places.within(text) for _, text, read in theirs):
        return
    narrow = [
        passage.text[cue.start : cue.end]
        for passage, text, read in theirs
        for cue in read.scope.narrow_places.find(text)
    ]
    for cue in scope.wide_places.find(plain) if narrow else ():
        yield _beyond(claim, cue, f"{does(claim, 'speak')} of “{narrow[0]}”")


def _parts(claim: Claim, plain: str, theirs: Sequence[_There]) -> Iterator[Finding]:
    """“The party” for “members of the party”."""
    own = claim.lexicon
    narrowed = any(
        cue.words not in own.scope.existing
        for cues in (own.scope.parts, own.scope.quantifiers, own.reserves.extent)
        for cue in cues.find(plain)
    )
    if narrowed or claim.quantities:
        return
    for passage, text, read in theirs:
        for cue in read.scope.parts.find(text):
            counted = any(each.overlaps(cue.start, cue.end) for each in quantities(passage.text, read))
            single = cue.words.split()[0] in read.numerals.articles  # “a member of”
            if not counted and not single and not read.reserves.weighty["quantifier"].within(cue.words):
                yield _whole_for_part(claim, passage.text[cue.start : cue.end])


_CLOSE = 3
"""Words between “the whole” and the place that it is about."""


def _beyond(claim: Claim, cue: Cue, what: str) -> Finding:
    """A finding that some words of a claim take in more than its passages do. `what`: what those do instead."""
    return at(
        claim, SCOPE_WIDENED, cue.start, cue.end,
        f"“{claim.text[cue.start:cue.end]}” goes further than {grounds(claim)}, which {what}.",
        "Claim it of no more than the passage does, or quote the words that say so.",
    )  # fmt: skip


def _whole_for_part(claim: Claim, words: str) -> Finding:
    """A finding that a claim speaks of the whole where its passages have words for a part of it."""
    message = f"{grounds_do(claim, 'say')} “{words}”; the claim speaks of the whole."
    return of_whole(claim, SCOPE_WIDENED, message, f"Say “{words}” too, or what comes to the same.")
