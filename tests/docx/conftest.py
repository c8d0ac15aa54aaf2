"""The shipped theme, and the sample brief as a file."""

import pytest
from sample import PAGES, brief

from briefgen.source import SourceFile
from briefgen.theme import Theme, read, shipped
from briefgen.writers import docx


@pytest.fixture(scope="session")
def theme() -> Theme:
    path = shipped()["plain"]
    made, faults = read(SourceFile(path.name, path.read_text(encoding="utf-8")))
    assert made, faults
    return made


@pytest.fixture(scope="session")
def sample(theme: Theme) -> bytes:
    return docx.write(brief(), theme, "a4", PAGES)
