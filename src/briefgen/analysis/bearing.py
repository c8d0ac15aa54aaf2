"""Whether the passages that a cell or position cites bear on what it is about.

A cell counts as evidence only if its author says so (`basis: stated`) and a cited passage shares a content word, by its
stem, or a name with the option or the criterion. The words of the scenario's title are shared by everything, and do not
count.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

import msgspec
import snowballstemmer

from briefgen.markup.model import Label, Prose
from briefgen.markup.parse import cited_facts
from briefgen.markup.plain import plain
from briefgen.model.evidence import Fact
from briefgen.model.options import Assessment, Criterion, Option, Position, Stakeholder
from briefgen.model.scenario import Scenario

_STEMMERS = {"en": "english", "fr": "french", "es": "spanish", "de": "german", "it": "italian", "pt": "portuguese"}

_FUNCTION_WORDS = {
    "en": "about above after again against all also although among and another any are because been before being "
    "below between both but can cannot could did does doing done down during each either enough even ever every few "
    "for from further get gets give given gives had has have having her here hers him his how however into its itself "
    "just least less like made make makes many may might more most much must neither never nor not now off often once "
    "one only onto other others ought our out over own per rather same shall she should since some still such take "
    "than that the their theirs them themselves then there these they this those though three through thus too toward "
    "towards two under until upon use used very want wants was way well were what when where whether which while who "
    "whole whom whose why will with within without would yet you your",
    "fr": "afin ainsi alors après aucun aucune aussi autre autres avant avec avoir beaucoup car ceci cela celle celles "
    "celui cependant ces cet cette ceux chaque chez comme comment contre dans davantage depuis des dès deux devant "
    "doit doivent donc dont elle elles encore entre est été être eux faire fait fois font hors ici ils jusque lequel "
    "les leur leurs lors lorsque lui mais malgré même mêmes mettre mis moins ne ni non nos notre nous ont par parce "
    "parmi pas pendant peu peut peuvent plus plusieurs pour pourquoi pourrait puis quand que quel quelle quelles quels "
    "qui quoi rien sans sauf selon ses seul seule si sien soit son sont sous sur tant tel telle tels tous tout toute "
    "toutes très trois trop une vers voir vos votre vous",
    "es": "algo algún alguna algunas alguno algunos ante antes aquel aquella aquellos así aún aunque bajo bien cada "
    "casi como con contra cual cuál cuales cuando cuánto cuya cuyo dar debe deben del desde después donde dos durante "
    "ella ellas ellos entre era eran esa esas ese eso esos esta está están estas este esto estos fue fueron gran hace "
    "hacer hacia han hasta hay haya las les los más mediante menos mientras mis misma mismo mucha muchas mucho muchos "
    "muy nada ninguna ninguno nos nosotros nuestra nuestro nunca otra otras otro otros para parte pero poca poco por "
    "porque pues puede pueden que qué quien quién quienes sea según ser sería será sido siempre sin sino sobre solo "
    "son sus tal también tan tanto tener tiene tienen toda todas todo todos tras tres una unas uno unos usted ver",
    "de": "aber alle allem allen aller alles als also auch auf aus bei beim bis bist dabei dadurch daher damit dann "
    "darf das dass dazu dem den denn der des dessen die dies diese diesem diesen dieser dieses doch dort drei durch "
    "eine einem einen einer eines einige etwas für gegen gemacht gibt haben hat hatte hier hinter ihm ihn ihnen ihr "
    "ihre ihrem ihren ihrer immer ins ist jede jedem jeden jeder jedes jedoch jene kann kein keine können machen man "
    "mehr mein mich mit muss müssen nach nicht nichts noch nun nur oder ohne schon sehr sein seine seinem seinen seiner "
    "seit sich sie sind soll sollen sondern sonst über und uns unser unter viel viele vom von vor war waren was weil "
    "welche wenn werden wer wie wieder wird wir wird wurde wurden zum zur zwar zwei zwischen",
}

_WORD = re.compile(r"[^\W\d_]+(?:[.’'][^\W\d_]+)*\.?|\d{4}")
_MIN_LETTERS = 3


class CitedPassage(msgspec.Struct, frozen=True):
    """The words of a source that a fact rests on, in the language of the source."""

    words: str
    language: str


def bears_on(scenario: Scenario, option: Option, criterion: Criterion | None, facts: Iterable[str]) -> bool:
    """Whether a passage of one of the facts shares a content word or a name with the option or the criterion.

    Passages and names are compared in the languages that both have. If a passage and the scenario have no language in
    common, a fact bears on it if somebody has checked it (`checked_by`)."""
    by_id = {fact.id: fact for fact in scenario.facts}
    languages = {source.id: source.language for source in scenario.sources}
    described = _described(option, criterion)
    return any(
        _fact_bears(by_id[each], languages, described, scenario.title) for each in facts if each in by_id
    )


def cell_is_stated(scenario: Scenario, option: Option, criterion: Criterion, cell: Assessment) -> bool:
    """Whether a cell that is given as `stated` cites a passage that bears on it."""
    cited = {*cell.evidence, *(cited_facts(cell.rationale) if cell.rationale else ())}
    return bears_on(scenario, option, criterion, sorted(cited))


def position_is_stated(scenario: Scenario, party: Stakeholder, option: Option, position: Position) -> bool:
    """Whether a position that is given as `stated` cites a passage that bears on the option or names the party."""
    cited = sorted(cited_facts(position.text)) if position.text else ()
    if bears_on(scenario, option, None, cited):
        return True
    return any(_names_party(fact, scenario, party) for fact in scenario.facts if fact.id in cited)


def counted(scenario: Scenario) -> Scenario:
    """The scenario with each `stated` cell and position that no cited passage bears on taken as inferred."""
    by_criterion = {criterion.id: criterion for criterion in scenario.criteria}
    options = tuple(_counted_option(scenario, option, by_criterion) for option in scenario.options)
    by_option = {option.id: option for option in scenario.options}
    parties = tuple(_counted_party(scenario, party, by_option) for party in scenario.stakeholders)
    return msgspec.structs.replace(scenario, options=options, stakeholders=parties)


def _counted_option(scenario: Scenario, option: Option, criteria: Mapping[str, Criterion]) -> Option:
    cells = {
        key: msgspec.structs.replace(cell, basis="inferred")
        if cell.basis == "stated"
        and not cell.empty
        and key in criteria
        and not cell_is_stated(scenario, option, criteria[key], cell)
        else cell
        for key, cell in option.assessments.items()
    }
    return option if cells == option.assessments else msgspec.structs.replace(option, assessments=cells)


def _counted_party(scenario: Scenario, party: Stakeholder, options: Mapping[str, Option]) -> Stakeholder:
    positions = {
        key: msgspec.structs.replace(held, basis="inferred")
        if held.basis == "stated" and key in options and not position_is_stated(scenario, party, options[key], held)
        else held
        for key, held in party.positions.items()
    }
    return party if positions == party.positions else msgspec.structs.replace(party, positions=positions)


_Described = tuple[Label | Prose, ...]


def _described(option: Option, criterion: Criterion | None) -> _Described:
    texts = [option.name, option.definition]
    if criterion:
        texts += [criterion.name, criterion.definition]
    return tuple(text for text in texts if text)


def _fact_bears(fact: Fact, languages: Mapping[str, str], described: _Described, title: Label) -> bool:
    common = False
    for each in fact.evidence:
        lang = _base(languages.get(each.source, ""))
        own = [_text(text, lang) for text in described]
        if not any(own):
            continue
        common = True
        excluded = content_words(_text(title, lang), lang)
        if content_words(each.quote, lang) & content_words(" ".join(own), lang) - excluded:
            return True
    return not common and fact.checked_by is not None


def _names_party(fact: Fact, scenario: Scenario, party: Stakeholder) -> bool:
    languages = {source.id: source.language for source in scenario.sources}
    return _fact_bears(fact, languages, (party.name,), scenario.title)


def _text(text: Label | Prose, lang: str) -> str:
    """A text in a language, without marks and citations; empty if it is not given in it."""
    return next((plain(words, code) for code, words in text.texts.items() if _base(code) == lang), "")


def _base(code: str) -> str:
    return code.partition("-")[0].lower()


def content_words(text: str, lang: str) -> frozenset[str]:
    """The stems of the words that are no function words. Stems after Snowball (Porter, 2001)."""
    small = _function_words(lang)
    words = (found.group().strip(".").casefold() for found in _WORD.finditer(text))
    words = (word[1 + max(word.rfind("’"), word.rfind("'")) :] if lang in ("fr", "it") else word for word in words)
    long = [re.sub(r"['’].*", "", word) for word in words]
    kept = [word for word in long if len(word) >= _MIN_LETTERS and word not in small]
    return frozenset(_stemmer(lang).stemWords(kept) if lang in _STEMMERS else kept)


@cache
def _function_words(lang: str) -> frozenset[str]:
    return frozenset(_FUNCTION_WORDS.get(lang, "").split())


@cache
def _stemmer(lang: str) -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer(_STEMMERS[lang])
