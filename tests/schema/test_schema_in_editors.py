"""What an analyst sees in an editor: a real YAML language server, given the settings that `schema --wire` writes."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.schema.language_server import OFFLINE, Editor
from tests.tools import require
from tests.use_cases import reported

from briefgen.commands.schema import wire
from briefgen.io.filesystem import World, shipped

pytestmark = pytest.mark.slow

SERVER = "yaml-language-server@1.25.0"

QUIET: dict[str, Any] = {"schemaStore": {"enable": False}, "kubernetesCRDStore": {"enable": False}}
"""Nothing is fetched."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The command of the server, installed in a folder of its own."""
    node, npm = require("node"), require("npm")
    folder = tmp_path_factory.mktemp("server")
    install = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder), SERVER]
    done = subprocess.run(install, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        (pytest.fail if os.environ.get("BRIEFGEN_REQUIRE_TOOLS") == "1" else pytest.skip)(
            f"{SERVER} cannot be installed: {done.stderr.strip()[-300:]}"
        )
    return [node, str(folder / "node_modules/yaml-language-server/bin/yaml-language-server"), "--stdio"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a scenario, wired."""
    folder = tmp_path_factory.mktemp("scenarios")
    shutil.copytree(shipped("scenarios") / "starter", folder / "bus")
    wired, faults = reported(wire, World(folder), "bus")
    assert faults == []
    assert wired is not None
    return folder / "bus"


def editing(server: list[str], folder: Path, settings: dict[str, Any]) -> Iterator[Editor]:
    offline = folder.parent / "offline.js"
    offline.write_text(OFFLINE, encoding="utf-8")
    editor = Editor(server, folder, settings, offline)
    yield editor
    editor.close()


@pytest.fixture(scope="module")
def editor(server: list[str], folder: Path) -> Iterator[Editor]:
    """An editor that has the folder open and reads its settings, as VS Code does."""
    settings = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))
    yield from editing(server, folder, {"yaml": {**QUIET, "schemas": settings["yaml.schemas"]}})


@pytest.fixture(scope="module")
def other_editor(server: list[str], folder: Path) -> Iterator[Editor]:
    """An editor that does not know of VS Code's settings."""
    yield from editing(server, folder, {"yaml": QUIET})


PARTY = "- id: residents\n  name: Residents\n  positions:\n    trial:\n      "
OPTION = "id: trial\nname: Six-month trial\nassessments:\n  access:\n    "


def test_it_completes_the_stance(editor: Editor, folder: Path) -> None:
    file = folder / "stakeholders/one.yaml"
    editor.open(file, PARTY + "stance: \n")
    offered = editor.complete(file, 4, 14)
    assert list(offered) == ["supports", "opposes", "conditional", "mixed", "neutral", "not-stated"]
    assert meaning(offered["conditional"]) == "it is for it on conditions"
    assert meaning(offered["not-stated"]) == "the sources do not say"


def test_it_completes_a_key_with_its_words(editor: Editor, folder: Path) -> None:
    file = folder / "stakeholders/two.yaml"
    editor.open(file, PARTY + "\n")
    offered = editor.complete(file, 4, 6)
    assert {"stance", "basis", "text", "marking"} <= set(offered)
    assert "unless the stance is `not-stated`" in meaning(offered["basis"])
    assert "For example: `basis: stated`" in meaning(offered["basis"])


def test_it_lays_out_what_a_new_fact_must_have(editor: Editor, folder: Path) -> None:
    file = folder / "evidence/facts.yaml"
    editor.open(file, "- id: a\n  statement: A.\n  \n")
    assert editor.complete(file, 2, 2)["evidence"]["insertText"].split() == [
        "evidence:",
        "-",
        "source:",
        "$1",
        "quote:",
        "$2",
    ]


def test_it_explains_confidence(editor: Editor, folder: Path) -> None:
    file = folder / "options/one.yaml"
    editor.open(file, OPTION + "confidence: moderate\n")
    for column in (6, 18):  # on the key, and on its value
        shown = editor.hover(file, 4, column)
        assert shown.startswith("#### Confidence\n\nHow likely the cell is to be right.")
        assert "* `moderate`: probably right, though evidence could change it" in shown
        assert "* `low`: new evidence may well change it" in shown


def test_it_says_which_prose_needs_citations(editor: Editor, folder: Path) -> None:
    file = folder / "options/two.yaml"
    editor.open(file, "id: trial\nname: Trial\nsummary: A bus.\nexit: It ends.\n")
    assert "Each sentence needs a citation, `[@fact]`" in editor.hover(file, 2, 2)
    assert "It is shown as your judgement" in editor.hover(file, 3, 2)


NEEDED = "question: B?\ndecision_maker: C\noptions: options/*.yaml\n"


@pytest.mark.parametrize(
    ("name", "text", "message", "line"),
    [
        ("options/key.yaml", OPTION + "certanty: low\n", "Property certanty is not allowed.", 4),
        ("options/word.yaml", OPTION + "confidence: lowish\n", 'Valid values: "low", "moderate", "high".', 4),
        ("options/list.yaml", "id: a\nname: A\nrisks: many\n", 'Expected "array".', 2),
        ("options/lacks.yaml", "id: a\n", 'Missing property "name".', 0),
        ("options/id.yaml", "id: My Option\nname: A\n", "An id has small letters a–z, digits and single", 0),
        ("facts/quote.yaml", "id: a\nstatement: A.\nevidence:\n  - source: s\n", 'Missing property "quote".', 3),
        ("day/scenario.yaml", f"title: A\n{NEEDED}deadline: soon\n", "Write year, month and day", 4),
        ("line/scenario.yaml", f"title: |\n  A\n  B\n{NEEDED}", "Write words on one line.", 0),
        ("key/scenario.yaml", f"titel: A\n{NEEDED}", "Property titel is not allowed.", 0),
    ],
    ids=lambda case: case if str(case).endswith(".yaml") else "",
)
def test_it_marks_a_mistake(name: str, text: str, message: str, line: int, editor: Editor, folder: Path) -> None:
    faults = editor.open(folder / name, text)
    assert [fault["range"]["start"]["line"] for fault in faults if message in fault["message"]] == [line]


def test_it_marks_nothing_where_nothing_is_wrong(editor: Editor, folder: Path) -> None:
    files = [path for path in sorted(folder.rglob("*.yaml")) if path.name != "facts.yaml"]  # shown above
    assert len(files) >= 5
    for file in files:
        assert editor.open(file, file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("key", ["title", "question", "deadline", "reference", "issue", "evidence_threshold"])
def test_it_offers_nothing_that_could_slip_into_a_paper(key: str, editor: Editor, folder: Path) -> None:
    """Not `null` or `true`, which are merely taken, and no example."""
    empty, begun = folder / f"{key}/offered/scenario.yaml", folder / f"{key}/begun/scenario.yaml"
    editor.open(begun, "\n")
    default = {"evidence_threshold": "${1:50}"}.get(key, "$1")
    assert editor.complete(begun, 0, 0)[key]["insertText"] in (f"{key}: {default}", f"{key}: ")
    editor.open(empty, f"{key}: ")
    assert list(editor.complete(empty, 0, len(key) + 2)) == (["50"] if key == "evidence_threshold" else [])


def test_it_explains_a_key_that_has_no_value_yet(editor: Editor, folder: Path) -> None:
    file = folder / "no-value/scenario.yaml"
    editor.open(file, "deadline:\n")
    shown = editor.hover(file, 0, 2)
    assert shown.startswith("#### Deadline\n\nBy when to decide. For example: deadline: 2026-03-31")


def test_it_offers_the_labels_of_markings(editor: Editor, folder: Path) -> None:
    file = folder / "labels/scenario.yaml"
    editor.open(file, "marking: ")
    assert list(editor.complete(file, 0, 9)) == ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]


def test_the_line_on_top_does_the_same_in_any_editor(other_editor: Editor, folder: Path) -> None:
    wired, _ = reported(wire, World(folder), ".")
    assert wired is not None
    line = wired.modelines[Path("options/trial.yaml")]
    bare, named = folder / "options/bare.yaml", folder / "options/named.yaml"
    assert other_editor.open(bare, OPTION + "certanty: low\n") == []
    faults = other_editor.open(named, f"{line}\n{OPTION}certanty: low\n")
    assert [fault["message"] for fault in faults] == ["Property certanty is not allowed."]


def meaning(item: dict[str, Any]) -> str:
    """The words beside what is offered."""
    words = item.get("documentation", "")
    return words if isinstance(words, str) else words["value"]
