"""PDF/UA-1 and PDF/A-3a, as veraPDF understands them."""

import io
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest
from hypothesis import Phase, given, seed, settings
from tests.drawn import CHARTS
from tests.factory import C, P, document
from tests.pdf.brief import brief
from tests.pdf.test_attachments import DATED, FILES
from tests.strategies import documents
from tests.stress import STRESS
from tests.tools import require
from tests.validators.vera import faults

from briefgen.document import Document, Row, Table
from briefgen.pdf.writer import write
from briefgen.theme import Theme

SEED = int(os.environ.get("BRIEFGEN_SEED", "2022"))


def made(count: int, start: int) -> dict[str, Document]:
    """Documents that hypothesis makes of a seed. A name tells the seed, and how to have the document again."""
    out: dict[str, Document] = {}

    @seed(start)
    @settings(max_examples=count, derandomize=False, phases=[Phase.generate])  # validated all at once, so not here
    @given(documents())
    def keep(one: Document) -> None:
        out[f"{start}-{len(out)}.pdf"] = one

    keep()
    return out


def told(tried: dict[str, Document], theme: Theme, more: Mapping[str, bytes] | None = None) -> dict[str, str]:
    """What is wrong with the files of documents, by the name of each and what it is; and with more files, by name."""
    found = faults({name: write(one, theme) for name, one in tried.items()} | dict(more or {}))
    return {f"{name} {tried[name]!r}" if name in tried else name: fault for name, fault in found.items()}


def unmarked(pdf: bytes) -> bytes:
    """A file that does not say that it is tagged."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        del opened.Root.MarkInfo
        opened.save(out)
    return out.getvalue()


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


def test_briefs_and_documents_that_break_programs_meet_both_standards(theme: Theme) -> None:
    """And with files attached. Together, for the validator takes seconds to start; it would find a fault."""
    covered = Table((), (), (Row((C("a", rowspan=2),)), Row(())))  # a row that is covered whole
    briefs = {"brief.pdf": brief(), "empty.pdf": document(), "charts.pdf": document(*CHARTS)}
    stress = {f"{name}.pdf": one for name, one in STRESS.items()}
    more = {
        "dated.pdf": write(DATED, theme, "a4", FILES),
        "undated.pdf": write(document(P("x")), theme, "a4", FILES),
        "unmarked.pdf": unmarked(write(brief(), theme)),
    }
    found = told(briefs | stress | {"covered.pdf": document(covered)} | made(12, 1), theme, more)
    assert [line for line in found.pop("unmarked.pdf").splitlines() if line[0] != " "] == ["ua1", "3a"]
    assert found == {}


def test_qpdf_finds_no_fault_in_documents_that_break_programs(theme: Theme, tmp_path: Path) -> None:
    assert broken(STRESS, theme, tmp_path) == {}


@pytest.mark.soak
@pytest.mark.parametrize("part", range(10))
def test_any_document_meets_both_standards(theme: Theme, part: int, tmp_path: Path) -> None:
    """500 documents, by the seed that `make soak` prints."""
    tried = made(50, SEED + part)
    assert told(tried, theme) == {}
    assert broken(tried, theme, tmp_path) == {}
