"""What the README shows is what happens."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.cli.app import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def briefgen(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "briefgen", *words],
        cwd=folder,
        text=True,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def test_ci_runs_the_command_of_the_tests() -> None:
    line = next(line for line in README.splitlines() if line.endswith("pytest -n 2"))
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [part for part in line.split(" && ") if part not in script] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme_and_has_help(command: str, tmp_path: Path) -> None:
    assert f"| `briefgen {command}" in README
    result = briefgen(tmp_path, command, "--help")
    assert result.returncode == 0
    assert len(result.stdout.splitlines()) > 5


def test_every_file_that_the_readme_names_is_there() -> None:
    named = re.findall(r"`((?:docs|scenarios|src)/[\w./-]+)`|\]\(([\w./-]+)\)|`([A-Z]+\.md)`", README)
    missing = [name for names in named for name in names if name and not (ROOT / name).exists()]
    assert missing == []
