"""Workers: processes that live on, make a file at each order, and never the same one twice."""

import subprocess
import sys
import zipfile
from pathlib import Path

import msgspec
import pytest
from bench.brief import plain_theme
from bench.kept import ROOT, Runner, alone, warm
from bench.makers import BRIEF, THEME
from bench.marker import MARKER, word_of
from bench.race import ContenderError, environment

from briefgen.document import Document, Paragraph, Properties, Run, Running, TemplateText


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    words = Run(f"This word is another one in each round: {MARKER}.", TemplateText())
    brief = Document("en", Properties("A brief"), Running(), (Paragraph((words,)),))
    (tmp_path / BRIEF).write_bytes(msgspec.msgpack.encode(brief))
    (tmp_path / THEME).write_bytes(msgspec.msgpack.encode(plain_theme()))
    return tmp_path


def test_all_rounds_of_a_contender_are_run_in_one_process_and_its_first_file_is_kept(folder: Path) -> None:
    laps = warm({"briefgen": Runner("briefgen-pdf", folder, "a.pdf")}, 4)["briefgen"]
    assert len(laps) == 4
    assert all(lap.wall > 0 and lap.peak == 0 for lap in laps)
    assert (folder / "a.pdf").read_bytes().startswith(b"%PDF-")


def test_a_process_of_its_own_tells_its_peak(folder: Path) -> None:
    runners = {"pdf": Runner("briefgen-pdf", folder, "a.pdf"), "docx": Runner("briefgen-docx", folder, "a.docx")}
    laps = alone(runners, 1)
    assert {name: len(run) for name, run in laps.items()} == {"pdf": 1, "docx": 1}
    assert all(run[0].peak > 5 for run in laps.values())
    assert (folder / "a.docx").exists()


def test_each_round_has_a_word_of_its_own(folder: Path) -> None:
    orders = f"ready {word_of(7)}\ngo\nkeep {folder / 'seven.docx'}\n"
    command = [sys.executable, "-m", "bench.worker", "briefgen-docx", str(folder)]
    said = subprocess.run(command, cwd=ROOT, env=environment(), input=orders, text=True, capture_output=True)
    assert [line if line == "ok" else float(line) > 0 for line in said.stdout.split()] == ["ok", True, "ok"]
    with zipfile.ZipFile(folder / "seven.docx") as package:
        assert "round: rounds0007." in package.read("word/document.xml").decode()


def test_a_worker_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(ContenderError, match=r"briefgen ended with 1: (?s:.*)No such file"):
        warm({"briefgen": Runner("briefgen-pdf", tmp_path, "a.pdf")}, 1)
