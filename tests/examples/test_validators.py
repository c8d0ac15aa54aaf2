"""The shipped examples meet the standards of their formats, as the validators of others understand them.

CI looks at a slice of all combinations (`combinations.py`), `make matrix` at all of them.
"""

import subprocess
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations as pairs_of
from pathlib import Path

import pytest
from tests.docx.conftest import libreoffice, pandoc  # noqa: F401  (fixtures)
from tests.docx.houses import german
from tests.docx.linter import faults as faults_of_our_linter
from tests.docx.open_xml_sdk import findings
from tests.examples.combinations import HOUSES, Combination, matrix, pairwise, pairwise_slice, render
from tests.html.axe import axe, found
from tests.html.browser import Browser
from tests.tools import require
from tests.validators.vera import faults

from briefgen.docx.reference.opening import ReferenceDocument, read_reference

pytestmark = pytest.mark.slow

STATES = [(size, dark) for size in ((1280, 900), (320, 640)) for dark in (False, True)]
"""Of a browser: wide or a phone, light or dark."""
Houses = Callable[[Combination], ReferenceDocument | None]


def rows(*forms: str) -> Iterator[object]:
    """The combinations of a format: of the slice together, and the others of each example and look together."""
    of_format = [row for row in matrix() if row.form in forms]
    yield pytest.param([row for row in pairwise_slice() if row.form in forms], id="slice")
    for example in dict.fromkeys(row.example for row in of_format):
        for look in dict.fromkeys(row.look for row in of_format):
            rest = [row for row in of_format if (row.example, row.look) == (example, look)]
            yield pytest.param(
                [row for row in rest if row not in pairwise_slice()], id=f"{example}-{look}", marks=pytest.mark.matrix
            )


@pytest.fixture
def house(request: pytest.FixtureRequest) -> Houses:
    """The house style of a combination."""

    def of(row: Combination) -> ReferenceDocument | None:
        if row.look not in HOUSES:
            return None
        made, told = read_reference(
            german() if row.look == "german" else request.getfixturevalue(row.look), "house.docx"
        )
        assert made is not None, told
        return made

    return of


def test_the_slice_holds_every_pair_in_every_format() -> None:
    """Worked out from the values, not by the code that makes the slice."""

    def met(rows: Iterable[Combination]) -> set[object]:
        names = ("example", "template", "lang", "audience", "paper", "look")
        return {
            (row.form, one, getattr(row, one), other, getattr(row, other))
            for row in rows
            for one, other in pairs_of(names, 2)
        }

    assert met(pairwise_slice()) == met(matrix())
    assert len(pairwise_slice()) < 60 < 1000 < len(matrix())


def test_the_slice_is_always_the_same() -> None:
    assert tuple(pairwise(matrix())) == pairwise_slice()


@pytest.mark.parametrize("chosen", [*rows("pdf")])
def test_pdfs_meet_ua_1_and_a_3a(chosen: list[Combination], tmp_path: Path) -> None:
    """To veraPDF and qpdf; with what the brief was made from attached."""
    made = {row.name: render(row) for row in chosen}
    assert faults(made) == {}
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
        run = subprocess.run([require("qpdf"), "--check", tmp_path / name], capture_output=True, check=False)
        assert run.returncode == 0, (name, run.stdout, run.stderr)


@pytest.mark.parametrize("chosen", [*rows("docx")])
def test_docx_files_are_sound(chosen: list[Combination], house: Houses, tmp_path: Path) -> None:
    """To our linter, to two validators in Python, and to Microsoft's own."""
    audit, integrity = pytest.importorskip("openxml_audit"), pytest.importorskip("ooxml_integrity")
    wrong = {}
    for row in chosen:
        path = tmp_path / row.name
        path.write_bytes(data := render(row, house(row)))
        # A validator for each file: one that is used again remembers the notes of the file before.
        audited = audit.OpenXmlValidator().validate(str(path)).errors
        told = [*faults_of_our_linter(data), *integrity.check(str(path)), *findings(path), *audited]
        if told:
            wrong[row.name] = [str(each) for each in told]
    assert wrong == {}


@pytest.mark.parametrize("chosen", [*rows("html")])
def test_axe_finds_nothing_in_web_pages(chosen: list[Combination], tmp_path: Path) -> None:
    script, wrong = axe(), {}
    with Browser(require("chromium"), tmp_path / "profile") as browser:
        for at, row in enumerate(chosen):
            path = tmp_path / row.name
            path.write_bytes(render(row))
            size, dark = STATES[at % len(STATES)]
            browser.open(path, *size, dark=dark)
            if told := found(browser, script):
                wrong[row.name] = told
    assert wrong == {}
