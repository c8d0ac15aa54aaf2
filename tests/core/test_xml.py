"""Text for XML."""

from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefgen.core.xml import allowed, in_attribute, in_text


@given(st.text(st.characters(codec=None)))
def test_text_comes_back_from_xml_with_only_forbidden_characters_replaced(text: str) -> None:
    root = etree.fromstring(f'<a b="{in_attribute(text)}">{in_text(text)}</a>'.encode())
    assert root.get("b") == allowed(text)
    assert (root.text or "") == allowed(text)
    assert unescape(in_text(text)) == allowed(text)
    assert len(allowed(text)) == len(text)
