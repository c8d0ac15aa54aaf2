"""`briefgen trace` and `briefgen analyse` for one audience: what a partner is shown holds nothing that is withheld."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.program import Run, Write

from briefgen.claims.trace import trace
from briefgen.cli.analysis_output import OWN_WORDS
from briefgen.commands import trace as tracing
from briefgen.io.filesystem import World, shipped
from briefgen.model.read import load

KELMOUTH = shipped("scenarios") / "kelmouth-2026"
WITHHELD = ("Tannery", "410,000", "410 000", "Eastgate", "minutes-closed", "draft-terms", "TLP:AMBER", "Council and")
FORMS = (
    ("trace", "--format", "table"), ("trace", "--format", "csv"), ("trace", "--format", "json"),
    ("trace", "--holes"), ("trace", "--lang", "fr"), ("analyse",), ("analyse", "--json"), ("analyse", "--lang", "es"),
)  # fmt: skip

PARTNERS = """marking: TLP:CLEAR
audiences:
  - {id: partners, name: Partner towns, marking: TLP:CLEAR}
issue: >
  The last bus leaves at 23:10 [@last-bus]. [The Tannery would lend its yard.]{.judgement .marking-tlp-amber}
"""


@pytest.fixture
def bus(scenario: Write) -> Path:
    """One sentence of it is not for partners."""
    return scenario(PARTNERS)


@pytest.mark.parametrize("command", FORMS, ids=" ".join)
def test_nothing_that_is_withheld_is_printed(briefgen: Run, command: tuple[str, ...]) -> None:
    name, *how = command
    whole = briefgen(name, str(KELMOUTH), *how).stdout
    shown = briefgen(name, str(KELMOUTH), *how, "--audience", "public")
    assert shown.exit_code == 0
    assert not [each for each in WITHHELD if each in shown.stdout]
    assert name == "analyse" or "--holes" in how or any(each in whole for each in WITHHELD)
    assert shown.stdout != whole


def test_what_is_said_to_the_author_goes_to_the_author(briefgen: Run, bus: Path) -> None:
    """Warnings quote lines of the scenario, so none of them stands in what is passed on."""
    bus.write_text(bus.read_text(encoding="utf-8") + "background: The Tannery closes.\n", encoding="utf-8")
    for command in (("trace", "bus", "--format", "json"), ("analyse", "bus", "--json")):
        assert "diagnostics" in json.loads(briefgen(*command).stdout)
        shown = briefgen(*command, "--audience", "partners")
        assert "diagnostics" not in json.loads(shown.stdout)
        assert "background: The Tannery closes." in shown.stderr


def test_a_marked_sentence_is_traced_for_those_who_may_see_it(briefgen: Run, bus: Path) -> None:
    assert "The Tannery would lend its yard. [judgement]" in briefgen("trace", "bus").stdout
    shown = briefgen("trace", "bus", "--audience", "partners")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert "The last bus leaves at 23:10. [stated as a fact]" in shown.stdout
    assert "Tannery" not in shown.stdout


SCORED = """evidence_threshold: 0
marking: TLP:CLEAR
audiences: [{id: partners, name: Partner towns, marking: TLP:CLEAR}, {id: council, name: Council, marking: TLP:AMBER}]
options:
  - id: no-change
    name: No change
    baseline: true
    assessments: {access: {score: 1}, cost: {score: 5}}
  - id: trial
    name: Six-month trial
    assessments: {access: {score: 5}, cost: {score: 4, marking: TLP:AMBER}}
"""


@pytest.fixture
def scored(scenario: Write) -> Path:
    """One score is not for partners."""
    file = scenario()
    text = file.read_text(encoding="utf-8")
    start, end = text.index("options:"), text.index("criteria:")
    file.write_text(text[:start] + SCORED + text[end:], encoding="utf-8")
    return file


def scores(briefgen: Run, *arguments: str) -> Any:
    return json.loads(briefgen("analyse", "bus", "--json", *arguments).stdout)["analyses"][0]["scores"]["trial"]


@pytest.mark.usefixtures("scored")
def test_figures_are_worked_out_from_what_its_readers_may_see(briefgen: Run) -> None:
    assert scores(briefgen) == scores(briefgen, "--audience", "council") == [90.0, 90.0]
    assert scores(briefgen, "--audience", "partners") == [60.0, 100.0], "the cell is open to them, as an empty one is"


@pytest.mark.usefixtures("scored")
@pytest.mark.parametrize("command", ["trace", "analyse"])
def test_it_says_for_whom_its_figures_are(briefgen: Run, command: str) -> None:
    head = "Made for one audience: Partner towns."
    assert head in briefgen(command, "bus", "--audience", "partners").stdout
    assert "one readership" not in briefgen(command, "bus", "--audience", "council").stdout


@pytest.mark.parametrize("command", ["trace", "analyse"])
def test_with_an_unread_marking_nothing_is_printed(briefgen: Run, bus: Path, command: str) -> None:
    text = bus.read_text(encoding="utf-8")
    bus.write_text(text.replace(".marking-tlp-amber", ".marking-tlp-ambre"), encoding="utf-8")
    shown = briefgen(command, "bus", "--audience", "partners")
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert "error" in shown.stderr


@pytest.mark.parametrize("command", ["trace", "analyse"])
def test_readers_who_are_not_there_are_told(briefgen: Run, bus: Path, command: str) -> None:
    shown = briefgen(command, "bus", "--audience", "partner")
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert "There is no audience `partner`. [unknown-audience]\n    Did you mean `partners`?" in shown.stderr


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_a_leak_is_not_printed(briefgen: Run, bus: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """Planted where the filter is behind: what is traced is the whole scenario."""
    whole, _ = load(World(bus.parent), bus)
    assert whole
    monkeypatch.setattr(tracing, "trace", lambda _, checked, lang: trace(whole.scenario, checked, lang))
    shown = briefgen("trace", "bus", "--audience", "partners", "--format", form)
    assert shown.exit_code == 1
    assert "Tannery" not in shown.stdout
    assert "“tannery” is withheld from these readers, and stands in what would be printed. Nothing" in shown.stderr


@pytest.mark.usefixtures("scored")
def test_words_of_the_program_are_no_secret(briefgen: Run) -> None:
    """A withheld item may be called `seed` or `winner`; all keys that no scenario chose are known to the last look."""
    of_scenario = {"no-change", "trial", "access", "cost"}

    def keys(value: Any) -> set[str]:
        match value:
            case dict():
                return set(value).union(*map(keys, value.values()))
            case list():
                return set().union(*map(keys, value))
            case _:
                return set()

    printed = json.loads(briefgen("analyse", "bus", "--json", "--audience", "partners").stdout)
    assert keys(printed) - of_scenario <= set(OWN_WORDS.split())
