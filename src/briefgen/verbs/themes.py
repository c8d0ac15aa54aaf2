"""Where a theme is found: among the shipped ones, or in a file of the person's own."""

from pathlib import Path

import msgspec

from briefgen.diagnostic import Diagnostic, error
from briefgen.slips import did_you_mean
from briefgen.source import SourceFile
from briefgen.theme import Theme, read, shipped
from briefgen.world import World


class Found(msgspec.Struct, frozen=True):
    """A theme with its file."""

    theme: Theme
    file: SourceFile


def find_theme(world: World, name: str, own: Path | None = None) -> tuple[Found | None, list[Diagnostic]]:
    """The theme of a name, which may be that of a YAML file; or the one in the file `own`. None where a diagnostic says
    why. A file of one's own says only what is other than in the shipped theme `plain`."""
    themes = shipped()
    if own is None and name.endswith((".yaml", ".yml")):
        source = world.read(Path(name))
    elif own is not None:
        source = world.around(own).read(own)
    elif name in themes:
        source = World(world.cwd).read(themes[name])
        return _found(source, None)
    else:
        hint = did_you_mean(name, themes) or "There are: " + ", ".join(sorted(themes)) + "."
        return None, [error("unknown-theme", f"There is no theme `{name}`.", hint=hint)]
    below, faults = _found(World(world.cwd).read(themes["plain"]), None)
    return _found(source, below.theme) if below else (None, faults)


def _found(source: SourceFile | Diagnostic, below: Theme | None) -> tuple[Found | None, list[Diagnostic]]:
    if isinstance(source, Diagnostic):
        return None, [source]
    theme, faults = read(source, below)
    return (Found(theme, source), faults) if theme else (None, faults)
