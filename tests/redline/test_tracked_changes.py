"""A redline in Word: real tracked changes, which make the new edition when accepted and the old one when rejected."""

import os
import zipfile
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from lxml import etree
from msgspec.structs import replace
from tests.docx.linter import faults
from tests.docx.open_xml_sdk import findings
from tests.laws.briefs import brief, every_brief, theme
from tests.laws.readings import of_document, of_docx
from tests.redline.editions import edited
from tests.redline.notation import read
from tests.redline.office import paragraphs, settled
from tests.redline.word import accept_all, reject_all

from briefgen import docx
from briefgen.document import Document, Inlines, Paged, Properties, Reference
from briefgen.document.revisions import accepted, rejected
from briefgen.document.transform import transform
from briefgen.ooxml.tags import w
from briefgen.redline import revise

SEED = int(os.environ.get("BRIEFGEN_SEED", "7"))


def redlines(count: int, seed: int) -> list[Document]:
    """Redlines of shipped briefs that somebody worked on."""
    briefs = every_brief()
    made = []
    for number in range(count):
        random = Random(seed * 1_000_003 + number)
        old = brief(*briefs[number % len(briefs)])
        made.append(revise(old, edited(old, random, random.choice((0.02, 0.1, 0.3)))))
    return made


def without_pages(line: Inlines) -> Inlines:
    """The line without numbers of pages: one whose place somebody took out is printed as words."""
    kept = (replace(one, with_pages=without_pages(one.with_pages)) if isinstance(one, Paged) else one for one in line)
    return tuple(one for one in kept if not isinstance(one, Reference))


def holds(redline: Document) -> None:
    redline = replace(redline, blocks=transform(redline.blocks, text=without_pages))
    data = docx.write(redline, theme())
    assert faults(data) == []
    assert of_docx(accept_all(data)) == of_document(accepted(redline))
    assert of_docx(reject_all(data)) == of_document(rejected(redline))


def test_accept_is_new_and_reject_is_old_in_word() -> None:
    for redline in redlines(12, SEED):
        holds(redline)


@pytest.mark.soak
def test_accept_is_new_and_reject_is_old_in_word_in_the_long_run() -> None:
    for redline in redlines(300, SEED):
        holds(redline)


def libreoffice_agrees(redlines: list[Document], folder: Path) -> None:
    """Its paragraphs are those that it finds in the new and in the old edition."""
    for at, redline in enumerate(redlines):
        for command, edition in (("AcceptAllTrackedChanges", accepted), ("RejectAllTrackedChanges", rejected)):
            file, wanted = folder / f"{at}.docx", folder / f"{at}-wanted.docx"
            file.write_bytes(docx.write(redline, theme()))
            wanted.write_bytes(docx.write(edition(redline), theme()))
            assert paragraphs(settled(file, command, folder)) == paragraphs(settled(wanted, command, folder)), command


@pytest.mark.slow
def test_libreoffice_accepts_and_rejects_to_the_same_paragraphs(tmp_path: Path) -> None:
    libreoffice_agrees(redlines(2, SEED), tmp_path)


@pytest.mark.soak
def test_libreoffice_accepts_and_rejects_to_the_same_paragraphs_in_the_long_run(tmp_path: Path) -> None:
    libreoffice_agrees(redlines(20, SEED), tmp_path)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("redlines")
    made = []
    for at, redline in enumerate(redlines(6, SEED)):
        made.append(folder / f"{at}.docx")
        made[-1].write_bytes(docx.write(redline, theme()))
    return made


def test_openxml_audit_finds_nothing(files: list[Path]) -> None:
    audit = pytest.importorskip("openxml_audit")
    for file in files:
        assert [str(error) for error in audit.OpenXmlValidator().validate(str(file)).errors] == []


def test_ooxml_integrity_finds_nothing(files: list[Path]) -> None:
    integrity = pytest.importorskip("ooxml_integrity")
    for file in files:
        assert [str(finding) for finding in integrity.check(str(file))] == []


@pytest.mark.slow
def test_the_open_xml_sdk_finds_nothing(files: list[Path]) -> None:
    for file in files:
        assert findings(file) == []


def test_changes_are_those_of_the_new_edition_and_its_day() -> None:
    old, new = read("The team may go."), read("The team may stay.")
    new = replace(new, properties=Properties("Title", author="Policy desk", date="2022-11-04"))
    with zipfile.ZipFile(BytesIO(docx.write(revise(old, new), theme()))) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    changes = [*root.iter(w("ins")), *root.iter(w("del"))]
    assert ["".join(change.itertext()) for change in changes] == ["stay", "go"]
    assert {change.get(w("author")) for change in changes} == {"Policy desk"}
    assert {change.get(w("date")) for change in changes} == {"2022-11-04T00:10:00Z"}
