"""A small scenario with sources and their texts."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from briefgen.commands.lock import verify
from briefgen.core.diagnostic import Diagnostic
from briefgen.evidence import Checked
from briefgen.io.filesystem import World
from briefgen.model.read import load

TEXT = """\
Evening travel survey

On every day of the week the last bus leaves the station at 23:10. Those who come home later take a taxi.
One in three say they would use a night bus on Fridays and on Saturdays. The taxi firm opposes it. They answered
on paper, in the library and at home, and nobody was paid for it; the town printed the forms and counted them. Those
who answered were not a sample of the town: they chose to take part, and more of them than elsewhere are young.
"""

QUOTES = {"last-bus": "the last bus leaves the station at 23:10", "would-use": "they would use a night bus"}

FILE = Path("bus/scenario.yaml")


def write(
    folder: Path,
    text: str | bytes | None = TEXT,
    quotes: Mapping[str, str | dict[str, Any]] = QUOTES,
    **source: Any,
) -> World:
    """A scenario in `bus/` with the source `survey`, its text, and a fact for each quote."""
    register = {"id": "survey", "title": "Evening travel survey", "file": "survey.txt", **source}
    facts = [
        {
            "id": name,
            "statement": "It is so.",
            "evidence": [{"source": "survey"} | (quote if isinstance(quote, dict) else {"quote": quote})],
        }
        for name, quote in quotes.items()
    ]
    scenario = {
        "title": "A night bus",
        "question": "Should there be one?",
        "decision_maker": "Town council",
        "neutral": True,
        "options": [{"id": "no-change", "name": "No change", "baseline": True}],
        "sources": [{key: value for key, value in register.items() if value is not None}],
        "facts": facts,
    }
    file = folder / FILE
    file.parent.mkdir(exist_ok=True)
    file.write_text(yaml.safe_dump(scenario, sort_keys=False, allow_unicode=True), encoding="utf-8")
    if text is not None:
        lay(folder / "bus" / "texts" / "survey.txt", text)
    return World(folder)


def lay(file: Path, text: str | bytes) -> None:
    """A file with its folder."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)


def verified(world: World, *folders: str, require_texts: bool = False) -> tuple[Checked, list[Diagnostic]]:
    """What comes of the scenario's quotes."""
    loaded, faults = load(world, FILE)
    assert loaded is not None
    assert not faults
    done = verify(world, loaded, [Path(folder) for folder in folders], require_texts)
    return done.checked, [*done.faults, *loaded.placed(done.checked.findings)]


def told(diagnostics: list[Diagnostic]) -> list[str]:
    """`error quote-altered at 'the words'`: the severity, the code, and the first words of what is marked."""
    return [
        f"{item.severity} {item.code}" + (f" at {item.span.text[:30]!r}" if item.span else "") for item in diagnostics
    ]
