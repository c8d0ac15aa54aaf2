"""What was asked for, and what lies ready."""

import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.frozen import peer_words, thaw
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
        scenario = scenario or self.scenario
        command = [sys.executable, "-m", "bench.lay", str(scenario), str(folder), *names]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            raise InputError(f"Nothing could be laid ready for the race `{race}`.")
        for name in names:
            thaw(scenario, name, folder / name)
        return {name: folder / name for name in names}


def held(runners: Mapping[str, Runner]) -> dict[str, Likeness]:
    """What the files of the runners hold of the words of their brief."""
    out: dict[str, Likeness] = {}
    for name, runner in runners.items():
        ours = runner.contender.startswith("briefgen")
        words = runner.folder / WORDS if ours else peer_words(runner.folder)
        (out[name],) = likenesses(words, [runner.folder / runner.file])
    return out
