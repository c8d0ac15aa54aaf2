"""The markings of an organisation: from the scenario or from `briefgen.yaml`, and what stands on each page then."""

from pathlib import Path

import pytest
from tests.explanations.pages import lay
from tests.use_cases import document, reported

from briefgen.commands.check import check
from briefgen.document import Document
from briefgen.io.filesystem import World
from briefgen.locale import load as load_locale

SCHEME = """
- {label: OPEN, colour: "#FFFFFF"}
- {label: INTERNAL, text: {en: INTERNAL – STAFF ONLY, fr: INTERNE – PERSONNEL}, colour: "#FFC000"}
- {label: SECRET, colour: "#FF2B2B"}
"""


def brief(folder: Path, lang: str = "en") -> Document:
    loaded, faults = reported(check, World(folder), Path("scenario.yaml"))
    assert loaded is not None
    assert [fault.message for fault in faults if fault.severity == "error"] == []
    made, _ = document(World(folder), loaded, "options-paper", load_locale(lang), lang)
    assert made is not None
    return made


def test_the_project_gives_them_to_all_scenarios_below_it(tmp_path: Path) -> None:
    (tmp_path / "briefgen.yaml").write_text("markings: house/markings.yaml\n")
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "markings.yaml").write_text(SCHEME)
    folder = tmp_path / "briefs" / "bus"
    lay([("scenario.yaml", "marking: OPEN\nissue: '[They walk [@last-bus].]{.marking-internal}'\n")], folder)
    assert brief(folder).running.marking == "INTERNAL – STAFF ONLY"
    assert brief(folder).running.marking_colour == "#FFC000"
    assert brief(folder, "fr").running.marking == "INTERNE – PERSONNEL"


def test_a_scenario_has_its_own_instead(tmp_path: Path) -> None:
    (tmp_path / "briefgen.yaml").write_text("markings: not-there.yaml\n")
    own = "markings: [{label: FREE}, {label: NOT FREE}]\nmarking: NOT FREE\n"
    lay([("scenario.yaml", own)], tmp_path / "bus")
    assert brief(tmp_path / "bus").running.marking == "NOT FREE"


@pytest.mark.parametrize("project", ["", "# nothing yet\n", "[]\n", "colour: blue\n"])
def test_a_project_that_gives_none_changes_nothing(project: str, tmp_path: Path) -> None:
    (tmp_path / "briefgen.yaml").write_text(project)
    lay([("scenario.yaml", "marking: TLP:GREEN\n")], tmp_path / "bus")
    assert brief(tmp_path / "bus").running.marking == "TLP:GREEN"


@pytest.mark.parametrize(
    ("project", "told"),
    [
        ("", []),
        ("markings: [{label: OPEN}]\n", []),
        ("# nothing yet\n", []),
        ("- markings\n", ["1:1 wrong-type"]),
        ("# ours\nmarking: TLP:AMBER\n", ["2:1 unknown-key"]),
    ],
)
def test_what_a_project_cannot_give_is_told(project: str, told: list[str], tmp_path: Path) -> None:
    """`marking: TLP:AMBER` marks nothing here, though it looks as if it did."""
    (tmp_path / "briefgen.yaml").write_text(project)
    lay([("scenario.yaml", "marking: OPEN\n")], tmp_path / "bus")
    found = [
        each for each in reported(check, World(tmp_path), Path("bus/scenario.yaml"))[1] if each.where == "briefgen.yaml"
    ]
    assert [f"{each.span.line}:{each.span.column} {each.code}" for each in found if each.span] == told
    assert all(each.severity == "warning" for each in found)


def test_a_file_of_the_project_that_is_not_there_is_told_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "briefgen.yaml").write_text("# ours\nmarkings: markings.yaml\n")
    lay([("scenario.yaml", "marking: OPEN\n")], tmp_path / "bus")
    found = [
        each for each in reported(check, World(tmp_path), Path("bus/scenario.yaml"))[1] if each.severity == "error"
    ]
    assert [(each.code, each.where) for each in found] == [("missing-file", "briefgen.yaml")]


@pytest.mark.parametrize(
    ("words", "banner"),
    [
        ("marking: TLP:GREEN\n", "TLP:GREEN"),
        ("marking: TLP:CLEAR\nissue: '[They walk [@last-bus].]{.judgement .marking-tlp-amber}'\n", "TLP:AMBER"),
        ("marking: TLP:CLEAR\ntitle: A night bus [for Lindby]{.marking-tlp-red}\n", "TLP:RED"),
        ("marking: TLP:CLEAR\naudiences: [{id: staff, name: Staff, marking: TLP:RED}]\n", "TLP:CLEAR"),
        ("marking: TLP:CLEAR\nindicators: [{id: a, sign: They walk., trigger: Soon., marking: TLP:RED}]\n", "TLP:RED"),
    ],
)
def test_the_banner_is_the_highest_marking_of_any_piece_or_span(words: str, banner: str, tmp_path: Path) -> None:
    """An audience that may see more makes nothing more restricted."""
    lay([("scenario.yaml", words)], tmp_path)
    assert brief(tmp_path).running.marking == banner


def test_a_title_is_printed_without_the_signs_of_its_span(tmp_path: Path) -> None:
    lay([("scenario.yaml", "title: A night bus [for Lindby]{.marking-tlp-red}\n")], tmp_path)
    made = brief(tmp_path)
    assert made.properties.title == "A night bus for Lindby"
    assert [run.text for run in made.running.header if hasattr(run, "text")] == ["A night bus for Lindby"]
