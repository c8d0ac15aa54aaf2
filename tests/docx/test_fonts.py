"""Fonts: what Word is told of them, and that they can travel with the brief."""

import io
import re
import zipfile
from uuid import UUID

import pytest
from lxml import etree
from tests.docx.linter import faults
from tests.docx.sample import PAGES, brief

from briefgen import docx
from briefgen.docx.context import WordOptions
from briefgen.ooxml.tags import W, w
from briefgen.theme import Theme
from briefgen.theme.read import FONTS


@pytest.fixture(scope="module")
def carrying(theme: Theme) -> zipfile.ZipFile:
    data = docx.write(brief(), theme, "a4", PAGES, WordOptions(embed_fonts=True))
    assert faults(data) == []
    return zipfile.ZipFile(io.BytesIO(data))


def table(archive: zipfile.ZipFile) -> dict[str, etree._Element]:
    root = etree.fromstring(archive.read("word/fontTable.xml"))
    return {font.get(w("name")): font for font in root}


def test_word_is_told_what_may_stand_in_and_what_kind_of_letters_they_are(carrying: zipfile.ZipFile) -> None:
    fonts = table(carrying)
    assert list(fonts) == ["Source Serif Pro", "Source Sans Pro"]
    serif = {etree.QName(e).localname: e for e in fonts["Source Serif Pro"]}
    assert serif["altName"].get(w("val")).split(",")[:3] == ["Palatino Linotype", "Palatino", "Cambria"]
    assert serif["family"].get(w("val")) == "roman"
    assert serif["panose1"].get(w("val")) == "02040603050405020204"
    assert serif["sig"].get(w("usb0")) == "20000287"  # Latin, Latin-1, Latin Extended-A and -B, Greek …


def test_embedded_fonts_are_the_files_of_the_theme(carrying: zipfile.ZipFile, theme: Theme) -> None:
    """ISO/IEC 29500-1, 17.8.1: the first 32 bytes XOR the key, whose bytes are taken from the last to the first."""
    relations = etree.fromstring(carrying.read("word/_rels/fontTable.xml.rels"))
    targets = {e.get("Id"): e.get("Target") for e in relations}
    found = {}
    for name, font in table(carrying).items():
        for embedded in font.xpath("*[starts-with(local-name(), 'embed')]", namespaces={"w": W}):
            mask = UUID(embedded.get(w("fontKey"))).bytes[::-1] * 2
            data = carrying.read(f"word/{targets[embedded.values()[0]]}")
            plain = bytes(a ^ b for a, b in zip(data[:32], mask, strict=True)) + data[32:]
            found[name, etree.QName(embedded).localname] = plain
    assert found["Source Serif Pro", "embedBold"] == (FONTS / theme.serif.strong).read_bytes()
    assert found["Source Sans Pro", "embedItalic"] == (FONTS / theme.sans.italic).read_bytes()
    assert len(found) == 8


def test_fonts_travel_on_request_only(sample: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(sample)) as archive:
        assert not [name for name in archive.namelist() if name.endswith(".odttf")]


def test_the_licences_of_the_shipped_fonts_allow_it(theme: Theme) -> None:
    """fsType of the table OS/2: 0 is “installable embedding”; the OFL says the same in words."""
    for face in (theme.serif, theme.sans):
        for name in (face.regular, face.italic, face.strong, face.strong_italic):
            data = (FONTS / name).read_bytes()
            at = re.search(rb"OS/2....(....)", data, re.DOTALL)
            assert at
            start = int.from_bytes(at[1], "big")
            assert data[start + 8 : start + 10] == b"\0\0", name
