"""An edition by its name, which is a folder or a git revision, and what changed since then."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec.structs import replace

from briefgen.analysis.editions import Pair, Since, since
from briefgen.commands.lock import withheld_texts
from briefgen.commands.options import scenario_files
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.report import Report
from briefgen.io.external import Spot, spot, unpacked
from briefgen.io.filesystem import World
from briefgen.io.read import SCENARIO
from briefgen.model.marking import scheme_of
from briefgen.model.read import Loaded, load
from briefgen.model.scenario import Scenario
from briefgen.release import Rendering
from briefgen.release.filter import filtered


class Edition(msgspec.Struct, frozen=True):
    """An edition before it was filtered for its readers, and after; the same if nothing was withheld."""

    whole: Scenario
    left: Scenario
    texts: Mapping[str, str]
    """Texts of its sources that are available, by their ids."""

    def withheld(self, *shown: "Edition") -> list[str]:
        """Texts of its sources that are in none of the editions shown."""
        return withheld_texts(self.texts, *(each.left for each in shown))


def find_edition(world: World, name: str, into: Path) -> tuple[World, Path] | Diagnostic:
    """The world in which an edition is read, and its file. One in git is unpacked into a folder."""
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
    faults = Report()
    files = scenario_files(faults, world, (name,))
    if faults:
        return next(iter(faults))
    if len(files) != 1:
        message = f"{world.shown(Path(name))} holds {len(files)} scenarios."
        return error("no-scenario", message, file=world.shown(Path(name)), hint="Name the folder of one.")
    return world, files[0]


# What changed in a scenario since an earlier edition of it, as its readers may see both.


def changes_since(
    report: Report, world: World, name: str, whole: Loaded, seen: Loaded, rendering: Rendering
) -> tuple[Since, Edition] | None:
    """What changed since the edition of that name, and the old edition. `whole` is the new edition, `seen` what the
    audience, if there is one, may see of it.

    Of the old edition, the audience sees what it may see now, whatever it could see then."""
    with TemporaryDirectory(prefix="briefgen-") as folder:
        where = find_edition(world, name, Path(folder) / "old")
        if isinstance(where, Diagnostic):
            report.add(where)
            return None
        loaded, faults = load(*where)
    if loaded is None:
        report.extend(faults)
        return None
    new, old = Pair(seen.scenario, whole.scenario), loaded.scenario
    audience = next((each for each in whole.scenario.audiences if each.id == rendering.audience), None)
    if audience is None:
        return since(Pair(old, old), new, rendering.lang), Edition(old, old, {})
    ours, theirs = scheme_of(whole.scenario), scheme_of(old)
    if ours.up_to(audience.marking).labels != theirs.up_to(audience.marking).labels:
        message = f"The old edition is marked by {theirs.name}, and the new one by {ours.name}."
        hint = "What an audience may see of both cannot be told; leave `--since` or `--audience` out."
        report.add(error("unknown-audience", message, hint=hint))
        return None
    old = replace(old, audiences=whole.scenario.audiences)
    released = filtered(old, audience).scenario
    if released is None:
        message = f"Of the old edition nothing is for `{audience.id}`."
        report.add(error("nothing-released", message, hint="Leave `--since` out."))
        return None
    return since(Pair(released, old), new, rendering.lang), Edition(old, released, {})  # its texts are not read
