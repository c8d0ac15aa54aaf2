"""How far a scenario may reach."""

import os
from pathlib import Path

from briefgen.diagnostic import Diagnostic, error
from briefgen.world.lookups import Lookup, Lookups

SCENARIO = "scenario.yaml"
"""The file that makes a folder a scenario."""
PROJECT = "briefgen.yaml"
"""A file of this name, further up, lets the scenarios below share what lies in its folder."""


def boundary_of(scenario_file: Path, lookups: Lookups | None = None) -> Path:
    """The folder that a scenario may read from: its own, or the nearest one above that holds a `briefgen.yaml`. Each
    place that was tried is recorded in `lookups`."""
    folder = Path(os.path.realpath(scenario_file.parent))
    for candidate in (folder, *folder.parents):
        there = (candidate / PROJECT).is_file()
        if lookups:
            lookups.add(Lookup("file", str(candidate / PROJECT)), str(there))
        if there:
            return candidate
    return folder


def outside(path: Path, name: str) -> Diagnostic:
    """The diagnostic for a path that is not inside; `name` is what messages call it."""
    link = os.path.islink(path)  # noqa: PTH114  (a path too long for the system is no link; Path raises)
    what = "is a link that leads" if link else "lies"
    return error(
        "outside-boundary",
        f"{name} {what} outside the scenario's folder.",
        file=name,
        hint="Copy the file into the folder, or put a `briefgen.yaml` into a folder above that holds both.",
    )


def inside(path: Path, boundary: Path | None) -> bool:
    """Whether a path, its links resolved, lies in the boundary."""
    return boundary is None or lies_in(os.path.realpath(path), boundary)


def lies_in(real: str, boundary: Path | None) -> bool:
    """The same of a path whose links are resolved."""
    return boundary is None or Path(real).is_relative_to(os.path.realpath(boundary))
