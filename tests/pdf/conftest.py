"""The shipped theme, as the writer needs it."""

import pytest

from briefgen.core.source import SourceFile
from briefgen.theme import Theme, read, shipped


@pytest.fixture(scope="session")
def theme() -> Theme:
    path = shipped()["plain"]
    found, faults = read(SourceFile(path.name, path.read_text(encoding="utf-8")))
    assert found, faults
    return found
