"""Every problem of a scenario at once."""

from collections.abc import Sequence
from pathlib import Path

from briefgen.diagnostic import Diagnostic, in_order
from briefgen.lint import lint
from briefgen.scenario import Loaded, load
from briefgen.verbs.texts import verify
from briefgen.world import World


def check(
    world: World, file: Path, folders: Sequence[Path] = (), require_texts: bool = False
) -> tuple[Loaded | None, list[Diagnostic]]:
    """A scenario and all that is wrong with it, in the order of the files. Quotes are looked up in the texts of their
    sources, below the scenario and in `folders`; without a text, in the record of their last verification."""
    loaded, diagnostics = load(world, file)
    if loaded is not None:
        diagnostics = [*diagnostics, *lint(loaded), *verify(world, loaded, folders, require_texts).diagnostics]
    return loaded, in_order(diagnostics)
