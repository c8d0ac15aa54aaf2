"""Text is measured by HarfBuzz and embedded by ReportLab: both must read the shipped font files alike."""

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from briefgen.fonts import load
from briefgen.fonts.font import paintable
from briefgen.theme.read import FONTS

FILES = sorted(path.name for path in FONTS.glob("*.ttf"))


@pytest.mark.parametrize("name", FILES)
def test_both_libraries_find_the_same_glyphs_and_widths(name: str) -> None:
    ours, theirs = load(name), TTFontFace(str(FONTS / name))
    assert ours.characters == {code for code, glyph in theirs.charToGlyph.items() if glyph}
    for code, glyph in theirs.charToGlyph.items():
        if glyph and paintable(char := chr(code)) and code != 0xA0:
            assert ours.glyph(char) == glyph
            assert ours.advance(char) * 1000 == pytest.approx(theirs.charWidths[code])


@pytest.mark.parametrize("name", FILES)
def test_a_no_break_space_is_as_wide_as_a_space(name: str) -> None:
    font = load(name)
    assert font.advance("\u00a0") == font.space > 0


@pytest.mark.parametrize("name", FILES)
def test_a_line_holds_its_letters(name: str) -> None:
    font = load(name)
    assert 0.6 < font.ascent < 1.2 and 0.1 < font.descent < 0.5
    assert font.line >= font.ascent + font.descent - 1e-9


def test_a_character_without_a_glyph_has_no_width() -> None:
    font = load("SourceSerifPro-It.ttf")
    assert not font.can_paint("\u65b0")
    with pytest.raises(KeyError):
        font.width("a\u65b0")
