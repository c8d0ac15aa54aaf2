"""The comparison of a scenario's options in figures."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from briefgen.analysis import Analysis
from briefgen.analysis import analyse as compute
from briefgen.analysis.acceptability import SEED
from briefgen.commands.audiences import AudienceView, view_of_valid
from briefgen.commands.check import check
from briefgen.commands.lock import verify
from briefgen.commands.untranslated import unknown_language
from briefgen.core.report import Report
from briefgen.io.filesystem import World
from briefgen.model.read import Loaded


class Analysed(msgspec.Struct, frozen=True):
    """A scenario with its analysis."""

    loaded: Loaded
    lang: str
    analysis: Analysis
    view: AudienceView | None = None
    """If it is for one audience."""


def analyse(
    report: Report,
    world: World,
    file: Path,
    folders: Sequence[Path] = (),
    seed: int = SEED,
    samples: int | None = None,
    audience: str = "",
    lang: str = "",
) -> Analysed | None:
    """The analysis of one scenario, or of what an audience may see of it; None if the scenario has an error, since its
    figures would be wrong."""
    found = Report()
    view = None
    loaded = check(found, world, file, folders)
    if loaded is None or found.errors:
        loaded = None
    elif lang and (fault := unknown_language(loaded, lang)):
        found.add(fault)
        loaded = None
    elif audience:
        view = view_of_valid(found, loaded, audience, verify(world, loaded, folders))
        loaded = view.loaded if view else None
    report.extend(found)
    if loaded is None:
        return None
    return Analysed(loaded, lang or loaded.scenario.language, compute(loaded.scenario, seed, samples), view)
