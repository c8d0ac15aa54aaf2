"""Words in quotation marks are the words of a passage."""

import re
from collections.abc import Iterator

from briefgen.agreement.claims import Claim
from briefgen.agreement.folding import folded
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import at, grounds

_QUOTED = re.compile(
    r"“([^“”]+)”|«\s?([^«»]+?)\s?»|\"([^\"]+)\"|„([^„“”]+)[“”]|(?<!\w)‘([^‘’]{3,}(?:’\w[^‘’]*)*)’(?!\w)"
)
_OMITTED = re.compile(r"\[\s?(?:…|\.\.\.)\s?\]|…|\.\.\.|\[[^\]]*\]")
_SPACE = re.compile(r"\s+")


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `quotation-not-in-passage`."""
    if not any(sign in claim.text for sign in '“«"„‘'):
        return
    allowed = [_plain(passage.text) for passage in claim.passages]
    allowed += [_plain(words) for words in _names(claim)]
    mine = claim.lang.partition("-")[0]
    foreign = any(
        passage.kind == "quote" and passage.lang.partition("-")[0] != mine for passage in claim.passages
    ) and not any(passage.kind == "translation" for passage in claim.passages)
    if foreign:
        return  # words of a translation stand in no passage
    for found in _QUOTED.finditer(claim.text):
        words = next(group for group in found.groups() if group)
        parts = [_plain(part) for part in _OMITTED.split(words)]
        if all(any(_stands(part, text) for text in allowed) for part in parts if part):
            continue
        yield at(
            claim, "quotation-not-in-passage", found.start(), found.end(),
            f"“{words.strip()}” stands in quotation marks, but not in {grounds(claim)}.",
            "Quote the very words, or say it in your own without quotation marks.",
        )  # fmt: skip


def _names(claim: Claim) -> Iterator[str]:
    """What may stand in quotation marks as a name: titles of sources."""
    for ground in claim.grounds:
        for source in ground.sources:
            yield from source.title.texts.values()
            if source.short:
                yield from source.short.texts.values()


def _plain(text: str) -> str:
    text = folded(text)
    for sign in "“”„«»\"‘’'":
        text = text.replace(sign, "")
    text = text.replace("–", "-").replace("—", "-")
    return _SPACE.sub(" ", text).strip(" .,;:!?")


def _stands(part: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) is not None
