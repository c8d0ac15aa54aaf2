"""World: what a verb holds in its hand when it needs a file or the day."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import msgspec

from briefgen.diagnostic import Diagnostic
from briefgen.kept.seen import Seen
from briefgen.kept.state import at_rest
from briefgen.source import SourceFile
from briefgen.world.amend import Amendment, amend
from briefgen.world.boundary import boundary_of
from briefgen.world.decode import decode
from briefgen.world.glob import glob
from briefgen.world.names import printed, shown
from briefgen.world.read import MOST_BYTES, read_regular
from briefgen.world.write import write_together
from briefgen.world.written import refusal, unchanged_since_written, with_record

_LAST_MOMENT = 253_402_300_799
"""The end of the year 9999, behind which there are no dates."""


class World(msgspec.Struct, frozen=True):
    """Files as seen from one folder, read inside one boundary. A relative path starts at `cwd`."""

    cwd: Path
    """Where the person stands: messages name files from here."""
    boundary: Path | None = None
    """Nothing outside this folder is read, links resolved; None sets no bounds."""
    seen: Seen | None = None
    """Where it is noted what was looked at, if someone wants to know."""

    @classmethod
    def here(cls) -> "World":
        """The world as seen from the working directory, without bounds."""
        return cls(Path.cwd())

    def around(self, scenario_file: Path) -> "World":
        """The same world, bounded to what a scenario may read."""
        return self.within(boundary_of(self.cwd / scenario_file, self.seen))

    def within(self, boundary: Path) -> "World":
        """The same world, bounded to a folder."""
        return World(self.cwd, boundary, self.seen)

    def noting(self, seen: Seen) -> "World":
        """The same world; what is looked at in it is noted."""
        return World(self.cwd, self.boundary, seen)

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
        state = at_rest(str(there)) if self.seen else ""
        data = read_regular(there, name, self.boundary, most, awaited)
        if self.seen:
            self.seen.read(str(there), *_found(data), state)
        return data

    def glob(self, folder: Path, pattern: str) -> tuple[list[Path], list[Diagnostic]]:
        """The files below `folder` that fit a relative pattern of `*` and `**`, sorted, and what was left out."""
        return glob(self.cwd / folder, pattern, self.boundary, self.shown, self.seen)

    def write_together(self, files: Mapping[Path, bytes]) -> list[Diagnostic] | None:
        """Writes all the files, or changes nothing and says why. Folders are made where they lack."""
        return write_together({self.cwd / path: data for path, data in files.items()}, self.shown)

    def write_outputs(self, files: Mapping[Path, bytes]) -> list[Diagnostic] | None:
        """As `write_together`, and notes in each folder's record what was written."""
        return write_together(with_record({self.cwd / path: data for path, data in files.items()}), self.shown)

    def amend(
        self, files: Mapping[Path, Amendment], new: Mapping[Path, bytes] = MappingProxyType({})
    ) -> list[Diagnostic] | None:
        """Writes new texts of an author's files, with a copy of what they were, and `new` files together with them; or
        changes nothing and says why."""
        amendments = {self.cwd / path: amendment for path, amendment in files.items()}
        created = {self.cwd / path: data for path, data in new.items()}
        return amend(amendments, self.boundary, self.shown, created)

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
        from briefgen.world.office import as_pdf

        return as_pdf(docx)

    def today(self) -> date:
        """The day by the clock. For the record of a verification only: no brief depends on it."""
        return date.today()


def _found(data: bytes | Diagnostic) -> tuple[bytes | None, bool]:
    """What was read, and whether nothing was there."""
    return (None, data.code == "missing-file") if isinstance(data, Diagnostic) else (data, False)
