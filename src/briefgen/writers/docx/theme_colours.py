"""Inks as styles name them: by their place in Word's theme, so that they follow when someone gives the document other
colours, and by their value for programs that know no theme (ISO/IEC 29500-1, 17.18.97)."""

from briefgen.theme import Theme
from briefgen.writers.docx.units import colour

PLACES = {
    "text": "text2", "tint": "background2", "accent": "accent1", "for": "accent2", "against": "accent3",
    "mixed": "accent4", "secondary": "accent5", "hairline": "accent6", "link": "hyperlink",
}  # fmt: skip
"""Ink → its place in the theme. The others, grounds above all, have none."""


def place(ink: str, attribute: str = "themeColor") -> str:
    """The attribute that names an ink's place in the theme, if it has one."""
    return f' w:{attribute}="{PLACES[ink]}"' if ink in PLACES else ""


def of_line(theme: Theme, ink: str) -> str:
    """The colour of a border, as its attributes."""
    return f'w:color="{colour(theme.inks[ink])}"{place(ink)}'


def of_ground(theme: Theme, ink: str) -> str:
    """A plain ground."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(theme.inks[ink])}"{place(ink, "themeFill")}/>'
