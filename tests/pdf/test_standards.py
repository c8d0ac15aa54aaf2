"""PDF/UA-1 and PDF/A-3a, as veraPDF understands them."""

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from tests.drawn import CHARTS
from tests.factory import C, H, document, table
from tests.pdf.brief import brief
from tests.strategies import documents
from tests.validators.vera import faults

from briefgen.document import Document, Row, Table
from briefgen.theme import Theme
from briefgen.writers.pdf import write


def made(count: int, start: int) -> dict[str, Document]:
    """Documents that hypothesis makes of a seed. A name tells the seed, and how to have the document again."""
    out: dict[str, Document] = {}

    @seed(start)
    @settings(max_examples=count, deadline=None, database=None, suppress_health_check=list(HealthCheck),
              phases=[Phase.generate])  # fmt: skip
    @given(documents())
    def keep(one: Document) -> None:
        out[f"{start}-{len(out)}.pdf"] = one

    keep()
    return out


def told(tried: dict[str, Document], theme: Theme) -> dict[str, str]:
    """The documents that fail, each by its name and where it is kept, and what is wrong with their files."""
    found = faults({name: write(one, theme) for name, one in tried.items()})
    return {f"{name} {tried[name]!r}": fault for name, fault in found.items()}


def test_briefs_meet_both_standards(theme: Theme) -> None:
    assert (
        told({"brief.pdf": brief(), "empty.pdf": document(), "charts.pdf": document(*CHARTS)} | made(12, 1), theme)
        == {}
    )


def test_tables_on_turned_pages_and_in_groups_meet_both_standards(theme: Theme) -> None:
    head = " | ".join(["Criterion^1", *(f"Option {n}" for n in range(30))])
    rows = (" | ".join([f"row {n}^2", *["not stated^3"] * 30]) for n in range(40))
    wide = document(H("Section"), table(head, *rows, caption="Table 1: Wide", key="A key."), notes=["a", "b", "c"])
    assert told({"wide.pdf": wide}, theme) == {}


def test_a_table_with_a_row_that_is_covered_whole_meets_both_standards(theme: Theme) -> None:
    covered = Table((), (), (Row((C("a", rowspan=2),)), Row(())))
    assert told({"covered.pdf": document(covered)}, theme) == {}


@pytest.mark.soak
@pytest.mark.parametrize("start", range(2, 12))
def test_any_document_meets_both_standards(theme: Theme, start: int) -> None:
    assert told(made(50, start), theme) == {}
