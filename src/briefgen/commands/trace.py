"""How a scenario knows what it says, sentence by sentence."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefgen.claims.trace import Statement, trace
from briefgen.commands.address import Addressed, address_sound
from briefgen.commands.check import check_scenario
from briefgen.commands.untranslated import not_spoken
from briefgen.core.diagnostic import Diagnostic
from briefgen.io.filesystem import World
from briefgen.model.read import Loaded


class Traced(msgspec.Struct, frozen=True):
    """A scenario with its trace in one language."""

    loaded: Loaded
    lang: str
    statements: tuple[Statement, ...]
    addressed: Addressed | None = None
    """Where it is for one audience."""

    def hanging(self) -> "Traced":
        """The same with only what hangs in the air."""
        return replace(self, statements=tuple(each for each in self.statements if each.every_hole))


def trace_scenario(
    world: World, file: Path, lang: str = "", folders: Sequence[Path] = (), audience: str = ""
) -> tuple[Traced | None, list[Diagnostic]]:
    """The trace of one scenario, whole or as an audience may see it, and what there is to say of it. A whole one with
    faults is traced too, as far as it can be read: its faults may be the holes that someone is looking for."""
    loaded, verified, diagnostics = check_scenario(world, file, folders)
    if loaded is None or verified is None:
        return None, diagnostics
    if lang and (fault := not_spoken(loaded, lang)):
        return None, [*diagnostics, fault]
    addressed: Addressed | None = None
    if audience:
        addressed, diagnostics = address_sound(loaded, audience, verified, diagnostics)
        if addressed is None:
            return None, diagnostics
        loaded, verified = addressed.loaded, addressed.verified or verified
    lang = lang or loaded.scenario.language
    return Traced(loaded, lang, trace(loaded.scenario, verified.checked, lang), addressed), diagnostics
