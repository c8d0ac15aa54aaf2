"""What the README shows is what happens."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from tests.cli.pseudo_terminal import on_posix
from tests.docs.tutorial import follow
from tests.docs.walk import Block, Reader, steps

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


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh clone of the files as they are now."""
    folder = tmp_path_factory.mktemp("clone") / "briefgen"
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.check_output(listed, cwd=ROOT, text=True).split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def shell(checkout: Path) -> Reader:
    """A bash whose PATH has Python and the system's programs, but no `briefgen`; pip takes what is installed where the
    tests run instead of a registry's packages."""
    home = checkout.parent / "home"
    (home / "bin").mkdir(parents=True)
    (home / "bin" / "python3").symlink_to(Path(sys.base_prefix) / "bin" / "python3")
    environment = {
        "PATH": f"{home}/bin:/usr/bin:/bin",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PYTHONUNBUFFERED": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads this variable as “build isolation”
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PYTEST_ADDOPTS": "tests/core",  # not the whole suite within itself
    } | {name: os.environ[name] for name in ("BRIEFGEN_REQUIRE_TOOLS",) if name in os.environ}
    return Reader(checkout, environment)


@on_posix
@pytest.mark.slow
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="what belongs to a clone is known to git alone")
class TestPastedIntoAShell:
    """The README and then the tutorial, in one bash that knows of nothing else."""

    def test_the_readme(self, shell: Reader) -> None:
        assert "not found" in shell.run("briefgen --version")
        wrong = []
        for step in steps(README):
            wrong += shell.take(step)
            if isinstance(step, Block) and step.kind == "sh":
                for command in step.text.splitlines():
                    printed = shell.run(command)
                    wrong += [f"line {step.line}: {command}\n{printed}"] if shell.code else []
        assert not wrong, "\n\n".join(wrong)
        assert {path.name for path in (shell.folder / "briefs").iterdir()} >= {"haiti-2022.docx", "haiti-2022.pdf"}

    def test_the_tutorial(self, shell: Reader) -> None:
        shell.run("mkdir lesson && cd lesson")
        shell.folder /= "lesson"
        wrong = follow(shell)[1]
        assert not wrong, "\n\n".join(wrong)


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
