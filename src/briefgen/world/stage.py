"""Files of a folder that change together, too many to be held in memory: the new ones wait in a folder beside it, which
nobody else may enter, until all are there; then they take their places, or all stays as it was.
"""

import contextlib
import errno
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from briefgen.diagnostic import Diagnostic, error


class Stage:
    """The folder beside `target`, known by its name; `shown` is what messages call the target."""

    def __init__(self, target: Path, shown: str) -> None:
        self.target = Path(os.path.realpath(target))
        self.shown = shown
        self.folder = self.target.parent / f".{self.target.name}.briefgen"
        self._made: list[Path] = []

    def begin(self) -> Diagnostic | None:
        """Makes the folder; or why not."""
        try:
            self.target.parent.mkdir(parents=True, exist_ok=True)
            self.folder.mkdir(mode=0o700)
            (self.folder / "new").mkdir()
        except FileExistsError:
            message = (
                f"{self.folder.name} lies beside {self.shown}: another run is at work on it, or one was broken off."
            )
            return error("site-busy", message, file=self.shown, hint="If no other is at work, delete that folder.")
        except OSError as fault:
            return self._reason(fault)
        return None

    def put(self, path: str, data: bytes) -> None:
        """A new file, by its path from the target, brought to the disk."""
        file = self.folder / "new" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())

    def holds(self, path: str) -> bool:
        """Whether it was put there."""
        return (self.folder / "new" / path).is_file()

    def read(self, path: str) -> bytes:
        """A file that was put there."""
        return (self.folder / "new" / path).read_bytes()

    def exchange(self, new: Iterable[str], gone: Iterable[str]) -> list[Diagnostic]:
        """Moves the `new` files into their places, and those that are `gone` out; undone where that cannot be."""
        moved: list[tuple[Path, Path]] = []
        try:
            self._make(self.target)
            for path in gone:
                self._take(path, moved)
            for path in new:
                self._take(path, moved)
                place = self._place(path)
                self._make(place.parent)
                self._move(self.folder / "new" / path, place, moved)
        except OSError as fault:
            self._undo(moved)
            return [self._reason(fault)]
        except BaseException:
            self._undo(moved)
            raise
        for path in gone:
            with contextlib.suppress(OSError):  # as long as folders are empty
                for folder in list((self.target / path).parents)[: path.count("/")]:
                    folder.rmdir()
        return []

    def discard(self) -> None:
        """Takes the folder away, with all that is still in it."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _place(self, path: str) -> Path:
        """Where a file goes; a folder that is a link leads out of the target, and is not entered."""
        place = self.target / path
        if Path(os.path.realpath(place.parent)) != place.parent:
            raise OSError(errno.ELOOP, "a folder in it is a link")
        return place

    def _take(self, path: str, moved: list[tuple[Path, Path]]) -> None:
        place = self._place(path)
        if os.path.lexists(place):
            kept = self.folder / "old" / path
            kept.parent.mkdir(parents=True, exist_ok=True)
            self._move(place, kept, moved)

    def _move(self, before: Path, after: Path, moved: list[tuple[Path, Path]]) -> None:
        try:
            before.replace(after)
        except OSError as fault:
            if fault.errno != errno.EXDEV:  # the target is a disk of its own
                raise
            part = after.with_name(f".{after.name[:80]}.briefgen-{os.getpid()}")
            shutil.copy2(before, part)
            part.replace(after)
            before.unlink()
        moved.append((before, after))

    def _make(self, folder: Path) -> None:
        lacking = []
        while not folder.exists():
            lacking.append(folder)
            folder = folder.parent
        for each in reversed(lacking):
            each.mkdir()
            self._made.append(each)

    def _undo(self, moved: list[tuple[Path, Path]]) -> None:
        for before, after in reversed(moved):
            with contextlib.suppress(OSError):
                self._move(after, before, [])
        for folder in reversed(self._made):
            with contextlib.suppress(OSError):
                folder.rmdir()

    def _reason(self, fault: OSError) -> Diagnostic:
        full = fault.errno in (errno.ENOSPC, errno.EDQUOT)
        why = "there is no space left" if full else fault.strerror or str(fault)
        message = f"{self.shown} could not be written: {why}. Nothing was changed."
        return error("disk-full" if full else "unwritable-file", message, file=self.shown)
