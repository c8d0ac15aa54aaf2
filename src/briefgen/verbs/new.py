"""A scenario to begin with."""

from pathlib import Path

from briefgen.diagnostic import Diagnostic, error
from briefgen.world import World
from briefgen.world.shipped import shipped

STARTER = "starter"
"""The shipped scenario that a new one is a copy of."""


def new(world: World, folder: Path) -> tuple[list[Path], list[Diagnostic]]:
    """Writes the starter into a folder that is new or empty; returns what was written."""
    target = world.cwd / folder
    name = world.shown(folder)
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            what = "is not empty" if target.is_dir() else "is a file"
            return [], [error("not-empty", f"{name} {what}.", file=name, hint="Name a folder that does not exist yet.")]
    except OSError as fault:
        return [], [error("unreadable-file", f"{name} cannot be read: {fault.strerror}.", file=name)]
    root = shipped("scenarios") / STARTER
    files = {folder / path.relative_to(root): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
    faults = world.write_together(files)
    return ([], faults) if faults else (list(files), [])
