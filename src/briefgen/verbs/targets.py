"""Which scenarios were meant by the paths on the command line."""

import os
from pathlib import Path

from briefgen.diagnostic import Diagnostic, error
from briefgen.scenario.read import SCENARIO
from briefgen.world import PROJECT, World


def targets(world: World, names: tuple[str, ...]) -> tuple[list[Path], list[Diagnostic]]:
    """The `scenario.yaml` of each: a file, its folder, or the folders in a folder; and what names none.

    Any other file of a scenario stands for it, so that an editor or pre-commit may name what was changed.
    """
    found: list[Path] = []
    missing: list[Diagnostic] = []
    for name in names:
        path = Path(name)
        here = world.cwd / path
        try:
            if here.is_file():
                found += [path] if path.name == SCENARIO else _around(world, path) or [path]
            elif not here.is_dir() and here.suffix in (".yaml", ".yml"):
                found.append(path)
            elif (here / SCENARIO).exists() or (here / SCENARIO).is_symlink():
                found.append(path / SCENARIO)
            elif here.is_dir():
                inside = sorted(child for child in here.iterdir() if (child / SCENARIO).is_file())
                found += [path / child.name / SCENARIO for child in inside]
                if not inside:
                    missing.append(_none_in(world, path))
            else:
                missing.append(
                    error("missing-file", f"There is no folder {world.shown(path)}.", file=world.shown(path),
                          hint="Name a scenario's folder; `briefgen new DIR` makes one.")
                )  # fmt: skip
        except (OSError, ValueError) as fault:
            why = getattr(fault, "strerror", None) or str(fault)
            missing.append(
                error("unreadable-file", f"{world.shown(path)} cannot be read: {why}.", file=world.shown(path))
            )
    return list(dict.fromkeys(found)), missing


def one_target(world: World, name: str) -> tuple[Path | None, list[Diagnostic]]:
    """The `scenario.yaml` of one scenario; none where a name means none, or several."""
    found, missing = targets(world, (name,))
    if missing or len(found) == 1:
        return (found[0] if found and not missing else None), missing
    message = f"{world.shown(Path(name))} holds {len(found)} scenarios; one is wanted."
    return None, [error("no-scenario", message, file=world.shown(Path(name)), hint="Name the folder of one.")]


def enclosing(world: World, folder: Path) -> Path | None:
    """The scenario folder that a folder is, or lies in."""
    here = (world.cwd / folder).resolve()
    found = next((each for each in (here, *here.parents) if (each / SCENARIO).is_file()), None)
    return None if found is None else Path(os.path.relpath(found, world.cwd.resolve()))


def _around(world: World, path: Path) -> list[Path]:
    """The scenario in whose folder a file lies; of a file that scenarios share, all that may read it."""
    for folder in path.parents:
        if (world.cwd / folder / SCENARIO).is_file():
            return [folder / SCENARIO]
        if (world.cwd / folder / PROJECT).is_file():
            below, _ = world.glob(folder, f"**/{SCENARIO}")
            return [folder / each.relative_to(world.cwd / folder) for each in below]
    return []


def _none_in(world: World, path: Path) -> Diagnostic:
    return error(
        "no-scenario",
        f"{world.shown(path)} holds no scenario.",
        file=world.shown(path),
        hint=f"A scenario is a folder with a `{SCENARIO}`; `briefgen new DIR` makes one.",
    )
