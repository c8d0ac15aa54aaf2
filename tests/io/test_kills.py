"""A run that is killed leaves nothing half written, and the next one completes or undoes it."""

import os
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.io.kills import COMMANDS, Command, content, kill_after, laid_out, run

from briefgen.io.owner import WORK

SEED = int(os.environ.get("BRIEFGEN_SEED", "2026"))
_FALSE = ("was edited", "no record", "folder-busy", "a fault of the program", "Traceback", "changed-meanwhile")


class Scene(NamedTuple):
    command: Command
    start: Path
    """The folder before the command."""
    before: dict[str, bytes]
    after: dict[str, bytes]
    statuses: frozenset[int]
    """Of the command, and of the same command given once more."""
    calls: int


def scene(name: str, folder: Path) -> Scene:
    command = COMMANDS[name]
    start = folder / "start"
    command.prepare(laid_out(start))
    before = content(start)
    shutil.copytree(start, folder / "unkilled")
    first = run(folder / "unkilled", command.words)
    after = content(folder / "unkilled")
    second = run(folder / "unkilled", command.words)
    assert before != after, first.said
    assert first.status in (0, 1), first.said
    assert second.status in (0, 1) or any(f"[{code}]" in second.said for code in command.repeated), second.said
    return Scene(command, start, before, after, frozenset((first.status, second.status)), first.calls)


def copied(at: Scene) -> Path:
    folder = at.start.parent / "killed"
    shutil.rmtree(folder, ignore_errors=True)
    return Path(shutil.copytree(at.start, folder, symlinks=True))


def assert_recovers(at: Scene, folder: Path) -> None:
    """After a kill, and after the next run."""
    for name, data in content(folder).items():
        if WORK not in name and not name.endswith("/"):
            assert data in (at.before.get(name), at.after.get(name)), f"{name} is half written"
    again = run(folder, at.command.words)
    assert again.status in at.statuses, again.said
    assert not any(words in again.said for words in _FALSE), again.said
    assert content(folder) == at.after
    assert not list((folder / "cache/briefgen").glob(".*")), "a temporary file is left in the cache"


def evenly(most: int, of: int) -> Iterator[int]:
    """Call numbers from the whole run."""
    yield from sorted({1 + round(at * (of - 1) / (most - 1)) for at in range(most)})


@pytest.mark.parametrize("name", COMMANDS)
def test_a_run_killed_at_any_call_is_completed_by_the_next(name: str, tmp_path: Path) -> None:
    at = scene(name, tmp_path)
    for number in evenly(6, at.calls):
        folder = copied(at)
        assert run(folder, at.command.words, kill_at=number).status == -9
        assert_recovers(at, folder)


@pytest.mark.soak
@pytest.mark.parametrize("name", COMMANDS)
def test_a_run_killed_at_each_call_and_at_random_moments(name: str, tmp_path: Path) -> None:
    """A thousand kills in all; twice in a row where the recovery itself is killed."""
    chance = random.Random(f"{SEED} {name}")
    at = scene(name, tmp_path)
    kills = 0
    for number in range(1, at.calls + 1):
        folder = copied(at)
        assert run(folder, at.command.words, kill_at=number).status == -9, number
        kills += 1
        if number % 3 == 0:  # the run that recovers is killed as well
            kills += run(folder, at.command.words, kill_at=chance.randint(1, 12)).status == -9
        assert_recovers(at, folder)
    began = time.monotonic()
    assert kill_after(copied(at), at.command.words, 60) in at.statuses
    usual = time.monotonic() - began
    for _ in range(400):  # some runs end before they are killed
        if kills >= 145:
            break
        folder = copied(at)
        kills += kill_after(folder, at.command.words, chance.uniform(0.3, 1) * usual) == -9
        assert_recovers(at, folder)
    assert kills >= 145
    print(f"{name}: seed {SEED}, {at.calls} calls, {kills} kills")  # noqa: T201
