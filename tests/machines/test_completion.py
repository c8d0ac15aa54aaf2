"""Completion of the command line: what a shell is told that can stand next."""

import os
import subprocess
from pathlib import Path

import pytest
from click.shell_completion import BashComplete
from tests.cli.program import ENVIRONMENT, PROGRAM
from tests.explanations.pages import BASE
from tests.tools import require

from briefgen.cli.app import COMMANDS, app


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for folder in ("all/haiti", "all/kelmouth", "demo", "a b/c", "empty", ".hidden"):
        (tmp_path / folder).mkdir(parents=True)
        if folder != "empty":
            (tmp_path / folder / "scenario.yaml").write_text(BASE.read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def completed(line: str) -> list[str]:
    """The words for the last one of a line."""
    *words, typed = line.split(" ")
    return [
        item.value for item in BashComplete(app, {}, "briefgen", "_BRIEFGEN_COMPLETE").get_completions(words, typed)
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", list(COMMANDS)),
        ("ex", ["explain", "extract"]),
        ("render --templ", ["--template"]),
        ("render --template ", ["decision-note", "evidence-annex", "option-note", "options-paper"]),
        ("render --template opt", ["option-note", "options-paper"]),
        ("render --theme ", ["plain"]),
        ("render --lang ", ["en", "fr", "es"]),
        ("render --to d", ["docx"]),
        ("check --format s", ["sarif"]),
        ("explain unknown-f", ["unknown-fact"]),
        ("check ", ["a b", "a b/c", "all", "all/haiti", "all/kelmouth", "demo"]),
        ("check all/", ["all/haiti", "all/kelmouth"]),
        ("check all/k", ["all/kelmouth"]),
        ("check demo a", ["a b", "a b/c", "all", "all/haiti", "all/kelmouth"]),
        ("render demo --option ", ["no-change", "trial"]),
        ("render demo --option t", ["trial"]),
        ("render --option ", []),
        ("render nowhere --option ", []),
        ("source add report.pdf d", ["demo"]),
        ("completion ", ["bash", "zsh", "fish"]),
    ],
)
def test_what_can_stand_next(line: str, expected: list[str], here: Path) -> None:
    assert completed(line) == expected


def test_a_scenario_with_faults_or_none_is_no_trouble(here: Path) -> None:
    (here / "demo/scenario.yaml").write_text("options: [\n", encoding="utf-8")
    assert completed("render demo --option ") == []
    assert completed("render \0 --option ") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_what_a_shell_is_given(shell: str, here: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "completion", shell], cwd=here, env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    assert f"_BRIEFGEN_COMPLETE={shell}_complete" in done.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("briefgen ren", ["render"]),
        ("briefgen check all/", ["all/haiti", "all/kelmouth"]),
        ("briefgen render demo --option ''", ["no-change", "trial"]),
        ("briefgen explain weights-", ["weights-do-not-add-up"]),
    ],
)
def test_bash_itself_completes(words: str, expected: list[str], here: Path) -> None:
    bash = require("bash")
    # The script calls `$1`, the command as it was typed.
    command = here / "bin" / "briefgen"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {" ".join(PROGRAM)} "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    script = (
        'eval "$(briefgen completion bash)"\n'
        f"COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n"
        '_briefgen_completion briefgen\nprintf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    environment = ENVIRONMENT | {"PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run([bash, "-c", script], cwd=here, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == expected, done.stderr
