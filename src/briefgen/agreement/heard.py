"""Who speaks in the passages of a claim, clause by clause: beside what is said, the parties that are named for it."""

import re
from collections.abc import Iterable

import msgspec

from briefgen.agreement.claim import Claim, Grounds, Passage
from briefgen.agreement.clauses import clause, clauses
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon, lexicon
from briefgen.agreement.speakers import Saying, sayings
from briefgen.agreement.voices import voices
from briefgen.agreement.words import stems
from briefgen.prose.language import same


class Party(msgspec.Struct, frozen=True):
    """Words that name who speaks, and the lexicon that reads them."""

    words: str
    lexicon: Lexicon


class Heard(msgspec.Struct, frozen=True):
    """A clause of a passage, and who speaks in it."""

    text: str
    parties: tuple[Party, ...]


_ENOUGH = 0.7
"""How near the clause of another passage must come to the nearest for its speakers to be asked too."""


def heard(saying: Saying, claim: Claim) -> list[Heard]:
    """Of each fact, the clauses of its passages that are nearest to what is said, and whom the fact is attributed to.

    None where one of those who speak is not known."""
    out: list[Heard] = []
    start, end = clause(claim.text, saying.start, claim.lexicon)
    about = stems(claim.text[start:end], claim.lexicon) - stems(saying.subject, claim.lexicon)
    figures = frozenset(value for each in claim.quantities if start <= each.start < end for value in each.values)
    for ground in claim.grounds:
        near = _nearest(ground, claim, about, figures)
        if near is None:
            return []
        attributed = ground.fact.attributed_to
        named = [(words, lexicon(lang)) for lang, words in attributed.texts.items()] if attributed else []
        told = tuple(Party(words, known) for words, known in named if known)
        if told or any(each.parties for each in near):
            out += [*near, Heard("", told)]
        else:
            out.append(Heard("", tuple(_around(ground))))
    return out


def heard_of(claim: Claim, ground: Grounds) -> list[Party]:
    """Who speaks in the clauses of a fact's own passages that are nearest to a claim as a whole; none where nobody is
    named there."""
    about = stems(claim.text, claim.lexicon)
    figures = frozenset(value for each in claim.quantities for value in each.values)
    near = _nearest(ground, claim, about, figures) or []
    return [party for each in near for party in each.parties]


def _nearest(ground: Grounds, claim: Claim, about: frozenset[str], figures: frozenset[float]) -> list[Heard] | None:
    """The clause of each passage that comes nearest, if it comes near enough; None where nobody is named for it."""
    found: list[tuple[float, Heard | None]] = []
    for passage in ground.passages:
        if read := passage.lexicon:
            mine = about if same(passage.lang, claim.lang) else frozenset()
            found.append(max(_clauses(passage, read, mine, figures), key=lambda each: each[0]))
    top = max((likeness for likeness, _ in found), default=0)
    near = [each for likeness, each in found if likeness >= _ENOUGH * top]
    return None if None in near else [each for each in near if each]


def _clauses(
    passage: Passage, read: Lexicon, about: frozenset[str], figures: frozenset[float]
) -> list[tuple[float, Heard | None]]:
    out: list[tuple[float, Heard | None]] = [(-1.0, Heard("", ()))]
    said = sayings(passage.text, read)
    for first, last in clauses(passage.text, read):
        text = passage.text[first:last]
        here = [each for each in said if first <= each.start < last]
        counted = [each for each in passage.quantities if first <= each.start < last]
        likeness = len(stems(text, read) & about) + 2 * sum(not figures.isdisjoint(each.values) for each in counted)
        parties = tuple(Party(each.subject, read) for each in here if each.subject)
        out.append((float(likeness), None if _unnamed(here, said, text, read) else Heard(text, parties)))
    return out


def _unnamed(here: list[Saying], said: tuple[Saying, ...], text: str, read: Lexicon) -> bool:
    """Whether who speaks in a clause is named nowhere in its passage: “she said”, “we advise”."""
    if not here:
        return read.voices.first_person.within(folded(text))
    if any(each.subject and read.voices.first_person.within(folded(each.subject)) for each in here):
        return True
    return any(each.pronoun and not any(other.subject for other in said if other.start < each.start) for each in here)


def _around(ground: Grounds) -> list[Party]:
    """Who speaks where the quotes stand in their text; none where nobody is said to."""
    languages = {source.language for source in ground.sources}
    read = lexicon(next(iter(languages))) if len(languages) == 1 else None
    if read is None:
        return []
    found = [voices(nearby, read) for nearby in ground.nearby]
    if any(each.writer or not each.told for each in found):
        return []
    return [Party(words, read) for each in found for words in each.words]


_BESIDE = 70
"""Letters between two names for one party: “Ruta Hallane, director of Kelmouth Water”."""

_APPOSED = re.compile(
    r"(?:(?:,|\s\()\s?(?:(?!(?:and|et|y)\s)[\w’'-]+,?\s){0,8}|(?:[’']s)?\s(?:(?!(?:and|et|y)\s)[\w’'-]+,?\s){0,4})\(?$"
)
"""What stands between the two: a comma or a bracket, and a few words without “and”."""


def beside(one: str, names: list[str], texts: Iterable[str]) -> bool:
    """Whether a name and one of several others stand beside each other in a text, as for one party."""
    for text in texts:
        for first, second in ((first, second) for name in names for first, second in ((one, name), (name, one))):
            between = re.search(rf"\b{re.escape(first)}\b(.{{0,{_BESIDE}}}?)\b{re.escape(second)}\b", text)
            if between and _APPOSED.match(between[1]):
                return True
    return False
