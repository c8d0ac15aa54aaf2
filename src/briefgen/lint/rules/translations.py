"""Quotes are translated into the languages that their sources are not in, and none is forgotten."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.prose.language import own, same
from briefgen.scenario.model import Evidence, Scenario, Source


def check(scenario: Scenario) -> Iterator[Finding]:
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
