"""`briefgen check` tells a fault in lines: where, what, the line itself with carets, what to do."""

from pathlib import Path
from textwrap import dedent

import pytest
from tests.cli.program import Run, Write


def told(text: str) -> str:
    return dedent(text).strip("\n") + "\n"


CASES = {
    "an unknown fact": (
        "issue: The last bus leaves at 23:10 [@last-buss].\n",
        """
        bus/scenario.yaml:20:38: error: There is no fact `last-buss`. [unknown-fact]
          20 │ issue: The last bus leaves at 23:10 [@last-buss].
             │                                      ^^^^^^^^^^
            Did you mean `last-bus`?
        """,
    ),
    "a tab before it": (
        'issue: "At\t23:10 [@last-buss]."\n',
        """
        bus/scenario.yaml:20:19: error: There is no fact `last-buss`. [unknown-fact]
          20 │ issue: "At    23:10 [@last-buss]."
             │                      ^^^^^^^^^^
            Did you mean `last-bus`?
        """,
    ),
    "characters of double width before it": (
        "issue: 夜間バス [@last-buss]\nrules: {letter-without-glyph: off}\n",
        """
        bus/scenario.yaml:20:14: error: There is no fact `last-buss`. [unknown-fact]
          20 │ issue: 夜間バス [@last-buss]
             │                  ^^^^^^^^^^
            Did you mean `last-bus`?
        """,
    ),
    "an accent that is a character of its own before it": (
        "issue: Cafe\u0301 [@last-buss]\n",
        """
        bus/scenario.yaml:20:15: error: There is no fact `last-buss`. [unknown-fact]
          20 │ issue: Cafe\u0301 [@last-buss]
             │              ^^^^^^^^^^
            Did you mean `last-bus`?
        """,
    ),
    "a character of double width under the caret": (
        "reference: 夜\nmarking: 間\n",
        """
        bus/scenario.yaml:21:10: error: `間` is no label of TLP 2.0. [unknown-marking]
          21 │ marking: 間
             │          ^^
            The labels are TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED.
        """,
    ),
    "a line of a block": (
        "issue: >\n  The last bus leaves at 23:10\n  [@last-buss].\n",
        """
        bus/scenario.yaml:22:4: error: There is no fact `last-buss`. [unknown-fact]
          22 │   [@last-buss].
             │    ^^^^^^^^^^
            Did you mean `last-bus`?
        """,
    ),
    "the second of two": (
        "issue: One [@last-bus], and [@last-buss], and [@last-buss].\n",
        """
        bus/scenario.yaml:20:30: error: There is no fact `last-buss`. [unknown-fact]
          20 │ issue: One [@last-bus], and [@last-buss], and [@last-buss].
             │                              ^^^^^^^^^^
            Did you mean `last-bus`?
        bus/scenario.yaml:20:48: error: There is no fact `last-buss`. [unknown-fact]
          20 │ issue: One [@last-bus], and [@last-buss], and [@last-buss].
             │                                                ^^^^^^^^^^
            Did you mean `last-bus`?
        """,
    ),
    "a very long line": (
        "issue: " + "night " * 50 + "[@last-buss] " + "bus " * 50 + "\n",
        """
        bus/scenario.yaml:20:309: error: There is no fact `last-buss`. [unknown-fact]
          20 │ … t night night night night night [@last-buss] bus bus bus bus bus bus bus bus bus bus bus bus bus bus …
             │                                    ^^^^^^^^^^
            Did you mean `last-bus`?
        """,
    ),
    "a warning": (
        "sourcing: In [the table](answers.xlsx).\n",
        """
        bus/scenario.yaml:20:26: warning: A link cannot lead to `answers.xlsx`; only its words are shown. [bad-link]
          20 │ sourcing: In [the table](answers.xlsx).
             │                          ^^^^^^^^^^^^
            Give an address that begins with https:, http: or mailto:.
        """,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), CASES.values(), ids=CASES)
def test_a_fault_is_told_with_its_place(lines: str, expected: str, briefgen: Run, scenario: Write) -> None:
    scenario(lines)
    result = briefgen("check", "bus")
    *said, summary = result.stderr.splitlines(keepends=True)
    assert "".join(said) == told(expected)
    assert summary.startswith("1 scenario: ")
    assert result.stdout == ""


def test_nothing_is_said_of_a_sound_scenario_but_that_it_is(briefgen: Run, scenario: Write) -> None:
    scenario()
    result = briefgen("check", "bus")
    assert (result.stdout, result.stderr, result.exit_code) == ("1 scenario: no problems.\n", "", 0)


def test_all_faults_are_told_in_the_order_of_the_file(briefgen: Run, scenario: Write) -> None:
    scenario("issue: One [@two].\nmarking: TLP:WHITE\ndeadline: 31 March 2026\nsourcing: '![map](map.png)'\n")
    said = briefgen("check", "bus").stderr
    heads = [line.split(":")[1] for line in said.splitlines() if line.startswith("bus/")]
    assert heads == ["20", "21", "22", "23"]
    assert said.splitlines()[-1] == "1 scenario: 3 errors, 1 warning."


def test_faults_of_all_its_files_are_told_at_once(briefgen: Run, scenario: Write, here: Path) -> None:
    scenario("assumptions: more/*.yaml\nissue: One [@two].\n")
    (here / "bus/more").mkdir()
    (here / "bus/more/a.yaml").write_text("- id: drivers\n  statment: Drivers can be found.\n", encoding="utf-8")
    (here / "bus/more/b.yaml").write_text("- id: money\n  statement: 'There is money.\n", encoding="utf-8")
    said = briefgen("check", "bus").stderr
    assert "bus/more/a.yaml:2:3: error: `statment` is not a key that is known here. [unknown-key]" in said
    assert "bus/more/b.yaml:2:14: error: The quotation mark `'` is never closed." in said
    assert "bus/scenario.yaml:21:13: error: There is no fact `two`." in said


def test_windows_line_ends_do_not_move_a_place(briefgen: Run, scenario: Write) -> None:
    file = scenario("issue: One [@last-buss].\n")
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    said = briefgen("check", "bus").stderr.splitlines()
    assert said[:3] == [
        "bus/scenario.yaml:20:13: error: There is no fact `last-buss`. [unknown-fact]",
        "  20 │ issue: One [@last-buss].",
        "     │             ^^^^^^^^^^",
    ]


def test_a_scenario_can_be_named_by_its_file(briefgen: Run, scenario: Write) -> None:
    scenario("issue: One [@two].\n")
    assert briefgen("check", "bus").stderr == briefgen("check", "bus/scenario.yaml").stderr


def test_check_writes_nothing(briefgen: Run, scenario: Write, here: Path) -> None:
    file = scenario("issue: One [@two].\n")
    before = file.stat().st_mtime_ns
    there = sorted(here.rglob("*"))
    briefgen("check", "bus")
    assert sorted(here.rglob("*")) == there
    assert file.stat().st_mtime_ns == before
