"""Rules on languages: known codes, complete translations, and characters that can be printed."""

from collections.abc import Iterator

from briefgen.core.codes import Code, rule
from briefgen.core.diagnostic import Finding, Place
from briefgen.fonts import right_to_left, unpainted
from briefgen.markup.model import Label, Prose, own, same
from briefgen.model.evidence import Evidence, Source
from briefgen.model.reading.language_codes import is_language, language_cure
from briefgen.model.scenario import Scenario
from briefgen.model.walk import labels, proses

SHOWN = 20
"""Letters of a wrong code, or of unprintable text, that a message repeats."""


@rule()
def check_languages(scenario: Scenario) -> Iterator[Finding]:
    """The languages of the scenario and its sources are language codes. `model` declares `unknown-language`."""
    given = [("language", scenario.language)]
    given += [(f"sources.{source.id}.language", source.language) for source in scenario.sources]
    for path, code in given:
        if not is_language(code):
            shown = code if len(code) <= SHOWN else code[:SHOWN] + "…"
            yield Finding("unknown-language", path, f"`{shown}` is not a language code.", language_cure(code))


TRANSLATION_NEEDLESS = Code(
    "translation-needless",
    "warning",
    """
    A quote that is translated into the language it is already in.

    `translation` gives the quote in other languages, in your own words. One of them is the `language` of the source
    itself.

    ## Why it matters

    The translation is never printed: a brief in the language of the source prints the quote as it is. If the register
    has the wrong language for the source, the quote is also printed, and read aloud, as text in that wrong language.

    ## Example

    ```yaml
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        evidence:
          - source: survey
            quote: the last bus leaves the station at 23:10
            translation: {en: the last bus departs at ten past eleven}
    ```

    ## How to fix it

    Remove the translation, or correct the `language` of the source.

    ```yaml
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        evidence:
          - source: survey
            quote: the last bus leaves the station at 23:10
            translation: {fr: le dernier bus quitte la gare à 23 h 10}
    ```
    """,
)


TRANSLATION_MISSING = Code(
    "translation-missing",
    "info",
    """
    Some quotes have a translation into a language, and others do not.

    At least one quote of the scenario has a `translation` into this language, and at least one quote from a source in
    another language has none. This is not reported if no quote is translated.

    ## Why it matters

    A brief in that language prints the other quotes in their own language. That is honest, but readers are left to work
    out what they mean. Usually the quote is new, and its translation was forgotten.

    ## Example

    ```yaml
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        evidence:
          - source: survey
            quote: the last bus leaves the station at 23:10
            translation: {fr: le dernier bus quitte la gare à 23 h 10}
          - {source: survey, quote: take a taxi}
    ```

    ## How to fix it

    Add a `translation` to the quote, by language. If all readers know the language of the source, leave the quote as it
    is.

    ```yaml
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        evidence:
          - source: survey
            quote: the last bus leaves the station at 23:10
            translation: {fr: le dernier bus quitte la gare à 23 h 10}
          - {source: survey, quote: take a taxi, translation: {fr: prennent un taxi}}
    ```
    """,
)


@rule(TRANSLATION_NEEDLESS, TRANSLATION_MISSING)
def check_translations(scenario: Scenario) -> Iterator[Finding]:
    """Quotes are translated into languages that their sources are not in, and none is forgotten."""
    passages = list(_passages(scenario))
    for path, evidence, source in passages:
        for lang in evidence.translation.texts if evidence.translation else ():
            if same(lang, source.language):
                yield TRANSLATION_NEEDLESS.finding(
                    f"{path}.translation.{lang}",
                    f"The quote is in `{source.language}` already: its source `{source.id}` is in that language.",
                    "Remove this translation, or correct the `language` of the source.",
                )
    languages = {lang for _path, each, _source in passages if each.translation for lang in each.translation.texts}
    for lang in sorted(languages):
        yield from _untranslated(lang, [item for item in passages if not same(lang, item[2].language)])


def _untranslated(lang: str, foreign: list[tuple[str, Evidence, Source]]) -> Iterator[Finding]:
    """At most one finding, and none if no quote is translated into the language."""
    lacking = [path for path, each, _ in foreign if not (each.translation and own(each.translation.texts, lang))]
    if lacking and len(lacking) < len(foreign):
        number = f"{len(lacking)} of the {len(foreign)} quotes from sources in another language"
        yield TRANSLATION_MISSING.finding(
            f"{lacking[0]}.quote",
            f"{number} {'has' if len(lacking) == 1 else 'have'} no translation into `{lang}`; this is the first.",
            f"A brief in `{lang}` prints them as they are. Add `translation` where readers need it.",
            presumes=("facts",),
        )


def _passages(scenario: Scenario) -> Iterator[tuple[str, Evidence, Source]]:
    """Each piece of evidence that comes from a registered source, with its path."""
    sources = {source.id: source for source in scenario.sources}
    for fact in scenario.facts:
        for number, evidence in enumerate(fact.evidence, 1):
            if evidence.source in sources:
                yield f"facts.{fact.id}.evidence.{number}", evidence, sources[evidence.source]


LETTER_WITHOUT_GLYPH = Code(
    "letter-without-glyph",
    "warning",
    """
    A character that none of the fonts has.

    The fonts that come with briefgen have Latin, Greek and Cyrillic letters and many signs. They have no Chinese,
    Japanese, Korean or Indian letters. The PDF shows a box for each missing character. Copied text and screen readers
    still get the right one.

    ## Why it matters

    A box says that something is missing, but not what.

    ## Example

    ```yaml
    title: Night buses to 新宿
    ```

    ## How to fix it

    ```yaml
    title: Night buses to Shinjuku
    ```
    """,
)


RIGHT_TO_LEFT_TEXT = Code(
    "right-to-left-text",
    "error",
    """
    Text in Arabic, Hebrew or another script that runs from right to left.

    Such scripts must be laid out from right to left, and Arabic letters must be joined. briefgen cannot do either yet.
    This is an error, so that no brief goes out with text that nobody can read.

    ## Why it matters

    Letters in the wrong order are as bad as missing ones: they may say something else.

    ## Example

    ```yaml
    title: Night buses to ירושלים
    ```

    ## How to fix it

    ```yaml
    title: Night buses to Jerusalem
    ```

    For a source in such a script, quote a translation by its publisher.
    """,
)


@rule(LETTER_WITHOUT_GLYPH, RIGHT_TO_LEFT_TEXT)
def check_unprintable(scenario: Scenario) -> Iterator[Finding]:
    """Some font has each character, and text runs from left to right."""
    for path, text in _texts(scenario):
        for words in right_to_left(text):
            yield RIGHT_TO_LEFT_TEXT.finding(
                path,
                "A script that runs from right to left cannot be printed yet.",
                "Write it in Latin letters, as newspapers do, or give a translation.",
                Place(*words),
            )
        for found in unpainted(text):
            letters = text[slice(*found)]
            shown = letters if len(letters) <= SHOWN else letters[:SHOWN] + "…"
            yield LETTER_WITHOUT_GLYPH.finding(
                path,
                f"No font has “{shown}”; the PDF prints a box for each letter.",
                "Write it in letters that the fonts have.",
                Place(*found),
            )


def _texts(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """All text of an author that is printed, with its path."""
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
