"""A name in a claim stands in its passages, or near them in the source."""

import re
from collections.abc import Iterator

from briefgen.claims.claim import Claim, Grounds
from briefgen.claims.cross_language import stands_alike, words_alike
from briefgen.claims.lexicon import Lexicon
from briefgen.claims.rules.finding import at, grounds
from briefgen.claims.text import CAPITALISED, WORD, folded, initials
from briefgen.claims.text import words as words_of
from briefgen.core.codes import Code, rule
from briefgen.core.diagnostic import Finding

_ENDS = '.!?:“«"(—–\n'
_INSIDE = re.compile(r"(?<=[\w,] )[^\W_]+\b")
"""A word that does not begin a sentence."""


NAME_NOT_IN_PASSAGE = Code(
    "name-not-in-passage",
    "warning",
    """
    A claim that names somebody or something that its passage does not.

    A name in a statement is neither in its quotes nor near them in the source. Or a name in a sentence is in none of
    the facts that it cites.

    ## Why it matters

    Usually a citation is missing: the sentence says two things and cites only one of them. Sometimes the name is wrong.

    ## Example

    ```yaml
    facts:
      - id: last-bus
        statement: The last bus leaves the station of Harrow Ford at 23:10.
        evidence:
          - source: survey
            quote: "the last bus leaves the station at 23:10"
    ```

    ## How to fix it

    Use only names from the passage, or add a quote that has the name. In a sentence, cite a fact that has it.

    ```yaml
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        evidence:
          - source: survey
            quote: "the last bus leaves the station at 23:10"
    ```
    """,
)


@rule(NAME_NOT_IN_PASSAGE)
def check_names(claim: Claim) -> Iterator[Finding]:
    """The names in a claim are in its evidence."""
    if claim.kind == "statement" and not all(ground.nearby for ground in claim.grounds):
        return  # a quote is short: without its text nobody can say what “they” are
    translated = claim.foreign or any(passage.kind == "translation" for passage in claim.passages)
    texts = list(_texts(claim))
    said = frozenset().union(*(words_of(passage.text) for passage in claim.passages))
    for found in CAPITALISED.finditer(claim.text):
        name = found[0].rstrip(".’'")
        words = _significant(name, claim, found.start())
        # What stands around the quotes is long, and read only for a name that does not stand in them.
        known = said if all(_stands(word, said) for word in words) else frozenset().union(*map(words_of, texts))
        missing = [word for word in words if not _stands(word, known)] or _another(words, claim)
        there = frozenset().union(*map(words_alike, texts)) if missing else frozenset()
        if missing and (_is_exonym(name, there) or (translated and _abroad(name, missing, there, claim))):
            continue
        if not missing or _abbreviates(name, claim) or _initials(name, texts) or _short(words) in known:
            continue
        first = name.partition(" ")
        start = found.start()
        if first[2] and folded(first[0]) in claim.lexicon.small_words:  # “Selon Marta Ruiz”
            start, name = start + len(first[0]) + 1, first[2]
        yield at(
            claim, NAME_NOT_IN_PASSAGE, start, start + len(name),
            f"The name “{name}” does not stand in {grounds(claim)}{_nor_near(claim)}.",
            "Name only whom the passage names, or quote the passage in which this name stands.",
        )  # fmt: skip


def _is_exonym(name: str, there: frozenset[str]) -> bool:
    """“OMS”, where the passage says “Organisation mondiale de la santé”."""
    return any(word.startswith("#") and word in there for word in words_alike(name))


def _abroad(name: str, missing: list[str], there: frozenset[str], claim: Claim) -> bool:
    """Whether a name may stand in the passages in another language: “Nations Unies”, “Ministère des Finances”."""
    words = words_alike(name)
    if any(word.startswith("#") for word in words):
        return False  # known in all languages, and not there
    if not claim.lexicon.voices.bodies.isdisjoint(words):
        return True  # the names of bodies are translated
    return all(stands_alike(folded(word), there) for word in missing)


def _nor_near(claim: Claim) -> str:
    return ", nor near it in the source" if claim.kind == "statement" else ""


def _another(words: list[str], claim: Claim) -> list[str]:
    """The words that make another name of one in the quotes: “University of Wicken” where “Lorne University” stands."""
    if claim.kind != "statement" or len(words) < 2:
        return []
    mine = {folded(word) for word in words}
    said = frozenset(word for passage in claim.passages for word in WORD.findall(folded(passage.text)))
    whole = frozenset(WORD.findall(folded(claim.text)))
    own = [word for word in words if not _stands(word, said)]
    if not own or len(own) == len(words):
        return []
    for passage in claim.passages:
        for found in CAPITALISED.finditer(passage.text):
            its = {folded(word) for word in WORD.findall(found[0]) if word[:1].isupper()}
            if mine & its and its - whole - claim.lexicon.voices.titles - claim.lexicon.small_words:
                return own
    return []


def _significant(name: str, claim: Claim, start: int) -> list[str]:
    """The words of a name that tell it from others; none where it may be no name at all."""
    lexicon = claim.lexicon
    words = [word for word in WORD.findall(name) if word[:1].isupper()]
    before = claim.text[:start].rstrip()
    if not before or before[-1] in _ENDS:
        # The first word of a sentence has its capital from there.
        if len(words) <= 1:
            return [] if not words or not _is_like_a_name(words[0], claim, start) else words
        joining = (lexicon.denials.negation, lexicon.scope.quantifiers, lexicon.scope.universal)
        if len(words) > 1 and any(cues.within(folded(words[0])) for cues in joining):
            words = words[1:]  # “Neither Eastgate Hospital”
        elif folded(words[0]) in lexicon.small_words or folded(words[0]) in lexicon.voices.titles:
            led = folded(words[0]) in lexicon.prepositions  # “In Villarana”
            words = words[1:] if led or len(words) > 2 else []  # “Le Canada”, as “Canada”
    return [word for word in words if _telling(word, lexicon)]


def _is_like_a_name(word: str, claim: Claim, start: int) -> bool:
    """Whether the first word of a sentence is a name: it has its capital elsewhere too, or is all capitals."""
    if word.isupper() and len(word) > 1:
        return True
    rest = claim.text[start + len(word) :]
    return word in _INSIDE.findall(rest)


def _telling(word: str, lexicon: Lexicon) -> bool:
    plain = folded(word)
    return (
        len(plain) > 1
        and plain not in lexicon.capitalised
        and plain not in lexicon.voices.titles
        and plain not in lexicon.small_words
    )


def _short(words: list[str]) -> str:
    """“us” for “United States”."""
    return "".join(word[0] for word in words).casefold() if len(words) > 1 else ""


def _texts(claim: Claim) -> Iterator[str]:
    for ground in claim.grounds:
        yield from (passage.text for passage in ground.passages)
        if claim.kind == "statement":
            yield from (nearby.text for nearby in ground.nearby)
        yield from _register(ground)


def _register(ground: Grounds) -> Iterator[str]:
    fact = ground.fact
    if fact.attributed_to:
        yield from fact.attributed_to.texts.values()
    for source in ground.sources:
        for label in (source.title, source.short, source.publisher, *source.authors):
            if label:
                yield from label.texts.values()


def _stands(word: str, known: frozenset[str]) -> bool:
    """“Haiti” stands where “Haitian” stands; “US” where “U” and “S” do."""
    plain = folded(word)
    if plain in known:
        return True
    if len(plain) >= 5:
        root = plain[: max(4, len(plain) - 3)]
        return any(other.startswith(root) and abs(len(other) - len(plain)) <= 4 for other in known)
    return word.isupper() and all(letter in known for letter in plain)


def _abbreviates(name: str, claim: Claim) -> bool:
    """“GDP” for “gross domestic product”: its letters are the first of words that follow each other."""
    name = _PLURAL.sub("", name)
    letters = name.replace(".", "").casefold()
    if not (2 <= len(letters) <= 6 and name.isupper()):
        return False
    small = claim.lexicon.small_words
    words = [WORD.findall(folded(text)) for text in _texts(claim)]
    telling = [[word for word in each if word not in small] for each in words]
    return any(letters in "".join(word[0] for word in each) for each in (*words, *telling))


_PLURAL = re.compile(r"(?<=[A-Z]{2})s$")
"""“MPs” for “members of parliament”."""


def _initials(name: str, texts: list[str]) -> bool:
    """Whether a name is the initials of one in the passages: “UN” for “United Nations”."""
    letters = name.replace(".", "").casefold()
    return len(letters) > 1 and any(letters in each for text in texts for each in initials(text))
