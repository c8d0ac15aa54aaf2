"""Words in quotation marks are the words of a passage."""

import re
from collections.abc import Iterator

from briefgen.claims.claim import Claim, Nearby
from briefgen.claims.cross_language import akin, texts_abroad, words_alike
from briefgen.claims.rules.finding import at, grounds
from briefgen.claims.text import QUOTED, folded
from briefgen.core.codes import Code, rule
from briefgen.core.diagnostic import Finding

_OMITTED = re.compile(r"\[\s?(?:…|\.\.\.)\s?\]|…|\.\.\.|\[[^\[\]]*\]")
_LETTER = re.compile(r"\[([^\W\d_])\](?=[^\W_])")
"""A first letter that was made small or large: “[n]obody”."""
_SPACE = re.compile(r"\s+")


QUOTATION_NOT_IN_PASSAGE = Code(
    "quotation-not-in-passage",
    "warning",
    """
    Words in quotation marks that are not the words of the source.

    A claim quotes words that none of its passages has in this form. You may leave words out with `[…]`, and you may
    name titles of sources. If the claim is in another language than the source, briefgen looks for the words in the
    `translation` of the quotes. Without a `translation`, they may be your translation of words that the passage quotes,
    or of words close to them.

    ## Why it matters

    Quotation marks promise the exact words. A reader who looks them up and finds other words will trust nothing else.

    ## Example

    ```yaml
    sources:
      - {id: panel, title: Residents’ panel, file: panel.txt, redistribution: allowed}
    facts:
      - id: panel
        statement: “No one should ever walk home”, she said.
        evidence:
          - source: panel
            quote: Nobody should have to walk home
    ```

    ## How to fix it

    Quote the exact words, or use your own words without quotation marks.

    ```yaml
    sources:
      - {id: panel, title: Residents’ panel, file: panel.txt, redistribution: allowed}
    facts:
      - id: panel
        statement: “Nobody should have to walk home”, she said.
        evidence:
          - source: panel
            quote: Nobody should have to walk home
    ```
    """,
)


@rule(QUOTATION_NOT_IN_PASSAGE)
def check_quotations(claim: Claim) -> Iterator[Finding]:
    """Words in quotation marks are the words of the source."""
    if not any(sign in claim.text for sign in '“«"„‘'):
        return
    allowed = [_plain(words) for words in (*(passage.text for passage in claim.passages), *_titles(claim))]
    for found in QUOTED.finditer(claim.text):
        if claim.text[: found.start()][-1:].isalnum() or claim.text[found.end() :][:1].isalnum():
            continue  # a mark within a word quotes nothing
        words = next(group for group in found.groups() if group)
        parts = [_plain(part) for part in _OMITTED.split(_LETTER.sub(r"\1", words))]
        if all(any(_stands(part, text) for text in allowed) for part in parts if part):
            continue
        if claim.foreign and _translated(words, claim):
            continue
        yield at(
            claim, QUOTATION_NOT_IN_PASSAGE, found.start(), found.end(),
            f"“{words.strip()}” is in quotation marks, but those are not the words of {grounds(claim)}.",
            "Quote the very words, or say it in your own without quotation marks.",
        )  # fmt: skip


_ENOUGH = 0.3
"""The share of words in quotation marks that are alike in the passage, where they may be its own words, translated."""


def _translated(words: str, claim: Claim) -> bool:
    """Whether words in quotation marks may be our translation of a passage: it has quotation marks there too, or they
    are alike word for word."""
    ours = [word for word in words_alike(words) if len(word) > _SMALL and word not in claim.lexicon.small_words]
    for ground in claim.grounds:
        for nearby in ground.nearby:
            if _SIGNS & set(nearby.quote) or _inside(nearby):
                return True
    if any(_as_long(words, passage.text) for passage in texts_abroad(claim) if passage.kind == "quote"):
        return True
    theirs = words_alike(" ".join(passage.text for passage in claim.passages))
    shared = [word for word in ours if any(akin(word, other) for other in theirs)]
    for passage in texts_abroad(claim):
        spoken = (
            passage.kind == "quote"
            and passage.lexicon
            and passage.lexicon.voices.first_person.within(folded(passage.text))
        )
        if spoken or _SIGNS & set(passage.text):
            return True
    return bool(ours) and len(shared) >= _ENOUGH * len(ours)


def _as_long(words: str, quote: str) -> bool:
    """Whether words are about as many as a whole quote has: “bastante turbias”, for “rather murky”."""
    ours, theirs = len(words.split()), len(quote.split())
    return abs(ours - theirs) <= max(1, theirs // 3) and ours > 1


_SMALL = 3
"""Letters of the small words."""

_SIGNS = frozenset('“”«»"')


def _inside(nearby: Nearby) -> bool:
    """Whether a quote stands within quotation marks of its text."""
    return nearby.before.rfind("“") > nearby.before.rfind("”") or nearby.before.rfind("«") > nearby.before.rfind("»")


def _titles(claim: Claim) -> Iterator[str]:
    """What may stand in quotation marks as a name: titles of sources."""
    for ground in claim.grounds:
        for source in ground.sources:
            for label in (source.title, source.short):
                yield from label.texts.values() if label else ()


def _plain(text: str) -> str:
    text = folded(text)
    for sign in "“”„«»\"‘’'":
        text = text.replace(sign, "")
    text = text.replace("–", "-").replace("—", "-")
    return _SPACE.sub(" ", text).strip(" .,;:!?")


def _stands(part: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) is not None
