"""Every example by every template, in every language and on both papers, meets the standards of its formats."""

from pathlib import Path

import pytest
from tests.docx import linter
from tests.laws.briefs import brief, called, every_brief, theme
from tests.validators.vera import faults

from briefgen.theme import PAPERS
from briefgen.writers import write

pytestmark = pytest.mark.slow


def made(form: str) -> dict[str, bytes]:
    """File name → the file, for each brief and paper."""
    return {
        f"{called(of)}-{paper}.{form}": write(brief(*of), theme(), paper, (form,))[form]
        for of in every_brief()
        for paper in PAPERS
    }


def test_each_pdf_meets_ua_1_and_a_3a() -> None:
    """As veraPDF understands them."""
    assert faults(made("pdf")) == {}


def test_each_docx_is_sound(tmp_path: Path) -> None:
    """To two validators of Open XML, and to our own linter for what none of them finds."""
    audit = pytest.importorskip("openxml_audit")
    integrity = pytest.importorskip("ooxml_integrity")
    found = {}
    for name, data in made("docx").items():
        path = tmp_path / name
        path.write_bytes(data)
        # A validator for each: one that is kept remembers the notes of the paper before, and misses those of the next.
        validator = audit.OpenXmlValidator()
        found[name] = [
            *map(str, validator.validate(str(path)).errors),
            *map(str, integrity.check(str(path))),
            *linter.faults(data),
        ]
    assert {name: what for name, what in found.items() if what} == {}
