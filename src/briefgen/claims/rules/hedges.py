"""What a passage says with a reserve, the claim says with one too."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from briefgen.claims.claim import Claim, Passage
from briefgen.claims.cross_language import abroad, speaks_of
from briefgen.claims.dates import dates
from briefgen.claims.hedges import Reserve, kept
from briefgen.claims.lexicon import Hedge, Lexicon
from briefgen.claims.lexicon import lexicon as loaded
from briefgen.claims.matching import match
from briefgen.claims.numbers import Bound
from briefgen.claims.phrases import Cue, blanked
from briefgen.claims.quantities import quantities
from briefgen.claims.rules.finding import at, grounds, grounds_do, of_whole
from briefgen.claims.text import before, behind, clause, covers, folded, stem, stems
from briefgen.core.codes import Code, rule
from briefgen.core.diagnostic import Finding
from briefgen.markup.model import same

NEAR = 0.6
"""How much of a claim must be in the words of its passages for a missing one to tell."""

ENOUGH = 0.5
"""The share of the words around a reserve that the claim must have for the reserve to bear on it."""

_BOUNDS: Mapping[Bound, str] = {"about": "about", "least": "at least", "most": "at most", "exact": "exactly"}


HEDGE_DROPPED = Code(
    "hedge-dropped",
    "warning",
    """
    The passage is cautious, and the claim is not.

    The passage has a hedge such as `may`, `about`, `some`, `reportedly`, `plans to`, `if` or `so far`. The claim says
    the same without it, and so says more than its source.

    ## Why it matters

    “May” becomes “is”, one retelling after another. A decision can depend on the difference.

    ## Example

    ```yaml
    sources:
      - {id: panel, title: Residents’ panel, file: panel.txt, redistribution: allowed}
    facts:
      - id: panel
        statement: The trial costs up to 90,000 euros a year.
        evidence:
          - source: panel
            quote: The trial may cost up to 90,000 euros a year
    ```

    ## How to fix it

    Keep the hedge, in the words of the passage or in others. A weaker word is still a hedge; none at all is a fault. If
    another passage says the same without a hedge, quote that one.

    ```yaml
    sources:
      - {id: panel, title: Residents’ panel, file: panel.txt, redistribution: allowed}
    facts:
      - id: panel
        statement: The trial may cost up to 90,000 euros a year.
        evidence:
          - source: panel
            quote: The trial may cost up to 90,000 euros a year
    ```
    """,
)


@rule(HEDGE_DROPPED)
def check_hedges(claim: Claim) -> Iterator[Finding]:
    """A claim keeps the hedges of its passages."""
    if not claim.factual:
        return
    yield from _of_numbers(claim)
    yield from _abroad(claim)
    plain = _without_dates(claim.text, claim.lexicon)
    mine = stems(claim.text, claim.lexicon)
    told = set()
    for ground in claim.grounds:
        for passage in ground.passages:
            if not same(passage.lang, claim.lang):
                continue
            for hedge, cue in _weighty(passage.text, claim.lexicon):
                if hedge in told or kept(hedge, Reserve(plain, claim, ground, cue.words, claim.lexicon)):
                    continue
                rest = passage.text[: cue.start] + passage.text[cue.end :]
                if not claim.near(NEAR) and not covers(claim.text, rest, claim.lexicon, 2):
                    continue
                if hedge == "quantifier" and _indefinite(claim, passage, cue):
                    continue
                if _in_another_clause(claim, passage, cue):
                    continue
                if _bears(hedge, cue, passage, mine, claim.lexicon):
                    told.add(hedge)
                    yield _dropped(claim, passage.text[cue.start : cue.end])


def _in_another_clause(claim: Claim, passage: Passage, cue: Cue) -> bool:
    """Whether the figures of a claim stand in another clause than a reserve, of which the claim has little: “notes
    reports of fishing; the guard has confirmed three”."""
    start, end = clause(passage.text, cue.start, claim.lexicon)
    figures = frozenset(value for each in claim.quantities for value in each.values)
    shared = [each for each in passage.quantities if not figures.isdisjoint(each.values)]
    if not shared or any(start <= each.start < end for each in shared):
        return False
    about = stems(passage.text[start:end], claim.lexicon)
    return 2 * len(about & stems(claim.text, claim.lexicon)) < len(about)


def _indefinite(claim: Claim, passage: Passage, cue: Cue) -> bool:
    """Whether the claim opens with as many as it will: “Des familles”, for “certaines familles”."""
    first = folded(claim.text).split()[:2]
    counted = behind(passage.text, cue.end, claim.lexicon, 1)
    return len(first) == 2 and first[0] in claim.lexicon.scope.indefinite and stem(first[1], claim.lexicon) in counted


def _abroad(claim: Claim) -> Iterator[Finding]:
    """The same of passages in another language: one reserve, since which words it bears on is less sure."""
    plain = _without_dates(claim.text, claim.lexicon)
    for there in abroad(claim):
        for hedge, cue in _weighty(there.text, there.lexicon):
            is_kept = any(
                kept(hedge, Reserve(plain, claim, ground, cue.words, there.lexicon)) for ground in claim.grounds
            )
            if not is_kept and speaks_of(claim, there):
                yield _dropped(claim, there.text[cue.start : cue.end])
                return


def _dropped(claim: Claim, words: str) -> Finding:
    return of_whole(
        claim, HEDGE_DROPPED,
        f"{grounds_do(claim, 'say')} “{words}”; the claim says it outright.",
        f"Keep the reserve: say “{words}”, or what comes to the same.",
    )  # fmt: skip


def _of_numbers(claim: Claim) -> Iterator[Finding]:
    theirs = [quantity for passage in claim.passages for quantity in passage.quantities]
    for quantity in claim.quantities:
        found = match(quantity, theirs)
        if found.passage is None or quantity.kind == "ordinal" or found.verdict not in {"hedge", "bound"}:
            continue
        if found.passage.bound == "about" and claim.lexicon.amounts.estimating.within(folded(claim.text)):
            continue  # “an estimated 112 tonnes, down to 84”, “is put at 84”
        words, bound = claim.text[quantity.start : quantity.end], _BOUNDS[found.passage.bound]
        yield at(
            claim, HEDGE_DROPPED, quantity.start, quantity.end,
            f"“{words}” is “{bound}” that much in {grounds(claim)}; here it is"
            f" {'exact' if quantity.bound == 'exact' else f'“{_BOUNDS[quantity.bound]}” that much'}.",
            f"Say “{bound}”, as it is said there, or what comes to the same.",
        )  # fmt: skip


def _weighty(text: str, lexicon: Lexicon) -> tuple[tuple[Hedge, Cue], ...]:
    """The reserves of a passage that a claim may not drop; many claims may rest on one passage."""
    return _reserves(text, lexicon.code)


@lru_cache(4096)
def _reserves(text: str, code: str) -> tuple[tuple[Hedge, Cue], ...]:
    lexicon = loaded(code)
    return tuple(_each_reserve(text, lexicon)) if lexicon else ()


def _each_reserve(text: str, lexicon: Lexicon) -> Iterator[tuple[Hedge, Cue]]:
    plain = blanked(_without_dates(text, lexicon), lexicon.reserves.unreserved)
    found = [(hedge, cue) for hedge, cues in lexicon.reserves.weighty.items() for cue in cues.find(plain)]
    if not found:
        return
    bounds = [
        cue for cues in (lexicon.amounts.least, lexicon.amounts.most, lexicon.amounts.about) for cue in cues.find(plain)
    ]
    numbers = quantities(text, lexicon)
    for hedge, cue in found:
        if any(each.start < cue.start and cue.end <= each.end for each in bounds):  # the “most” of “at most”
            continue
        counted = any(0 <= each.start - cue.end <= 3 or each.overlaps(cue.start, cue.end) for each in numbers)
        if hedge in {"quantifier", "extent"} and counted:
            continue  # “some two-thirds”, “a majority of two to one”
        # Whole words, for “gobierno podría” has no “no”.
        before = " ".join(plain[: cue.start].split()[-2:])
        behind_it = " ".join(plain[cue.end : cue.end + 24].split()[:1])
        denied = lexicon.denials.negation.within(before) or lexicon.denials.negation.within(behind_it)
        if hedge in {"doubt", "wish", "intention"} and denied:
            continue  # “does not intend”, “could not”
        if hedge == "allegation" and _spoken_of(plain, cue, lexicon):
            continue
        yield hedge, cue


def _spoken_of(plain: str, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether accusations are spoken of, and what they are does not follow: “rejects these accusations and …”."""
    before, following = plain[: cue.start].split()[-1:], plain[cue.end :].split()[:1]
    noun = bool(before) and before[0] in lexicon.definite
    return noun and not (following and following[0].strip("'") in lexicon.voices.content)


def _without_dates(text: str, lexicon: Lexicon) -> str:
    """The folded text, in which May is no “may”."""
    plain = folded(text)
    for date in dates(text, lexicon):
        plain = plain[: date.start] + " " * (date.end - date.start) + plain[date.end :]
    return plain


def _bears(hedge: Hedge, cue: Cue, passage: Passage, mine: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether what the reserve is about is what the claim says."""
    if hedge == "condition":  # it bears on the other clause
        if not passage.text[: cue.start].strip() and "," not in passage.text[cue.end :]:
            return False  # the quote has the condition alone
        around = before(passage.text, cue.start, lexicon) or _next_clause(passage.text, cue.end, lexicon)
        return len(around & mine) >= 2 and 3 * len(around & mine) >= 2 * len(around)
    after = behind(passage.text, cue.end, lexicon)
    if hedge == "quantifier" and after and not after & mine:
        return False
    around = after or before(passage.text, cue.start, lexicon)
    if len(around) > 1 and not around & mine:
        return False
    if len(around) < 2:
        around |= before(passage.text, cue.start, lexicon)
    return bool(around) and len(around & mine) >= max(1, ENOUGH * len(around) - 0.5)


def _next_clause(text: str, at: int, lexicon: Lexicon) -> frozenset[str]:
    comma = text.find(",", at)
    return behind(text, comma + 1, lexicon) if comma >= 0 else frozenset()
