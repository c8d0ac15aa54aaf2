"""The time of a check grows with the number of facts, and no faster; and a large register is checked in seconds.

Measured is the whole program, as a person at a prompt would start it: its processor time where the growth is asked for,
since that is the same on a busy machine, and the clock where the wait is.
"""

import math
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.scale.many_facts import write

resource = pytest.importorskip("resource", reason="the processor time of another program is told on POSIX systems")

TIMES = (1, 4, 16)
FACTS, SOURCES, LETTERS = 300, 2, 50_000

MOST_SECONDS = 10.0

Told = Callable[[str], None]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """Says what was measured, also where the test passes."""

    def say(line: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{line}\n")

    return say


class Taken(NamedTuple):
    """Seconds that a check takes."""

    processor: float
    clock: float


def taken_by(folder: Path, rounds: int) -> Taken:
    """The least of several rounds, of each; of a check which is the first of this scenario."""
    least = Taken(math.inf, math.inf)
    for number in range(rounds):
        environment = os.environ | {"XDG_CACHE_HOME": str(folder / f"cache{number}")}
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", "briefgen", "check", str(folder), "--format", "json"],
            capture_output=True,
            check=False,
            env=environment,
        )
        after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        assert done.returncode == 0, done.stderr
        assert done.stdout.count(b"number-not-in-passage") == wrong(folder)
        processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        least = Taken(min(least.processor, processor), min(least.clock, ended - begun))
    return least


def wrong(folder: Path) -> int:
    """How many facts say another number than their quote."""
    return (folder / "facts.yaml").read_text().count("# wrong")


@pytest.mark.slow
def test_sixteen_times_the_facts_take_sixteen_times_as_long(tmp_path: Path, told: Told) -> None:
    """If the time grew with the square of the facts, the exponent would be 2. The start of the program is taken away;
    the bound leaves room for a busy machine."""
    start = taken_by(write(tmp_path / "0", 1, 1, 1000), rounds=3).processor
    taken = [
        taken_by(
            write(tmp_path / str(times), FACTS * times, SOURCES * times, LETTERS), 3 if times == 1 else 1
        ).processor
        - start
        for times in TIMES
    ]
    exponent = math.log(taken[-1] / taken[0]) / math.log(TIMES[-1] / TIMES[0])
    told(f"{FACTS} facts × {TIMES}: {', '.join(f'{each:.2f}' for each in taken)} s, exponent {exponent:.2f}")
    assert exponent < 1.3


@pytest.mark.soak
def test_5000_facts_over_20_sources_of_100_kb_take_under_ten_seconds(tmp_path: Path, told: Told) -> None:
    taken = taken_by(write(tmp_path / "register", 5000, 20, 100_000), rounds=3)
    told(f"5,000 facts over 20 sources of 100 KB: {taken.clock:.1f} s, {taken.processor:.1f} s of processor time")
    assert taken.clock < MOST_SECONDS
