"""The recipes of docs/automation.md: each is YAML of its service, and its commands run."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.cli.program import ENVIRONMENT, PROGRAM

import yaml

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "automation.md").read_text(encoding="utf-8")
RECIPES: list[dict[Any, Any]] = [yaml.safe_load(text) for text in re.findall(r"^```yml\n(.*?)^```", PAGE, re.M | re.S)]
GITHUB, GITLAB, PRE_COMMIT = RECIPES
STEPS = GITHUB["jobs"]["check"]["steps"]
COMMANDS = [
    *(step["run"] for step in STEPS if "run" in step), *GITLAB["check"]["script"], *GITLAB["check"]["after_script"],
]  # fmt: skip


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "scenarios", folder / "scenarios")
    return folder


@pytest.mark.parametrize("command", dict.fromkeys(COMMANDS))
def test_the_commands_run(command: str, checkout: Path) -> None:
    if command == "pip install briefgen":
        return  # tests/packaging installs it
    words, _, target = command.partition(" > ")
    program, *rest = words.split()
    assert program == "briefgen"
    done = subprocess.run([*PROGRAM, *rest], cwd=checkout, env=ENVIRONMENT, capture_output=True, check=False)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False), done.stderr
    assert not target or done.stdout.startswith(b"{")


def test_what_is_written_is_what_is_uploaded() -> None:
    assert [step["with"]["sarif_file"] for step in STEPS if "sarif" in step.get("uses", "")] == ["briefgen.sarif"]
    assert any(step.get("run", "").endswith("> briefgen.sarif") for step in STEPS)
    assert GITHUB["permissions"]["security-events"] == "write"
    assert GITLAB["check"]["artifacts"]["paths"] == ["briefgen.json"]


def test_the_hook_of_the_recipe_is_the_one_that_is_defined() -> None:
    [defined] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    [hook] = PRE_COMMIT["repos"][0]["hooks"]
    assert hook["id"] == defined["id"]
    assert hook["args"] == ["--strict"]
