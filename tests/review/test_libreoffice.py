"""What LibreOffice opened and saved has in it what reviewers did, and nothing else."""

import os
import subprocess
from pathlib import Path
from random import Random

import pytest
from tests.laws.briefs import Briefs, called, every_brief, few_or_all
from tests.review.sessions import Expected, Session
from tests.review.test_sessions import as_expected, for_review, found
from tests.tools import require

FILTER = "docx:MS Word 2007 XML"


def saved_by_libreoffice(files: list[Path], folder: Path) -> None:
    """Each file as it is then, in `folder`."""
    subprocess.run(
        [require("soffice"), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", FILTER, "--outdir", str(folder), *map(str, files)],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip


@pytest.mark.slow
@few_or_all
def test_nothing_is_found_in_any_example(briefs: Briefs, tmp_path: Path) -> None:
    files = []
    for of in briefs:
        path = tmp_path / f"{called(of)}.docx"
        path.write_bytes(for_review(of))
        files.append(path)
    saved_by_libreoffice(files, tmp_path / "saved")
    told = {called(of): found((tmp_path / "saved" / f"{called(of)}.docx").read_bytes(), of[0]) for of in briefs}
    assert {name: each for name, each in told.items() if each} == {}


def sessions_come_back(seeds: range, folder: Path) -> None:
    """Review sessions, saved once more by LibreOffice, come back as they were. It keeps no account of words that one
    person put in and another took out: it saves them as put in, and so nobody takes any out here."""
    wanted: dict[int, Expected] = {}
    scenarios: dict[int, str] = {}
    for seed in seeds:
        random = Random(seed)
        of = random.choice(every_brief())
        session = Session(for_review(of), random, changed_minds=False)
        session.work(random.randint(1, 12))
        (folder / f"{seed}.docx").write_bytes(session.saved())
        wanted[seed], scenarios[seed] = session.expected, of[0]
    saved_by_libreoffice([folder / f"{seed}.docx" for seed in seeds], folder / "saved")
    for seed in seeds:
        told = as_expected(found((folder / "saved" / f"{seed}.docx").read_bytes(), scenarios[seed]))
        assert told == {**vars(wanted[seed]), "rest": []}, seed


@pytest.mark.slow
def test_sessions_that_libreoffice_saved_come_back_as_they_were(tmp_path: Path) -> None:
    sessions_come_back(range(6), tmp_path)


@pytest.mark.soak
def test_60_sessions_that_libreoffice_saved_come_back_as_they_were(tmp_path: Path) -> None:
    first = int(os.environ.get("BRIEFGEN_SEED", "1"))
    sessions_come_back(range(first, first + 60), tmp_path)
