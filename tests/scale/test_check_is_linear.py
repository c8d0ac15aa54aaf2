"""The time of a check grows with the number of facts, and no faster; and a large register is checked in seconds.

Measured is the processor time of the whole program, as a person at a prompt would start it.
"""

import math
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scale.many_facts import write

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


def seconds(folder: Path, rounds: int) -> float:
    """Of processor time, the least of several rounds, that a check takes."""
    least = math.inf
    for _ in range(rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(
            [sys.executable, "-m", "briefgen", "check", str(folder), "--format", "json"],
            capture_output=True,
            check=False,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert done.returncode == 0, done.stderr
        assert done.stdout.count(b"number-not-in-passage") == wrong(folder)
        least = min(least, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return least


def wrong(folder: Path) -> int:
    """How many facts say another number than their quote."""
    return (folder / "facts.yaml").read_text().count("# wrong")


@pytest.mark.slow
def test_sixteen_times_the_facts_take_sixteen_times_as_long(tmp_path: Path, told: Told) -> None:
    """If the time grew with the square of the facts, the exponent would be 2. The start of the program is taken away;
    the bound leaves room for a busy machine."""
    start = seconds(write(tmp_path / "0", 1, 1, 1000), rounds=3)
    taken = [
        seconds(write(tmp_path / str(times), FACTS * times, SOURCES * times, LETTERS), rounds=1 if times > 4 else 3)
        - start
        for times in TIMES
    ]
    exponent = math.log(taken[-1] / taken[0]) / math.log(TIMES[-1] / TIMES[0])
    told(f"{FACTS} facts × {TIMES}: {', '.join(f'{each:.2f}' for each in taken)} s, exponent {exponent:.2f}")
    assert exponent < 1.3


@pytest.mark.soak
def test_5000_facts_over_20_sources_of_100_kb_take_under_ten_seconds(tmp_path: Path, told: Told) -> None:
    taken = seconds(write(tmp_path / "register", 5000, 20, 100_000), rounds=3)
    told(f"5,000 facts over 20 sources of 100 KB: {taken:.1f} s of processor time")
    assert taken < MOST_SECONDS
