"""Brings what reviewers changed and said into the files of a scenario."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from briefgen.diagnostic import Diagnostic, in_order
from briefgen.merging import Outcome, Said, Wanted
from briefgen.merging.merge import merge
from briefgen.scenario import load
from briefgen.world import Amendment, World


class BroughtHome(msgspec.Struct, frozen=True):
    """What was written, and what became of each change and comment."""

    files: tuple[Path, ...]
    """That were changed."""
    outcomes: tuple[Outcome, ...]
    """One for each change and then for each comment, as they were given."""


def bring_home(
    world: World, file: Path, changes: Sequence[Wanted], comments: Sequence[Said] = (), write: bool = True
) -> tuple[BroughtHome | None, list[Diagnostic]]:
    """Writes the changes into the files of the scenario in `file`, comments as lines above what they are about; with
    `write=False` only tells what would be done.

    All files change together or none does; then there are diagnostics and no outcomes. Only files that the scenario was
    read from are written. What the scenario is worth afterwards, `check` says.
    """
    if write and (unfinished := world.around(file).recover()):
        return None, unfinished
    loaded, diagnostics = load(world, file)
    if loaded is None:
        return None, in_order(diagnostics)
    merged = merge(loaded, changes, comments)
    paths = dict(zip((source.name for source in loaded.files), loaded.paths, strict=True))
    files = {paths[new.source.name]: Amendment(new.source, new.text) for new in merged.texts}
    if write and files and (faults := world.around(file).amend(files)):
        return None, in_order(faults)
    return BroughtHome(tuple(files), merged.outcomes), []
