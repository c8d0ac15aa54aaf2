"""Publishing grows with the number of briefs, and no faster; a second run makes only what changed, in a fraction.

Measured is processor time, of this process and of those that it forks.
"""

import math
import os
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest
from tests.bench.many_briefs import scenarios
from tests.html.axe import axe, found
from tests.html.browser import Browser
from tests.publish.search_times import loading_time, search_times
from tests.tools import require
from tests.use_cases import reported

from briefgen.commands.options import RenderOptions
from briefgen.commands.publish.page import Published, SiteOptions
from briefgen.commands.publish.publish import publish
from briefgen.io.filesystem import World

pytestmark = pytest.mark.slow

MOST_EXPONENT = 1.15
"""Of the time over the number of briefs; a little is for the noise of a busy machine."""
MOST_OF_FIRST = 0.1
"""Of the time of the first run, for one in which nothing changed."""
MOST_BESIDE = 1.15
"""Of the time of the first quarter of the briefs, for the last."""
MOST_INDEX = 700_000
"""Bytes of what the list of 1,000 briefs loads."""
MOST_MILLISECONDS = 50

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
    asked = SiteOptions(Path(site), RenderOptions(formats=("pdf", "docx"), audience="public"))
    published, diagnostics = reported(publish, World(folder), files, asked)
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


@pytest.mark.soak
def test_a_second_run_takes_a_fraction(tmp_path: Path, told: Told) -> None:
    files = scenarios(tmp_path / "all", 4)
    first = run(tmp_path, files)
    second = run(tmp_path, files)
    assert (first.published, second.published) == (Published(made=4), Published(unchanged=4))
    told(f"a run in which nothing changed: {second.seconds / first.seconds:.3f} of the first")
    assert second.seconds < MOST_OF_FIRST * first.seconds


@pytest.mark.soak
def test_publishing_many_grows_with_their_number(tmp_path: Path, told: Told) -> None:
    assert grown(tmp_path, (100, 200, 400), told) < MOST_EXPONENT


@pytest.mark.soak
def test_a_site_of_a_thousand_briefs(tmp_path: Path, told: Told) -> None:
    """It grows by quarters, so each brief of the last is made beside three times as many as one of the first.

    BRIEFGEN_BRIEFS names another number than a thousand."""
    number = int(os.environ.get("BRIEFGEN_BRIEFS", "1000"))
    files = scenarios(tmp_path / "all", number)
    run(tmp_path, files[:2], "warm")
    quarters = [run(tmp_path, files[number * at // 4 : number * (at + 1) // 4]) for at in range(4)]
    assert [each.published.made for each in quarters] == [
        len(files) * (at + 1) // 4 - len(files) * at // 4 for at in range(4)
    ]
    beside = [each.seconds / quarters[0].seconds for each in quarters]
    told(
        f"{number} briefs by quarters, processor time beside the first: " + ", ".join(f"{each:.2f}" for each in beside)
    )
    whole = sum(each.seconds for each in quarters)
    first = run(tmp_path, files)
    assert first.published == Published(unchanged=number)
    files[number // 2].write_text(
        files[number // 2].read_text(encoding="utf-8").replace("six months", "a year"), encoding="utf-8"
    )
    second = run(tmp_path, files)
    assert second.published == Published(made=1, unchanged=number - 1)
    told(f"of all that, {first.seconds / whole:.4f} where nothing changed, {second.seconds / whole:.4f} where one did")
    site = tmp_path / "site"
    index = (site / "index.html").stat().st_size + (site / "index.js").stat().st_size
    told(f"index.html and index.js: {index} bytes; the site: {sum(each.is_file() for each in site.rglob('*'))} files")
    assert index < MOST_INDEX * max(number / 1000, 1)
    assert first.seconds < MOST_OF_FIRST * whole
    assert second.seconds < MOST_OF_FIRST * whole
    assert beside[-1] < MOST_BESIDE
    look(site / "index.html", tmp_path / "profile", number, told)


def look(index: Path, profile: Path, number: int, told: Told) -> None:
    """The list of a site in a browser: whole, searched in no time, and without fault to axe-core."""
    script = axe()
    with Browser(require("chromium"), profile) as browser:
        browser.open(index, 1280, 900)
        assert browser.complaints == []
        assert browser.run("document.getElementById('count').textContent") == f"{number} briefs"
        told(f"statements loaded in {loading_time(browser):.0f} ms")
        taken = search_times(browser, ("w", "the", "transport a", "a b c", "xyzzy"))
        medians = {asked: median(times) for asked, times in taken.items()}
        told("a search, median and least: " + ", ".join(
            f"“{asked}” {medians[asked]:.1f} and {min(times):.1f} ms" for asked, times in taken.items()
        ))  # fmt: skip
        assert median(map(min, taken.values())) < MOST_MILLISECONDS
        for size in ((1280, 900), (320, 640)):
            browser.open(index, *size)
            assert found(browser, script) == []
