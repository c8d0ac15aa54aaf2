"""The country, where the passage speaks of a city or a district of it."""

import re
from collections.abc import Iterator

from briefgen.agreement.alike import stands_alike, words_alike
from briefgen.agreement.claim import Claim, Passage
from briefgen.agreement.cues import Cue
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.words import stems
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import beyond, does, grounds_do, of_whole


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
        yield beyond(claim, cue, f"{does(claim, 'speak')} of “{sorted(narrow)[0]}”")
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
                    claim, "scope-widened",
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
