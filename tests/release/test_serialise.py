"""A scenario written down is the same scenario when it is read, and the same bytes when it is written again."""

from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace
from tests.scenarios import Leaf, as_yaml, filled, leaves, tree

from briefgen.io.filesystem import World, shipped
from briefgen.model.read import load
from briefgen.model.scenario import Scenario
from briefgen.release.serialise import serialise

AWKWARD = (
    "yes", "null", "2022-10-28", "1e3", "~", "- a", "a: b", "# no comment", "'", '"', "|", "two\n\nparagraphs\n", " x ",
    "line\n  indented\nline", "tab\tin it", "no-break\u00a0space", "\u00e9t\u00e9 \U0001f6b0",
    "{braces}", "[brackets]", "&anchor", "*alias", "%", "@at", "`tick`", "ends with colon:", "a\nb  \nc",
)  # fmt: skip


def read(folder: Path, files: dict[str, bytes]) -> Scenario:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    loaded, faults = load(World(folder), Path("scenario.yaml"))
    assert loaded is not None and [fault.message for fault in faults if fault.severity == "error"] == []
    return loaded.scenario


def comes_back(scenario: Scenario, folder: Path) -> None:
    files = serialise(scenario)
    again = read(folder, files)
    assert again == replace(scenario, format=2)
    assert serialise(again) == files


@pytest.mark.parametrize("name", ["haiti-2022", "kelmouth-2026", "starter"])
def test_a_shipped_scenario_comes_back(name: str, tmp_path: Path) -> None:
    loaded, _ = load(World(shipped("scenarios")), Path(name, "scenario.yaml"))
    assert loaded
    comes_back(loaded.scenario, tmp_path)


@pytest.mark.parametrize("seed", range(60))
def test_any_scenario_comes_back(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    made = tree(random)
    words = {leaf: random.choice(AWKWARD) for leaf in leaves(made)}

    def one_line(leaf: Leaf) -> str:
        return " ".join(words[leaf].split()) if leaf.kind != "prose" else words[leaf]

    (tmp_path / "given").mkdir()
    text = as_yaml(filled(made, one_line))
    (tmp_path / "given" / "scenario.yaml").write_text(text, encoding="utf-8")
    loaded, faults = load(World(tmp_path), Path("given/scenario.yaml"))
    assert loaded, [fault.message for fault in faults]
    comes_back(loaded.scenario, tmp_path / "again")


def test_it_reads_as_a_person_would_write_it() -> None:
    loaded, _ = load(World(shipped("scenarios")), Path("starter", "scenario.yaml"))
    assert loaded
    assert serialise(loaded.scenario)["evidence/sources.yaml"].decode() == (
        "- id: survey\n"
        '  title: "Evening travel survey"\n'
        '  short: "The survey"\n'
        '  publisher: "Town of Lindby"\n'
        "  date: 2026-01-15\n"
        "  kind: report\n"
        "  reliability: C\n"
        '  descriptor: "Answers of 240 residents who chose to take part; not a sample."\n'
        "  file: survey.txt\n"
        "  redistribution: allowed\n"
    )
