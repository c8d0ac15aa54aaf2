"""What our own reader finds in the shipped font files is what ReportLab's finds in them."""

import struct
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFontFace

from briefgen.fonts.charmap import characters
from briefgen.fonts.face import Face
from briefgen.fonts.subset import subset
from briefgen.theme.read import FONTS

FILES = sorted(path.name for path in FONTS.glob("*.ttf"))


@cache
def ours(name: str) -> Face:
    return Face((FONTS / name).read_bytes())


@cache
def theirs(name: str) -> TTFontFace:
    return TTFontFace(str(FONTS / name))


@pytest.mark.parametrize("name", FILES)
def test_a_font_has_the_characters_that_reportlab_maps_to_a_glyph(name: str) -> None:
    mapped = {code for code, glyph in theirs(name).charToGlyph.items() if glyph}
    assert mapped == characters(name)


@pytest.mark.parametrize("name", FILES)
def test_characters_have_the_glyphs_and_the_widths_that_reportlab_finds(name: str) -> None:
    face, other = ours(name), theirs(name)
    assert {code: face.glyph_of(code) for code in other.charToGlyph if code != 0xFFFF} == {
        code: glyph for code, glyph in other.charToGlyph.items() if code != 0xFFFF
    }
    for code, width in other.charWidths.items():
        assert face.advance(face.glyph_of(code)) * 1000 / face.units == pytest.approx(width)
    assert [face.bearing(glyph) % 0x10000 for glyph in range(face.glyphs)] == [lsb for _, lsb in other.hmetrics]


@pytest.mark.parametrize("name", FILES)
def test_a_font_is_described_as_reportlab_describes_it(name: str) -> None:
    face, other = ours(name), theirs(name)
    scaled = [each * 1000 / face.units for each in (*face.bounds, face.ascent, face.descent, face.capital)]
    assert scaled == pytest.approx([*other.bbox, other.ascent, other.descent, other.capHeight])
    assert (face.name, face.slant) == (other.name.decode(), other.italicAngle)


@given(st.sampled_from(FILES), st.data())
def test_a_subset_paints_what_that_of_reportlab_paints(name: str, data: st.DataObject) -> None:
    codes = st.sampled_from(sorted(characters(name))) | st.sampled_from(sorted(map(ord, "Çé½ﬁ ")))
    painted = data.draw(st.lists(codes, min_size=1, max_size=120))
    made, other = _tables(subset(ours(name), painted)), _tables(theirs(name).makeSubset(painted))
    assert {tag: table for tag, table in other.items() if tag in made and tag != b"head"} == {
        tag: table for tag, table in made.items() if tag != b"head"
    }
    assert made[b"head"][12:] == other[b"head"][12:]  # before it stand the check sums


def _tables(program: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">H", program, 4)
    rows = (struct.unpack_from(">4s4xLL", program, 12 + 16 * row) for row in range(count))
    return {tag: program[at : at + length] for tag, at, length in rows}
