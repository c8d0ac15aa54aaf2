"""PDF/UA-1 and PDF/A-3a, as veraPDF understands them."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from tests.drawn import CHARTS
from tests.factory import C, document
from tests.pdf.brief import brief
from tests.strategies import documents
from tests.stress import STRESS
from tests.tools import require
from tests.validators.vera import faults

from briefgen.document import Document, Row, Table
from briefgen.theme import Theme
from briefgen.writers.pdf import write

SEED = int(os.environ.get("BRIEFGEN_SEED", "2022"))


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


def broken(tried: dict[str, Document], theme: Theme, folder: Path) -> dict[str, str]:
    """The documents in whose files qpdf finds a fault, and what it says."""
    out: dict[str, str] = {}
    path = folder / "tried.pdf"
    for name, one in tried.items():
        path.write_bytes(write(one, theme))
        run = subprocess.run([require("qpdf"), "--check", path], capture_output=True, text=True, check=False)
        if run.returncode:
            out[f"{name} {one!r}"] = run.stdout + run.stderr
    return out


def test_briefs_meet_both_standards(theme: Theme) -> None:
    assert (
        told({"brief.pdf": brief(), "empty.pdf": document(), "charts.pdf": document(*CHARTS)} | made(12, 1), theme)
        == {}
    )


def test_what_has_broken_programs_meets_both_standards(theme: Theme) -> None:
    assert told({f"{name}.pdf": one for name, one in STRESS.items()}, theme) == {}


def test_qpdf_finds_no_fault_in_what_has_broken_programs(theme: Theme, tmp_path: Path) -> None:
    assert broken(STRESS, theme, tmp_path) == {}


def test_a_table_with_a_row_that_is_covered_whole_meets_both_standards(theme: Theme) -> None:
    covered = Table((), (), (Row((C("a", rowspan=2),)), Row(())))
    assert told({"covered.pdf": document(covered)}, theme) == {}


@pytest.mark.soak
@pytest.mark.parametrize("part", range(10))
def test_any_document_meets_both_standards(theme: Theme, part: int, tmp_path: Path) -> None:
    """500 documents, by the seed that `make soak` prints."""
    tried = made(50, SEED + part)
    assert told(tried, theme) == {}
    assert broken(tried, theme, tmp_path) == {}
