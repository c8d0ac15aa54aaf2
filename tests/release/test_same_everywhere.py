"""A brief has the same bytes wherever and whenever it is rendered, and is small enough to be sent about."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from tests.cli.program import ENVIRONMENT, PROGRAM
from tests.release.rendered import pdf

from briefgen.commands.options import RenderOptions
from briefgen.io.filesystem import shipped

ELSEWHERE = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "PYTHONUTF8": "0"},
    {"TZ": "America/Anchorage", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "77", "USER": "someone", "HOME": "/nonexistent"},
)


def test_in_another_folder_under_another_name_at_another_time(tmp_path: Path) -> None:
    here = pdf(tmp_path, shipped("scenarios") / "starter", RenderOptions(template="decision-note"))
    for number, environment in enumerate(ELSEWHERE):
        folder = tmp_path / f"elsewhere {number}" / "é"
        shutil.copytree(shipped("scenarios") / "starter", folder / f"bus-{number}")
        for path in folder.rglob("*"):
            os.utime(path, (10**9, 10**9))
        subprocess.run(
            [*PROGRAM, "render", f"bus-{number}", "--template", "decision-note", "--to", "pdf", "--out", "."],
            cwd=folder, env=ENVIRONMENT | environment, capture_output=True, check=True,
        )  # fmt: skip
        made = (folder / f"bus-{number}-decision-note.pdf").read_bytes()
        assert hashlib.sha256(made).hexdigest() == hashlib.sha256(here).hexdigest()


def test_what_it_was_made_from_costs_little(tmp_path: Path) -> None:
    """The options paper on Haiti: under 118 KB without its sources, under 140 KB with them."""
    bare = pdf(tmp_path, shipped("scenarios") / "haiti-2022", RenderOptions(sources=False))
    whole = pdf(tmp_path, shipped("scenarios") / "haiti-2022")
    assert len(bare) < 118_000 and len(whole) < 140_000
