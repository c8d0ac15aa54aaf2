"""Who speaks in a claim speaks in its passages too: “Dr Penhallow said” is not “Mr Castellane said”."""

import re
from collections.abc import Iterator

from briefgen.agreement.claim import Claim
from briefgen.agreement.cues import Cue
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.words import stems
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import at, grounds

_NEAR, _BEHIND = 70, 60
"""Letters before and behind a verb of saying in which a passage names who speaks."""

_WORDS = 5
"""Words before a verb of saying that are its subject."""

_LAST = re.compile(r"[^\W_]+(?=\W*$)")


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `speaker-not-in-passage`."""
    if not claim.factual:
        return
    lexicon, passages = claim.lexicon, claim.own_passages
    said = [(each.text, cue) for each in passages for cue in _sayings(each.text, lexicon)]
    if not said or any(lexicon.first_person.within(folded(text)) for text, _ in said):
        return
    speaking = frozenset[str]()
    for text, cue in said:
        before = text[max(0, cue.start - _NEAR) : cue.start].split()
        if not before or folded(before[-1]) in lexicon.pronouns:
            return  # who “she” is stands before the quote
        speaking |= stems(text[max(0, cue.start - _NEAR) : cue.end + _BEHIND], lexicon)
    speaking |= frozenset().union(*(stems(words, lexicon) for words in _attributed(claim)))
    others = frozenset().union(*(stems(words, lexicon) for words in _around(claim))) - speaking
    topics = frozenset().union(*(stems(_opening(each.text), lexicon) for each in passages if each.kind == "statement"))
    for cue in _sayings(claim.text, lexicon):
        start = _subject(claim.text, cue)
        subject = stems(claim.text[start : cue.start], lexicon)
        if not _is_subject(claim.text[start : cue.start], lexicon):
            continue
        if any(each.overlaps(start, cue.start) for each in claim.quantities):
            continue  # “40 per cent said”
        if subject <= topics:
            continue  # what the passage is about: “the contract asks for”
        if not subject & speaking and subject <= others:
            yield at(
                claim, "speaker-not-in-passage", start, cue.end,
                f"It is not “{claim.text[start:cue.start].strip()}” who speaks in {grounds(claim)}.",
                "Name who says it there.",
            )  # fmt: skip
            return


def _sayings(text: str, lexicon: Lexicon) -> list[Cue]:
    plain = folded(text)
    found = (*lexicon.saying.find(plain), *lexicon.stances.find(plain))
    return [cue for cue in found if not _in_quotes(text, cue.start)]


def _in_quotes(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("“") > before.count("”") or before.count("«") > before.count("»")


def _subject(text: str, cue: Cue) -> int:
    """Where the words begin that say who speaks: the last few before the verb, from the last stop on."""
    start = max((text.rfind(sign, 0, cue.start) + 1 for sign in ",;:.(—–"), default=0)
    words = [found.start() for found in re.finditer(r"[^\W_][\w'’-]*", text[start : cue.start])]
    return start + words[-_WORDS] if len(words) > _WORDS else start + (words[0] if words else 0)


def _opening(text: str) -> str:
    return " ".join(text.split()[: _WORDS + 1])


def _is_subject(words: str, lexicon: Lexicon) -> bool:
    """Whether words may be who speaks: “the mayor”, not the “in a” of “in a declared drought”."""
    last = _LAST.search(folded(words))
    return last is not None and last[0] not in lexicon.definite | lexicon.numerals.articles


def _around(claim: Claim) -> Iterator[str]:
    for ground in claim.grounds:
        yield from (nearby.text for nearby in ground.nearby)
        yield from (passage.text for passage in ground.passages)


def _attributed(claim: Claim) -> Iterator[str]:
    for ground in claim.grounds:
        if ground.fact.attributed_to:
            yield from ground.fact.attributed_to.texts.values()
