"""Verifies all quotes of a scenario and records it."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from briefgen.diagnostic import Diagnostic, Finding, in_order
from briefgen.evidence.lock import FILE, dump
from briefgen.evidence.locking import locked
from briefgen.scenario import load
from briefgen.verbs.texts import Verified, verify
from briefgen.world import World


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
        case "text-missing" if verified.checked.standings[source].state == "as-locked":
            return finding
        case "text-changed" if source in verified.texts.of and verified.texts.of[source].registered:
            return finding  # the register has no hash; the lock will have the new one
        case "text-missing" | "text-changed" | "quote-not-verified":
            return msgspec.structs.replace(finding, severity="error")
        case _:
            return finding


def _has_error(diagnostics: list[Diagnostic]) -> bool:
    return any(item.severity == "error" for item in diagnostics)
