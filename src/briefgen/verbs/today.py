"""What a brief says, beside its scenario and the texts of its sources as they are today."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec

from briefgen.diagnostic import Diagnostic, Finding, error, in_order, warning
from briefgen.evidence import Checked, Texts, check_quotes, find_texts
from briefgen.evidence.lock import Lock, read_lock
from briefgen.prose import Prose
from briefgen.release import Manifest
from briefgen.release.bundle import LEFT_OUT
from briefgen.scenario import Loaded, load
from briefgen.scenario.model import Fact, Scenario
from briefgen.scenario.read import SCENARIO
from briefgen.world import World

Text: TypeAlias = Literal["same", "as-locked", "changed", "absent", "unknown"]


class Standing(msgspec.Struct, frozen=True):
    """The quotes of one source that the brief prints, today."""

    source: str
    quotes: int
    found: int
    """How many stand in its text, or are as they were verified."""
    text: Text
    """Beside that of the time of the brief. `as-locked`: by the record of its last verification, for it is not at hand;
    `absent`: neither text nor record is at hand; `unknown`: neither was at hand then."""


def today(
    world: World, brief: Loaded, name: str, manifest: Manifest, scenario: Path | None, texts: Sequence[Path]
) -> tuple[tuple[Standing, ...], list[Diagnostic]]:
    """How the quotes of a brief stand, and what has changed since it was made."""
    printed = {fact.id: fact for fact in brief.scenario.facts if all(e.quote != LEFT_OUT for e in fact.evidence)}
    current, lock = brief, None
    diagnostics: list[Diagnostic] = []
    if scenario:
        loaded, faults = load(world, scenario)
        diagnostics += (fault for fault in faults if fault.severity == "error")
        if loaded is None:
            return (), diagnostics
        current = loaded
        lock, faults = read_lock(world.around(loaded.folder / SCENARIO), loaded.folder)
        diagnostics += faults
        diagnostics += current.placed(_changes(printed, loaded.scenario, manifest.rendering.lang))
        known = {fact.id for fact in loaded.scenario.facts}
        diagnostics += [_gone(fact, name, world.shown(scenario)) for fact in printed if fact not in known]
    at_hand = find_texts(world, current, texts)
    kept = tuple(fact for fact in current.scenario.facts if fact.id in printed)
    checked = check_quotes(msgspec.structs.replace(current.scenario, facts=kept), at_hand.of, lock)
    lost = [finding for finding in checked.findings if finding.code.startswith("quote-")]
    diagnostics += current.placed(lost) if scenario else [_told(finding, name) for finding in lost]
    standings = tuple(_standings(checked, at_hand, lock, manifest))
    diagnostics += [_text_changed(each, name) for each in standings if each.text == "changed"]
    return standings, in_order(diagnostics)


def _changes(printed: Mapping[str, Fact], scenario: Scenario, lang: str) -> Iterator[Finding]:
    """The facts that say something else today than in the brief, or by another passage."""
    for fact in scenario.facts:
        before = printed.get(fact.id)
        if before is None:
            continue
        said = before.statement.texts
        if LEFT_OUT not in said.values() and _in(fact.statement, said) != said:
            yield Finding(
                "fact-changed", f"facts.{fact.id}.statement", f"The brief states `{fact.id}` in other words.",
                "Render the brief anew, so that its readers have the words of today.", severity="warning",
            )  # fmt: skip
        if [(e.source, e.quote) for e in before.evidence] != [(e.source, e.quote) for e in fact.evidence]:
            yield Finding(
                "fact-changed", f"facts.{fact.id}.evidence", f"The brief has other passages for `{fact.id}`.",
                "Render the brief anew, so that its readers have the passages of today.", severity="warning",
            )  # fmt: skip


def _in(prose: Prose, languages: Mapping[str, str]) -> dict[str, str]:
    return {lang: text for lang, text in prose.texts.items() if lang in languages}


def _gone(fact: str, name: str, scenario: str) -> Diagnostic:
    return warning(
        "fact-changed", f"The brief states `{fact}`, which {scenario} no longer does.", file=name,
        hint="Render the brief anew, or tell its readers that it was withdrawn.",
    )  # fmt: skip


def _told(finding: Finding, name: str) -> Diagnostic:
    """A finding on a quote of the brief itself, which has no place in a file of today."""
    fact = finding.path.split(".")[1]
    return Diagnostic(finding.severity, finding.code, f"`{fact}`: {finding.message}", file=name)


def _text_changed(standing: Standing, name: str) -> Diagnostic:
    lost = standing.quotes - standing.found
    stand = "stands" if lost == 1 else "stand"
    told = f"{lost} of its {standing.quotes} quotes no longer {stand} in it" if lost else "all quotes still stand in it"
    message = f"The text of `{standing.source}` is another one than when the brief was made: {told}."
    hint = "If the new text is meant, run `briefgen lock` and render the brief anew."
    return (error if lost else warning)("text-changed", message, file=name, hint=hint)


def _standings(checked: Checked, at_hand: Texts, lock: Lock | None, manifest: Manifest) -> Iterator[Standing]:
    for source, each in checked.standings.items():
        then = manifest.verification.sources.get(source)
        here, locked = at_hand.of.get(source), lock.sources.get(source) if lock else None
        now = here.text.sha256 if here else locked.sha256 if locked else ""
        text: Text
        if not now:
            text = "absent"
        elif not then or not then.sha256:
            text = "unknown"
        elif then.sha256 != now:
            text = "changed"
        else:
            text = "same" if here else "as-locked"
        yield Standing(source, each.quotes, each.quotes - each.unverified, text)
