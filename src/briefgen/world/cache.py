"""A place for what can be made again: below the person's own cache folder, and never needed."""

import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

MOST = 256
"""Entries that are kept; the oldest go first."""


def folder() -> Path | None:
    """Where (XDG Base Directory Specification, or its like elsewhere), or None where there is no home."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    else:
        base = os.environ.get("XDG_CACHE_HOME")
    try:
        root = Path(base) if base and Path(base).is_absolute() else Path.home() / ".cache"
    except RuntimeError:
        return None
    return root / "briefgen"


def kept(name: str) -> bytes | None:
    """What is kept under a name, if it is the person's own."""
    root = folder()
    if root is None:
        return None
    try:
        with (root / name).open("rb") as file:
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
    part = root / f".{name}.{os.getpid()}"
    try:
        root.mkdir(parents=True, exist_ok=True, mode=0o700)
        part.write_bytes(data)
        part.chmod(0o600)
        part.replace(root / name)
        entries = sorted((path for path in root.iterdir()), key=lambda path: path.stat().st_mtime)
        for old in entries[:-MOST]:
            old.unlink()
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@cache
def fingerprint(package: Path) -> bytes:
    """A stand-in for the code of a package: its files with their sizes and times, when it was first asked for."""
    found: list[str] = []
    waiting = [str(package)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    status = entry.stat()
                    found.append(f"{entry.path}\t{status.st_size}\t{status.st_mtime_ns}")
                elif entry.name not in ("__pycache__", "fonts", "explanations") and entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
    return "\n".join(sorted(found)).encode()
