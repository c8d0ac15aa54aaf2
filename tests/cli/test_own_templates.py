"""Templates of an analyst's own: where they are found, what is said of their faults, and what they cannot reach."""

import os
from pathlib import Path

import pytest
from tests.cli.program import Run, Write

from briefgen.commands.templates import MOST_BYTES, MOST_FILES

SLIP = "# {{ scenario.title }}\n\n{{ scenario.question }}\n"


def put(folder: Path, **files: str) -> None:
    """Templates by name into the `templates/` of a folder."""
    (folder / "templates").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / "templates" / f"{name}.md.j2").write_text(text, encoding="utf-8", newline="")


def made(here: Path, name: str) -> str:
    """The blocks of a brief that was rendered `--to native`."""
    dump = (here / "briefs" / f"{name}.native").read_text(encoding="utf-8")
    return "\n".join(line for line in dump.splitlines()[1:] if not line.startswith(" "))


# Where they are found


def test_a_scenario_brings_its_own(briefgen: Run, scenario: Write, here: Path) -> None:
    put(scenario().parent, slip="# Slip\n\n{{ scenario.title }}\n")
    result = briefgen("render", "bus", "--template", "slip", "--to", "native")
    assert (result.exit_code, result.stdout) == (0, "briefs/bus-slip.native\n")
    assert made(here, "bus-slip").startswith('heading-1 #slip "Slip"\nbody @title.en ')


def test_the_scenario_goes_before_its_project_and_the_project_before_what_is_shipped(
    briefgen: Run, scenario: Write, here: Path
) -> None:
    scenario(folder="all/bus")
    scenario(folder="all/tram")
    (here / "all" / "briefgen.yaml").write_text("", encoding="utf-8")
    put(here / "all", **{"slip": "of the project", "decision-note": "of the project"})
    put(here / "all" / "bus", slip="of the scenario")
    briefgen("render", "all", "--template", "slip", "--to", "native")
    assert [made(here, name) for name in ("bus-slip", "tram-slip")] == [
        'body "of the scenario"',
        'body "of the project"',
    ]
    briefgen("render", "all/tram", "--template", "decision-note", "--to", "native")
    assert made(here, "tram-decision-note") == 'body "of the project"'


def test_without_a_project_file_the_folder_above_is_not_searched(briefgen: Run, scenario: Write, here: Path) -> None:
    scenario(folder="all/bus")
    put(here / "all", slip=SLIP)
    assert "There is no template `slip`." in briefgen("render", "all/bus", "--template", "slip").stderr


def test_one_may_include_its_neighbours_and_the_shipped_pieces(briefgen: Run, scenario: Write, here: Path) -> None:
    row = "- {{ option.name }}\n"
    slip = '{% from "pieces" import entry %}\n{{ entry("Who.", scenario.decision_maker) }}\n'
    slip += '{% for option in scenario.options %}\n{% include "row" %}\n{% endfor %}\n'
    put(scenario().parent, slip=slip, row=row)
    assert briefgen("check", "bus").exit_code == 0  # alone, `row` would ask for an option that nobody names
    assert briefgen("render", "bus", "--template", "slip", "--to", "native").exit_code == 0
    assert '"Who."' in made(here, "bus-slip")


def test_a_piece_of_ones_own_changes_ones_own_templates_and_no_shipped_one(
    briefgen: Run, scenario: Write, here: Path
) -> None:
    folder = scenario().parent
    briefgen("render", "bus", "--template", "decision-note", "--to", "native", "--out", "before")
    put(
        folder,
        pieces="{% macro head(kind) %}\nmine\n{% endmacro %}\n",
        mine='{% from "pieces" import head %}\n{{ head("x") }}',
    )
    for _ in ("the first time", "compiled before"):
        assert briefgen("render", "bus", "--template", "mine", "--to", "native", "--force").exit_code == 0
        assert made(here, "bus-mine") == 'body "mine"'
        briefgen("render", "bus", "--template", "decision-note", "--to", "native", "--force")
        assert (here / "briefs/bus-decision-note.native").read_bytes() == (
            here / "before/bus-decision-note.native"
        ).read_bytes()


def test_a_change_is_seen_at_once(briefgen: Run, scenario: Write, here: Path) -> None:
    """Whatever the time and the size of the file."""
    folder = scenario().parent
    for words in ("one", "two", "one"):
        put(folder, slip='{% include "part" %}', part=words)
        os.utime(folder / "templates" / "part.md.j2", (1, 1))
        briefgen("render", "bus", "--template", "slip", "--to", "native", "--force")
        assert made(here, "bus-slip") == f'body "{words}"'


def test_one_that_asks_for_the_option_is_on_one_option(briefgen: Run, scenario: Write, here: Path) -> None:
    put(scenario().parent, slip="{{ option.name }}")
    result = briefgen("render", "bus", "--template", "slip")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (2, "error: `slip` is on one option. [option-wanted]")
    assert briefgen("render", "bus", "--template", "slip", "--option", "no-change", "--to", "native").exit_code == 0
    assert "@options.no-change.name.en" in made(here, "bus-slip-no-change")


def test_one_can_speak_the_language_of_the_brief(briefgen: Run, scenario: Write, here: Path) -> None:
    put(scenario().parent, slip='{% if lang == "fr" %}Fiche{% else %}Slip{% endif %}')
    briefgen("render", "bus", "--template", "slip", "--to", "native")
    briefgen("render", "bus", "--template", "slip", "--to", "native", "--lang", "fr")
    assert (made(here, "bus-slip"), made(here, "bus-slip-fr")) == ('body "Slip"', 'body "Fiche"')


# What is said of their faults


def test_a_name_by_mistake_is_compared_with_all_that_there_are(briefgen: Run, scenario: Write, here: Path) -> None:
    put(scenario().parent, **{"cabinet-slip": SLIP})
    for given, near in (("cabinet-slp", "cabinet-slip"), ("decison-note", "decision-note")):
        result = briefgen("render", "bus", "--template", given)
        assert (result.exit_code, f"Did you mean `{near}`?" in result.stderr) == (2, True)
    assert "There are: cabinet-slip, decision-note," in briefgen("render", "bus", "--template", "zzz").stderr


FAULTS = {
    "a name that is not": ("{{ scenario.titel }}", "1:13: error: A Scenario has no `titel`. [template-unknown-name]"),
    "what no template may": ("\n{% extends 'pieces' %}", "2:1: error: A template cannot use {% extends %}. "),
    "what shows only in a brief": ("\n\n:::{tabel}\n:::\n", "3:5: error: There is no directive `tabel`. "),
    "a place that is not": ("\n[x](#nowhere)", "2:6: error: Nothing in the brief has the anchor `nowhere`. "),
    "a piece that is not": ("{% include 'peices' %}", "1:13: error: There is no template `peices`. "),
    "a circle": ("{% include 'slip' %}", "1:1: error: `slip` includes itself. "),
}


@pytest.mark.parametrize(("text", "line"), FAULTS.values(), ids=FAULTS)
def test_check_tells_its_fault_at_its_line(text: str, line: str, briefgen: Run, scenario: Write) -> None:
    put(scenario().parent, slip=text)
    result = briefgen("check", "bus")
    assert result.exit_code == 1
    assert f"bus/templates/slip.md.j2:{line}" in result.stderr
    assert f"templates/slip.md.j2:{line}" in briefgen("render", "bus", "--template", "slip").stderr


def test_check_tells_the_fault_of_an_included_one_in_its_own_file_and_once(briefgen: Run, scenario: Write) -> None:
    put(scenario().parent, a='{% include "c" %}', b='{% include "c" %}', c="\n\n{{ scenario.titel }}")
    told = briefgen("check", "bus").stderr
    assert told.count("has no `titel`") == told.count("bus/templates/c.md.j2:3:13: error") == 1


def test_check_tells_a_circle_of_two(briefgen: Run, scenario: Write) -> None:
    put(scenario().parent, a='{% include "b" %}', b='{% include "a" %}')
    assert "`a` includes itself." in briefgen("check", "bus").stderr


def test_check_tells_faults_of_templates_beside_those_of_the_scenario(briefgen: Run, scenario: Write) -> None:
    """But not those that a scenario with faults gives a template."""
    file = scenario("issue: One [@two].\n")
    put(file.parent, slip="{{ scenario.titel }}", other='{{ (scenario.options | find("no-one")).name }}')
    told = briefgen("check", "bus").stderr
    assert ("unknown-fact" in told, "template-unknown-name" in told, "template-failed" in told) == (True, True, False)


def test_a_faulty_one_does_not_stop_a_brief_that_does_not_use_it(briefgen: Run, scenario: Write) -> None:
    put(scenario().parent, unfinished="{% if %}")
    assert briefgen("render", "bus", "--to", "native").exit_code == 0


# What they cannot reach


def test_a_link_that_leads_out_is_not_followed(briefgen: Run, scenario: Write, here: Path) -> None:
    folder = scenario().parent
    put(folder, whole=SLIP)
    (here / "secret.md.j2").write_text("secret", encoding="utf-8")
    (folder / "templates" / "slip.md.j2").symlink_to(here / "secret.md.j2")
    for command in (("check", "bus"), ("render", "bus", "--template", "slip", "--to", "native")):
        result = briefgen(*command)
        assert "bus/templates/slip.md.j2 is a link that leads outside" in result.stderr
        assert "secret" not in result.output.replace("secret.md.j2", "")
    assert not (here / "briefs").exists()
    assert briefgen("render", "bus", "--template", "whole", "--to", "native").exit_code == 0


def test_a_folder_that_is_a_link_out_is_not_followed(briefgen: Run, scenario: Write, here: Path) -> None:
    put(here / "elsewhere", slip=SLIP)
    (scenario().parent / "templates").symlink_to(here / "elsewhere" / "templates")
    assert "outside-boundary" in briefgen("check", "bus").stderr
    assert "outside-boundary" in briefgen("render", "bus", "--template", "slip").stderr


@pytest.mark.parametrize("name", ["../slip", "/etc/passwd", "templates/slip", "slip.md.j2", "", "\0", "a" * 5_000])
def test_a_name_is_no_path(name: str, briefgen: Run, scenario: Write, here: Path) -> None:
    put(scenario().parent, inner=SLIP)
    (here / "bus" / "slip.md.j2").write_text(SLIP, encoding="utf-8")
    result = briefgen("render", "bus", "--template", name)
    assert (result.exit_code, "[unknown-template]" in result.stderr) == (2, True)


def test_what_is_no_text_is_told(briefgen: Run, scenario: Write, here: Path) -> None:
    folder = scenario().parent / "templates"
    folder.mkdir()
    (folder / "a.md.j2").write_bytes(b"caf\xe9")
    (folder / "b.md.j2").write_bytes(b"%PDF-1.7")
    os.mkfifo(folder / "c.md.j2")
    (folder / "d.md.j2").mkdir()
    (folder / "e f.md.j2").write_text(SLIP, encoding="utf-8")
    (folder / "con.md.j2").write_text(SLIP, encoding="utf-8")
    (folder / "g\udcff.md.j2").write_text(SLIP, encoding="utf-8")
    told = briefgen("check", "bus").stderr
    for code in ("[wrong-encoding]", "[not-text]", "[not-a-file]", "[template-bad-name]"):
        assert code in told
    assert told.count("[template-bad-name]") == 3
    assert "[wrong-encoding]" in briefgen("render", "bus", "--template", "a").stderr


def test_one_that_is_included_and_cannot_be_read_is_told_with_the_reason(briefgen: Run, scenario: Write) -> None:
    folder = scenario().parent
    put(folder, slip='{% include "part" %}')
    (folder / "templates" / "part.md.j2").write_bytes(b"caf\xe9")
    told = briefgen("render", "bus", "--template", "slip").stderr
    assert "There is no template `part`." in told
    assert "[wrong-encoding]" in told


def test_they_are_not_without_number(briefgen: Run, scenario: Write) -> None:
    put(scenario().parent, **{f"t{n:03}": "" for n in range(MOST_FILES + 1)})
    told = briefgen("check", "bus").stderr
    assert f"bus/templates holds more than {MOST_FILES} templates." in told


def test_they_are_not_without_size(briefgen: Run, scenario: Write) -> None:
    put(scenario().parent, long="x" * 600_000, longer="x" * (MOST_BYTES + 1))
    told = briefgen("check", "bus").stderr
    assert "A template has at most 500,000 characters." in told
    assert "[file-too-large]" in told
