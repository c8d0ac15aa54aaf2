"""The quotes of a scenario, verified in the texts that are available, and `evidence.lock`, which records the result."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from briefgen.core.diagnostic import Diagnostic, Finding
from briefgen.core.report import Report
from briefgen.evidence import Checked, Texts, check_quotes, find_texts
from briefgen.evidence.lock import FILE, Lock, LockedQuote, LockedSource, dump, quote_hash, quotes_by_source, read_lock
from briefgen.evidence.texts import Text
from briefgen.io.filesystem import World
from briefgen.io.read import SCENARIO
from briefgen.model.read import Loaded, load
from briefgen.model.scenario import Scenario
from briefgen.release import Verification


class Verified(msgspec.Struct, frozen=True):
    """How far the quotes of a scenario are verified, and by what."""

    checked: Checked
    texts: Texts
    lock: Lock | None
    faults: list[Diagnostic]
    """Of texts and lock that cannot be read; findings about the quotes are in `checked`."""

    def by_source(self) -> dict[str, str]:
        """The texts that are available, by the ids of their sources."""
        return {name: each.text.text for name, each in self.texts.of.items()}

    def recorded(self) -> Verification:
        """The record that a brief contains."""
        locked = self.lock.sources if self.lock else {}
        hashes = {name: each.sha256 for name, each in locked.items()}
        hashes |= {name: each.text.sha256 for name, each in self.texts.of.items()}
        return Verification.of(self.checked, hashes)


def verify(world: World, loaded: Loaded, folders: Sequence[Path] = (), require_texts: bool = False) -> Verified:
    """Looks up every quote in its text or, without one, in the lock."""
    texts = find_texts(world, loaded, folders)
    faults = Report(texts.diagnostics)
    lock = read_lock(faults, world.around(loaded.folder / SCENARIO), loaded.folder)
    checked = check_quotes(loaded.scenario, texts.of, lock, require_texts)
    return Verified(checked, texts, lock, list(faults))


def withheld_texts(texts: Mapping[str, str], *shown: Scenario) -> list[str]:
    """Of the texts, by the ids of their sources, those whose source is in none of the scenarios shown."""
    seen = {source.id for each in shown for source in each.sources}
    return [text for name, text in texts.items() if name not in seen]


def lock(report: Report, world: World, file: Path, folders: Sequence[Path] = ()) -> Path | None:
    """Writes `evidence.lock` next to the scenario, unless a quote is not verified, neither now nor before."""
    if unfinished := world.around(file).recover():
        report.extend(unfinished)
        return None
    found = Report()
    path = _lock(found, world, file, folders)
    found.sort()
    report.extend(found)
    return path


def _lock(report: Report, world: World, file: Path, folders: Sequence[Path]) -> Path | None:
    loaded, faults = load(world, file)
    report.extend(faults)
    if loaded is None or report.errors:
        return None
    verified = verify(world, loaded, folders)
    findings = [found for finding in verified.checked.findings if (found := _for_lock(finding, verified))]
    report.extend([*verified.texts.diagnostics, *loaded.placed(findings)])
    if report.errors:
        return None
    made = locked(loaded.scenario, verified.checked, verified.texts.of, verified.lock, world.today())
    path = loaded.folder / FILE
    unwritten = world.around(file).write_together({path: dump(made).encode()})
    report.extend(unwritten or ())
    return None if unwritten else path


def _for_lock(finding: Finding, verified: Verified) -> Finding | None:
    """A finding as it matters for a new lock: a quote that cannot be verified is an error; that the old lock is
    outdated does not matter."""
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


def locked(
    scenario: Scenario, checked: Checked, texts: Mapping[str, Text], before: Lock | None, today: dt.date
) -> Lock:
    """The lock of a scenario whose quotes are all verified. A quote that was verified before, in a text that is not
    available now, keeps its date."""
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
