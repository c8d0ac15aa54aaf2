"""Folders of scenarios that are rendered at once, each in an instant, and how a test calls the program for it."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.cli.program import ENVIRONMENT, PROGRAM
from tests.explanations.pages import BASE, TEXT

AUDIENCES = """audiences:
  - {id: public, name: The public, marking: TLP:CLEAR}
  - {id: council, name: Town council, marking: TLP:AMBER}
"""
WARNING = "sourcing: In [the table](answers.xlsx).\n"
ERROR = "issue: One [@two].\n"


def write(folder: Path, more: str = "") -> Path:
    """A scenario without a fault, with these lines at its end."""
    (folder / "texts").mkdir(parents=True)
    (folder / "texts" / "survey.txt").write_bytes(TEXT.read_bytes())
    (folder / "scenario.yaml").write_text(BASE.read_text(encoding="utf-8") + more, encoding="utf-8")
    return folder / "scenario.yaml"


def run(here: Path, *words: str, variables: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """`briefgen WORDS` in a process of its own, which may fork others."""
    return subprocess.run(
        [*PROGRAM, *words], cwd=here, env=environment(here, variables), capture_output=True, encoding="utf-8",
        check=False, timeout=120,
    )  # fmt: skip


def environment(here: Path, variables: Mapping[str, str] | None = None) -> dict[str, str]:
    """With a cache folder of its own."""
    own = {key: value for key, value in ENVIRONMENT.items() if key != "SOURCE_DATE_EPOCH"}
    return own | {"XDG_CACHE_HOME": str(here / "cache"), "LOCALAPPDATA": str(here / "cache")} | dict(variables or {})


def briefs(here: Path, folder: str = "briefs") -> dict[str, bytes]:
    """The files that were written."""
    return {path.name: path.read_bytes() for path in sorted((here / folder).iterdir()) if path.is_file()}


def times(here: Path, folder: str = "briefs") -> dict[str, int]:
    """When each was written."""
    return {entry.name: entry.stat().st_mtime_ns for entry in os.scandir(here / folder) if entry.is_file()}
