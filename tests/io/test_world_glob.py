"""Patterns name files below a folder, sorted, and lead nowhere else."""

import time
import tracemalloc
from pathlib import Path

import pytest

from briefgen.io.filesystem import World
from briefgen.io.glob import MOST_MATCHES

FILES = ["a.yaml", "b.yml", "options/one.yaml", "options/two.yaml", "options/deep/three.yaml", "options/.hidden.yaml",
         ".git/x.yaml", "evidence/facts.yaml"]  # fmt: skip


@pytest.fixture
def world(tmp_path: Path) -> World:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return World(tmp_path, tmp_path)


def found(world: World, pattern: str) -> list[str]:
    paths, faults = world.glob(Path(), pattern)
    assert faults == []
    return [world.shown(path) for path in paths]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*.yaml", ["a.yaml"]),
        ("./*.y*ml", ["a.yaml", "b.yml"]),
        ("options/*.yaml", ["options/one.yaml", "options/two.yaml"]),
        ("options\\*.yaml", ["options/one.yaml", "options/two.yaml"]),  # written on Windows
        ("*/*.yaml", ["evidence/facts.yaml", "options/one.yaml", "options/two.yaml"]),
        ("options/**", ["options/deep/three.yaml", "options/one.yaml", "options/two.yaml"]),
        ("**/t*.yaml", ["options/deep/three.yaml", "options/two.yaml"]),
        ("**/**/three.yaml", ["options/deep/three.yaml"]),
        ("options/.h*", ["options/.hidden.yaml"]),
        ("a.yaml", ["a.yaml"]),
        ("nothing/*.yaml", []),
        ("options", []),
        ("[ab].yaml", []),
    ],
)
def test_a_pattern_meets(world: World, pattern: str, names: list[str]) -> None:
    assert found(world, pattern) == names


@pytest.mark.parametrize("pattern", ["/etc/*", "../*", "options/../../*", "", ".", "C:/x/*", "\\\\server\\x", "a\0b"])
def test_a_pattern_stays_below_its_folder(world: World, pattern: str) -> None:
    paths, faults = world.glob(Path(), pattern)
    assert paths == []
    assert [fault.code for fault in faults] == ["bad-pattern"]


def test_a_link_that_leads_out_is_told(world: World, tmp_path: Path) -> None:
    folder = tmp_path / "options"
    (folder / "out.yaml").symlink_to("../a.yaml")
    paths, faults = World(tmp_path, folder).glob(folder, "*.yaml")
    assert [path.name for path in paths] == ["one.yaml", "two.yaml"]
    assert [(fault.code, fault.file) for fault in faults] == [("outside-boundary", "options/out.yaml")]


def test_folders_that_link_in_a_circle_end(world: World, tmp_path: Path) -> None:
    (tmp_path / "options" / "up").symlink_to("..", target_is_directory=True)
    assert "options/one.yaml" in found(world, "**/*.yaml")
    assert "options/up/a.yaml" in found(world, "options/*/*.yaml")


def test_too_many_files_are_told(world: World, tmp_path: Path) -> None:
    for number in range(MOST_MATCHES + 10):
        (tmp_path / f"{number:05}.txt").touch()
    paths, faults = world.glob(Path(), "*.txt")
    assert len(paths) == MOST_MATCHES
    assert [fault.code for fault in faults] == ["too-many-files"]


def test_many_stars_take_no_long_time(world: World, tmp_path: Path) -> None:
    (tmp_path / ("a" * 200)).touch()
    began = time.perf_counter()
    assert found(world, "a*" * 100 + "b") == []
    assert time.perf_counter() - began < 1


def test_a_pattern_of_forty_thousand_letters_is_refused_in_short(world: World) -> None:
    paths, (fault,) = world.glob(Path(), "**/" * 13_333 + "*.yaml")
    assert paths == []
    assert fault.code == "bad-pattern"
    assert fault.message.endswith("…` has 40,005 characters; a pattern has at most 1,000.")
    assert len(fault.message) < 200


def test_the_longest_pattern_takes_little_memory(world: World, tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*("d" for _ in range(100)))
    deep.mkdir(parents=True)
    tracemalloc.start()
    try:
        assert found(world, "**/d/" * 198 + "*.yaml") == []
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
