"""The pairs of the shipped fonts, beside what HarfBuzz makes of the same files."""

from itertools import product

import pytest
import uharfbuzz as hb

from briefgen.fonts import load
from briefgen.fonts.font import LEAST_KERN
from briefgen.theme.read import FONTS

LETTERS = (
    "AÀBCÇDEÉFGHIJKLMNOPQRSTUVWXYZaàâbcçdeéèêfghiïjklmnñoôöpqrstuùüvwxyzœ0123456789.,:;!?()[]-–—…/“”‘’«»&@%€¿¡ΑΓΔΥαγυ"
)
FEATURES = {"liga": False, "clig": False, "calt": False, "ccmp": False, "locl": False, "mark": False}


@pytest.mark.parametrize("name", sorted(path.name for path in FONTS.glob("*.ttf")))
def test_pairs_are_kerned_as_harfbuzz_does(name: str) -> None:
    font, other = load(name), hb.Font(hb.Face(hb.Blob.from_file_path(str(FONTS / name))))
    letters = [char for char in LETTERS if font.can_paint(char)]

    def advance(text: str, kern: bool) -> int:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(other, buffer, FEATURES | {"kern": kern})
        return sum(position.x_advance for position in buffer.glyph_positions)

    kerned = 0
    for first, second in product(letters, letters):
        expected = (advance(first + second, True) - advance(first + second, False)) / font.face.units
        expected = expected if abs(expected) > LEAST_KERN else 0.0
        kerned += bool(expected)
        assert font.kerns[first, second] == pytest.approx(expected), first + second
    assert kerned > 300
