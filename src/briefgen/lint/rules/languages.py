"""A language is named by its code (BCP 47)."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.scenario.model import Scenario
from briefgen.scenario.reading.language_codes import is_language, language_cure


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `unknown-language`."""
    given = [("language", scenario.language)]
    given += [(f"sources.{source.id}.language", source.language) for source in scenario.sources]
    for path, code in given:
        if not is_language(code):
            shown = code if len(code) <= SHOWN else code[:SHOWN] + "…"
            yield Finding("unknown-language", path, f"`{shown}` is not a language code.", language_cure(code))


SHOWN = 20
"""Letters of a wrong code that a message repeats."""
