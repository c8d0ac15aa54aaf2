"""Verifies all quotes of a scenario in the texts that are available, and records it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from briefgen.commands.texts import Verified, verify
from briefgen.core.diagnostic import Diagnostic, Finding, in_order
from briefgen.evidence.check import Checked
from briefgen.evidence.lock import FILE, Lock, LockedQuote, LockedSource, dump, quote_hash, quotes_by_source
from briefgen.evidence.texts import Text
from briefgen.io.filesystem import World
from briefgen.model.read import load
from briefgen.model.scenario import Scenario


def lock(world: World, file: Path, folders: Sequence[Path] = ()) -> tuple[Path | None, list[Diagnostic]]:
    """Writes `evidence.lock` beside the scenario; nothing where a quote is not verified, today or before."""
    if unfinished := world.around(file).recover():
        return None, unfinished
    loaded, diagnostics = load(world, file)
    if loaded is None or _has_error(diagnostics):
        return None, in_order(diagnostics)
    verified = verify(world, loaded, folders)
    findings = [told for finding in verified.checked.findings if (told := _for_lock(finding, verified))]
    diagnostics += [*verified.texts.diagnostics, *loaded.placed(findings)]
    if _has_error(diagnostics):
        return None, in_order(diagnostics)
    made = locked(loaded.scenario, verified.checked, verified.texts.of, verified.lock, world.today())
    path = loaded.folder / FILE
    faults = world.around(file).write_together({path: dump(made).encode()}) or []
    return None if faults else path, in_order([*diagnostics, *faults])


def _for_lock(finding: Finding, verified: Verified) -> Finding | None:
    """A finding as it bears on a new lock: what keeps a quote from being verified is an error, and that the old lock is
    outdated is no news."""
    source = finding.path.split(".")[1]
    match finding.code:
        case "lock-outdated":
            return None
        case "text-missing" if verified.checked.statuses[source].state == "as-locked":
            return finding
        case "text-changed" if source in verified.texts.of and verified.texts.of[source].registered:
            return finding  # the register has no hash; the lock will have the new one
        case "text-missing" | "text-changed" | "quote-not-verified":
            return msgspec.structs.replace(finding, severity="error")
        case _:
            return finding


def _has_error(diagnostics: list[Diagnostic]) -> bool:
    return any(item.severity == "error" for item in diagnostics)


# A verification → the lock that records it.


def locked(
    scenario: Scenario, checked: Checked, texts: Mapping[str, Text], before: Lock | None, today: dt.date
) -> Lock:
    """The lock of a scenario whose quotes are all verified. What was verified before, in a text that is not at hand
    today, keeps its day."""
    sources: dict[str, LockedSource] = {}
    quotes = {}
    for name, quoted in quotes_by_source(scenario).items():
        if name in texts:
            sources[name] = LockedSource(texts[name].text.sha256, today)
            for each in quoted:
                at = checked.places[each.key].parts
                quotes[each.key] = LockedQuote(name, at, quote_hash(each.selector))
        elif before and name in before.sources:
            sources[name] = before.sources[name]
            known = {(key[0], one.sha256): one for key, one in before.quotes.items()}
            for each in quoted:
                quotes[each.key] = known[each.key[0], quote_hash(each.selector)]
    return Lock(sources, quotes)
