"""What is remembered from one document to the next changes no byte of either."""

from tests.laws.briefs import brief, theme

from briefgen.source import SourceFile
from briefgen.theme import read, shipped
from briefgen.writers import write
from briefgen.writers.pdf.fonts import _REMEMBERED, _embedded


def test_a_brief_has_the_same_bytes_whatever_was_made_before_it() -> None:
    _embedded.cache_clear()
    alone = write(brief("starter", "en"), theme(), "a4", ("pdf",))["pdf"]
    write(brief("haiti-2022", "fr"), theme(), "a4", ("pdf",))
    before = _embedded.cache_info().hits
    assert write(brief("starter", "en"), theme(), "a4", ("pdf",))["pdf"] == alone
    assert _embedded.cache_info().hits > before, "its fonts were made before"


def test_what_is_remembered_is_bounded() -> None:
    assert _embedded.cache_info().maxsize == _REMEMBERED


def test_a_theme_is_known_by_its_text_and_by_nothing_else() -> None:
    text = shipped()["plain"].read_text(encoding="utf-8")
    first, _ = read(SourceFile("plain.yaml", text))
    assert read(SourceFile("other.yaml", text))[0] is first
    other, _ = read(SourceFile("plain.yaml", text.replace("left: 76.5", "left: 70")))
    assert other is not None
    assert other.page.left == 70
