"""A field that is added to a Struct of the model, with a docstring, needs nothing else."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

AFTER = '    """How it is meant to work.'
FIELD = '''\
    last_run: Literal["before midnight", "after midnight"] | None = None
    """When the last bus would leave. `before midnight`: as today; `after midnight`: later than today.
    For example: after midnight"""
'''

SCENARIO = """\
title: A night bus
question: Should there be a night bus?
decision_maker: Town council
options:
  - {id: no-action, name: No action, baseline: true}
  - {id: trial, name: Trial, last_run: after midnight}
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Runs Python with a copy of the program to whose options one field was added; gives what it prints."""
    place = tmp_path_factory.mktemp("program")
    shutil.copytree(ROOT / "src", place / "src", ignore=shutil.ignore_patterns("__pycache__"))
    model = place / "src" / "briefgen" / "model" / "options.py"
    lines = model.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.startswith(AFTER)) + 1
    model.write_text("".join([*lines[:at], FIELD, *lines[at:]]), encoding="utf-8")
    (place / "scenario.yaml").write_text(SCENARIO, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(place / "src"), str(ROOT)])}

    def run(*arguments: str) -> str:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=place, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False,
        ).stdout  # fmt: skip

    return run


def test_the_reader_takes_it(run: Callable[..., str], tmp_path: Path) -> None:
    found = run("-m", "briefgen", "check", ".")
    assert "last_run" not in found
    (tmp_path / "scenario.yaml").write_text(SCENARIO.replace("after midnight", "after midnihgt"), encoding="utf-8")
    found = run("-m", "briefgen", "check", str(tmp_path))
    assert "`last_run` cannot be “after midnihgt”" in found
    assert "Did you mean `after midnight`? It is one of `before midnight` or `after midnight`." in found


def test_the_json_schema_offers_it(run: Callable[..., str]) -> None:
    printed = run("-m", "briefgen", "schema", "options")
    assert '"description": "When the last bus would leave. For example: last_run: after midnight"' in printed
    assert '"later than today"' in printed


def test_the_format_reference_describes_it(run: Callable[..., str]) -> None:
    page = run("-c", "from tests.docs.format_reference import page; print(page())")
    assert (
        "| `last_run` | `before midnight`, `after midnight` | When the last bus would leave. `before midnight`: as "
        "today; `after midnight`: later than today. For example: `after midnight` |\n"
    ) in page


def test_a_template_can_print_it(run: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "scenario.yaml").write_text(SCENARIO, encoding="utf-8")
    template = tmp_path / "templates" / "bus.md.j2"
    out = ["--template", "bus", "--to", "html", "--out", str(tmp_path / "out")]

    template.write_text("{% for o in scenario.options %}{{ o.last_rnu }}{% endfor %}", encoding="utf-8")
    found = run("-m", "briefgen", "render", str(tmp_path), *out)
    assert "An Option has no `last_rnu`." in found
    assert "Did you mean `last_run`?" in found

    template.write_text("{% for o in scenario.options %}{{ o.last_run }}{% endfor %}", encoding="utf-8")
    found = run("-m", "briefgen", "render", str(tmp_path), *out)
    assert "bus.html" in found
    (brief,) = (tmp_path / "out").glob("*.html")
    assert "after midnight" in brief.read_text(encoding="utf-8")
