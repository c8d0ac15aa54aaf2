"""`briefgen analyse`: a report for a person, an object for a program, faults as `check` tells them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.cli.program import Run, Write

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "analysis.md").read_text(encoding="utf-8")

SCORED = """evidence_threshold: 0
options:
  - id: no-change
    name: No change
    baseline: true
    assessments: {access: {score: 1}, cost: {score: 5}}
  - id: trial
    name: Six-month trial
    assessments: {access: {score: {low: 3, high: 5}}, cost: {score: {low: 2, high: 3}}}
"""


@pytest.fixture
def scored(scenario: Write) -> None:
    """A scenario in which one option leads, and does not lead surely."""
    file = scenario()
    text = file.read_text(encoding="utf-8")
    start, end = text.index("options:"), text.index("criteria:")
    file.write_text(text[:start] + SCORED + text[end:], encoding="utf-8")


def analyses(briefgen: Run, *arguments: str) -> list[Any]:
    result = briefgen("analyse", *arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return list(json.loads(result.stdout)["analyses"])


@pytest.mark.usefixtures("scored")
def test_columns_stand_under_each_other(briefgen: Run) -> None:
    result = briefgen("analyse", "bus")
    assert result.exit_code == 0
    below = re.search(r"^Worth of each cell.*?\n((?:  .*\n)+)", result.stdout, re.MULTILINE)
    assert below
    ends = [[found.end() for found in re.finditer(r"\S+(?: \S+)*", line)][-2:] for line in below[1].splitlines()]
    assert len({tuple(end) for end in ends}) == 1


@pytest.mark.usefixtures("scored")
def test_the_figures_are_those_of_the_words(briefgen: Run) -> None:
    (found,) = analyses(briefgen, "bus")
    assert found["verdict"]["kind"] == "leader"
    assert found["verdict"]["option"] == "trial"
    assert found["scores"] == {"no-change": [40.0, 40.0], "trial": [40.0, 80.0]}
    share = found["rank_acceptability"]["shares"]["trial"][0]
    assert found["verdict"]["share"] == share
    assert f"It comes first in about {round(share)} percent" in " ".join(found["verdict"]["words"])
    overtaken = [
        each for each in found["switching_weights"] if each["then"] == "overtaken" and each["ahead"] == "trial"
    ]
    assert {(each["criterion"], each["weight"], each["beyond"]) for each in overtaken} == {
        ("access", 33.333333, "less"), ("cost", 66.666667, "more"),
    }  # fmt: skip
    assert briefgen("analyse", "bus").stdout.count("It loses to “No change” if “Cost to the town” counts for more "
                                                   "than 67 percent") == 1  # fmt: skip


@pytest.mark.usefixtures("scored")
def test_one_seed_gives_one_output_and_others_stay_within_the_error(briefgen: Run) -> None:
    assert briefgen("analyse", "bus").stdout == briefgen("analyse", "bus", "--seed", "1").stdout
    runs = [
        analyses(briefgen, "bus", "--seed", str(seed), "--samples", "3000")[0]["rank_acceptability"]
        for seed in range(4)
    ]
    shares = [run["shares"]["trial"][0] for run in runs]
    assert len(set(shares)) > 1
    assert max(shares) - min(shares) < 2 * runs[0]["error"]
    assert {run["samples"] for run in runs} == {3000}


def test_nothing_is_ranked_without_evidence(briefgen: Run, scenario: Write) -> None:
    scenario()
    (found,) = analyses(briefgen, "bus")
    assert found["verdict"]["kind"] == "not-enough-evidence"
    ranked = ("scores", "preferences", "dominance", "switching_weights", "rank_acceptability")
    assert [found[key] for key in ranked] == [None] * len(ranked)
    assert "rank acceptability" not in briefgen("analyse", "bus").stdout.lower()


def test_a_faulty_scenario_is_told_as_check_does(briefgen: Run, scenario: Write) -> None:
    scenario("issue: The last bus [@last-buss].")
    checked, result = briefgen("check", "bus"), briefgen("analyse", "bus")
    assert (result.exit_code, result.stdout) == (1, "")
    assert checked.stderr.startswith(result.stderr)
    as_json = briefgen("analyse", "bus", "--json")
    assert as_json.exit_code == 1
    told = json.loads(as_json.stdout)
    assert told == {"analyses": [], **json.loads(briefgen("check", "bus", "--format", "json").stdout)}


def test_a_folder_without_a_scenario_could_not_run(briefgen: Run) -> None:
    assert briefgen("analyse", "nowhere").exit_code == 2
    assert briefgen("analyse").exit_code == 2


@pytest.mark.usefixtures("scored")
def test_every_key_is_on_the_page(briefgen: Run) -> None:
    listed = re.search(r"\| key \| holds \|\n\| --- \| --- \|\n((?:\|.*\n)+)", PAGE)
    assert listed
    (found,) = analyses(briefgen, "bus")
    assert re.findall(r"^\| `(\w+)` \|", listed[1], re.MULTILINE) == list(found)
    for key, value in found.items():
        row = next(line for line in listed[1].splitlines() if line.startswith(f"| `{key}`"))
        inner = value if isinstance(value, dict) else value[0] if value and isinstance(value[0], dict) else {}
        if key not in ("scores", "values"):
            assert all(f"`{name}`" in row for name in inner), key


@pytest.mark.usefixtures("scored")
def test_it_speaks_french(briefgen: Run) -> None:
    said = briefgen("analyse", "bus", "--lang", "fr").stdout
    assert "arrive en tête dans la plupart des pondérations" in said
    assert not re.search(r"[{}]|\\u|weight|percent|ranking|cells", said)
