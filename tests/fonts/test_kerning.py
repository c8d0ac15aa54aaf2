"""Which letters move closer together or further apart."""

import pytest

from briefgen.fonts import load
from briefgen.fonts.font import LEAST_KERN
from briefgen.theme.read import FONTS

FILES = sorted(path.name for path in FONTS.glob("*.ttf"))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("pair", ["AV", "To", "P.", "Ty"])
def test_open_pairs_move_closer(name: str, pair: str) -> None:
    font = load(name)
    (kern,) = font.kerns_of(pair)
    assert -0.2 < kern < -LEAST_KERN
    assert font.width(pair) == pytest.approx(font.width(pair[0]) + font.width(pair[1]) + kern)


@pytest.mark.parametrize("name", FILES)
def test_every_letter_keeps_its_own_glyph(name: str) -> None:
    """A ligature would leave a code of the PDF without a character, and a letter without a place."""
    font = load(name)
    for word in ("office", "fjord", "flüssig", "ffl", "A\u0301"):
        letters = [char for char, _ in font.placed(word)] if all(map(font.can_paint, word)) else list(word)
        assert letters == list(word)
        assert len(font.kerns_of(word)) in (0, len(word) - 1)


@pytest.mark.parametrize("name", FILES)
def test_figures_are_equally_wide_and_never_kerned(name: str) -> None:
    """So that they are aligned in a column."""
    font = load(name)
    assert font.kerns_of("01234567899876543210112233445566778899") == ()
    assert {font.advance(digit) for digit in "0123456789"} == {font.advance("0")}


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_kerned_next_to_a_space_or_below_the_threshold(name: str) -> None:
    font = load(name)
    words = ["T A V", "To. A", "Kelmouth", "Ville-Marie", "vieux,"]
    kerns = [kern for word in words for kern in font.kerns_of(word)]
    assert all(not kern or abs(kern) > LEAST_KERN for kern in kerns)
    assert not any(font.kerns_of("T A V"))


def test_the_places_of_letters_end_where_the_word_ends() -> None:
    font = load("SourceSansPro-Regular.ttf")
    for word in ("AVATAR", "Tokyo", "plain", "x"):
        *_, (last, at) = font.placed(word)
        assert at + font.advance(last) == pytest.approx(font.width(word))
