"""The peers' inputs as briefgen 0.1 composed them, so that every later version races against the same work.

`python -m bench.frozen` wrote the archive, at commit 3ad2958; it is not written again. What is ten or a hundred times
as long, and the hundred briefs of the batch, would fill megabytes: they are composed from the frozen scenarios.
"""

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from bench.kept import ROOT
from bench.likeness import WORDS
from bench.makers import BRIEF, THEME

ARCHIVE = ROOT / "bench" / "inputs" / "frozen.tar.xz"
SCENARIOS = ROOT / "tests" / "fixtures" / "v0.1" / "scenarios"
VARIANTS = {"haiti-2022": ("as-it-is", "one-word", "all-text"), "kelmouth-2026": ("one-word", "without-charts")}
PEER_WORDS = "peer-words.json"
"""The words of the brief that the peers set; ours are those of the brief that this version composes."""
_OURS = (BRIEF, THEME)


def thaw(scenario: Path, variant: str, folder: Path) -> None:
    """Puts the frozen inputs in the place of those that were composed now, where there are such."""
    if scenario.resolve() != SCENARIOS / scenario.name or variant not in VARIANTS.get(scenario.name, ()):
        return
    with tarfile.open(ARCHIVE) as archive:
        for member in archive:
            path = Path(member.name)
            if path.parts[:2] == (scenario.name, variant):
                (folder / path.name).write_bytes(archive.extractfile(member).read())  # type: ignore[union-attr]


def peer_words(folder: Path) -> Path:
    """The words that the peers' files should hold."""
    frozen = folder / PEER_WORDS
    return frozen if frozen.exists() else folder / WORDS


def main() -> None:
    """Writes the archive, always with the same bytes."""

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.mtime = member.uid = member.gid = 0
        member.uname = member.gname = ""
        return member

    with tempfile.TemporaryDirectory() as place, tarfile.open(ARCHIVE, "w:xz", preset=9) as archive:
        for name, variants in VARIANTS.items():
            folder = Path(place) / name
            command = [sys.executable, "-m", "bench.lay", str(SCENARIOS / name), str(folder), *variants]
            subprocess.run(command, cwd=ROOT, check=True)
            for file in sorted(folder.rglob("*")):
                if file.is_file() and file.name not in _OURS:
                    called = PEER_WORDS if file.name == WORDS else file.name
                    archive.add(file, f"{name}/{file.parent.name}/{called}", filter=plain)


if __name__ == "__main__":
    main()
