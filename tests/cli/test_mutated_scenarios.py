"""A scenario with slips of all kinds in its files: `check` always answers, with places, and never falls over.

Each slip is drawn by a seed of its own, which a failure names: `slip("scenario.yaml", 17)` makes the same again.
"""

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.mutants.mutators import LINES
from tests.use_cases import reported

from briefgen.cli.output import diagnostics_summary, json_dumps, lines
from briefgen.commands.check import check
from briefgen.core.diagnostic import Diagnostic
from briefgen.io.filesystem import World, shipped
from briefgen.lint.codes import all_codes

HAITI = shipped("scenarios") / "haiti-2022"
FILES = sorted(path.relative_to(HAITI).as_posix() for path in HAITI.rglob("*.yaml"))
SLIPS = 100
"""In all, over the files in turn."""


def slip(name: str, seed: int) -> str:
    """The text of a file with one slip in it, or, now and then, several."""
    draw = random.Random(f"{name} {seed}")
    text = (HAITI / name).read_text(encoding="utf-8")
    for _ in range(draw.choice((1, 1, 1, 2, 5))):
        text = draw.choice(LINES)(draw, text) or "x"
    return text


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mutated") / "haiti-2022"
    shutil.copytree(HAITI, folder)
    return folder


def examine(copy: Path, name: str, seed: int) -> list[Diagnostic]:
    """What `check` says of the scenario with a slip in one file."""
    sound = (copy / name).read_bytes()
    (copy / name).write_bytes(slip(name, seed).encode("utf-8", "surrogatepass"))
    try:
        _, found = reported(check, World(copy.parent), Path("haiti-2022/scenario.yaml"))
        shown = [line for item in found for line in lines(item)]
        json_dumps(found)
        diagnostics_summary(found)
    finally:
        (copy / name).write_bytes(sound)
    for item in found:
        assert item.code in CODES, item
        assert item.message.strip(), item
        assert item.span or item.file, f"it does not say where: {item}"
        if item.span:
            assert 0 <= item.span.start <= item.span.end <= len(item.span.file.text), item
            assert item.span.line <= item.span.file.text.count("\n") + 1, item
    for line in shown:
        assert "\n" not in line, line
    return found


CODES = frozenset(all_codes())


def test_the_scenario_itself_has_no_fault(copy: Path) -> None:
    _, found = reported(check, World(copy.parent), Path("haiti-2022/scenario.yaml"))
    assert [item for item in found if item.severity == "error"] == []


@pytest.mark.parametrize("name", FILES)
def test_slips(name: str, copy: Path, record_property: Callable[[str, object], None]) -> None:
    kinds: Counter[str] = Counter()
    valid = 0
    for seed in range(-(-SLIPS // len(FILES))):
        try:
            found = examine(copy, name, seed)
        except Exception as fault:
            raise AssertionError(f"slip({name!r}, {seed}): {type(fault).__name__}: {fault}") from fault
        kinds.update(item.code for item in found)
        valid += not any(item.severity == "error" for item in found)
    record_property("still valid", valid)
    assert valid < -(-SLIPS // len(FILES)), "no slip in this file was noticed at all"
    assert len(kinds) > 2, "all slips are told in the same words"


@pytest.mark.soak
def test_many_slips(copy: Path) -> None:
    first = int(os.environ.get("BRIEFGEN_SEED", "1000"))
    print(f"seeds from {first}")  # noqa: T201
    valid = 0
    for seed in range(first, first + 2_000):
        name = FILES[seed % len(FILES)]
        try:
            valid += not any(item.severity == "error" for item in examine(copy, name, seed))
        except Exception as fault:
            raise AssertionError(f"slip({name!r}, {seed}): {type(fault).__name__}: {fault}") from fault
    print(f"{valid} of 2,000 are still valid")  # noqa: T201
