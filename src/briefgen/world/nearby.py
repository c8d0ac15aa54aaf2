"""Which file was meant by a path at which there is none."""

import os
from pathlib import Path

from briefgen.slips import closest

_MOST = 1000
"""Names of a folder that are looked at."""


def nearby(path: Path) -> str:
    """The hint: the right slashes, a file or folder of a like name, or which folder is missing; an empty text where
    there is nothing to say."""
    if path.name[1:3] == ":\\":  # a drive of Windows; elsewhere it is part of a name
        last = path.name.rpartition("\\")[2]
        return f"A path begins in the folder of the file that names it, with no drive: `{last}`, for example."
    if "\\" in path.name:  # on Windows it has parted folders by now
        return f"Put `/` between a folder and what is in it: `{path.name.replace(chr(92), '/')}`."
    if not path.parent.is_dir():
        return _other_folder(path)
    near = _like(path.name, _names(path.parent))
    return f"Did you mean `{near}`?" if near else ""


def _other_folder(path: Path) -> str:
    """For a path on which a folder is missing."""
    there = next((folder for folder in path.parents if folder.is_dir()), None)
    if there is None:
        return ""
    first, *rest = path.relative_to(there).parts
    folders = [name for name in _names(there) if (there / name).is_dir()]
    meant = closest(first, folders)
    if meant is None:
        return f"There is no folder `{first}`."
    whole = there.joinpath(meant, *rest)
    if whole.is_file():
        return f"Did you mean `{'/'.join((meant, *rest))}`?"
    near = _like(path.name, _names(whole.parent)) if whole.parent.is_dir() else ""
    return f"Did you mean `{'/'.join((meant, *rest[:-1], near))}`?" if near else f"There is a folder `{meant}`."


def _names(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for _, entry in zip(range(_MOST), entries, strict=False))
    except (OSError, ValueError):
        return []


def _like(name: str, names: list[str]) -> str:
    """By what stands before the dot: all end in `.yaml`, and are not alike for that."""
    stems = {Path(each).stem: each for each in names}
    near = closest(Path(name).stem, stems)
    return stems[near] if near else ""
