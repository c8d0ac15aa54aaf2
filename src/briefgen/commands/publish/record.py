"""The record of a site: `.briefgen/site.json`, all of which is on its pages, and the digests of its files.

Both can be read by all readers of the site, so they contain no text and no digest of what is withheld. They may have
been changed by others, so names from them are checked before they are used.
"""

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Literal

import msgspec

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.io.filesystem import World
from briefgen.io.names import portable
from briefgen.io.owner import WORK
from briefgen.site.model import Entry, Site, Version
from briefgen.site.writer import is_taken

RECORD = ".briefgen/site.json"
SUMS = "SHA256SUMS"
"""As sha256sum writes it and checks it (`sha256sum -c SHA256SUMS`)."""

_LINE = re.compile(r"([0-9a-f]{64})  ([^\n\\]+)")


class Record(msgspec.Struct, frozen=True):
    """The site as it was last published."""

    format: Literal[1]
    room: Site


def record_of(world: World, site: Path) -> Record | Diagnostic | None:
    """The record of a site; None if the folder does not exist, or is empty."""
    name = world.shown(site)
    folder = world.cwd / site
    try:
        if not folder.exists() or (folder.is_dir() and all(each.name == WORK for each in folder.iterdir())):
            return None
    except OSError as fault:
        return error("unreadable-file", f"{name} cannot be read: {fault.strerror}.", file=name)
    hint = "Name a folder that does not exist yet, or one that `briefgen publish` made."
    data = world.read_bytes(site / RECORD, 256 << 20, expected=False)
    if isinstance(data, Diagnostic):
        return error("not-a-site", f"{name} holds something else than a site of ours. It was left as it is.", file=name,
                     hint=hint)  # fmt: skip
    try:
        made = msgspec.json.decode(data, type=Record)
    except (ValueError, RecursionError):
        made = None
    if made is None or not all(map(is_sound, made.room.entries)):
        return error("not-a-site", f"{name}/{RECORD} is damaged, so it is not known what the site holds.", file=name,
                     hint="Put the file back as it was, or publish into a new folder.")  # fmt: skip
    return made


def is_sound(entry: Entry) -> bool:
    """Whether the files of a brief have the paths that `publish` gives them."""
    if not entry.editions or entry.name != portable(entry.name) or is_taken(entry.name):
        return False
    return all(
        edition.versions
        and all(version.copies and version.copies[0].form == "html" for version in edition.versions)
        and all(PurePosixPath(path).parent == PurePosixPath(entry.name, str(edition.number)) and is_plain(path)
                for version in edition.versions for path in paths_of(version))
        for edition in entry.editions
    )  # fmt: skip


def is_plain(path: str) -> bool:
    """Whether a path leads only to files below a folder."""
    parts = path.split("/")
    return all(part not in ("", ".", "..") and "\\" not in part and "\0" not in part for part in parts)


def paths_of(version: Version) -> list[str]:
    """The files of an edition in one language."""
    return [copy.path for copy in version.copies] + ([version.redline] if version.redline else [])


def files_of(entry: Entry) -> list[str]:
    """The files of all editions of a brief, and the page that lists them."""
    inside = [path for edition in entry.editions for version in edition.versions for path in paths_of(version)]
    return [f"{entry.name}/index.html", *inside]


def sums_of(world: World, site: Path) -> dict[str, str]:
    """File → digest, as far as the list can be read."""
    data = world.read_bytes(site / SUMS, 256 << 20, expected=False)
    if isinstance(data, Diagnostic):
        return {}
    lines = data.decode("utf-8", "replace").split("\n")
    found = (_LINE.fullmatch(line) for line in lines)
    return {each[2]: each[1] for each in found if each and is_plain(each[2])}


def listed(sums: Mapping[str, str]) -> bytes:
    """The contents of the file with the digests."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(sums.items())).encode()
