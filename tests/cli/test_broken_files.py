"""A syntax error in one file of a scenario hides nothing in the others, and nothing is reported because of it.

Each mistake is drawn by a seed of its own, which a failure names.
"""

import os
import random
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.use_cases import reported

from briefgen.commands.check import check
from briefgen.core.diagnostic import Diagnostic
from briefgen.core.source import SourceFile
from briefgen.io.filesystem import World, shipped
from briefgen.yaml.parse import parse

PLANTED = {
    "scenario.yaml": ("decision_maker:", "decision_makr: x\ndecision_maker:"),
    "criteria.yaml": ("better: lower", "direction: sideways"),
    "evidence/sources.yaml": ("kind: news", "kind: gossip"),
    "evidence/facts.yaml": ("statement:", "pubdate: 2022\n  statement:"),
    "evidence/stakeholders.yaml": ("stance: opposes", "stance: oposes"),
    "options/no-action.yaml": ("baseline: true", "baselin: true"),
    "options/multinational-force.yaml": ("leaning: for", "leaning: four"),
}
"""A mistake of another kind for each file."""


def broken(draw: random.Random, line: str) -> str:
    """A line with a mistake that people make when they write YAML."""
    indent = len(line) - len(line.lstrip())
    changes = [f" {line}", f"   {line}", f"\t{line.lstrip()}", f"{line[:indent]}- {line[indent:]}"]
    changes += [line[1:], line.lstrip()] if indent else []
    if found := re.match(r"( *(?:- )*[\w-]+: )(\S.*)", line):
        key, value = found.groups()
        changes += [key + before + value for before in ("Note: ", "[@x] ", "@", "*", '"', "'", "[", "{", '"He" said ')]
        changes += [key.rstrip() + value, key.replace(":", "") + value, key.replace(":", " =") + value]
    if re.match(r" *- \S", line):
        changes += [line.replace("- ", "-", 1), line.replace("- ", "• ", 1)]
    return draw.choice(changes)


def block(lines: list[str], number: int) -> range:
    """The lines of the outermost item of a list, or value of a key, that holds a line; numbered from 1."""
    starts = [n for n, line in enumerate(lines) if re.match(r" {0,2}(- |[\w-]+:)", line) and n != number]
    first = max((n for n in starts if n < number), default=0)
    return range(first + 1, min((n for n in starts if n > number), default=len(lines)) + 3)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of a shipped scenario with one mistake of another kind in most of its files."""
    folder = tmp_path_factory.mktemp("broken") / "haiti-2022"
    shutil.copytree(shipped("scenarios") / "haiti-2022", folder)
    for name, (old, new) in PLANTED.items():
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text, name
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def found(folder: Path) -> list[Diagnostic]:
    return reported(check, World(folder.parent), Path(folder.name) / "scenario.yaml")[1]


def key(fault: Diagnostic) -> tuple[str, str, str]:
    return fault.where.partition("/")[2], fault.code, fault.message


def examine(folder: Path, seed: int, before: set[tuple[str, str, str]]) -> bool:
    """Breaks one line of one file. Whether that was a syntax error at all."""
    draw = random.Random(seed)
    name = draw.choice(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml")))
    text = (folder / name).read_text(encoding="utf-8")
    lines = text.split("\n")
    number = draw.choice([n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")])
    lines[number] = broken(draw, lines[number])
    tree, faults = parse(SourceFile(name, "\n".join(lines)))
    if tree is not None or not faults:
        return False
    (folder / name).write_text("\n".join(lines), encoding="utf-8")
    began = time.perf_counter()
    try:
        now = found(folder)
    finally:
        (folder / name).write_text(text, encoding="utf-8")
    assert time.perf_counter() - began < 10
    syntax = [fault for fault in now if fault.code.startswith("yaml-") and fault.severity == "error"]
    assert syntax, "the mistake itself is not reported"
    assert all(fault.where.endswith(name) for fault in syntax)
    keys = {key(fault) for fault in now}
    hidden = [each for each in before - keys if each[0] != name and each[1] in ERRORS]
    assert not hidden, f"not reported any more: {hidden}"
    near = block(lines, number)
    for fault in now:
        if key(fault) not in before and fault not in syntax:
            assert fault.where.endswith(name), f"reported because of what is hidden: {fault}"
            assert fault.span
            assert fault.span.line in near, f"reported because of what is hidden: {fault}"
    return True


ERRORS = {"unknown-key", "unknown-value", "not-a-date"}


@pytest.mark.parametrize("first", [0, 100, 200])
def test_a_syntax_error_hides_nothing_in_other_files(first: int, folder: Path) -> None:
    before = {key(fault) for fault in found(folder)}
    assert len({each[0] for each in before if each[1] in ERRORS}) == len(PLANTED)
    assert sum(_examined(examine, folder, seed, before) for seed in range(first, first + 25)) > 10


@pytest.mark.soak
def test_many_syntax_errors_hide_nothing_in_other_files(folder: Path) -> None:
    first = int(os.environ.get("BRIEFGEN_SEED", "1000"))
    before = {key(fault) for fault in found(folder)}
    assert sum(_examined(examine, folder, seed, before) for seed in range(first, first + 2_000)) > 1_000


def _examined(
    do: Callable[[Path, int, set[tuple[str, str, str]]], bool],
    folder: Path,
    seed: int,
    before: set[tuple[str, str, str]],
) -> bool:
    try:
        return do(folder, seed, before)
    except Exception as fault:
        raise AssertionError(f"seed {seed}: {fault}") from fault
