"""Two facts do not say the same.

Statements are compared by their shingles (three words in a row): only facts that share one, of those that few facts
have, are looked at word by word. So the work grows with the number of facts, not with the number of pairs (Broder, On
the resemblance and containment of documents, 1997).
"""

import re
from collections import Counter
from collections.abc import Iterator

from briefgen.claims.text import folded
from briefgen.diagnostic import Finding
from briefgen.prose.language import choose
from briefgen.scenario.model import Fact, Scenario

ALIKE = 0.8
"""The share of words that two statements have in common, from which on they are told."""
COMMON = 12
"""Facts that share a shingle before it says nothing any more: “according to the”."""
LEAST = 0.15
"""The share of its shingles that a statement has in common with one that it is compared with word by word."""
CANDIDATES = 4
"""Facts that one fact is compared with word by word: those that it shares most shingles with."""

_WORD = re.compile(r"[^\W_]+")


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `near-duplicate-facts`, at the second of the two. Statements with different numbers are different."""
    holders: dict[tuple[str, ...], list[int]] = {}
    read: list[list[str]] = []
    for number, fact in enumerate(scenario.facts):
        words = _WORD.findall(_plain(fact, scenario.language))
        read.append(words)
        shared: Counter[int] = Counter()
        shingles = dict.fromkeys(zip(words, words[1:], words[2:], strict=False)) or {tuple(words): None}
        for shingle in shingles:
            known = holders.setdefault(shingle, [])
            if len(known) < COMMON:
                shared.update(known)
                known.append(number)
        for earlier, count in shared.most_common(CANDIDATES) if shared else ():
            if count >= LEAST * len(shingles) and _alike(read[earlier], words):
                other = scenario.facts[earlier].id
                yield Finding(
                    "near-duplicate-facts",
                    f"facts.{fact.id}.statement",
                    f"The facts `{other}` and `{fact.id}` say nearly the same.",
                    f"Put the evidence of both under one of them, or say how `{fact.id}` differs.",
                    severity="info",
                )
                break


def _plain(fact: Fact, lang: str) -> str:
    key = choose(fact.statement.texts, lang)
    return folded(fact.statement.texts[key]) if key else ""


def _alike(one: list[str], other: list[str]) -> bool:
    common = (Counter(one) & Counter(other)).total()
    return 2 * common >= ALIKE * (len(one) + len(other)) and _numbers(one) == _numbers(other)


def _numbers(words: list[str]) -> set[str]:
    return {word for word in words if any(sign.isdigit() for sign in word)}
