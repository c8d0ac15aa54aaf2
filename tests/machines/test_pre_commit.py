"""The hook for pre-commit: what it is handed, and what comes of it.

pre-commit itself is not run here, since it builds an environment from a registry of packages.
"""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.explanations.pages import BASE, TEXT

import yaml
from briefgen.cli.app import app

ROOT = Path(__file__).resolve().parents[2]
[HOOK] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

ERROR = "gaps: evidence/gaps.yaml\n"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two scenarios, one of them with a fault in a file of its own; and things that are none."""
    monkeypatch.chdir(tmp_path)
    for name, more in (("sound", ""), ("faulty", ERROR)):
        folder = tmp_path / "scenarios" / name
        (folder / "texts").mkdir(parents=True)
        (folder / "evidence").mkdir()
        (folder / "texts/survey.txt").write_bytes(TEXT.read_bytes())
        (folder / "scenario.yaml").write_text(BASE.read_text(encoding="utf-8") + more, encoding="utf-8")
    gaps = "- {id: price, text: The price., options: [trail]}\n"
    (tmp_path / "scenarios/faulty/evidence/gaps.yaml").write_text(gaps, encoding="utf-8")
    (tmp_path / "scenarios/README.md").write_text("# Scenarios\n", encoding="utf-8")
    (tmp_path / ".github").mkdir()
    (tmp_path / ".github/ci.yaml").write_text("on: push\n", encoding="utf-8")
    return tmp_path


def hook(checkout: Path, *only: str) -> Result:
    """The entry with the files that pre-commit would hand over: all that fit, or those that were changed."""
    files = [path.relative_to(checkout).as_posix() for path in sorted(checkout.rglob("*")) if path.is_file()]
    handed = [name for name in only or files if re.search(HOOK["files"], name)]
    program, *words = HOOK["entry"].split()
    assert program == "briefgen"
    return CliRunner().invoke(app, [*words, *HOOK.get("args", []), *handed], prog_name=program)


def test_the_definition_has_what_pre_commit_wants() -> None:
    """https://pre-commit.com/#new-hooks"""
    assert {"id", "name", "entry", "language"} <= set(HOOK)
    assert set(HOOK) <= {"id", "name", "description", "entry", "language", "files", "args", "require_serial"}
    assert (HOOK["id"], HOOK["language"]) == ("briefgen-check", "python")


def test_all_files_together_are_each_scenario_once(checkout: Path) -> None:
    result = hook(checkout)
    assert result.stderr.splitlines()[0] == (
        "scenarios/faulty/evidence/gaps.yaml:1:43: error: There is no option `trail`. [unknown-option]"
    )
    assert result.stderr.splitlines()[-1] == "2 scenarios: 1 error."
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("changed", "told", "code"),
    [
        (["scenarios/sound/scenario.yaml"], "1 scenario: no problems.", 0),
        (["scenarios/sound/texts/survey.txt"], "1 scenario: no problems.", 0),
        (["scenarios/faulty/evidence/gaps.yaml"], "1 scenario: 1 error.", 1),
        (["scenarios/faulty/texts/survey.txt", "scenarios/sound/scenario.yaml"], "2 scenarios: 1 error.", 1),
    ],
)
def test_a_changed_file_stands_for_its_scenario(changed: list[str], told: str, code: int, checkout: Path) -> None:
    result = hook(checkout, *changed)
    assert result.output.splitlines()[-1] == told
    assert result.exit_code == code


@pytest.mark.parametrize(
    "name",
    [
        "scenarios/haiti-2022/scenario.yaml", "scenarios/haiti-2022/options/no-action.yaml",
        "scenarios/a b/criteria.yml", "scenarios/haiti-2022/evidence.lock", "scenarios/kelmouth-2026/texts/audit.txt",
    ],
)  # fmt: skip
def test_files_of_scenarios_are_handed_over(name: str) -> None:
    assert re.search(HOOK["files"], name)


@pytest.mark.parametrize("name", ["scenarios/README.md", ".github/ci.yaml", "docs/scenarios/x.yaml", "briefs/a.docx"])
def test_other_files_are_not(name: str) -> None:
    assert not re.search(HOOK["files"], name)


def test_a_file_that_scenarios_share_stands_for_all_of_them(checkout: Path) -> None:
    (checkout / "scenarios/briefgen.yaml").write_text("", encoding="utf-8")
    (checkout / "scenarios/shared").mkdir()
    (checkout / "scenarios/shared/sources.yaml").write_text("[]\n", encoding="utf-8")
    assert hook(checkout, "scenarios/shared/sources.yaml").output.endswith("2 scenarios: 1 error.\n")


def test_a_file_of_a_scenario_is_found_from_within_it(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(checkout / "scenarios/faulty")
    result = CliRunner().invoke(app, ["check", "texts/survey.txt"], prog_name="briefgen")
    assert result.stderr.startswith("evidence/gaps.yaml:1:43: error: ")
