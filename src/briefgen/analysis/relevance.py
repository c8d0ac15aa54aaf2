"""Whether the passages that a rating or position cites bear on what it is about.

A rating counts as evidence only if its author says so (`basis: stated`) and a cited passage shares a content word, by
its stem, or a name with the option or the criterion. The words of the scenario's title are shared by everything, and do
not count.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Literal, TypeAlias

import msgspec
import snowballstemmer

from briefgen.analysis.function_words import function_words
from briefgen.markup.model import Label, Prose
from briefgen.markup.parse import cited_facts
from briefgen.markup.plain import plain
from briefgen.model.evidence import Fact
from briefgen.model.options import Assessment, Criterion, Option, Position, Stakeholder
from briefgen.model.scenario import Scenario

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish",
    "hu": "hungarian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian", "nl": "dutch",
    "nn": "norwegian", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+(?:[.’'][^\W\d_]+)*")
_MIN_LETTERS = 3
_MIN_LETTERS_WITHOUT_LIST = 5
"""For languages whose function words are not listed: most of these are short."""
_INITIALS = range(2, 7)
"""Letters of an initialism."""

Text: TypeAlias = Label | Prose
Reason: TypeAlias = Literal["", "cites-nothing", "off-topic", "other-language"]
"""Why a `stated` counts as inferred, if it does. `other-language`: no passage is in a language of the scenario, and
nobody has checked a fact that it cites."""


def counted(scenario: Scenario) -> Scenario:
    """The scenario with each `stated` rating and position that no cited passage bears on taken as inferred.

    In format 1, `stated` was what a rating was by default, and every citation counted; there nothing changes."""
    if scenario.format == 1:
        return scenario
    relevance = Relevance(scenario)
    options = tuple(_counted_option(relevance, option) for option in scenario.options)
    parties = tuple(_counted_party(relevance, party) for party in scenario.stakeholders)
    if options == scenario.options and parties == scenario.stakeholders:
        return scenario
    return msgspec.structs.replace(scenario, options=options, stakeholders=parties)


def bears_on(scenario: Scenario, option: Option, criterion: Criterion | None, facts: Iterable[str]) -> bool:
    """Whether a passage of one of the facts shares a content word or a name with the option or the criterion.

    Passages and names are compared in the languages that both have. If a passage and the scenario have no language in
    common, a fact bears on it if somebody has checked it (`checked_by`)."""
    return not Relevance(scenario).missing(_described(option, criterion), facts)


def cell_is_stated(scenario: Scenario, option: Option, criterion: Criterion, cell: Assessment) -> bool:
    """Whether a cell that is given as `stated` cites a passage that bears on it."""
    return not Relevance(scenario).of_cell(option, criterion.id, cell)


def position_is_stated(scenario: Scenario, party: Stakeholder, option: Option, position: Position) -> bool:
    """Whether a position that is given as `stated` cites a passage that bears on the option or names the party."""
    return not Relevance(scenario).of_position(party, option.id, position)


class Relevance:
    """The content words of a scenario's options, criteria and passages, each worked out once."""

    def __init__(self, scenario: Scenario) -> None:
        self.options = {option.id: option for option in scenario.options}
        self.criteria = {criterion.id: criterion for criterion in scenario.criteria}
        self._title = scenario.title
        self._facts = {fact.id: fact for fact in scenario.facts}
        self._languages = {source.id: _base(source.language) for source in scenario.sources}
        self._quoted: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
        self._described: dict[tuple[str, str], frozenset[str] | None] = {}

    def of_cell(self, option: Option, criterion: str, cell: Assessment) -> Reason:
        """Why a cell counts as inferred, although its author calls it stated; empty if it does not."""
        if cell.basis != "stated" or cell.empty or criterion not in self.criteria:
            return ""
        cited = {*cell.facts, *(cited_facts(cell.reason) if cell.reason else ())}
        return self.missing(_described(option, self.criteria[criterion]), cited)

    def of_position(self, party: Stakeholder, option: str, position: Position) -> Reason:
        """Why a position counts as inferred, although its author calls it stated; empty if it does not."""
        if position.basis != "stated" or position.stance == "not-stated" or option not in self.options:
            return ""
        cited = cited_facts(position.text) if position.text else ()
        return self.missing((*_described(self.options[option], None), party.name), cited)

    def missing(self, described: Iterable[Text], facts: Iterable[str]) -> Reason:
        """Why none of the facts bears on what is described; empty if one does."""
        given = sorted(facts)
        cited = [self._facts[each] for each in given if each in self._facts]
        if len(cited) < len(given) or any(
            each.source not in self._languages for fact in cited for each in fact.evidence
        ):
            return ""  # an unknown fact or source is reported where it is named
        texts = tuple(described)
        compared = False
        for fact in cited:
            common = False
            for lang, words in self._passages(fact):
                own = [found for text in texts if (found := self._words(text, lang)) is not None]
                common = common or bool(own)
                if any(words & each for each in own):
                    return ""
            if not common and fact.checked_by is not None:
                return ""
            compared = compared or common
        return "cites-nothing" if not cited else "off-topic" if compared else "other-language"

    def _passages(self, fact: Fact) -> tuple[tuple[str, frozenset[str]], ...]:
        """The language and the content words of each passage of a fact."""
        if fact.id not in self._quoted:
            given = ((self._languages.get(each.source, ""), each.quote) for each in fact.evidence)
            self._quoted[fact.id] = tuple((lang, content_words(quote, lang)) for lang, quote in given)
        return self._quoted[fact.id]

    def _words(self, text: Text, lang: str) -> frozenset[str] | None:
        """The content words of a text that are not in the title; None if it is not given in this language."""
        key = (text.path, lang)
        if key not in self._described:
            own, title = _in_language(text, lang), _in_language(self._title, lang)
            excluded = content_words(title or "", lang)
            self._described[key] = None if own is None else content_words(own, lang) - excluded
        return self._described[key]


def _counted_option(relevance: Relevance, option: Option) -> Option:
    inferred = {
        key: msgspec.structs.replace(cell, basis="inferred")
        for key, cell in option.assessments.items()
        if relevance.of_cell(option, key, cell)
    }
    return msgspec.structs.replace(option, assessments={**option.assessments, **inferred}) if inferred else option


def _counted_party(relevance: Relevance, party: Stakeholder) -> Stakeholder:
    inferred = {
        key: msgspec.structs.replace(held, basis="inferred")
        for key, held in party.positions.items()
        if relevance.of_position(party, key, held)
    }
    return msgspec.structs.replace(party, positions={**party.positions, **inferred}) if inferred else party


def _described(option: Option, criterion: Criterion | None) -> tuple[Text, ...]:
    texts: list[Text | None] = [option.name, option.definition]
    if criterion:
        texts += [criterion.name, criterion.definition]
    return tuple(text for text in texts if text)


def _in_language(text: Text, lang: str) -> str | None:
    """A text in a language, without marks and citations; None if it is not given in it."""
    return next((plain(words, code) for code, words in text.texts.items() if _base(code) == lang), None)


def _base(code: str) -> str:
    return code.partition("-")[0].lower()


def content_words(text: str, lang: str) -> frozenset[str]:
    """The stems of the words that are no function words, and the initialisms in a text.

    An initialism is a word in capitals (`UN`, `U.S.`); it is also made from a name of several words, so that “United
    Nations” has a word in common with “UN”. Stems after Snowball (Porter, 2001)."""
    clean = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    found = [_without_affix(each, lang) for each in _WORD.findall(clean)]
    initialisms = set() if clean.isupper() else {*_written_initialisms(found), *_initialisms_of_names(clean, lang)}
    small = function_words(lang)
    least = _MIN_LETTERS if small else _MIN_LETTERS_WITHOUT_LIST
    words = {word.casefold() for word in found if "." not in word}
    content = [word for word in words if len(word) >= least and word not in small]
    stems = _stemmer(lang).stemWords(content) if lang in _STEMMERS else content
    again = _stemmer(lang).stemWords(stems) if lang in _STEMMERS else []  # Spanish “ciudad”, “ciudades”
    return frozenset([*stems, *again, *initialisms])


def _without_affix(word: str, lang: str) -> str:
    """A word without an elided article before it (French, Italian), or what follows an apostrophe elsewhere."""
    parts = re.split(r"[’']", word)
    return parts[-1] if lang in ("fr", "it", "ca") else parts[0]


def _written_initialisms(words: Iterable[str]) -> Iterable[str]:
    """The initialisms among words, in capitals and without dots."""
    for word in words:
        letters = word.replace(".", "")
        if letters.isupper() and len(letters) in _INITIALS:
            yield letters


_NAME = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,40}(?:[- \n][^\W\d_]{1,40}){1,12}")


def _initialisms_of_names(text: str, lang: str) -> Iterable[str]:
    """The initialisms of names: of words in a row that begin with a capital, and of such rows joined by function words.
    “United States of America”: US, USA."""
    small = function_words(lang)
    for found in _NAME.finditer(text):
        rows = [""]
        for word in [*re.split(r"[- \n]", found[0]), "end"]:
            joins = word.casefold() in small or len(word) < _MIN_LETTERS
            if joins:
                rows.append("")
            elif word[0].isupper():
                rows[-1] += word[0]
            else:
                yield from (each for each in {*rows, "".join(rows)} if len(each) in _INITIALS)
                rows = [""]


@cache
def _stemmer(lang: str) -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer(_STEMMERS[lang])
