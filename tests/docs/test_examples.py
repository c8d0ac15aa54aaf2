"""Every example in the docs is true: what a page tells its reader to do is done, and what it shows is looked at."""

import json
import re
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from lxml import etree
from tests.docs.release_story import PAGE as RELEASE
from tests.docs.tutorial import PAGE as TUTORIAL
from tests.docs.walk import Block, Reader, Session, steps, words_of_code
from tests.explanations.pages import lay
from tests.explanations.test_pages import problems

import yaml
from briefgen.cli.app import COMMANDS, app
from briefgen.core.source import SourceFile
from briefgen.lint.codes import all_codes
from briefgen.template.loading import load

ROOT = Path(__file__).resolve().parents[2]
DOCS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
FOLLOWED = (ROOT / "README.md", TUTORIAL, RELEASE)
"""Pages with tests of their own, which follow them once."""

NOT_TRIED = {
    "python3 -m venv .venv && . .venv/bin/activate && pip install -q . && briefgen render scenarios/haiti-2022":
        "test_readme.py pastes it into a shell",
    "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev,validators]' && .venv/bin/python -m pytest -n 2":
        "the same, with a few of the tests; CI runs it whole",
    "python3 -m venv .venv && .venv/bin/pip install -c constraints.txt -e '.[dev,validators]'": "CI runs it",
    "bench/run                                  # all races of the brief on Haiti, as in 0.1; 21 rounds":
        "takes minutes; see tests/bench",
    ".venv/bin/python -m pytest tests/scale -m slow    # 300 facts over 2 sources of 50 KB, then 4 and 16 times both":
        "CI runs the first, `make soak` the second",
    "  YAML files ──▶ Scenario ──▶ Document ──▶ DOCX · PDF · web page": "a drawing",
    "yaml.parse         text → tree; each node has a span": "a drawing",
    "core           diagnostics, source files, suggestions (\"did you mean\"), text differences, text for XML":
        "a drawing; import-linter holds it",
    "bus/scenario.yaml:6: comment written: issue.en":
        "it takes a person in Word; tests/cli/test_review_apply.py has its lines",
    "starter/scenario.yaml:29:31: edit: recommendation.would_change.en":
        "it takes a person in Word; tests/cli/test_review.py has it to the letter",
    "## deadline": "a case of a rule that briefgen does not have",
    ":::{name} Words {option=value}": "the form of a directive, with words for its parts",
}  # fmt: skip
"""First line of a block that is not tried → the reason."""


def as_yaml(text: str, folder: Path) -> None:
    """A piece of a scenario: laid over one without a fault, it has none."""
    lay([("scenario.yaml", text)], folder)
    assert [(item.code, item.message) for item in problems(folder)] == []


def as_xml(text: str, _folder: Path) -> None:
    etree.fromstring(f'<x xmlns:w="w" xmlns:c="c" xmlns:a="a">{text}</x>')


def as_template(text: str, _folder: Path) -> None:
    assert load("page", {"page": SourceFile("page", text)})[1] == []


KINDS: dict[str, Callable[[str, Path], object]] = {
    "yaml": as_yaml,
    "yml": lambda text, _: yaml.safe_load(text),  # of other programs; tests/machines/test_automation.py runs it
    "toml": lambda text, _: tomllib.loads(text),
    "json": lambda text, _: json.loads(text),
    "xml": as_xml,
    "jinja": as_template,
    "python": lambda text, _: exec(text, {}),
}
"""Word on the fence → how a block of that kind is tried."""


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", [page for page in DOCS if page not in FOLLOWED], ids=named)
def test_what_a_page_says_is_done_and_comes_out_as_shown(page: Path, tmp_path: Path) -> None:
    """In a folder that holds the scenarios, as a clone does."""
    todo = steps(page.read_text(encoding="utf-8"))
    reader = Reader(tmp_path / "here")
    if any(isinstance(step, Session) for step in todo):
        shutil.copytree(ROOT / "scenarios", reader.folder / "scenarios")
    wrong = [fault for step in todo for fault in reader.take(step)]
    assert not wrong, "\n\n".join(wrong)


@pytest.mark.parametrize("page", DOCS, ids=named)
def test_each_other_block_is_what_its_fence_says(page: Path, tmp_path: Path) -> None:
    for number, step in enumerate(steps(page.read_text(encoding="utf-8"))):
        if isinstance(step, Block) and step.text.partition("\n")[0] not in NOT_TRIED:
            assert step.kind in KINDS, f"line {step.line}: nobody knows what becomes of this block"
            KINDS[step.kind](step.text, tmp_path / str(number))


def test_each_block_of_an_explanation_is_an_example_that_is_tried() -> None:
    """tests/explanations tries those of YAML under “Example” and “How to fix it”; there are no others."""
    for code in all_codes().values():
        text = code.explanation
        tried = re.findall(r"^## (?:Example|How to fix it)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
        assert text.count("```yaml\n") == sum(part.count("```yaml\n") for part in tried), code.name
        assert {step.kind for step in steps(text) if isinstance(step, Block)} <= {"yaml"}, code.name


def test_each_reason_not_to_try_a_block_still_has_its_block() -> None:
    blocks = [step for page in DOCS for step in steps(page.read_text(encoding="utf-8")) if isinstance(step, Block)]
    assert set(NOT_TRIED) <= {block.text.partition("\n")[0] for block in blocks}


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.stem)
def test_each_command_in_the_text_is_one_and_has_its_options(page: Path) -> None:
    check_commands(page.read_text(encoding="utf-8"))


def test_each_command_in_an_explanation_is_one_and_has_its_options() -> None:
    for code in all_codes().values():
        check_commands(code.explanation)


def check_commands(text: str) -> None:
    for words in words_of_code(text):
        if found := re.fullmatch(r"briefgen ([a-z][a-z-]*)((?: .*)?)", words):
            assert found[1] in COMMANDS, words
            known = options(app.get_command(click.Context(app), found[1]))
            assert set(re.findall(r"(?<!\S)--[a-z-]+", found[2])) <= known, words


def options(command: click.Command | None) -> set[str]:
    """Of a command and of what stands below it."""
    assert command is not None
    below = command.commands.values() if isinstance(command, click.Group) else ()
    return {"--help"} | {word for each in (command, *below) for option in each.params for word in option.opts}
