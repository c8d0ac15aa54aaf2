"""A redline as PDF: lines that need no colour, spans that say what they are, and words for who hears it."""

import io
import subprocess
from pathlib import Path

import pikepdf
import pytest
from tests.laws.briefs import theme
from tests.redline.notation import read
from tests.redline.test_redline_pages import redline
from tests.tools import require
from tests.validators.vera import faults

from briefgen.document.revisions import accepted
from briefgen.layout import Fill, paginate
from briefgen.pdf.writer import write
from briefgen.redline import revise

SMALL = revise(read("The team may go.\n# Why"), read("The team may stay.\n# Why\nIt is paid."))


def test_insertions_are_underlined_twice_and_deletions_struck_through() -> None:
    plain = [box for box in paginate(accepted(SMALL), theme())[0].boxes if isinstance(box, Fill)]
    rules = [box for box in paginate(SMALL, theme())[0].boxes if isinstance(box, Fill)][len(plain) :]
    struck, *twice = (round(rule.width) for rule in rules)
    assert len(rules) == 5 and twice[0] == twice[1] and twice[2] == twice[3]
    assert rules[0].y < rules[1].y < rules[2].y
    assert struck


def test_spans_say_what_they_are() -> None:
    with pikepdf.open(io.BytesIO(write(SMALL, theme()))) as pdf:
        spans = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Span"]
        lines = sorted(str(each.A.TextDecorationType) for each in spans)
    assert lines == ["/LineThrough", "/Underline", "/Underline"]


def test_changes_are_heard(tmp_path: Path) -> None:
    (tmp_path / "small.pdf").write_bytes(write(SMALL, theme()))
    done = subprocess.run(
        [require("pdftotext"), "-raw", str(tmp_path / "small.pdf"), "-"], capture_output=True, text=True, check=True
    )
    words = " ".join(done.stdout.split())
    assert "Deleted: go End of deletion." in words
    assert "Inserted: stay End of insertion." in words
    assert "Inserted: It is paid. End of insertion." in words


@pytest.mark.slow
def test_redlines_meet_both_standards() -> None:
    made = {f"{number}.pdf": write(redline(number), theme()) for number in range(5)}
    assert faults({"small.pdf": write(SMALL, theme())} | made) == {}
