"""A place for what can be made again: below the person's own cache folder, and never needed."""

import os
import stat
import sys
from contextlib import suppress
from hashlib import sha256

from briefgen.kept.owner import Owner

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
    """The cached bytes of a name, if the file is as it was written, and only this user can write it."""
    root = folder()
    if root is None:
        return None
    try:
        with open(os.path.join(root, name), "rb", opener=_without_waiting) as file:
            status = os.fstat(file.fileno())
            own = not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o022)
            data = file.read() if own and stat.S_ISREG(status.st_mode) else b""
    except OSError:
        return None
    return data[_SEAL:] if data[:_SEAL] == _seal(name, data[_SEAL:]) else None


def keep(name: str, data: bytes) -> None:
    """Keeps something under a name; where that cannot be, it is not kept."""
    root = folder()
    if root is None:
        return
    part = os.path.join(root, f".{name}.{os.getpid()}")
    try:
        os.makedirs(root, mode=0o700, exist_ok=True)
        with open(part, "wb") as file:
            file.write(_seal(name, data) + data)
        os.chmod(part, 0o600)
        os.replace(part, os.path.join(root, name))
        names = os.listdir(root)
        for other in names:
            if other.startswith("."):
                _remove_abandoned(root, other)
        if len(names) > MOST:
            _thin(root)
    except OSError:
        with suppress(OSError):
            os.unlink(part)


_SEAL = 32
"""Bytes at the start of a file, by which one that is damaged or belongs elsewhere is recognised."""


def _seal(name: str, data: bytes) -> bytes:
    return sha256(name.encode() + b"\0" + data).digest()


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))  # a named pipe would wait for its writer


def _remove_abandoned(root: str, part: str) -> None:
    """Removes the temporary file of a run that was killed."""
    process = part.rpartition(".")[2]
    if process.isdecimal() and not Owner.current()._replace(process=int(process), started="").is_running():
        with suppress(OSError):
            os.unlink(os.path.join(root, part))


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
