"""An edition by its name, a folder or a git revision, and what changed since then."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec.structs import replace

from briefgen.analysis.editions import Pair, Since, since
from briefgen.commands.options import targets
from briefgen.commands.texts import closed_texts
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.io.external import Spot, spot, unpacked
from briefgen.io.filesystem import World
from briefgen.io.read import SCENARIO
from briefgen.model.marking import scheme_of
from briefgen.model.read import Loaded, load
from briefgen.model.scenario import Scenario
from briefgen.release.filter import filtered


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


# What changed in a scenario since an earlier edition of it, as its readers may see both.


def changes_since(
    world: World, name: str, whole: Loaded, seen: Loaded, audience: str, lang: str
) -> tuple[tuple[Since, Kept] | None, list[Diagnostic]]:
    """What changed since the edition of that name: a folder, or REVISION:PATH. `whole` is the new edition, `seen` what
    the audience, if one is named, may see of it. Of the old one, what they may see now counts, whatever they could see
    then; the last look is for what of it they may not."""
    with TemporaryDirectory(prefix="briefgen-") as folder:
        where = edition(world, name, Path(folder) / "old")
        if isinstance(where, Diagnostic):
            return None, [where]
        loaded, faults = load(*where)
    if loaded is None:
        return None, faults
    old = loaded.scenario
    readers = next((each for each in whole.scenario.audiences if each.id == audience), None)
    if readers is None:
        return (since(Pair(old, old), Pair(seen.scenario, whole.scenario), lang), Kept(old, old, {})), []
    ours, theirs = scheme_of(whole.scenario), scheme_of(old)
    if ours.up_to(readers.marking).labels != theirs.up_to(readers.marking).labels:
        message = f"The old edition is marked by {theirs.name}, and the new one by {ours.name}."
        hint = "What an audience may see of both cannot be told; leave `--since` or `--audience` out."
        return None, [error("unknown-audience", message, hint=hint)]
    old = replace(old, audiences=whole.scenario.audiences)
    released = filtered(old, readers).scenario
    if released is None:
        message = f"Of the old edition nothing is for `{audience}`."
        return None, [error("nothing-released", message, hint="Leave `--since` out.")]
    told = since(Pair(released, old), Pair(seen.scenario, whole.scenario), lang)
    return (told, Kept(old, released, {})), []  # no text of its sources is read
