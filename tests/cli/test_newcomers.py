"""Three mistakes that everyone makes first. The message alone has to be enough: who follows its hint is done."""

import re
from pathlib import Path

import pytest
from tests.cli.program import Run, Write


def hint(stderr: str) -> str:
    return stderr.splitlines()[3].strip()


def mend(file: Path, line: int, new: str) -> None:
    lines = file.read_text(encoding="utf-8").split("\n")
    lines[line - 1] = new
    file.write_text("\n".join(lines), encoding="utf-8")


COLONS = {
    "in a title": ("contact: Transport desk: room 12\n", 20),
    "after a quotation": ("contact: Room 12, 'Transport': ask at the desk\n", 20),
    "with quotation marks in it": ('contact: Transport "night" desk: room 12\n', 20),
    "in a list": ("distribution:\n  - Town council: all members\n  - Press\n", 21),
    "in an item": ("assumptions:\n  - id: drivers\n    statement: Drivers: there are some.\n", 22),
    "without a space": ("contact:Transport desk\n", 20),
}


@pytest.mark.parametrize(("lines", "line"), COLONS.values(), ids=COLONS)
def test_a_colon_in_a_text(lines: str, line: int, briefgen: Run, scenario: Write) -> None:
    file = scenario(lines)
    said = briefgen("check", "bus").stderr
    assert said.startswith(f"bus/scenario.yaml:{line}:")
    shown = re.search(r"(?:Write|quotes:) `(.+)`\.$", hint(said))
    if shown:  # the hint writes out the line as it should be
        old = file.read_text(encoding="utf-8").split("\n")[line - 1]
        mend(file, line, old[: len(old) - len(old.lstrip())] + shown[1])
        assert briefgen("check", "bus").exit_code == 0
    else:
        assert "quotes" in hint(said)


INDENTATIONS = {
    "one space too many": ("sources:\n  - id: survey\n     title: Survey\n", "    title: Survey"),
    "one space too few": ("sources:\n  - id: survey\n   title: Survey\n", "    title: Survey"),
    "no space at all": ("sources:\n  - id: survey\ntitle: Survey\n", "    title: Survey"),
    "a tab": ("sources:\n  - id: survey\n\ttitle: Survey\n", "    title: Survey"),
    "under the dash": ("sources:\n  - id: survey\n  title: Survey\n", "    title: Survey"),
}


@pytest.mark.parametrize(("lines", "cure"), INDENTATIONS.values(), ids=INDENTATIONS)
def test_a_line_that_is_indented_wrongly(lines: str, cure: str, briefgen: Run, scenario: Write) -> None:
    sound = "sources:\n  - {id: survey, title: Evening travel survey, file: survey.txt, redistribution: allowed}\n"
    file = scenario(lines, replace=(sound, ""))
    said = briefgen("check", "bus").stderr
    where = r"^bus/scenario\.yaml:2[01]:\d+: error: .*"
    assert re.search(where + "(indented|within a list|given twice)", said, re.MULTILINE), said
    mend(file, 20, cure)
    assert briefgen("check", "bus").exit_code == 0


IDS = {
    "a letter too many": ("issue: It leaves at 23:10 [@last-buss].\n", "last-bus"),
    "an underscore": ("issue: It leaves at 23:10 [@last_bus].\n", "last-bus"),
    "a capital": ("issue: It leaves at 23:10 [@Last-Bus].\n", "last-bus"),
    "an option": ("gaps:\n  - {id: price, text: The price., options: [trail]}\n", "trial"),
    "a criterion": ("gaps:\n  - {id: price, text: The price., criteria: [costs]}\n", "cost"),
    "an id that is none": ("assumptions:\n  - id: Drivers Found\n    statement: There are drivers.\n", "drivers-found"),
}


@pytest.mark.parametrize(("lines", "meant"), IDS.values(), ids=IDS)
def test_a_wrong_id(lines: str, meant: str, briefgen: Run, scenario: Write) -> None:
    file = scenario(lines)
    said = briefgen("check", "bus").stderr
    assert f"`{meant}`" in hint(said)
    place = re.match(r"bus/scenario\.yaml:(\d+):(\d+): ", said)
    assert place
    line, carets = said.splitlines()[1:3]
    wrong = "".join(c for c, under in zip(line, carets, strict=False) if under == "^")
    at = file.read_text(encoding="utf-8").split("\n")[int(place[1]) - 1]
    mend(file, int(place[1]), at.replace(wrong, "@" * wrong.startswith("@") + meant))
    assert briefgen("check", "bus").exit_code == 0, "replacing what the carets are under by what is suggested mends it"


def test_a_source_that_is_cited_as_if_it_were_a_fact(briefgen: Run, scenario: Write) -> None:
    scenario("issue: It leaves at 23:10 [@survey].\n")
    assert hint(briefgen("check", "bus").stderr) == "There is a source of that name; here a fact is wanted."


TOLD_ONCE = {
    "a misspelt key that is needed": ("decision_maker: Town council", "decison_maker: Town council"),
    "a misspelt list that is needed": ("options:", "optoins:"),
    "a list in a file that is not there": (
        "stakeholders: [{id: residents, name: Residents}]",
        "stakeholders: parties.yaml\ngaps:\n  - {id: price, text: The price., options: [trial]}",
    ),
    "a score that is no number": ("Six-month trial,", "Six-month trial, assessments: {access: {score: x}},"),
    "a baseline that is neither true nor false": ("baseline: true", "baseline: yes"),
    "an id that is none": ("id: last-bus", "id: last_bus"),
    "a weight that is no number": ("weight: 60", "weight: sixty"),
    "a passage without words": ('quote: "the last bus leaves the station at 23:10"', 'quote: ""'),
}


@pytest.mark.parametrize(
    "replace",
    [
        *(pytest.param(replace, id=name) for name, replace in TOLD_ONCE.items()),
    ],
)
def test_a_mistake_is_told_once(replace: tuple[str, str], briefgen: Run, scenario: Write) -> None:
    """What follows from a mistake is not a mistake of its own."""
    scenario(replace=replace)
    said = briefgen("check", "bus").stderr
    assert said.count("error:") == 1, said


def test_a_scenario_without_audiences_gets_one_as_the_hint_says(briefgen: Run, scenario: Write) -> None:
    file = scenario()
    said = briefgen("publish", "bus", "--out", "site")
    assert said.exit_code == 1
    shown = re.search(r"`(audiences: .+?)`", said.stderr)
    assert shown
    file.write_text(f"{file.read_text(encoding='utf-8')}{shown[1]}\n", encoding="utf-8")
    assert briefgen("publish", "bus", "--out", "site").exit_code == 0


@pytest.mark.parametrize("date", ["In 1991", "In May 1991", "On 5 May 1991"])
def test_a_date_that_no_passage_gives_is_settled_as_the_hint_says(date: str, briefgen: Run, scenario: Write) -> None:
    old = "statement: The last bus leaves the station at 23:10."
    file = scenario(replace=(old, f'statement: "{date} the last bus left the station at 23:10."'))
    said = briefgen("check", "bus", "--strict").stderr
    assert "[date-not-in-passage]" in said
    shown = re.findall(r"`((?:date|waive): .+?)`", said)
    assert shown
    for line in shown:
        text = file.read_text(encoding="utf-8")
        settled = text.replace(f'statement: "{date}', f'{line}\n    statement: "{date}')
        file.write_text(settled, encoding="utf-8")
        result = briefgen("check", "bus", "--strict")
        assert result.exit_code == 0, result.stderr
        file.write_text(text, encoding="utf-8")
