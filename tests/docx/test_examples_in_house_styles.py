"""Every example by every template, in every language, is sound in the house styles of others."""

from pathlib import Path

import pytest
from houses import german
from linter import faults
from open_xml_sdk import findings

from briefgen.writers import docx
from briefgen.writers.docx import Dress
from briefgen.writers.docx.house import House, read
from laws.briefs import Briefs, brief, by_language, called
from laws.briefs import theme as shipped_theme


@pytest.fixture(scope="module", params=["german", "pandoc", "libreoffice"])
def house(request: pytest.FixtureRequest) -> House:
    made, _ = read(german() if request.param == "german" else request.getfixturevalue(request.param), "house.docx")
    assert made is not None
    return made


def made(house: House, briefs: Briefs, tmp_path: Path) -> list[Path]:
    files = []
    for of in briefs:
        path = tmp_path / f"{called(of)}.docx"
        path.write_bytes(docx.write(brief(*of), shipped_theme(), "a4", None, Dress(house=house)))
        files.append(path)
    return files


@pytest.mark.slow
@by_language
def test_to_our_linter_and_two_validators_in_python(house: House, briefs: Briefs, tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit")
    integrity = pytest.importorskip("ooxml_integrity")
    found = {
        path.name: [
            *map(str, audit.OpenXmlValidator().validate(str(path)).errors),
            *map(str, integrity.check(str(path))),
            *faults(path.read_bytes()),
        ]
        for path in made(house, briefs, tmp_path)
    }
    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.slow
@by_language
def test_to_the_validator_of_microsoft(house: House, briefs: Briefs, tmp_path: Path) -> None:
    found = {path.name: findings(path) for path in made(house, briefs, tmp_path)}
    assert {name: what for name, what in found.items() if what} == {}
