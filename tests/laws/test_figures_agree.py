"""Every figure has one title, one key and one alternative text, in every format."""

import re
from html import unescape
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from tests.laws.briefs import SHIPPED, brief, files, theme
from tests.pdf.structure import actual_text

from briefgen import html
from briefgen.document import Document, Figure, Picture, plain

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"

briefs = pytest.mark.parametrize(("name", "lang"), SHIPPED)


def figures(document: Document) -> list[Figure]:
    return [block for block in document.blocks if isinstance(block, Figure)]


@briefs
def test_what_a_figure_shows_is_told_alike(name: str, lang: str) -> None:
    shown = figures(brief(name, lang))
    told = [figure.alt for figure in shown]
    assert [one.attributes["Alt"] for one in actual_text(files(name, lang)["pdf"]) if one.tag == "Figure"] == told
    with ZipFile(BytesIO(files(name, lang)["docx"])) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    spoken = [drawing for drawing in root.iter(_DRAWING) if drawing.find(".//{*}decorative") is None]
    assert [drawing.get("descr") for drawing in spoken] == told
    page = html.write(brief(name, lang), theme()).decode()
    spoken = [unescape(text) for text in re.findall(r'(?:<img[^>]* alt|role="img" aria-label)="([^"]*)"', page)]
    assert spoken == [figure.alt for figure in shown for _ in range(1 if isinstance(figure.picture, Picture) else 2)]


@briefs
def test_every_chart_has_a_title_and_a_key_and_says_its_data(name: str, lang: str) -> None:
    for figure in figures(brief(name, lang)):
        if isinstance(figure.picture, Picture):
            continue
        assert figure.caption and figure.caption.label and plain(figure.caption.content) and figure.key
        assert len(figure.alt) > 60


def test_a_paper_that_ranks_shows_why_and_one_that_does_not_shows_nothing() -> None:
    kinds = {name: [type(figure.picture).__name__ for figure in figures(brief(name, "en"))] for name, _ in SHIPPED}
    assert kinds == {
        "haiti-2022": [],
        "starter": ["Acceptability", "Contributions"],
        "kelmouth-2026": ["Acceptability", "Contributions", "Sensitivity", "Picture", "Timeline"],
    }
