"""The one way to files and clock: reads return text or a diagnostic, writes happen whole or not at all."""

import os
import stat
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Literal

import msgspec

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.source import SourceFile
from briefgen.io.external import as_pdf
from briefgen.io.glob import glob
from briefgen.io.lookups import Lookup, Lookups, answer, content
from briefgen.io.names import decoded, printed, shown
from briefgen.io.read import MOST_BYTES, boundary_of, decode, inside, outside, read_regular
from briefgen.io.transaction import Transaction, write_together

BACKUP = Path(".briefgen") / "backup"
"""Below the folder of a file: where its copies are. No pattern of a scenario reaches into it."""
_BOM = b"\xef\xbb\xbf"
_MOST_COPIES = 10_000
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class Amendment(msgspec.Struct, frozen=True):
    """A new text for a file, and the one that it was made from."""

    source: SourceFile
    text: str


def amend(
    files: Mapping[Path, Amendment],
    created: Mapping[Path, bytes],
    boundary: Path | None,
    shown: Callable[[Path], str],
) -> list[Diagnostic] | None:
    """Writes all texts and the files `created`, or changes nothing and returns why. A link stays a link, and the file
    that it leads to is changed.

    Each file is read again: one that was changed since it was first read is not overwritten. Its byte order mark is
    kept. A copy of it is saved as `.briefgen/backup/NAME.1`, `.2` … Of the files `created`, those outside the boundary
    are written first.
    """
    real = {Path(os.path.realpath(path)): path for path in files}
    names = {target: shown(path) for target, path in real.items()}

    def prepared(_targets: object) -> Mapping[Path, bytes] | list[Diagnostic]:
        new: dict[Path, bytes] = {}
        copies: dict[Path, bytes] = {}
        faults: list[Diagnostic] = []
        for target, path in real.items():
            amendment, name = files[path], names[target]
            data = read_regular(path, name, boundary, MOST_BYTES)
            if isinstance(data, Diagnostic):
                faults.append(data)
                continue
            read = decode(data, name)
            if isinstance(read, Diagnostic) or read.text != amendment.source.text:
                faults.append(_changed(name))
            elif not target.stat().st_mode & _WRITABLE:
                faults.append(_read_only(name))
            new[target] = (_BOM if data.startswith(_BOM) else b"") + amendment.text.encode()
            copies[_copy(target)] = data
        return faults or copies | new | dict(created)

    if outer := [outside(path, shown(path)) for path in files if not inside(path, boundary)]:
        return outer
    beyond = {path: data for path, data in created.items() if not inside(path, boundary)}
    if beyond and (faults := write_together(beyond, shown)):
        return faults
    created = {path: data for path, data in created.items() if path not in beyond}
    targets = dict.fromkeys((*real, *created), b"")
    return write_together(targets, lambda path: names.get(path) or shown(path), boundary, prepared)


def _read_only(name: str) -> Diagnostic:
    message = f"{name} could not be written: it is read-only. Nothing was changed."
    return error("no-permission", message, file=name, hint="If it may be changed, allow writing, then try again.")


def _copy(target: Path) -> Path:
    """A name for the copy of a file that nothing has yet."""
    folder = target.parent / BACKUP
    names = (folder / f"{target.name}.{number}" for number in range(1, _MOST_COPIES))
    return next((name for name in names if not os.path.lexists(name)), folder / f"{target.name}.{_MOST_COPIES}")


def _changed(name: str) -> Diagnostic:
    return error(
        "changed-meanwhile",
        f"{name} was changed while it was being worked on. Nothing was written.",
        file=name,
        hint="Save it in your editor, then try again.",
    )


# The record of what briefgen wrote, so that it never writes over a file that someone has edited since.
#
# `.briefgen/outputs.json` in the folder of the outputs: `{"outputs": {"haiti-2022.docx": "<sha256>"}}`.

_FOLDER, _FILE = ".briefgen", "outputs.json"


def unchanged_since_written(path: Path) -> bool | None:
    """Whether a file is as briefgen wrote it; None where the record does not know it, or it is not there."""
    if _unchanged(path):
        return True
    # The outputs of a run that is writing, or was killed, do not agree with the record until it has finished.
    Transaction(path.parent, str).recover()
    return _unchanged(path)


def _unchanged(path: Path) -> bool | None:
    known = _record(path.parent).get(decoded(path.name))
    if known is None:
        return None
    try:
        return _sha256(path.read_bytes()) == known
    except FileNotFoundError:
        return None
    except OSError:
        return False


def refusal(path: Path, name: str) -> Diagnostic | None:
    """Why `path` may not be written over without being asked to, if it may not."""
    if not path.exists():
        return None
    hint = "Take over what was edited (`briefgen review`) or move the file away; `--force` writes over it."
    match unchanged_since_written(path):
        case True:
            return None
        case False:
            return error("edited-output", f"{name} was edited since briefgen wrote it.", file=name, hint=hint)
        case None:
            return error(
                "edited-output",
                f"{name} exists, and briefgen has no record of having written it.",
                file=name,
                hint=hint,
            )


def with_record(files: Mapping[Path, bytes]) -> dict[Path, bytes]:
    """The outputs, and with them the records of their folders brought up to date, to be written together."""
    records: dict[Path, dict[str, str]] = {}
    for path, data in files.items():
        record = records.setdefault(path.parent, _record(path.parent))
        record[decoded(path.name)] = _sha256(data)
    return dict(files) | {folder / _FOLDER / _FILE: _json(record) for folder, record in records.items()}


def _record(folder: Path) -> dict[str, str]:
    """Name of output → sha256. A record that is damaged counts as none."""
    try:
        outputs = msgspec.json.decode((folder / _FOLDER / _FILE).read_bytes())["outputs"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError, msgspec.DecodeError):
        return {}
    if not isinstance(outputs, dict):
        return {}
    return {name: digest for name, digest in outputs.items() if isinstance(digest, str)}


def _json(record: dict[str, str]) -> bytes:
    return msgspec.json.format(msgspec.json.encode({"outputs": dict(sorted(record.items()))}), indent=2) + b"\n"


def _sha256(data: bytes) -> str:
    return sha256(data).hexdigest()


# World: what a verb holds in its hand when it needs a file or the day.

_LAST_MOMENT = 253_402_300_799
"""The end of the year 9999, after which there are no dates."""


class World(msgspec.Struct, frozen=True):
    """Files as seen from one folder, read inside one boundary. A relative path starts at `cwd`."""

    cwd: Path
    """The working directory: messages name files relative to it."""
    boundary: Path | None = None
    """Nothing outside this folder is read, links resolved; None sets no bounds."""
    lookups: Lookups | None = None
    """Where lookups are recorded, if anywhere."""

    @classmethod
    def here(cls) -> "World":
        """The world as seen from the working directory, without bounds."""
        return cls(Path.cwd())

    def around(self, scenario_file: Path) -> "World":
        """The same world, bounded to what a scenario may read."""
        return self.within(boundary_of(self.cwd / scenario_file, self.lookups))

    def within(self, boundary: Path) -> "World":
        """The same world, bounded to a folder."""
        return World(self.cwd, boundary, self.lookups)

    def recording(self, lookups: Lookups) -> "World":
        """The same world; what is looked up in it is recorded."""
        return World(self.cwd, self.boundary, lookups)

    def shown(self, path: Path) -> str:
        """The name of a file in messages: from `cwd` where it lies below, one line of printable characters."""
        return shown(self.cwd / path, self.cwd)

    def printed(self, path: Path) -> str:
        """The same name for a person to copy: with the separator of this system."""
        return printed(self.shown(path))

    def read(self, path: Path, most: int = MOST_BYTES, *, expected: bool = True) -> SourceFile | Diagnostic:
        """The text of a file in UTF-8, without its byte order mark, line ends as they are. Where an `expected` file is
        not there, the message says which one may have been meant."""
        there, name = self.cwd / path, self.shown(path)
        data = self._bytes(there, name, most, expected)
        return data if isinstance(data, Diagnostic) else decode(data, name)

    def read_bytes(self, path: Path, most: int = MOST_BYTES, *, expected: bool = True) -> bytes | Diagnostic:
        """The bytes of a regular file of at most `most` bytes. `expected`: as in `read`."""
        return self._bytes(self.cwd / path, self.shown(path), most, expected)

    def _bytes(self, there: Path, name: str, most: int, expected: bool) -> bytes | Diagnostic:
        data = read_regular(there, name, self.boundary, most, expected)
        if self.lookups:
            lookup = Lookup("content", str(there))
            self.lookups.add(lookup, content(lookup.path, data) if isinstance(data, bytes) else answer(lookup))
        return data

    def glob(self, folder: Path, pattern: str) -> tuple[list[Path], list[Diagnostic]]:
        """The files below `folder` that fit a relative pattern of `*` and `**`, sorted, and what was left out."""
        return glob(self.cwd / folder, pattern, self.boundary, self.shown, self.lookups)

    def write_together(self, files: Mapping[Path, bytes]) -> list[Diagnostic] | None:
        """Writes all the files, or changes nothing and says why. Folders are made where they lack."""
        return write_together({self.cwd / path: data for path, data in files.items()}, self.shown, self.boundary)

    def write_outputs(self, files: Mapping[Path, bytes]) -> list[Diagnostic] | None:
        """As `write_together`, and notes in each folder's record what was written."""
        outputs = {self.cwd / path: data for path, data in files.items()}
        return write_together(outputs, self.shown, self.boundary, with_record)

    def transaction(self, folder: Path) -> Transaction:
        """Changes of files below a folder that are made together; for more than can be held in memory."""
        return Transaction(self.cwd / folder, self.shown)

    def recover(self, *folders: Path) -> list[Diagnostic]:
        """Finishes or undoes what a killed run left half written in folders, by default in the boundary. To be called
        before anything there is read that is to be written again."""
        found = folders or ((self.boundary,) if self.boundary else ())
        return [fault for folder in found if (fault := self.transaction(folder).recover())]

    def amend(
        self, files: Mapping[Path, Amendment], created: Mapping[Path, bytes] | None = None
    ) -> list[Diagnostic] | None:
        """Changes files of an author and creates others, all together, or changes nothing and returns why.

        Each file of `files` must still read as `Amendment.source` does; a copy of it is saved in `.briefgen/backup`.
        Files `created` are written as they are given: check before whether another file is already there.
        """
        amended = {self.cwd / path: amendment for path, amendment in files.items()}
        written = {self.cwd / path: data for path, data in (created or {}).items()}
        return amend(amended, written, self.boundary, self.shown)

    def unchanged_since_written(self, path: Path) -> bool | None:
        """Whether an output is as briefgen wrote it; None where the record does not know it, or it is not there."""
        return unchanged_since_written(self.cwd / path)

    def refusal(self, path: Path) -> Diagnostic | None:
        """Why an output may not be written over without `--force`, if it may not."""
        return refusal(self.cwd / path, self.shown(path))

    def epoch(self) -> int | None:
        """The moment that briefs without a date of their own are to have, in seconds since 1970, where someone gave one
        (https://reproducible-builds.org/specs/source-date-epoch/)."""
        given = os.environ.get("SOURCE_DATE_EPOCH", "")
        known = len(given) <= 12 and given.isascii() and given.isdecimal() and int(given) <= _LAST_MOMENT
        return int(given) if known else None

    def laid_out(self, docx: bytes) -> bytes | Diagnostic:
        """A DOCX as LibreOffice lays it out, as PDF."""
        return as_pdf(docx)

    def today(self) -> date:
        """The day by the clock. For the record of a verification only: no brief depends on it."""
        return date.today()


# What is shipped with briefgen besides its code: templates and scenarios.
#
# In a checkout (an editable install) they are next to `src`; in a wheel they lie inside the package.

_PACKAGE = Path(__file__).resolve().parent.parent

COMMIT = _PACKAGE / "_shipped" / "commit"
"""Where a wheel has the commit that it was built from."""


def shipped(what: Literal["templates", "scenarios"]) -> Path:
    """The folder of what is shipped."""
    inside = _PACKAGE / "_shipped" / what
    return inside if inside.is_dir() else _PACKAGE.parent.parent / what
