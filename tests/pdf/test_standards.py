"""PDF/UA-1 and PDF/A-3a, as veraPDF understands them."""

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from tests.drawn import CHARTS
from tests.factory import document
from tests.pdf.brief import brief
from tests.strategies import documents
from tests.validators.vera import faults

from briefgen.document import Document
from briefgen.theme import Theme
from briefgen.writers.pdf import write


def written(theme: Theme, count: int, start: int) -> dict[str, bytes]:
    """Files of documents that hypothesis makes."""
    files: dict[str, bytes] = {}

    @seed(start)
    @settings(max_examples=count, deadline=None, database=None, suppress_health_check=list(HealthCheck),
              phases=[Phase.generate])  # fmt: skip
    @given(documents())
    def write_one(made: Document) -> None:
        files[f"{start}-{len(files)}.pdf"] = write(made, theme)

    write_one()
    return files


def test_briefs_meet_both_standards(theme: Theme) -> None:
    files = {"brief.pdf": write(brief(), theme), "empty.pdf": write(document(), theme)}
    files |= {"charts.pdf": write(document(*CHARTS), theme)} | written(theme, 12, 1)
    assert faults(files) == {}


@pytest.mark.soak
@pytest.mark.parametrize("start", range(2, 12))
def test_any_document_meets_both_standards(theme: Theme, start: int) -> None:
    assert faults(written(theme, 50, start)) == {}
