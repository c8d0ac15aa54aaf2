"""Every problem of a scenario at once."""

from pathlib import Path

from briefgen.diagnostic import Diagnostic, in_order
from briefgen.lint import lint
from briefgen.scenario import Loaded, load
from briefgen.world import World


def check(world: World, file: Path) -> tuple[Loaded | None, list[Diagnostic]]:
    """A scenario and all that is wrong with it, in the order of the files."""
    loaded, diagnostics = load(world, file)
    if loaded is not None:
        diagnostics = diagnostics + lint(loaded)
    return loaded, in_order(diagnostics)
