"""“The three parties” for “two of the three parties”, “the schools” for “four schools”."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from briefgen.agreement.claim import Claim, Passage
from briefgen.agreement.folding import folded
from briefgen.agreement.quantities import Quantity, apart, quantities
from briefgen.agreement.words import behind, stems
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import at, beyond, does, grounds_do, of_whole
from briefgen.lint.claims.scope.everything import CLOSE


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
                    claim, "scope-widened",
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
                    yield of_whole(claim, "scope-widened", said, cure)
            elif not lexicon.scope.quantifiers.within(  # “most of the nine”
                " ".join(folded(claim.text[: whole.start]).split()[-CLOSE:])
            ):
                yield at(claim, "scope-widened", whole.start, whole.end, said, cure)


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
                yield beyond(claim, places[0], f"{does(claim, 'speak')} of “{words}” only")
                return
