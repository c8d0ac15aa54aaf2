"""Damaged and mistaken files of every kind: a line that says what is wrong, in seconds, and never a traceback.

A failure names its seed: `python -m tests.mutants.worker FOLDER SEED SEED+1` reads that mutant again.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.cli.program import ENVIRONMENT
from tests.mutants.targets import TARGETS

resource = pytest.importorskip("resource", reason="limits on memory and time are set on POSIX systems")
clear = Path("/proc/self/clear_refs")
pytestmark = pytest.mark.skipif(not clear.exists(), reason="memory is measured by /proc")

SECONDS, MEGABYTES = 5.0, 300
CHECKOUT = Path(__file__).parents[2]


def campaign(folder: Path, first: int, last: int) -> Iterator[dict[str, Any]]:
    """What became of each mutant. A process that ends early is begun again behind the mutant that ended it."""
    while first < last:
        done = subprocess.run(
            [sys.executable, "-m", "tests.mutants.worker", str(folder / "sound"), str(first), str(last)],
            cwd=CHECKOUT, env=ENVIRONMENT | {"PYTHONPATH": f"{CHECKOUT}:{ENVIRONMENT['PYTHONPATH']}"},
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        begun = first
        for line in done.stdout.splitlines():
            found = json.loads(line)
            if "begins" in found:
                begun = found["begins"]
            else:
                yield found
                first = found["seed"] + 1
        if first < last:
            yield {"seed": begun, "why": f"the process ended with {done.returncode}: {done.stderr[-300:]}"}
            first = begun + 1


def faults(found: Iterator[dict[str, Any]]) -> list[str]:
    """The mutants that were not answered as they should be."""
    out = []
    targets: Counter[str] = Counter()
    for each in found:
        targets[each.get("target", "")] += 1
        if each["why"] or each["seconds"] > SECONDS or each["megabytes"] > MEGABYTES:
            out.append(json.dumps(each))
    assert set(targets) >= {target.name for target in TARGETS}
    return out


@pytest.mark.slow
def test_two_hundred_mutants(tmp_path: Path) -> None:
    assert faults(campaign(tmp_path, 0, 208)) == []


@pytest.mark.soak
def test_twenty_thousand_mutants(tmp_path: Path) -> None:
    first = int(os.environ.get("BRIEFGEN_SEED", "1000"))
    print(f"seeds from {first}")  # noqa: T201
    found = []
    for start in range(first, first + 20_000, 250):  # caches of a process grow from mutant to mutant
        found += faults(campaign(tmp_path, start, start + 250))
        print(f"{start + 250 - first} mutants, {len(found)} faults")  # noqa: T201
    assert found == []
