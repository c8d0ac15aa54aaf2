"""The inks of a theme on a screen, by day and in the dark.

In the dark each ink keeps its hue and becomes as light as it must to be read on every ground (WCAG 2, 1.4.3 and 1.4.6).
"""

import colorsys
from bisect import bisect_left

from briefgen.theme import Theme

PAPER = "paper"
"""The ground of the page, which paper has of itself."""

_DARK_PAPER = 0.085
_DARK_TINT = 0.125
_DARK_GROUND = 0.16
_DARK_RULE = 0.34
"""Lightness of what is dark in the dark, from 0 to 1."""
_MOST_SATURATED = 0.5
"""Brighter colours glow on a dark ground."""
_READABLE = 4.5
_EASY = 10.0
"""Contrast of inks, and of the text itself, which is not pure white."""
_KEPT = frozenset({"marking-ground"})  # labels of the TLP stand on black


def light(theme: Theme) -> dict[str, str]:
    """The inks as the theme has them, on white."""
    return {PAPER: "#FFFFFF", **theme.inks}


def dark(theme: Theme) -> dict[str, str]:
    """The same inks for a dark screen."""
    inks = theme.inks
    out = {PAPER: _with_lightness(inks["text"], _DARK_PAPER)}
    for name, colour in inks.items():
        if name in _KEPT:
            out[name] = colour
        elif name.endswith("-ground"):
            out[name] = _with_lightness(inks.get(name.removesuffix("-ground"), colour), _DARK_GROUND)
        elif is_ground(name, theme):
            out[name] = _with_lightness(inks["text"], _DARK_TINT)
        elif name == "hairline":
            out[name] = _with_lightness(inks["text"], _DARK_RULE)
    grounds = [shade for name, shade in out.items() if is_ground(name, theme)]
    return out | {
        name: _readable(inks[name], grounds, _EASY if name == "text" else _READABLE) for name in inks if name not in out
    }


def is_ground(name: str, theme: Theme) -> bool:
    """Whether text in the inks of the theme stands on it."""
    return name in (PAPER, "tint", theme.callout.ground) or (name.endswith("-ground") and name not in _KEPT)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, `#RRGGBB`, from 1 to 21 (WCAG 2, “contrast ratio”)."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _with_lightness(colour: str, lightness: float) -> str:
    hue, _lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    parts = colorsys.hls_to_rgb(hue, lightness, min(saturation, _MOST_SATURATED))
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)


def _readable(ink: str, grounds: list[str], least: float) -> str:
    """The ink, as dark as it can be while it is read on every ground."""
    shades = [_with_lightness(ink, percent / 100) for percent in range(40, 101)]
    at = bisect_left(shades, True, key=lambda shade: all(contrast(shade, ground) >= least for ground in grounds))
    return shades[min(at, len(shades) - 1)]
