"""What tests of the command line begin with: a folder to stand in, a scenario, and the program."""

from pathlib import Path

import pytest
from tests.cli.program import Run, Write
from tests.command_line import run
from tests.explanations.pages import BASE, TEXT


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the person stands."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv("BRIEFGEN_DEBUG", raising=False)
    return folder


@pytest.fixture
def briefgen() -> Run:
    return run


@pytest.fixture
def scenario(here: Path) -> Write:
    def write(more: str = "", folder: str = "bus", replace: tuple[str, str] = ("", "")) -> Path:
        text = BASE.read_text(encoding="utf-8")
        assert replace[0] in text
        file = here / folder / "scenario.yaml"
        (file.parent / "texts").mkdir(parents=True)
        (file.parent / "texts" / "survey.txt").write_text(TEXT.read_text(encoding="utf-8"), encoding="utf-8")
        file.write_text((text.replace(*replace) if replace[0] else text) + more, encoding="utf-8", newline="")
        return file

    return write
