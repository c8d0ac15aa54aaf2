"""The texts of the sources that are available, and the lock that records their verification."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from briefgen.core.diagnostic import Diagnostic
from briefgen.evidence.text import SourceText, line_feeds, sha256, source_text
from briefgen.io.filesystem import World
from briefgen.io.read import SCENARIO
from briefgen.model.evidence import Source
from briefgen.model.read import Loaded

FOLDER = "texts"
"""In a scenario's folder."""
MOST_FILES = 500
"""In one folder that are looked at for a text that has another name than the register says."""
MOST_BYTES = 64 << 20
"""Of these files together."""


class Text(msgspec.Struct, frozen=True):
    """The text of a source, as it was found."""

    text: SourceText
    registered: bool
    """Whether its hash is the one in the register; True as well where the register has none."""


class Texts(msgspec.Struct, frozen=True):
    """What was found."""

    of: dict[str, Text]
    """Id of a source → its text."""
    diagnostics: list[Diagnostic]
    """Of texts that are there and cannot be read, each at the register's `file`."""


def find_texts(world: World, loaded: Loaded, folders: Sequence[Path] = ()) -> Texts:
    """The texts of a scenario's sources: by hash wherever they lie, else by the name in the register."""
    shelves = [_Shelf(world.around(loaded.folder / SCENARIO), loaded.folder / FOLDER)]
    shelves += [_Shelf(world.within(world.cwd / folder), folder) for folder in folders]
    found: dict[str, Text] = {}
    faults: list[Diagnostic] = []
    for source in loaded.scenario.sources:
        text, fault = _find(source, shelves)
        if text is not None:
            found[source.id] = text
        elif fault is not None:
            place = loaded.origins.at(f"sources.{source.id}.file")
            faults.append(msgspec.structs.replace(fault, span=fault.span or place))
    return Texts(found, faults)


def _find(source: Source, shelves: Sequence["_Shelf"]) -> tuple[Text | None, Diagnostic | None]:
    named: SourceText | None = None
    fault: Diagnostic | None = None
    expected_hash = source.sha256.lower()
    for name in [source.file] if source.file else [f"{source.id}.txt", f"{source.id}.md"]:
        for shelf in shelves:
            read = shelf.named(name)
            if isinstance(read, Diagnostic):
                fault = fault or (read if source.file and read.code != "missing-file" else None)
            elif not expected_hash or read.sha256 == expected_hash:
                return Text(read, True), None
            else:
                named = named or read
    if expected_hash:
        for shelf in shelves:
            if hashed := shelf.hashed(expected_hash):
                return Text(hashed, True), None
    return (Text(named, False), None) if named else (None, fault)


class _Shelf:
    """One folder of texts. What it holds is read when it is asked for, and once."""

    def __init__(self, world: World, folder: Path) -> None:
        self.world = world
        self.folder = folder
        self._by_hash: dict[str, Path] | None = None
        self._read: dict[Path, SourceText | Diagnostic] = {}

    def named(self, name: str) -> SourceText | Diagnostic:
        """The text in the file of a name."""
        return self._text(self.folder / name)

    def hashed(self, expected_hash: str) -> SourceText | None:
        """The text with a hash, whatever the name of its file."""
        if self._by_hash is None:
            self._by_hash = {digest: path for path, digest in self._hashes()}
        path = self._by_hash.get(expected_hash)
        read = self._text(path) if path else None
        return None if isinstance(read, Diagnostic) else read

    def _text(self, path: Path) -> SourceText | Diagnostic:
        if path not in self._read:
            source = self.world.read(path, expected=False)
            made = source if isinstance(source, Diagnostic) else source_text(source.name, source.text)
            self._read[path] = made
        return self._read[path]

    def _hashes(self) -> Iterator[tuple[Path, str]]:
        left = MOST_BYTES
        paths, _ = self.world.glob(self.folder, "**")  # links that lead out are no texts of ours, and no fault
        for path in paths[:MOST_FILES]:
            source = self.world.read(path, left)
            if not isinstance(source, Diagnostic):
                left -= len(source.text)
                yield path, sha256(line_feeds(source.text))
