"""The shipped theme, and the sample brief as a file."""

import pytest
from sample import PAGES, brief, plain_theme

from briefgen.theme import Theme
from briefgen.writers import docx


@pytest.fixture(scope="session")
def theme() -> Theme:
    return plain_theme()


@pytest.fixture(scope="session")
def sample(theme: Theme) -> bytes:
    return docx.write(brief(), theme, "a4", PAGES)
