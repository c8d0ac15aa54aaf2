"""What was asked for, and what lies ready."""

import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.kept import ROOT, Runner
from bench.likeness import WORDS, Likeness, likenesses


class InputError(Exception):
    """The contenders have nothing to read."""


@dataclass(frozen=True)
class Setup:
    """One call of the bench."""

    scenario: Path
    rounds: int
    out: Path

    def laid_ready(self, race: str, variants: Iterable[str], scenario: Path | None = None) -> dict[str, Path]:
        """Variant of the brief → the folder that holds it in all languages."""
        folder, names = self.out / race, list(variants)
        command = [sys.executable, "-m", "bench.lay", str(scenario or self.scenario), str(folder), *names]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            raise InputError(f"Nothing could be laid ready for the race `{race}`.")
        return {name: folder / name for name in names}


def held(runners: Mapping[str, Runner]) -> dict[str, Likeness]:
    """What the files of the runners hold of the words of their brief."""
    out: dict[str, Likeness] = {}
    for name, runner in runners.items():
        (out[name],) = likenesses(runner.folder / WORDS, [runner.folder / runner.file])
    return out
