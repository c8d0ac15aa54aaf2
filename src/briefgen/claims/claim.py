"""A claim, and what it rests on, as values."""

import datetime as dt
from functools import cached_property
from typing import Literal

import msgspec

from briefgen.claims.dates import Date, apart, dates
from briefgen.claims.lexicon import Lexicon, lexicon
from briefgen.claims.numbers import Quantity
from briefgen.claims.quantities import quantities
from briefgen.claims.speech import unattributed
from briefgen.claims.statements import Sentence
from briefgen.claims.text import CAPITALISED, covers, likeness, words
from briefgen.core.dates import PartialDate
from briefgen.core.diagnostic import Place
from briefgen.markup.model import same
from briefgen.model.evidence import Fact, Source

# What reads a claim is loaded when one is read: in most runs all claims are as they were.
BETWEEN = "\n\n"
"""Between the sentences of a claim."""

MOST_FIGURES = 200
"""Numbers and dates of a claim that are looked at, each: a sentence has a few, and each is compared with the others."""


class Passage(msgspec.Struct, frozen=True, dict=True):
    """Words that a claim rests on. What rules ask of it is worked out once."""

    text: str
    lang: str
    kind: Literal["quote", "statement", "translation"] = "quote"

    @property
    def lexicon(self) -> Lexicon | None:
        """Of its language."""
        return lexicon(self.lang)

    @cached_property
    def quantities(self) -> "tuple[Quantity, ...]":
        """Those that stand in it."""
        return quantities(self.text, self.lexicon) if self.lexicon else ()

    @cached_property
    def dates(self) -> "tuple[Date, ...]":
        """Those that stand in it."""
        return dates(self.text, self.lexicon) if self.lexicon else ()


class Nearby(msgspec.Struct, frozen=True):
    """A quote in its text: the words before it, its own in the letters of the source, and those behind."""

    before: str
    quote: str
    behind: str
    head: str = ""
    """The lines above the first sentence of the text."""

    @property
    def text(self) -> str:
        """All of it."""
        return self.before + self.quote + self.behind


class Grounds(msgspec.Struct, frozen=True):
    """One fact that a claim rests on."""

    fact: Fact
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    nearby: tuple[Nearby, ...] = ()
    """Of each quote that was found in a text; empty where no text is at hand."""


def _own(ground: Grounds, lang: str) -> tuple[Passage, ...]:
    own = tuple(each for each in ground.passages if same(each.lang, lang))
    translated = sum(each.kind == "translation" for each in own)
    whole = len(own) == len(ground.passages) - translated
    return own if whole or any(each.kind == "statement" for each in own) else ()


def _unnamed(text: str, passages: list[str]) -> str:
    """A text without the names that its passages have not: who “she” is was told before the quote."""
    there = frozenset().union(*map(words, passages))
    for found in CAPITALISED.finditer(text):
        sure = found.start() > 0 or " " in found[0]
        if sure and words(found[0]).isdisjoint(there):
            text = text[: found.start()] + " " * len(found[0]) + text[found.end() :]
    return text


class Claim(msgspec.Struct, frozen=True, dict=True):
    """A stretch of prose that must say no more than its grounds. What rules ask of it is worked out once."""

    path: str
    """Of the field, with the language."""
    text: str
    """Its words as a reader sees them; what is openly no fact is blanked, letter for letter."""
    lang: str
    kind: Literal["statement", "sentence"]
    factual: bool
    """Whether the field is factual; in one of judgement, only hard figures and quoted words are held to the facts."""
    grounds: tuple[Grounds, ...]
    lexicon: Lexicon
    sentences: tuple[Sentence, ...] = ()
    """Those that it is made of, an empty line between them."""
    as_of: dt.date | None = None
    """Of the scenario."""
    days: tuple[dt.date | PartialDate, ...] = ()
    """The days of the decision itself: its deadline, and its key dates."""
    works_out: bool = False
    """Whether it says something that it works out itself: how many are left need not be said of the others."""

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All words that it rests on."""
        return tuple(passage for ground in self.grounds for passage in ground.passages)

    @cached_property
    def own_passages(self) -> tuple[Passage, ...]:
        """The passages in its own language, a translation in the place of its quote; none where a fact has neither its
        quotes nor its statement in that language."""
        grounds = [_own(ground, self.lang) for ground in self.grounds]
        return tuple(passage for own in grounds for passage in own) if all(grounds) else ()

    @property
    def foreign(self) -> bool:
        """Whether a fact is said in another language only."""
        return not self.own_passages

    @cached_property
    def quantities(self) -> "tuple[Quantity, ...]":
        """Those that stand in it, up to the most that are looked at; no dates."""
        return apart(quantities(self.text, self.lexicon)[:MOST_FIGURES], self.dates)

    @cached_property
    def dates(self) -> "tuple[Date, ...]":
        """Those that stand in it."""
        return dates(self.text, self.lexicon)[:MOST_FIGURES]

    @cached_property
    def likeness(self) -> float:
        """How much of it is in the words of its passages, from 0 to 1."""
        passages = [each.text for each in self.own_passages]
        return likeness(_unnamed(unattributed(self.text, self.lexicon), passages), passages, self.lexicon)

    @cached_property
    def covers(self) -> bool:
        """Whether it has nearly all the words of one of its passages: what it leaves out of that one tells."""
        return any(covers(self.text, passage.text, self.lexicon) for passage in self.own_passages)

    def near(self, likeness: float) -> bool:
        """Whether it keeps near enough to its passages for a missing word to tell."""
        return self.likeness >= likeness or self.covers

    @cached_property
    def computed(self) -> bool:
        """Whether a figure of its grounds is worked out."""
        return any(ground.fact.computed for ground in self.grounds)

    def place(self, start: int, end: int) -> Place | None:
        """The place of a range of its text in the field; of a range over several paragraphs, of the part in the
        first."""
        found: Place | None = None
        at = 0
        for sentence in self.sentences:
            first, last = max(start - at, 0), min(end - at, len(sentence.text))
            at += len(sentence.text) + len(BETWEEN)
            if first >= last or not sentence.text[first:last].strip():
                continue
            here = sentence.place(first, last)
            if found and found.paragraph != here.paragraph:
                break
            found = Place(found.start, here.end, here.paragraph) if found else here
        return found
