"""Which briefs need not be made again: those whose inputs and outputs are unchanged.

A brief is a function of three things. What was asked for, and the program with its libraries, Python and environment,
are in the key of its entry (`key`). What it reads from files is recorded while it is made, each lookup with a digest
of the answer (`world.lookups`). An entry is used only if the key is the same, every lookup has the same answer now,
and every output has the digest with which it was written. To make the brief again would then read the same bytes, and
write the same bytes (`tests/laws/test_same_bytes.py`), which are there already. The digest of a lookup is of the bytes
that were read, not of the file afterwards, so a file that changes in between is noticed at the next run.

Briefs that depend on anything else (a git revision, LibreOffice) must not be stored.

An entry holds paths and digests, no word of a scenario. One that is damaged, or is not an entry, is ignored; those of
another version are never asked for. The oldest are deleted when the folder is full. Where nothing can be stored,
nothing is reported: the brief is made each time.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from briefgen.io.lookups import Lookup, Lookups, answer

MOST_BYTES = 64 << 20
"""Of all entries together; a brief takes 5 to 20 kB."""
_ENVIRONMENT = ("SOURCE_DATE_EPOCH",)
"""Variables on which the bytes of a brief depend."""


class Entry(msgspec.Struct, frozen=True):
    """A brief that was made."""

    outputs: dict[str, str]
    """The path of each file that was written, and its SHA-256."""
    answers: list[tuple[Lookup, str]]
    warnings: int
    """That were reported when it was made."""

    def lookups(self) -> Lookups:
        """What it was made from."""
        return Lookups(dict(self.answers))

    def is_unchanged(self) -> bool:
        """Whether its inputs and outputs are as they were."""
        return all(_has_digest(path, digest) for path, digest in self.outputs.items()) and not any(
            self.lookups().changed()
        )


def key(*asked: str) -> str:
    """The key of what was asked for, made by this program."""
    whole = sha256(program())
    for each in asked:
        data = each.encode("utf-8", "surrogateescape")
        whole.update(b"%d " % len(data) + data)
    return whole.hexdigest()


def unchanged(key: str) -> Entry | None:
    """The entry of a brief that need not be made again."""
    entry = _load(key)
    return entry if entry and entry.is_unchanged() else None


def store(key: str, outputs: Mapping[str, str], lookups: Lookups, warnings: int) -> None:
    """Stores an entry, unless inputs changed while the brief was made. `outputs`: path → SHA-256. What is written is
    no input, though an edited file is looked up to protect it."""
    root = folder()
    if root is None or not lookups.consistent:
        return
    answers = [(lookup, given) for lookup, given in lookups.answers.items() if lookup.path not in outputs]
    temporary = root / f"{key}.{os.getpid()}"
    try:
        data = msgspec.json.encode(Entry(dict(outputs), answers, warnings))
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary.write_bytes(_checksum(key, data) + data)
        temporary.replace(root / key)
    except (OSError, ValueError):  # no place for it, or a name that is no text
        with suppress(OSError):
            temporary.unlink()


def prune() -> None:
    """Deletes the oldest files of the folder beyond `MOST_BYTES`; to be called once after storing."""
    root, left = folder(), MOST_BYTES
    if root is None:
        return
    with suppress(OSError):  # not there, not ours, or deleted by another run
        found = [(path.lstat(), path) for path in root.iterdir()]
        for status, path in sorted(found, key=lambda each: each[0].st_mtime, reverse=True):
            left -= status.st_size
            if left < 0:
                path.unlink()


def folder() -> Path | None:
    """Where entries are (XDG Base Directory Specification, or its like elsewhere), or None without a home folder."""
    base = Path(os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", ""))
    if not base.is_absolute():
        try:
            base = Path.home() / ".cache"
        except RuntimeError:
            return None
    return base / "briefgen" if base.is_absolute() else None


@cache
def program() -> bytes:
    """A digest of the program's files (sizes and times), the installed packages with their versions, Python, and the
    environment."""
    package = Path(__file__).parent
    parts = [sys.version, *sorted(_files(package)), *sorted(_files(package.parents[1] / "templates"))]
    parts += sorted(name for path in sys.path if path.endswith("-packages") for name in _packages(path))
    parts += [f"{name}={os.environ.get(name)}" for name in _ENVIRONMENT]
    return sha256("\n".join(parts).encode("utf-8", "surrogateescape")).digest()


def _files(top: Path) -> Iterator[str]:
    for parent, folders, files in os.walk(top):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in files:
            status = Path(parent, name).stat()
            yield f"{parent}\t{name}\t{status.st_size}\t{status.st_mtime_ns}"


def _packages(path: str) -> list[str]:
    try:
        return [each.name for each in Path(path).iterdir() if each.suffix in (".dist-info", ".egg-info")]
    except OSError:
        return []


def _load(key: str) -> Entry | None:
    root = folder()
    try:
        data = (root / key).read_bytes() if root and (root / key).is_file() else b""
        checksum, payload = data[:32], data[32:]
        return msgspec.json.decode(payload, type=Entry) if checksum == _checksum(key, payload) else None
    except (OSError, ValueError):
        return None


def _checksum(key: str, data: bytes) -> bytes:
    return sha256(key.encode() + data).digest()


def _has_digest(path: str, digest: str) -> bool:
    return answer(Lookup("content", path)).partition(" ")[0] == digest
