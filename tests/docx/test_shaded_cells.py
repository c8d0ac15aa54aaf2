"""The options by criteria and by parties are tables in Word: what the ground of a cell says, its words say."""

import io
import zipfile

import pytest
from lxml import etree
from tests.laws.briefs import files, theme

from briefgen.ooxml.tags import w

SIGNS = {"for-ground": "▲△", "against-ground": "▼▽", "mixed-ground": "◆◊"}


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_shaded_cell_begins_with_its_sign_and_a_word(lang: str) -> None:
    grounds = {theme().inks[name].lstrip("#"): signs for name, signs in SIGNS.items()}
    with zipfile.ZipFile(io.BytesIO(files("haiti-2022", lang)["docx"])) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    seen = set()
    for cell in body.iter(w("tc")):
        shade = cell.find(f"{w('tcPr')}/{w('shd')}")
        if shade is None or shade.get(w("fill")) not in grounds:
            continue
        fill = shade.get(w("fill"), "")
        words = "".join(text.text or "" for text in cell.iter(w("t")))
        sign, _, said = words.partition(" ")
        assert sign and sign in grounds[fill] and said[:1].isalpha(), words
        seen.add(grounds[fill])
    assert {"▲△", "▼▽"} <= seen
