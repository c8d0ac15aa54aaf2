"""Files that mean harm take less than a second and 100 MB, and large ones stay within bounds."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.review.hostile import harmless, refused

from briefgen.io.filesystem import shipped
from briefgen.review.open import Reviewed, opened

REFUSED = list(refused())
HARMLESS = list(harmless())

MEASURED = """
import re, sys, time
from pathlib import Path
from briefgen.commands.review import review_files
from briefgen.io import World
def most():
    return int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
world = World(Path(sys.argv[1]))
before, start = most(), time.process_time()
reviews, told = review_files(world, [Path(sys.argv[2])], Path("starter/scenario.yaml"))
print(time.process_time() - start, most() - before, reviews is None)
"""


def measured(data: bytes, tmp_path: Path) -> tuple[float, float, bool]:
    """Seconds, megabytes, and whether it was refused, in a program of its own."""
    (tmp_path / "edited.docx").write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(shipped("scenarios")), str(tmp_path / "edited.docx")],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    seconds, room, none = done.stdout.split()
    return float(seconds), float(room), none == "True"


MEASURABLE = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc to measure room by")


@MEASURABLE
@pytest.mark.slow
@pytest.mark.parametrize(("name", "make", "said"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_it_takes_less_than_a_second_and_100_mb(
    name: str, make: Callable[[], bytes], said: str, tmp_path: Path
) -> None:
    seconds, room, none = measured(make(), tmp_path)
    assert none
    assert seconds < 1
    assert room < 100


@MEASURABLE
@pytest.mark.slow
@pytest.mark.parametrize(("name", "make"), HARMLESS, ids=[name for name, _ in HARMLESS])
def test_what_is_only_large_is_read_within_bounds(name: str, make: Callable[[], bytes], tmp_path: Path) -> None:
    data = make()
    assert isinstance(opened(data, "edited.docx"), Reviewed)
    seconds, room, _ = measured(data, tmp_path)
    assert seconds < 5
    assert room < 200
