"""Whole processes timed in turn, so that what disturbs the machine disturbs them all."""

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

WARM_UPS = 2
"""Rounds that are run and not counted: they bring files into the system's cache and write byte code."""


class ContenderError(Exception):
    """A contender ended with an exit code other than 0."""


@dataclass(frozen=True)
class Lap:
    """One run of one contender, in seconds. `cpu`: of all its threads together."""

    wall: float
    cpu: float


def race(contenders: Mapping[str, Sequence[str]], rounds: int, cwd: Path) -> dict[str, list[Lap]]:
    """The laps of each contender, one a round. Each second round runs backwards: nobody always follows the same."""
    laps: dict[str, list[Lap]] = {name: [] for name in contenders}
    for number in range(-WARM_UPS, rounds):
        for name in contenders if number % 2 == 0 else reversed(list(contenders)):
            lap = _run(name, contenders[name], cwd)
            if number >= 0:
                laps[name].append(lap)
    return laps


def _run(name: str, command: Sequence[str], cwd: Path) -> Lap:
    with tempfile.TemporaryFile() as said:
        begin = perf_counter()
        process = subprocess.Popen(command, cwd=cwd, env=_environment(), stdout=subprocess.DEVNULL, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise ContenderError(
                f"{name} ended with {process.returncode}: {said.read().decode(errors='replace').strip()}"
            )
    return Lap(wall, usage.ru_utime + usage.ru_stime)


def _environment() -> dict[str, str]:
    """The caller's, without what would change how Python or briefgen starts."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "BRIEFGEN_"))}
