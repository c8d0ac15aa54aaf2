"""Words in quotation marks are the words of a passage."""

import re
from collections.abc import Iterator

from briefgen.agreement.claim import Claim
from briefgen.agreement.folding import folded
from briefgen.agreement.quoted import QUOTED
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import at, grounds

_OMITTED = re.compile(r"\[\s?(?:…|\.\.\.)\s?\]|…|\.\.\.|\[[^\]]*\]")
_SPACE = re.compile(r"\s+")


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `quotation-not-in-passage`."""
    if claim.foreign or not any(sign in claim.text for sign in '“«"„‘'):
        return  # words of a translation stand in no passage
    allowed = [_plain(words) for words in (*(passage.text for passage in claim.passages), *_titles(claim))]
    for found in QUOTED.finditer(claim.text):
        if claim.text[: found.start()][-1:].isalnum() or claim.text[found.end() :][:1].isalnum():
            continue  # a mark within a word quotes nothing
        words = next(group for group in found.groups() if group)
        parts = [_plain(part) for part in _OMITTED.split(words)]
        if all(any(_stands(part, text) for text in allowed) for part in parts if part):
            continue
        yield at(
            claim, "quotation-not-in-passage", found.start(), found.end(),
            f"“{words.strip()}” is in quotation marks, but those are not the words of {grounds(claim)}.",
            "Quote the very words, or say it in your own without quotation marks.",
        )  # fmt: skip


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
