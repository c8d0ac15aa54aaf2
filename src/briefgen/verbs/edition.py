"""An edition by its name: a folder, or what git holds of one."""

from pathlib import Path

from briefgen.diagnostic import Diagnostic, error
from briefgen.scenario.read import SCENARIO
from briefgen.verbs.targets import targets
from briefgen.world import World
from briefgen.world.history import Spot, spot, unpacked


def edition(world: World, name: str, into: Path) -> tuple[World, Path] | Diagnostic:
    """The world in which an edition is read, and its file. What git holds is put into a folder, and read there."""
    where = spot(name)
    if isinstance(where, Spot) and not (world.cwd / name).exists():
        into.mkdir()
        folder = unpacked(where, world.cwd, into)
        if isinstance(folder, Diagnostic):
            return folder
        return World(into), folder.relative_to(into) / SCENARIO
    files, faults = targets(world, (name,))
    if faults:
        return faults[0]
    if len(files) != 1:
        message = f"{world.shown(Path(name))} holds {len(files)} scenarios."
        return error("no-scenario", message, file=world.shown(Path(name)), hint="Name the folder of one.")
    return world, files[0]
