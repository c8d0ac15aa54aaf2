"""What a passage says with a reserve, the claim says with one too."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from briefgen.agreement.claims import Claim, Grounds, Passage
from briefgen.agreement.cues import Cue, Cues
from briefgen.agreement.dates import dates
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Hedge, Lexicon
from briefgen.agreement.matching import match
from briefgen.agreement.quantities import quantities
from briefgen.agreement.words import before, behind, stems
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import at, grounds

Kept: TypeAlias = tuple[Cues, ...]

ENOUGH = 0.5
"""The share of the words around a reserve that the claim must have for the reserve to bear on it."""


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `hedge-dropped`."""
    if not claim.factual:
        return
    yield from _of_numbers(claim)
    plain = _without_dates(claim.text, claim.lexicon)
    mine = stems(claim.text, claim.lexicon)
    told = set()
    for ground in claim.grounds:
        for passage in ground.passages:
            if passage.lexicon is None or passage.lexicon.code != claim.lexicon.code:
                continue
            for hedge, cue in _weighty(passage, passage.lexicon):
                if (
                    hedge in told
                    or _kept(hedge, plain, claim, ground, cue.words)
                    or not _bears(hedge, cue, passage, mine, claim)
                ):
                    continue
                told.add(hedge)
                words = passage.text[cue.start : cue.end]
                yield Finding(
                    "hedge-dropped",
                    claim.path,
                    f"{_capital(grounds(claim))} says “{words}”; the claim says it outright.",
                    f"Keep the reserve: say “{words}”, or what comes to the same.",
                    _needle(claim),
                    1,
                    "warning",
                )


def _of_numbers(claim: Claim) -> Iterator[Finding]:
    theirs = [
        quantity
        for passage in claim.passages
        if passage.lexicon
        for quantity in quantities(passage.text, passage.lexicon)
    ]
    when = dates(claim.text, claim.lexicon)
    for quantity in quantities(claim.text, claim.lexicon):
        if any(date.start < quantity.end and quantity.start < date.end for date in when):
            continue
        found = match(quantity, theirs)
        if found.passage is None or quantity.kind == "ordinal" or found.verdict not in {"hedge", "bound"}:
            continue
        words = {"about": "about", "least": "at least", "most": "at most", "exact": "exactly"}[found.passage.bound]
        yield at(
            claim, "hedge-dropped", quantity.start, quantity.end,
            f"“{claim.text[quantity.start:quantity.end]}” is “{words}” that much in {grounds(claim)}.",
            "Keep what the passage says of how sure the figure is.",
        )  # fmt: skip


def _weighty(passage: Passage, lexicon: Lexicon) -> Iterator[tuple[Hedge, Cue]]:
    plain = _without_dates(passage.text, lexicon)
    for hedge, cues in lexicon.weighty.items():
        for cue in cues.find(plain):
            yield hedge, cue


def _without_dates(text: str, lexicon: Lexicon) -> str:
    """The folded text, in which May is no “may”."""
    plain = folded(text)
    for date in dates(text, lexicon):
        plain = plain[: date.start] + " " * (date.end - date.start) + plain[date.end :]
    return plain


def _kept(hedge: Hedge, plain: str, claim: Claim, ground: Grounds, words: str) -> bool:
    lexicon = claim.lexicon
    attributed = ground.fact.attributed_to or lexicon.saying.within(plain)
    if hedge == "allegation" and attributed and not words.startswith(_SUSPICIONS):
        return True
    if hedge == "quantifier":
        return _narrowed(plain, claim.text, lexicon) or (_half(claim.text, lexicon) and _majority(words))
    if hedge in {"wish", "intention"} and any(sign in claim.text for sign in "“«"):
        return True  # the very words are there
    if hedge == "doubt" and _ranges(claim.text, lexicon):
        return True
    if hedge == "doubt" and any(not lexicon.saying.within(cue.words) for cue in lexicon.allegation.find(plain)):
        return True
    if hedge in {"doubt", "wish"} and any(cue.words not in _FUTURE for cue in lexicon.intention.find(plain)):
        return True
    return any(cues.within(plain) for cues in _keeping(lexicon)[hedge])


_SUSPICIONS = ("accus", "acus", "soup", "suspic", "suspec", "sospech", "rumo", "reports of", "allegation")
"""Of what somebody else has done: naming who speaks of them leaves them suspicions."""

_FUTURE = frozenset({"will", "shall"})
"""That keep an intention, but no doubt: what may be is not what will be."""


def _half(text: str, lexicon: Lexicon) -> bool:
    return any(each.kind == "share" and each.values[0] >= 0.5 for each in quantities(text, lexicon))


def _majority(words: str) -> bool:
    return "major" in words or "mayor" in words or words in {"most", "la plupart"}


def _narrowed(plain: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a word says that it is not about all; “half of”, a number, says that of what it counts only."""
    found = quantities(text, lexicon)
    return any(
        not any(each.start < cue.end and cue.start < each.end for each in found)
        for cues in (lexicon.quantifiers, lexicon.parts, lexicon.extent)
        for cue in cues.find(plain)
    )


def _ranges(text: str, lexicon: Lexicon) -> bool:
    """Whether a claim gives a range, which is itself a reserve."""
    found = quantities(text, lexicon)
    between = lexicon.numerals.between
    return any(
        folded(text[first.end : second.start]).strip(" €$£") in between
        for first, second in zip(found, found[1:], strict=False)
    )


def _keeping(lexicon: Lexicon) -> Mapping[Hedge, Kept]:
    """For each kind of reserve, the words of a claim that keep it. Kinds overlap: “may” for “it is alleged”."""
    return {
        "quantifier": (),
        "allegation": (lexicon.allegation, lexicon.doubt),
        "doubt": (lexicon.doubt, lexicon.condition, lexicon.about),
        "wish": (lexicon.doubt,),
        "intention": (lexicon.intention, lexicon.doubt),
        "condition": (lexicon.condition,),
        "extent": (lexicon.extent, lexicon.quantifiers, lexicon.about, lexicon.parts),
        "so-far": (lexicon.so_far,),
    }


def _bears(hedge: Hedge, cue: Cue, passage: Passage, mine: frozenset[str], claim: Claim) -> bool:
    """Whether what the reserve is about is what the claim says."""
    lexicon = claim.lexicon
    if hedge == "condition":  # it bears on the other clause
        around = before(passage.text, cue.start, lexicon) or _next_clause(passage.text, cue.end, lexicon)
        return len(around & mine) >= 2 and 3 * len(around & mine) >= 2 * len(around)
    around = behind(passage.text, cue.end, lexicon) or before(passage.text, cue.start, lexicon)
    if len(around) < 2:
        around |= before(passage.text, cue.start, lexicon)
    return bool(around) and len(around & mine) >= max(1, ENOUGH * len(around) - 0.5)


def _next_clause(text: str, at: int, lexicon: Lexicon) -> frozenset[str]:
    comma = text.find(",", at)
    return behind(text, comma + 1, lexicon) if comma >= 0 else frozenset()


def _needle(claim: Claim) -> str:
    """A claim in a longer field is shown whole."""
    return claim.text.strip() if claim.kind == "sentence" and "  " not in claim.text else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
