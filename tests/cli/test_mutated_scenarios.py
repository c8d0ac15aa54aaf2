"""A scenario with slips of all kinds in its files: `check` always answers, with places, and never falls over.

Each slip is drawn by a seed of its own, which a failure names: `slip("scenario.yaml", 17)` makes the same again.
"""

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.explanations.codes import all_codes

from briefgen.cli.json import dumps
from briefgen.cli.text import lines, summary
from briefgen.diagnostic import Diagnostic
from briefgen.verbs.check import check
from briefgen.world import World
from briefgen.world.shipped import shipped

HAITI = shipped("scenarios") / "haiti-2022"
FILES = sorted(path.relative_to(HAITI).as_posix() for path in HAITI.rglob("*.yaml"))
SLIPS = 100
"""In all, over the files in turn."""

ODD_WORDS = (
    "", "~", "null", "no", "true", "0", "-1", "1e999", ".nan", "0x10", "9" * 400, "2022-02-30", "2022-10-28T10:00:00Z",
    "[", "]", "{", "}", "[[[", "{}", "[]", "- ", "-", "?", "? a", "|", ">", "|2", ">-", "&a", "*a", "*", "!!", "!!int",
    "!<tag:x>", "%YAML 1.1", "---", "...", "<<: *a", "@", "`", "'", '"', "''", '"\\x"', '"\\ud800"', '"\\0"', "#", ":",
    "[@]", "[@a", "[@a; @b]", "[@team-agreed]", "[x]{.judgement}", "[x]{.nothing}", "![x](y)", "<script>", "{{ x }}",
    "é", "e\u0301", "夜", "🚌", "\u202e", "\u200b", "a" * 3000, "../../x.yaml", "**/*.yaml", "/etc", "x.yaml", "C:\\x",
)  # fmt: skip
ODD_CHARACTERS = (
    "\t", "\r", "\x00", "\x07", "\x1b[2J", "\x7f", "\x85", "\x9b", "\xa0", "\u2028", "\ufeff", "\u202e", "\u200d",
    "\ue000", "\ufffe", "\U0001f68c", "\U000e0041", "\u0301", "“", "−",
)  # fmt: skip

Change = Callable[[random.Random, str], str]


def _some_line(draw: random.Random, text: str) -> tuple[list[str], int]:
    all_lines = text.split("\n")
    return all_lines, draw.randrange(len(all_lines))


def delete_a_line(draw: random.Random, text: str) -> str:
    all_lines, at = _some_line(draw, text)
    return "\n".join(all_lines[:at] + all_lines[at + 1 :])


def repeat_a_line(draw: random.Random, text: str) -> str:
    all_lines, at = _some_line(draw, text)
    return "\n".join([*all_lines[:at], all_lines[at], *all_lines[at:]])


def swap_lines(draw: random.Random, text: str) -> str:
    all_lines, at = _some_line(draw, text)
    other = draw.randrange(len(all_lines))
    all_lines[at], all_lines[other] = all_lines[other], all_lines[at]
    return "\n".join(all_lines)


def indent_a_line(draw: random.Random, text: str) -> str:
    all_lines, at = _some_line(draw, text)
    all_lines[at] = draw.choice((" ", "  ", "\t", "    ")) + all_lines[at]
    return "\n".join(all_lines)


def outdent_a_line(draw: random.Random, text: str) -> str:
    all_lines, at = _some_line(draw, text)
    all_lines[at] = all_lines[at][draw.randint(1, 4) :] if all_lines[at].startswith(" ") else all_lines[at]
    return "\n".join(all_lines)


def replace_a_word(draw: random.Random, text: str) -> str:
    all_lines, at = _some_line(draw, text)
    words = all_lines[at].split(" ")
    words[draw.randrange(len(words))] = draw.choice(ODD_WORDS)
    all_lines[at] = " ".join(words)
    return "\n".join(all_lines)


def replace_a_value(draw: random.Random, text: str) -> str:
    all_lines, at = _some_line(draw, text)
    key, colon, _ = all_lines[at].partition(":")
    all_lines[at] = f"{key}{colon} {draw.choice(ODD_WORDS)}"
    return "\n".join(all_lines)


def truncate(draw: random.Random, text: str) -> str:
    return text[: draw.randrange(len(text))]


def insert_an_odd_character(draw: random.Random, text: str) -> str:
    at = draw.randrange(len(text))
    return text[:at] + draw.choice(ODD_CHARACTERS) + text[at:]


def delete_a_sign(draw: random.Random, text: str) -> str:
    places = [at for at, c in enumerate(text) if c in "\"'[]{}:,-@#>|"]
    at = draw.choice(places or [0])
    return text[:at] + text[at + 1 :]


def change_an_id(draw: random.Random, text: str) -> str:
    places = [at for at in range(len(text)) if text.startswith(("id: ", "@", "source: ", "option: "), at)]
    place = draw.choice(places or [0])
    at = max(text.find(" ", place), 0) if draw.random() < 0.5 else place + 4
    return text[:at] + draw.choice(("x", "X", " ", "-", "_", "é", "")) + text[at + 1 :]


CHANGES: tuple[Change, ...] = (
    delete_a_line, repeat_a_line, swap_lines, indent_a_line, outdent_a_line, replace_a_word, replace_a_value, truncate,
    insert_an_odd_character, delete_a_sign, change_an_id,
)  # fmt: skip


def slip(name: str, seed: int) -> str:
    """The text of a file with one slip in it, or, now and then, several."""
    draw = random.Random(f"{name} {seed}")
    text = (HAITI / name).read_text(encoding="utf-8")
    for _ in range(draw.choice((1, 1, 1, 2, 5))):
        text = draw.choice(CHANGES)(draw, text) or "x"
    return text


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mutated") / "haiti-2022"
    shutil.copytree(HAITI, folder)
    return folder


def examine(copy: Path, name: str, seed: int) -> list[Diagnostic]:
    """What `check` says of the scenario with a slip in one file."""
    sound = (copy / name).read_bytes()
    (copy / name).write_bytes(slip(name, seed).encode("utf-8", "surrogatepass"))
    try:
        _, found = check(World(copy.parent), Path("haiti-2022/scenario.yaml"))
        shown = [line for item in found for line in lines(item)]
        dumps(found)
        summary(found)
    finally:
        (copy / name).write_bytes(sound)
    for item in found:
        assert item.code in CODES, item
        assert item.message.strip(), item
        assert item.span or item.file, f"it does not say where: {item}"
        if item.span:
            assert 0 <= item.span.start <= item.span.end <= len(item.span.file.text), item
            assert item.span.line <= item.span.file.text.count("\n") + 1, item
    for line in shown:
        assert "\n" not in line, line
    return found


CODES = frozenset(all_codes())


def test_the_scenario_itself_has_no_fault(copy: Path) -> None:
    _, found = check(World(copy.parent), Path("haiti-2022/scenario.yaml"))
    assert [item for item in found if item.severity == "error"] == []


@pytest.mark.parametrize("name", FILES)
def test_slips(name: str, copy: Path, record_property: Callable[[str, object], None]) -> None:
    kinds: Counter[str] = Counter()
    valid = 0
    for seed in range(-(-SLIPS // len(FILES))):
        try:
            found = examine(copy, name, seed)
        except Exception as fault:
            raise AssertionError(f"slip({name!r}, {seed}): {type(fault).__name__}: {fault}") from fault
        kinds.update(item.code for item in found)
        valid += not any(item.severity == "error" for item in found)
    record_property("still valid", valid)
    assert valid < -(-SLIPS // len(FILES)), "no slip in this file was noticed at all"
    assert len(kinds) > 2, "all slips are told in the same words"


@pytest.mark.soak
def test_many_slips(copy: Path) -> None:
    first = int(os.environ.get("BRIEFGEN_SEED", "1000"))
    print(f"seeds from {first}")  # noqa: T201
    valid = 0
    for seed in range(first, first + 2_000):
        name = FILES[seed % len(FILES)]
        try:
            valid += not any(item.severity == "error" for item in examine(copy, name, seed))
        except Exception as fault:
            raise AssertionError(f"slip({name!r}, {seed}): {type(fault).__name__}: {fault}") from fault
    print(f"{valid} of 2,000 are still valid")  # noqa: T201
