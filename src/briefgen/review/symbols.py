"""Signs that Word sets in a font of pictures (`w:sym`, ISO/IEC 29500-1, 17.3.3.30) → the characters that they show.

Word types some of them by itself: `-->` becomes an arrow of Wingdings. The letters of Symbol are as Unicode maps the
encoding of that font (https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt).
"""

from collections.abc import Mapping
from types import MappingProxyType

_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SIGNS: Mapping[int, str] = {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥", 0x7E: "∼", 0xA2: "′",
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″",
    0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…",
    0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xCC: "⊂", 0xCE: "∈", 0xCF: "∉", 0xD5: "∏", 0xD6: "√", 0xD8: "¬", 0xD9: "∧",
    0xDA: "∨", 0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS: Mapping[int, str] = {
    0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE7: "⇐", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF3: "⇔",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS: Mapping[str, Mapping[int, str]] = MappingProxyType({
    "symbol": {
        **{0x41 + at: letter for at, letter in enumerate(_GREEK[0])},
        **{0x61 + at: letter for at, letter in enumerate(_GREEK[1])},
        **{at: chr(at) for at in (*range(0x20, 0x40), 0x5B, 0x5D, 0x7B, 0x7C, 0x7D)},
        **_SIGNS,
    },
    "wingdings": _WINGDINGS,
})  # fmt: skip


def sign(font: str, code: str) -> str | None:
    """The character that a sign shows; None where nobody knows. `code` is hexadecimal; Word adds F000 to it."""
    try:
        number = int(code, 16)
    except ValueError:
        return None
    known = _FONTS.get(font.lower())
    if known is not None:
        return known.get(number & 0xFFF)
    if number < 0x20 or 0xD800 <= number < 0xF900 or number > 0xFFFD:
        return None
    return chr(number)
