"""A brief that LibreOffice opened and saved has nothing in it that anyone changed."""

import subprocess
from pathlib import Path

import pytest
from tests.laws.briefs import called, every_brief
from tests.review.test_sessions import for_review, found

from tools import require

FILTER = "docx:MS Word 2007 XML"


def saved_by_libreoffice(files: list[Path], folder: Path) -> None:
    """Each file as it is then, in `folder`."""
    subprocess.run(
        [require("soffice"), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", FILTER, "--outdir", str(folder), *map(str, files)],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip


@pytest.mark.slow
def test_nothing_is_found_in_any_example(tmp_path: Path) -> None:
    files = []
    for of in every_brief():
        path = tmp_path / f"{called(of)}.docx"
        path.write_bytes(for_review(of))
        files.append(path)
    saved_by_libreoffice(files, tmp_path / "saved")
    told = {called(of): found((tmp_path / "saved" / f"{called(of)}.docx").read_bytes(), of[0]) for of in every_brief()}
    assert {name: each for name, each in told.items() if each} == {}
