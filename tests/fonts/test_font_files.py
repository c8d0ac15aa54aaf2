"""What our own reader of font files finds is what ReportLab's finds, which is too slow to load for a check."""

import pytest

from briefgen.fonts.font import load
from briefgen.fonts.tables import characters
from briefgen.theme.read import FONTS


@pytest.mark.parametrize("name", sorted(path.name for path in FONTS.glob("*.ttf")))
def test_a_font_has_the_characters_that_reportlab_maps_to_a_glyph(name: str) -> None:
    mapped = {code for code, glyph in load(name).face.charToGlyph.items() if glyph}
    assert mapped == characters(name)
