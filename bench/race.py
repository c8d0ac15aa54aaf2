"""Contenders timed in turn, so that what disturbs the machine disturbs them all."""

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import IO

WARM_UPS = 2
"""Rounds that are run and not counted: they bring files into the system's cache and write byte code."""


class ContenderError(Exception):
    """A contender ended with an exit code other than 0."""


@dataclass(frozen=True)
class Lap:
    """One run of one contender, in seconds. `cpu`: of all its threads together."""

    wall: float
    cpu: float
    peak: float = 0
    """The most memory that its process held, in MB; 0 where the process lived on."""


Laps = dict[str, list[Lap]]
"""Contender → its laps, one a round."""


def in_turn(names: Iterable[str], rounds: int, run: Callable[[str, int], Lap], warm_ups: int = WARM_UPS) -> Laps:
    """The laps of each contender. Each second round runs backwards: nobody always follows the same."""
    order = list(names)
    laps: Laps = {name: [] for name in order}
    for number in range(-warm_ups, rounds):
        for name in order if number % 2 == 0 else reversed(order):
            lap = run(name, number + warm_ups)
            if number >= 0:
                laps[name].append(lap)
    return laps


def race(contenders: Mapping[str, Sequence[str]], rounds: int, cwd: Path) -> Laps:
    """Whole processes, from their start to their end."""
    return in_turn(contenders, rounds, lambda name, _: _run(name, contenders[name], cwd))


def _run(name: str, command: Sequence[str], cwd: Path) -> Lap:
    with tempfile.TemporaryFile() as said:
        begin = perf_counter()
        process = subprocess.Popen(command, cwd=cwd, env=environment(), stdout=subprocess.DEVNULL, stderr=said)
        cpu, peak = ended(name, process, said)
        return Lap(perf_counter() - begin, cpu, peak)


def ended(name: str, process: "subprocess.Popen[bytes]", said: IO[bytes]) -> tuple[float, float]:
    """The processor time and the peak of a process, when it has ended; its own words if it ended badly."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        said.seek(0)
        words = said.read().decode(errors="replace").strip()
        raise ContenderError(f"{name} ended with {process.returncode}: {words}")
    unit = 1_000_000 if os.uname().sysname == "Darwin" else 1_000
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit


def environment() -> dict[str, str]:
    """The caller's, without what would change how Python or briefgen starts."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "BRIEFGEN_"))}
