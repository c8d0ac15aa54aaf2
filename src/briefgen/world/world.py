"""World: what a verb holds in its hand when it needs a file or the day."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec

from briefgen.diagnostic import Diagnostic
from briefgen.source import SourceFile
from briefgen.world.amend import Amendment, amend
from briefgen.world.boundary import boundary_of
from briefgen.world.decode import decode
from briefgen.world.glob import glob
from briefgen.world.lookups import Lookup, Lookups, answer, content
from briefgen.world.names import printed, shown
from briefgen.world.office import as_pdf
from briefgen.world.read import MOST_BYTES, read_regular
from briefgen.world.transaction import Transaction, write_together
from briefgen.world.written import refusal, unchanged_since_written, with_record

_LAST_MOMENT = 253_402_300_799
"""The end of the year 9999, behind which there are no dates."""


class World(msgspec.Struct, frozen=True):
    """Files as seen from one folder, read inside one boundary. A relative path starts at `cwd`."""

    cwd: Path
    """Where the person stands: messages name files from here."""
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

    def read(self, path: Path, most: int = MOST_BYTES, *, awaited: bool = True) -> SourceFile | Diagnostic:
        """The text of a file in UTF-8, without its byte order mark, line ends as they are. Where an `awaited` file is
        not there, what is told says which one may have been meant."""
        there, name = self.cwd / path, self.shown(path)
        data = self._bytes(there, name, most, awaited)
        return data if isinstance(data, Diagnostic) else decode(data, name)

    def read_bytes(self, path: Path, most: int = MOST_BYTES, *, awaited: bool = True) -> bytes | Diagnostic:
        """The bytes of a regular file of at most `most` bytes. `awaited`: as in `read`."""
        return self._bytes(self.cwd / path, self.shown(path), most, awaited)

    def _bytes(self, there: Path, name: str, most: int, awaited: bool) -> bytes | Diagnostic:
        data = read_regular(there, name, self.boundary, most, awaited)
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
