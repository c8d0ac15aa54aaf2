"""A place for what can be made again: below the person's own cache folder, and never needed."""

import os
import sys
from contextlib import suppress

MOST, LEFT = 4_000, 3_600
"""Entries that are kept, and how many of them are left where there were more; the oldest go first. A scenario has two,
and one more for each further template or language: a thousand scenarios must not push each other out."""


def folder() -> str | None:
    """Where (XDG Base Directory Specification, or its like elsewhere), or None where there is no home."""
    base = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    if not base or not os.path.isabs(base):
        home = os.path.expanduser("~")
        if not os.path.isabs(home):
            return None
        base = os.path.join(home, ".cache")
    return os.path.join(base, "briefgen")


def kept(name: str) -> bytes | None:
    """What is kept under a name, if it is the person's own."""
    root = folder()
    if root is None:
        return None
    try:
        with open(os.path.join(root, name), "rb") as file:
            status = os.fstat(file.fileno())
            own = not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o022)
            return file.read() if own else None
    except OSError:
        return None


def keep(name: str, data: bytes) -> None:
    """Keeps something under a name; where that cannot be, it is not kept."""
    root = folder()
    if root is None:
        return
    part = os.path.join(root, f".{name}.{os.getpid()}")
    try:
        os.makedirs(root, mode=0o700, exist_ok=True)
        with open(part, "wb") as file:
            file.write(data)
        os.chmod(part, 0o600)
        os.replace(part, os.path.join(root, name))
        if len(os.listdir(root)) > MOST:
            _thin(root)
    except OSError:
        with suppress(OSError):
            os.unlink(part)


def _thin(root: str) -> None:
    with os.scandir(root) as found:
        entries = sorted(found, key=lambda entry: entry.stat().st_mtime)
    for old in entries[:-LEFT]:
        os.unlink(old.path)


def states(root: str, ending: str, without: tuple[str, ...]) -> list[str]:
    """Of each file below a folder whose name ends so: path, size and time. Folders of some names are passed over."""
    found: list[str] = []
    waiting = [root]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name not in without and entry.name != "__pycache__":
                        waiting.append(entry.path)
                elif entry.name.endswith(ending):
                    status = entry.stat()
                    found.append(f"{entry.path}\t{status.st_size}\t{status.st_mtime_ns}")
    return found
