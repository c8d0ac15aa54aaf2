"""Every example by every template, in every language and on both papers, meets the standards of its formats."""

from pathlib import Path

import pytest
from tests.docx import linter
from tests.laws.briefs import brief, called, every_brief, theme
from tests.release.rendered import pdf
from tests.validators.vera import faults

from briefgen.theme import PAPERS
from briefgen.verbs.order import Order
from briefgen.world.shipped import shipped
from briefgen.writers import write

pytestmark = pytest.mark.slow


def test_each_pdf_meets_ua_1_and_a_3a(tmp_path: Path) -> None:
    """As veraPDF understands them; with what the brief was made from."""
    made = {
        f"{called((name, lang, template, option))}-{paper}.pdf": pdf(
            tmp_path, shipped("scenarios") / name, Order(template=template, lang=lang, option=option, paper=paper)
        )
        for name, lang, template, option in every_brief()
        for paper in PAPERS
    }
    assert faults(made) == {}


def test_each_docx_is_sound(tmp_path: Path) -> None:
    """To two validators of Open XML, and to our own linter for what none of them finds."""
    audit = pytest.importorskip("openxml_audit")
    integrity = pytest.importorskip("ooxml_integrity")
    found = {}
    made = {
        f"{called(of)}-{paper}.docx": write(brief(*of), theme(), paper, ("docx",))["docx"]
        for of in every_brief()
        for paper in PAPERS
    }
    for name, data in made.items():
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
