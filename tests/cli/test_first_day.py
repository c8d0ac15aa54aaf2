"""The mistakes of the first day, each with what is said of it: `first_day.md`, in the words of the docs.

With BRIEFGEN_ACCEPT=1 what is said now is taken in; then read the difference.
"""

import os
import re
import shutil
from pathlib import Path

import msgspec
import pytest
from tests.cli.program import Run
from tests.docs.walk import Change, Reader, Save, Session, Step, alike, otherwise, retold, steps

CASES = Path(__file__).parent / "first_day.md"
PAGE = CASES.read_text(encoding="utf-8")
BEGINNING, *SECTIONS = re.split(r"^(?=##)", PAGE, flags=re.MULTILINE)
ACCEPT = bool(os.environ.get("BRIEFGEN_ACCEPT"))


def named() -> dict[str, str]:
    """Section and heading → the case below it."""
    out: dict[str, str] = {}
    section = ""
    for part in SECTIONS:
        heading, _, text = part.partition("\n")
        if heading.startswith("### "):
            name = f"{section}: {heading[4:]}"
            assert name not in out
            out[name] = text
        else:
            section = heading[3:]
    return out


NAMED = named()


class Newcomer:
    """Someone who has the scenario of the page, and does one thing to it."""

    def __init__(self, folder: Path, briefgen: Run) -> None:
        self.folder = folder
        self._reader = Reader(folder)
        self._briefgen = briefgen

    def do(self, step: Step) -> list[str]:
        if isinstance(step, Change):
            shutil.rmtree(self.folder / "bus")
            self.begin()
            step = msgspec.structs.replace(step, old=step.old.replace("⏎", "\n"), new=step.new.replace("⏎", "\n"))
        return self._reader.take(step)

    def begin(self) -> None:
        for step in steps(BEGINNING):
            if isinstance(step, Save):
                self._reader.take(step)

    def answer(self, command: str) -> str:
        return self._briefgen(*command.split()[1:]).output


@pytest.fixture
def newcomer(here: Path, briefgen: Run) -> Newcomer:
    who = Newcomer(here, briefgen)
    who.begin()
    return who


@pytest.mark.skipif(ACCEPT, reason="what is said now is being taken in")
@pytest.mark.parametrize("case", [BEGINNING, *NAMED.values()], ids=["no mistake", *NAMED])
def test_a_mistake_of_the_first_day_is_told(case: str, newcomer: Newcomer) -> None:
    for step in steps(case):
        if isinstance(step, Session):
            for command, shown in step.runs:
                now = newcomer.answer(command)
                assert alike(now, shown), otherwise(step, command, shown, now)
        else:
            assert newcomer.do(step) == []


@pytest.mark.skipif(not ACCEPT, reason="with BRIEFGEN_ACCEPT=1")
def test_take_in_what_is_said_now(newcomer: Newcomer) -> None:
    CASES.write_text(retold(PAGE, newcomer.do, newcomer.answer)[0], encoding="utf-8")
