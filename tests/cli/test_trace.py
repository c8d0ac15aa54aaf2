"""`briefgen trace`: how each sentence is known, for a person, a spreadsheet and a program."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.program import Run, Write

from briefgen.cli.output import Table, columns
from briefgen.commands.trace import TraceRow

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "trace.md").read_text(encoding="utf-8")


def rows(briefgen: Run, *arguments: str) -> list[dict[str, str]]:
    result = briefgen("trace", *arguments, "--format", "csv")
    return list(csv.DictReader(io.StringIO(result.stdout_bytes.decode(), newline="")))


def holes(briefgen: Run, path: str) -> list[str]:
    return [row["holes"] for row in rows(briefgen, "bus") if row["path"].startswith(path)]


def test_a_sentence_leads_to_its_passage(briefgen: Run, scenario: Write) -> None:
    scenario("issue: The last bus leaves at 23:10 [@last-bus]. [We find this early.]{.judgement}\n")
    result = briefgen("trace", "bus")
    assert (result.exit_code, result.stderr) == (0, "")
    below = result.stdout.split("\nissue.en\n")[1].split("\n\n")[0].splitlines()
    assert next(line.strip() for line in below) == "The last bus leaves at 23:10. [stated as a fact]"
    assert "    @last-bus" in below[1]
    assert below[2].startswith("      “")
    assert below[3].endswith("found word for word")
    assert below[-1] == "  We find this early. [judgement]"


def test_no_line_is_wider_than_a_terminal(briefgen: Run, scenario: Write) -> None:
    scenario("background: " + "Many words stand in one sentence and it goes on " * 12 + "[@last-bus].\n")
    assert max(columns(line) for line in briefgen("trace", "bus").stdout.splitlines()) <= 100


@pytest.mark.parametrize(
    ("more", "path", "told"),
    [
        ("issue: The last bus leaves early.\n", "issue", ["cites-nothing"]),
        ("issue: The last bus [@no-such].\n", "issue", ["no-such-fact"]),
        ("issue: '[It is early.]{.judgement}'\n", "issue", [""]),
        ("issue: '[It is early,]{.judgement} and dark.'\n", "issue", ["cites-nothing"]),
        ("bottom_line: Go on as today.\n", "bottom_line", [""]),
    ],
)
def test_what_hangs_in_the_air_is_told(briefgen: Run, scenario: Write, more: str, path: str, told: list[str]) -> None:
    scenario(more)
    assert holes(briefgen, path) == told


def test_a_quote_that_is_not_found_is_told_in_spite_of_the_error(briefgen: Run, scenario: Write) -> None:
    file = scenario("issue: The last bus leaves at 23:10 [@last-bus].\n")
    (file.parent / "texts" / "survey.txt").write_text("Nothing of the kind.\n" * 40, encoding="utf-8")
    assert holes(briefgen, "issue") == ["not-found"]
    result = briefgen("trace", "bus")
    assert result.exit_code == 1
    assert "× not found in the text" in result.stdout
    assert "[quote-absent]" in result.stderr


def test_without_text_and_record_nothing_is_verified(briefgen: Run, scenario: Write) -> None:
    file = scenario("issue: The last bus leaves at 23:10 [@last-bus].\n")
    text = file.parent / "texts" / "survey.txt"
    kept = text.read_bytes()
    text.unlink()
    assert holes(briefgen, "issue") == ["not-verified"]
    text.write_bytes(kept)
    assert briefgen("lock", "bus").exit_code == 0
    text.unlink()
    (row,) = [row for row in rows(briefgen, "bus") if row["path"] == "issue.en"]
    assert (row["state"], row["holes"]) == ("as-locked", "")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["verified_on"])


def test_every_empty_cell_and_every_silence_is_there(briefgen: Run, scenario: Write) -> None:
    scenario()
    found = {row["path"]: row["holes"] for row in rows(briefgen, "bus", "--holes")}
    data = json.loads(briefgen("analyse", "bus", "--json").stdout)["analyses"][0]
    assert sum(told == "empty-cell" for told in found.values()) == data["coverage"]["empty"]
    assert all(found.values())


def test_the_json_has_the_rows_of_the_csv(briefgen: Run, scenario: Write) -> None:
    scenario("issue: The last bus [@last-buss].\n")
    result = briefgen("trace", "bus", "--format", "json")
    assert result.exit_code == 1
    made = json.loads(result.stdout)
    assert made["traces"][0]["rows"] == rows(briefgen, "bus")
    assert [item["code"] for item in made["diagnostics"] if item["severity"] == "error"] == ["unknown-fact"]


def test_it_speaks_the_language_that_is_asked_for(briefgen: Run, scenario: Write) -> None:
    scenario("issue: {en: 'The last bus [@last-bus].', fr: 'Le dernier bus [@last-bus].'}\n")
    said = briefgen("trace", "bus", "--lang", "fr").stdout
    assert "issue.fr\n  Le dernier bus. [donné pour un fait]" in said
    assert "The last bus.\n" not in said


def test_a_folder_without_a_scenario_could_not_run(briefgen: Run) -> None:
    assert briefgen("trace", "nowhere").exit_code == 2


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=5))
def test_no_cell_is_a_formula_and_none_is_lost(table: list[list[str]]) -> None:
    text = Table(table, ["a", "b"]).csv()
    read = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert not [cell for row in read for cell in row if cell[:1] in tuple("=+-@\t\r\n") and cell]
    assert [[cell.removeprefix("'") for cell in row] for row in read] == [
        [cell.removeprefix("'") for cell in row] for row in table
    ]


def test_a_sentence_that_begins_like_a_formula_is_words(briefgen: Run, scenario: Write) -> None:
    scenario("""issue: '=HYPERLINK("http://x.example") [@last-bus].'\n""")
    (row,) = [row for row in rows(briefgen, "bus") if row["path"] == "issue.en"]
    assert row["sentence"].startswith("'=HYPERLINK")


def test_every_column_and_every_hole_is_on_the_page() -> None:
    from briefgen.exhibits.trace import HOLES

    listed = re.search(r"\| column \| holds \|\n\| --- \| --- \|\n((?:\|.*\n)+)", PAGE)
    told = re.search(r"\| hole \| \|\n\| --- \| --- \|\n((?:\|.*\n)+)", PAGE)
    assert listed
    assert told
    named = [word for line in listed[1].splitlines() for word in re.findall(r"`(\w+)`", line.split("|")[1])]
    assert sorted(named) == sorted(TraceRow.__struct_fields__)
    assert {word for line in told[1].splitlines() for word in re.findall(r"`([\w-]+)`", line.split("|")[1])} == set(
        HOLES
    )
