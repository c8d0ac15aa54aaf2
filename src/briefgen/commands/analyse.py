"""The comparison of a scenario's options in figures."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from briefgen.analysis import Analysis
from briefgen.analysis import analyse as figures
from briefgen.analysis.acceptability import SEED
from briefgen.commands.address import Addressed, address_sound
from briefgen.commands.check import check
from briefgen.commands.texts import verify
from briefgen.commands.untranslated import not_spoken
from briefgen.core.diagnostic import Diagnostic
from briefgen.io.filesystem import World
from briefgen.model.read import Loaded


class Analysed(msgspec.Struct, frozen=True):
    """A scenario with its analysis."""

    loaded: Loaded
    analysis: Analysis
    addressed: Addressed | None = None
    """Where it is for one audience."""


def analyse(
    world: World,
    file: Path,
    folders: Sequence[Path] = (),
    seed: int = SEED,
    samples: int | None = None,
    audience: str = "",
    lang: str = "",
) -> tuple[Analysed | None, list[Diagnostic]]:
    """The analysis of one scenario, whole or of what an audience may see, and what there is to say of it. With an
    error in the scenario there is none: its figures would not mean what they say."""
    loaded, diagnostics = check(world, file, folders)
    if loaded is None or any(item.severity == "error" for item in diagnostics):
        return None, diagnostics
    if lang and (fault := not_spoken(loaded, lang)):
        return None, [*diagnostics, fault]
    addressed: Addressed | None = None
    if audience:
        addressed, diagnostics = address_sound(loaded, audience, verify(world, loaded, folders), diagnostics)
        if addressed is None:
            return None, diagnostics
        loaded = addressed.loaded
    return Analysed(loaded, figures(loaded.scenario, seed, samples), addressed), diagnostics
