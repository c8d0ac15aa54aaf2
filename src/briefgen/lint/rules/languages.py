"""Rules on languages: known codes, complete translations, and characters that can be printed."""

from collections.abc import Iterator

from briefgen.core.diagnostic import Finding, Place
from briefgen.fonts import right_to_left, unpainted
from briefgen.markup.model import Label, Prose, own, same
from briefgen.model.evidence import Evidence, Source
from briefgen.model.reading.language_codes import is_language, language_cure
from briefgen.model.scenario import Scenario
from briefgen.model.walk import labels, proses


def check_languages(scenario: Scenario) -> Iterator[Finding]:
    """Finds `unknown-language`."""
    given = [("language", scenario.language)]
    given += [(f"sources.{source.id}.language", source.language) for source in scenario.sources]
    for path, code in given:
        if not is_language(code):
            shown = code if len(code) <= SHOWN else code[:SHOWN] + "…"
            yield Finding("unknown-language", path, f"`{shown}` is not a language code.", language_cure(code))


SHOWN = 20
"""Letters of a wrong code that a message repeats."""


# Quotes are translated into the languages that their sources are not in, and none is forgotten.


def check_translations(scenario: Scenario) -> Iterator[Finding]:
    """Finds `translation-needless`, `translation-missing`."""
    passages = list(_passages(scenario))
    for path, evidence, source in passages:
        for lang in evidence.translation.texts if evidence.translation else ():
            if same(lang, source.language):
                yield Finding(
                    "translation-needless",
                    f"{path}.translation.{lang}",
                    f"The quote is in `{source.language}` already: its source `{source.id}` is in that language.",
                    "Remove this translation, or correct the `language` of the source.",
                    severity="warning",
                )
    languages = {lang for _path, each, _source in passages if each.translation for lang in each.translation.texts}
    for lang in sorted(languages):
        yield from _forgotten(lang, [item for item in passages if not same(lang, item[2].language)])


def _forgotten(lang: str, foreign: list[tuple[str, Evidence, Source]]) -> Iterator[Finding]:
    """One finding a language: whoever translated no quote into it did not mean to."""
    lacking = [path for path, each, _ in foreign if not (each.translation and own(each.translation.texts, lang))]
    if lacking and len(lacking) < len(foreign):
        number = f"{len(lacking)} of the {len(foreign)} quotes from sources in another language"
        yield Finding(
            "translation-missing",
            f"{lacking[0]}.quote",
            f"{number} {'has' if len(lacking) == 1 else 'have'} no translation into `{lang}`; this is the first.",
            f"A brief in `{lang}` prints them as they are. Add `translation` where readers need it.",
            severity="info",
            presumes=("facts",),
        )


def _passages(scenario: Scenario) -> Iterator[tuple[str, Evidence, Source]]:
    """Each piece of evidence that comes from a registered source, with its path."""
    sources = {source.id: source for source in scenario.sources}
    for fact in scenario.facts:
        for number, evidence in enumerate(fact.evidence, 1):
            if evidence.source in sources:
                yield f"facts.{fact.id}.evidence.{number}", evidence, sources[evidence.source]


# What a brief prints can be printed: some font has it, and its script runs from left to right.

_SHOWN = 20
"""Letters that a message repeats."""


def check_unprintable(scenario: Scenario) -> Iterator[Finding]:
    """Finds `letter-without-glyph`, `right-to-left-text`."""
    for path, text in _texts(scenario):
        for words in right_to_left(text):
            yield Finding(
                "right-to-left-text",
                path,
                "A script that runs from right to left cannot be printed yet.",
                "Write it in Latin letters, as newspapers do, or give a translation.",
                Place(*words),
            )
        for found in unpainted(text):
            letters = text[slice(*found)]
            shown = letters if len(letters) <= _SHOWN else letters[:_SHOWN] + "…"
            yield Finding(
                "letter-without-glyph",
                path,
                f"No font has “{shown}”; the PDF prints a box for each letter.",
                "Write it in letters that the fonts have.",
                Place(*found),
                severity="warning",
            )


def _texts(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """All that an author writes to be printed, with its path."""
    for prose in proses(scenario):
        yield from _by_language(prose)
    for label in labels(scenario):
        yield from _by_language(label)
    for fact in scenario.facts:
        for number, evidence in enumerate(fact.evidence, 1):
            yield f"facts.{fact.id}.evidence.{number}.quote", evidence.quote


def _by_language(field: Prose | Label) -> Iterator[tuple[str, str]]:
    for lang, text in field.texts.items():
        yield f"{field.path}.{lang}", text
