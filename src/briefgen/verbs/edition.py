"""An edition by its name: a folder, or what git holds of one; and what its readers see of it."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from briefgen.diagnostic import Diagnostic, error
from briefgen.scenario.model import Scenario
from briefgen.scenario.read import SCENARIO
from briefgen.verbs.closed_texts import closed_texts
from briefgen.verbs.targets import targets
from briefgen.world import World
from briefgen.world.history import Spot, spot, unpacked


class Kept(msgspec.Struct, frozen=True):
    """An edition before it was filtered for its readers, and after; the same where nothing was withheld."""

    whole: Scenario
    left: Scenario
    texts: Mapping[str, str]
    """Texts of its sources that are at hand, by their ids."""

    def withheld(self, *shown: "Kept") -> list[str]:
        """Texts of its sources that are in none of the editions shown."""
        return closed_texts(self.texts, *(each.left for each in shown))


def edition(world: World, name: str, into: Path) -> tuple[World, Path] | Diagnostic:
    """The world in which an edition is read, and its file. What git holds is put into a folder, and read there."""
    where = spot(name)
    if isinstance(where, Spot) and not (world.cwd / name).exists():
        into.mkdir()
        folder = unpacked(where, world.cwd, into)
        if isinstance(folder, Diagnostic):
            return folder
        return World(into), folder.relative_to(into) / SCENARIO
    if Path(name).suffix.lower() == ".pdf":
        shown = world.shown(Path(name))
        message = f"{shown} is a PDF; an edition is a folder with a scenario."
        hint = f"`briefgen extract {shown} DIR` takes out what a brief was made from; then name DIR."
        return error("no-scenario", message, file=shown, hint=hint)
    files, faults = targets(world, (name,))
    if faults:
        return faults[0]
    if len(files) != 1:
        message = f"{world.shown(Path(name))} holds {len(files)} scenarios."
        return error("no-scenario", message, file=world.shown(Path(name)), hint="Name the folder of one.")
    return world, files[0]
