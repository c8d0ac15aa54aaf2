"""Contenders in processes that live on, told by lines when to make their file; the clock is kept here."""

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from bench.makers import DEPTH
from bench.marker import MARKER, word_of
from bench.race import ContenderError, Lap, Laps, ended, environment, in_turn

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Runner:
    """A contender of `bench.makers`, or pandoc; the folder with what it reads; and the file that it is to leave."""

    contender: str
    folder: Path
    file: str

    @property
    def command(self) -> list[str]:
        """What starts it."""
        if self.contender == "pandoc":
            depth = (self.folder / DEPTH).read_text(encoding="ascii")
            return [pandoc(), "lua", str(ROOT / "bench" / "worker.lua"), str(self.folder), MARKER, depth]
        return [sys.executable, "-m", "bench.worker", self.contender, str(self.folder)]


def pandoc() -> str:
    """The program that the package carries."""
    import pypandoc

    path: str = pypandoc.get_pandoc_path()
    return path


class _Worker:
    """A process that waits for orders."""

    def __init__(self, name: str, runner: Runner) -> None:
        self.name, self.runner = name, runner
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  # until the end of the process
        self._process = subprocess.Popen(
            runner.command, cwd=ROOT if runner.contender != "pandoc" else runner.folder, env=environment(),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._said,
        )  # fmt: skip

    def lap(self, number: int) -> Lap:
        """One round: the input is made ready before the clock runs; the file of the first round is kept."""
        self._order(f"ready {word_of(number)}")
        begin = perf_counter()
        answer = self._order("go")
        wall = perf_counter() - begin
        if number == 0:
            self._order(f"keep {self.runner.folder / self.runner.file}")
        return Lap(wall, float(answer))

    def end(self) -> float:
        """Its peak of memory."""
        assert self._process.stdin
        self._process.stdin.close()
        with self._said:
            return ended(self.name, self._process, self._said)[1]

    def _order(self, line: str) -> str:
        assert self._process.stdin and self._process.stdout
        try:
            self._process.stdin.write(line.encode() + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            pass
        answer = self._process.stdout.readline().decode().strip()
        if not answer:
            self.end()
            raise ContenderError(f"{self.name} ended in the middle of its work.")
        return answer


def warm(runners: Mapping[str, Runner], rounds: int) -> Laps:
    """All rounds of a contender in one process, each with another word in its input."""
    workers = {name: _Worker(name, runner) for name, runner in runners.items()}
    laps = in_turn(workers, rounds, lambda name, number: workers[name].lap(number))
    for worker in workers.values():
        worker.end()
    return laps


def alone(runners: Mapping[str, Runner], rounds: int) -> Laps:
    """Each lap in a process of its own, so that its peak of memory is known."""

    def run(name: str, _: int) -> Lap:
        worker = _Worker(name, runners[name])
        lap = worker.lap(0)
        return Lap(lap.wall, lap.cpu, worker.end())

    return in_turn(runners, rounds, run, warm_ups=0)
