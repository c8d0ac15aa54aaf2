"""Publishing grows with the number of briefs, and no faster; a second run makes only what changed, in a fraction.

Measured is processor time, of this process and of those that it forks.
"""

import math
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.bench.many_briefs import scenarios

from briefgen.verbs.order import Order
from briefgen.verbs.publish import Publication, Published, publish
from briefgen.world import World

pytestmark = pytest.mark.slow

MOST_EXPONENT = 1.15
"""Of the time over the number of briefs; a little is for the noise of a busy machine."""
MOST_OF_FIRST = 0.1
"""Of the time of the first run, for one in which nothing changed."""
MOST_INDEX = 150_000

Told = Callable[[str], None]


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """Says what was measured, also where the test passes."""

    def say(line: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{line}\n")

    return say


class Run(NamedTuple):
    """One run: what became of the briefs, and the seconds of processor time."""

    published: Published
    seconds: float


def run(folder: Path, files: list[Path], site: str = "site") -> Run:
    before = sum(os.times()[:4])
    asked = Publication(Path(site), Order(formats=("pdf", "docx"), audience="public"))
    published, diagnostics = publish(World(folder), files, asked)
    assert [each for each in diagnostics if each.severity == "error"] == []
    return Run(published, sum(os.times()[:4]) - before)


def grown(folder: Path, numbers: tuple[int, ...], told: Told) -> float:
    """The exponent of the time over the number of briefs."""
    files = scenarios(folder / "all", max(numbers))
    run(folder, files[:2], "warm")
    taken = {number: run(folder, files[:number], f"site-{number}").seconds for number in numbers}
    exponent = math.log(taken[numbers[-1]] / taken[numbers[0]], numbers[-1] / numbers[0])
    times = ", ".join(f"{number}: {seconds / taken[numbers[0]]:.2f}" for number, seconds in taken.items())
    told(f"publishing, beside {numbers[0]} briefs: {times}; exponent {exponent:.2f}")
    return exponent


def test_publishing_grows_with_the_number_of_briefs(tmp_path: Path, told: Told) -> None:
    assert grown(tmp_path, (5, 10, 20), told) < MOST_EXPONENT


def test_a_second_run_takes_a_fraction(tmp_path: Path, told: Told) -> None:
    files = scenarios(tmp_path / "all", 12)
    first = run(tmp_path, files)
    second = run(tmp_path, files)
    assert (first.published, second.published) == (Published(made=12), Published(same=12))
    told(f"a run in which nothing changed: {second.seconds / first.seconds:.3f} of the first")
    assert second.seconds < MOST_OF_FIRST * first.seconds


@pytest.mark.soak
def test_publishing_many_grows_with_their_number(tmp_path: Path, told: Told) -> None:
    assert grown(tmp_path, (100, 200, 400), told) < MOST_EXPONENT


@pytest.mark.soak
def test_a_site_of_a_thousand_briefs(tmp_path: Path, told: Told) -> None:
    files = scenarios(tmp_path / "all", 1000)
    first = run(tmp_path, files)
    assert first.published == Published(made=1000)
    index = (tmp_path / "site" / "index.html").stat().st_size + (tmp_path / "site" / "index.js").stat().st_size
    second = run(tmp_path, files)
    assert second.published == Published(same=1000)
    files[500].write_text(files[500].read_text(encoding="utf-8").replace("six months", "a year"), encoding="utf-8")
    third = run(tmp_path, files)
    assert third.published == Published(made=1, same=999)
    told(
        f"1,000 briefs: index {index} bytes; nothing changed {second.seconds / first.seconds:.4f}, "
        f"one changed {third.seconds / first.seconds:.4f} of the first run's {first.seconds:.0f} s of processor time"
    )
    assert index < MOST_INDEX
    assert second.seconds < MOST_OF_FIRST * first.seconds
