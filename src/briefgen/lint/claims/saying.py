"""Who speaks in a claim speaks in its passages too: “Dr Penhallow said” is not “Mr Castellane said”."""

import re
from collections.abc import Iterator

from briefgen.agreement.claim import Claim
from briefgen.agreement.cues import Cue
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import at, grounds

_NAME = re.compile(r"(?<![\w'’-])[A-ZÀ-ÖØ-Þ][\w-]+(?:['’][A-Z][\w-]+)?(?:\s[A-ZÀ-ÖØ-Þ][\w-]+)*")

_REACH = 34
"""Letters before a verb of saying in which its subject stands."""

_NEAR = 90
"""Letters around a verb of saying in which a passage names who speaks."""


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `speaker-not-in-passage`."""
    passages = claim.own_passages
    if not passages:
        return
    said = [(passage.text, cue) for passage in passages for cue in _sayings(passage.text, claim.lexicon)]
    if not said:
        return
    near = folded(" ".join(text[max(0, cue.start - _NEAR) : cue.end + _NEAR] for text, cue in said))
    whole = folded(" ".join(passage.text for passage in passages))
    attributed = folded(" ".join(_attributed(claim)))
    for cue in _sayings(claim.text, claim.lexicon):
        found = _subject(claim.text, cue, claim.lexicon)
        if found is None:
            continue
        last = folded(found[0]).split()[-1]
        # Named in the passages, but not as one who speaks; or nowhere, where another name speaks.
        if last in near or last in attributed or last not in whole:
            continue
        yield at(
            claim, "speaker-not-in-passage", found.start(), found.end(),
            f"It is not “{found[0]}” who speaks in {grounds(claim)}.",
            "Name who says it there.",
        )  # fmt: skip
        return


def _sayings(text: str, lexicon: Lexicon) -> list[Cue]:
    return [cue for cue in lexicon.saying.find(folded(text)) if not _in_quotes(text, cue.start)]


def _in_quotes(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("“") > before.count("”") or before.count("«") > before.count("»")


def _subject(text: str, cue: Cue, lexicon: Lexicon) -> re.Match[str] | None:
    """The name right before a verb of saying, with at most a word between."""
    start = max(0, cue.start - _REACH)
    for found in reversed(list(_NAME.finditer(text, start, cue.start))):
        between = text[found.end() : cue.start]
        word = folded(found[0]).split()[-1]
        if len(between.split()) <= 1 and not any(sign in between for sign in ",;:.") and word not in lexicon.capitalised:
            return found if word not in lexicon.titles and word not in lexicon.small_words else None
    return None


def _attributed(claim: Claim) -> Iterator[str]:
    for ground in claim.grounds:
        if ground.fact.attributed_to:
            yield from ground.fact.attributed_to.texts.values()
