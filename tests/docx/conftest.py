"""The shipped theme, the sample brief as a file, and house styles that other programs make."""

import subprocess

import pytest
from tests.docx.houses import german
from tests.docx.sample import PAGES, brief, plain_theme
from tests.tools import require

from briefgen import docx
from briefgen.theme import Theme


@pytest.fixture(scope="session")
def theme() -> Theme:
    return plain_theme()


@pytest.fixture(scope="session")
def sample(theme: Theme) -> bytes:
    return docx.write(brief(), theme, "a4", PAGES)


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The German house style as LibreOffice saves it."""
    office, folder = require("soffice"), tmp_path_factory.mktemp("office")
    (folder / "house.docx").write_bytes(german())
    subprocess.run(
        [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
         "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(folder / "house.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return (folder / "out" / "house.docx").read_bytes()


@pytest.fixture(scope="session")
def pandoc() -> bytes:
    """What pandoc dresses its documents in."""
    done = subprocess.run(
        [require("pandoc"), "--print-default-data-file", "reference.docx"], check=True, capture_output=True
    )
    return done.stdout
