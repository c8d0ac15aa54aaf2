"""The sentences in which a paper judges, in the languages whose words are known."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

import msgspec

from briefgen.claims.lexicon import Lexicon, lexicon
from briefgen.claims.statements import MOST, Sentence, sentences_of
from briefgen.claims.text import folded, unquoted
from briefgen.diagnostic import Finding
from briefgen.prose import Prose
from briefgen.scenario.model import Scenario
from briefgen.scenario.walk import proses


class Judged(msgspec.Struct, frozen=True):
    """A sentence of a field of judgement, or the words of one that a span makes a judgement."""

    prose: Prose
    lang: str
    text: str
    """Its words; what is quoted, and what is no judgement, is blanked."""
    sentence: Sentence
    lexicon: Lexicon

    def reported(self, offset: int) -> bool:
        """Whether what stands at an offset is what somebody else says: “the operator said that …”."""
        return self.lexicon.voices.saying.within(folded(self.text[:offset]))

    def warning(self, code: str, start: int, end: int, message: str, hint: str) -> Finding:
        """A warning at a stretch of `text`."""
        place = self.sentence.place(start, end)
        return Finding(code, f"{self.prose.path}.{self.lang}", message, hint, place, "warning")


_folded = lru_cache(2048)(folded)
"""Several rules look at the same fields, one behind the other."""


def judged(scenario: Scenario, may_matter: Callable[[str, Lexicon], bool]) -> Iterator[Judged]:
    """All of them. `may_matter`: whether a rule need look at a field at all, by its folded text as written."""
    for prose in proses(scenario):
        for lang, written in prose.texts.items():
            if prose.kind != "judgement" and "{.judgement" not in written:
                continue
            known = lexicon(lang)
            if known is None or not may_matter(_folded(written), known):
                continue
            for sentence in islice(sentences_of(prose, lang, "judgement"), MOST):
                if sentence.text.strip():
                    yield Judged(prose, lang, unquoted(sentence.text), sentence, known)
