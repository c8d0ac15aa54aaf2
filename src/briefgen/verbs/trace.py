"""How a scenario knows what it says, sentence by sentence."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from briefgen.agreement.trace import Statement, trace
from briefgen.diagnostic import Diagnostic
from briefgen.scenario import Loaded
from briefgen.verbs.check import check_scenario
from briefgen.world import World


class Traced(msgspec.Struct, frozen=True):
    """A scenario with its trace in one language."""

    loaded: Loaded
    lang: str
    statements: tuple[Statement, ...]

    def hanging(self) -> "Traced":
        """The same with only what hangs in the air."""
        return Traced(self.loaded, self.lang, tuple(each for each in self.statements if each.every_hole))


def trace_scenario(
    world: World, file: Path, lang: str = "", folders: Sequence[Path] = ()
) -> tuple[Traced | None, list[Diagnostic]]:
    """The trace of one scenario, and what there is to say of it. One with faults is traced too, as far as it can be
    read: its faults may be the holes that someone is looking for."""
    loaded, verified, diagnostics = check_scenario(world, file, folders)
    if loaded is None or verified is None:
        return None, diagnostics
    lang = lang or loaded.scenario.language
    return Traced(loaded, lang, trace(loaded.scenario, verified.checked, lang)), diagnostics
