"""Packages: the same bytes each time, and read back as they were."""

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.word_files import xml_parts

from briefgen.core.xml import allowed, in_attribute, in_text, out_of_text
from briefgen.ooxml import Part, Relationship, pack

PARTS = [
    Part("word/styles.xml", "styles", b"<s/>"),
    Part("word/document.xml", "document", b"<d/>", (
        Relationship("rId1", "styles", "word/styles.xml"),
        Relationship("rId2", "hyperlink", "https://example.org/?a=1&b=2", external=True),
    )),
    Part("word/media/image1.png", "image", b"\x89PNG"),
]  # fmt: skip
ROOT = [Relationship("rId1", "document", "word/document.xml")]


def test_the_order_of_parts_does_not_matter() -> None:
    assert pack(PARTS, ROOT) == pack(PARTS[::-1], ROOT)


def test_content_types_first_then_by_name_all_of_one_date() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(PARTS, ROOT))) as archive:
        infos = archive.infolist()
    assert [i.filename for i in infos] == [
        "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml",
        "word/media/image1.png", "word/styles.xml",
    ]  # fmt: skip
    assert {i.date_time for i in infos} == {(1980, 1, 1, 0, 0, 0)}


def test_relationships_are_relative_to_their_part() -> None:
    relations = xml_parts(pack(PARTS, ROOT))["word/_rels/document.xml.rels"]
    assert [(r.get("Target"), r.get("TargetMode")) for r in relations] == [
        ("styles.xml", None),
        ("https://example.org/?a=1&b=2", "External"),
    ]


@given(st.text(st.characters(codec=None)))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_text_comes_back_from_xml_with_only_forbidden_characters_replaced(text: str) -> None:
    root = etree.fromstring(f'<a b="{in_attribute(text)}">{in_text(text)}</a>'.encode())
    assert root.get("b") == allowed(text)
    assert (root.text or "") == allowed(text)
    assert out_of_text(in_text(text)) == allowed(text)
    assert len(allowed(text)) == len(text)
