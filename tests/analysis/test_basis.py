"""Citations alone do not make evidence: what an unrelated passage is cited for counts as inferred."""

import json
import re
import shutil
from pathlib import Path
from random import Random
from typing import Any

import pytest
from msgspec.structs import replace
from tests.command_line import run
from tests.scenarios import as_yaml, filled, tree

import yaml
from briefgen.analysis import count_positions, coverage
from briefgen.analysis.relevance import content_words, counted
from briefgen.io.filesystem import World, shipped
from briefgen.lint.rules.ratings import check_basis
from briefgen.markup.model import Prose
from briefgen.model.evidence import Evidence, Fact
from briefgen.model.options import Assessment, Position
from briefgen.model.read import load
from briefgen.model.scenario import Scenario

WHALES = "the harpoon guns of whaling ketches rusted off Spitsbergen"


@pytest.mark.parametrize(
    ("lang", "one", "other", "common"),
    [
        ("en", "Getting home late at night", "three of them rode home", {"home"}),
        ("en", "How far the options serve those in need", "each of the options was given to those who came", set()),
        ("en", "United Nations mandate", "the UN’s envoy said so", {"UN"}),
        ("en", "Relations with the United States of America", "U.S. officials declined", {"US"}),
        ("en", "What it costs us", "the US declined", set()),
        ("en", "A force of troops", "HE WAS SENT AS A TROOP", {"troop"}),
        ("fr", "Les secours à l’armée", "Selon l'armée, rien", {"armé"}),
        ("fr", "Coût pour la ville", "les coûts de la ville", {"coût", "vill"}),
        ("fr", "Si les habitants peuvent rentrer", "ils peuvent tout faire pour cela", set()),
        ("es", "Coste para la ciudad", "las ciudades pagan los costes", {"ciud", "cost"}),
        ("es", "Si la gente puede volver a casa", "esto es lo que puede hacerse para ello", set()),
        ("de", "Kosten für die Stadt", "die Stadt zahlt", {"stadt"}),
        ("sv", "Vad det kostar för kommunen", "det var inte så för dem som kom", set()),
        ("en", "What was spent in 2022", "it opened in 2022", set()),
    ],
)
def test_content_words_that_two_texts_share(lang: str, one: str, other: str, common: set[str]) -> None:
    assert content_words(one, lang) & content_words(other, lang) == common


def scenario_of(folder: Path) -> Scenario:
    loaded, faults = load(World(folder.parent), folder / "scenario.yaml")
    assert loaded is not None, faults
    return loaded.scenario


def without_basis(folder: Path) -> None:
    """Removes every `basis` of ratings and positions from the files of a scenario, and makes it one of format 2."""
    for file in folder.rglob("*.yaml"):
        text = re.sub(r"^ *basis: (stated|inferred).*\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        text = re.sub(r"basis: (stated|inferred),? ?", "", text)
        if file.name == "scenario.yaml" and "\nformat: 2" not in f"\n{text}":
            text = f"format: 2\n{text}"
        file.write_text(text, encoding="utf-8")


def with_whales_everywhere(scenario: Scenario) -> Scenario:
    """A scenario of format 2 in which each rating rests on one unrelated fact, and is called stated."""
    source = scenario.sources[0]
    fact = Fact("whales", Prose("facts.whales.statement", "factual", {source.language: "They rusted."}),
                (Evidence(source.id, WHALES),))  # fmt: skip

    def rated(cell: Assessment) -> Assessment:
        return replace(cell, basis="stated", reason=None, facts=("whales",))

    def held(party: str, option: str, position: Position) -> Position:
        path = f"stakeholders.{party}.positions.{option}.text"
        text = Prose(path, "factual", {scenario.language: "They said so [@whales]."})
        return position if position.stance == "not-stated" else replace(position, basis="stated", text=text)

    return replace(
        scenario,
        format=2,
        facts=(*scenario.facts, fact),
        options=tuple(
            replace(option, assessments={key: rated(cell) for key, cell in option.assessments.items()})
            for option in scenario.options
        ),
        stakeholders=tuple(
            replace(party, positions={key: held(party.id, key, each) for key, each in party.positions.items()})
            for party in scenario.stakeholders
        ),
    )


def generated(seed: int) -> Any:
    words, vocabulary = Random(seed), ["harbour", "bridge", "toll", "ferry", "quay"]
    return filled(tree(Random(seed)), lambda _leaf: " ".join(words.choices(vocabulary, k=4)))


@pytest.mark.parametrize("name", ["haiti-2022", "kelmouth-2026"])
def test_removing_every_basis_raises_no_share(name: str, tmp_path: Path) -> None:
    before = coverage(counted(scenario_of(shipped("scenarios") / name)))
    shutil.copytree(shipped("scenarios") / name, tmp_path / name)
    without_basis(tmp_path / name)
    after = with_whales_everywhere(scenario_of(tmp_path / name))
    basis = {option.id: option.assessments for option in scenario_of(tmp_path / name).options}
    left_out = replace(
        after,
        options=tuple(
            replace(option, assessments={
                key: replace(cell, basis=basis[option.id][key].basis) for key, cell in option.assessments.items()
            })
            for option in after.options
        ),
    )  # fmt: skip
    assert before.share > 0
    assert coverage(counted(left_out)).share == 0


@pytest.mark.parametrize("name", ["haiti-2022", "kelmouth-2026"])
def test_an_unrelated_fact_is_reported_for_each_cell(name: str) -> None:
    assert_nothing_is_evidence(with_whales_everywhere(scenario_of(shipped("scenarios") / name)))


@pytest.mark.parametrize("seed", range(40))
def test_an_unrelated_fact_is_no_evidence_in_a_generated_scenario(seed: int, tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text(as_yaml(generated(seed)), encoding="utf-8")
    loaded, _faults = load(World(tmp_path), tmp_path / "scenario.yaml")
    if loaded:
        assert_nothing_is_evidence(with_whales_everywhere(loaded.scenario))


def assert_nothing_is_evidence(scenario: Scenario) -> None:
    given = counted(scenario)
    assert coverage(given).share == 0
    assert coverage(given).evidenced == 0
    assert count_positions(given).stated == 0
    cells = {
        f"options.{option.id}.assessments.{key}.basis"
        for option in scenario.options
        for key, cell in option.assessments.items()
        if not cell.empty and key in {criterion.id for criterion in scenario.criteria}
    }
    positions = {
        f"stakeholders.{party.id}.positions.{key}.basis"
        for party in scenario.stakeholders
        for key, position in party.positions.items()
        if position.stance != "not-stated" and key in {option.id for option in scenario.options}
    }
    assert {finding.path for finding in check_basis(scenario)} == cells | positions
    assert {finding.code for finding in check_basis(scenario)} <= {"passage-off-topic"}


@pytest.fixture
def careless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scenario of format 2 where one rating is called stated, and cites a passage on something else."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "bus"
    shutil.copytree(shipped("scenarios") / "starter", folder)
    option = folder / "options" / "trial.yaml"
    text = option.read_text(encoding="utf-8")
    assert "basis: stated" in text
    option.write_text(text.replace("[@would-use]", "[@last-bus]"), encoding="utf-8")
    return folder


def test_figures_and_messages_follow(careless: Path) -> None:
    warning = "options/trial.yaml,line=20,endLine=20,col=12,endColumn=18,title=passage-off-topic"
    assert f"::warning file=bus/{warning}" in run("check", "bus", "--format", "github").stdout
    assert f"::error file=bus/{warning}" in run("check", "bus", "--release", "--format", "github").stdout
    (found,) = json.loads(run("analyse", "bus", "--json").stdout)["analyses"]
    assert found["coverage"]["inferred"] == 2
    run("render", "bus", "--to", "html", "--out", ".")
    brief = (careless.parent / "bus.html").read_text(encoding="utf-8")
    assert "for, inferred:" in brief


def test_a_brief_is_verified_though_its_files_lack_the_passages(careless: Path) -> None:
    """A decision note prints neither definitions nor quotes: what is embedded in it says what was confirmed."""
    assert run("render", "bus", "--to", "pdf", "--out", ".", "--template", "decision-note").exit_code == 0
    assert "the same bytes as its files make" in run("verify", "bus-decision-note.pdf").stdout
    assert run("extract", "bus-decision-note.pdf", "taken").exit_code == 0
    options = yaml.safe_load((careless.parent / "taken" / "options.yaml").read_text(encoding="utf-8"))
    assert "basis" not in next(option for option in options if option["id"] == "trial")["assessments"]["access"]
