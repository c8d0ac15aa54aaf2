"""The shipped theme, and the brief with every kind of block as a page."""

import pytest
from tests.html.every_block import every_block

from briefgen.html import write
from briefgen.theme import Theme


@pytest.fixture(scope="session")
def every(theme: Theme) -> bytes:
    return write(every_block(), theme)
