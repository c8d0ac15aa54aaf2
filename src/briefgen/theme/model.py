"""A theme: paper, faces, colours and the measures of each kind of text. Lengths are in points (1/72 inch)."""

from typing import Annotated, Literal, TypeAlias

import msgspec

PaperName: TypeAlias = Literal["a4", "letter"]

PAPERS: dict[PaperName, tuple[float, float]] = {
    "a4": (595.276, 841.89),  # ISO 216: 210 × 297 mm
    "letter": (612.0, 792.0),  # ANSI A: 8.5 × 11 in
}
"""Width and height, upright."""


# A theme: paper, faces, inks and the measures of each kind of text. Lengths are in points (1/72 inch).
#
# All lengths are bounded, so that on every paper there is room for a line of text: a theme may come with a
# brief from elsewhere.

Margin: TypeAlias = Annotated[float, msgspec.Meta(ge=0, le=200)]
Space: TypeAlias = Annotated[float, msgspec.Meta(ge=0, le=72)]
Size: TypeAlias = Annotated[float, msgspec.Meta(ge=4, le=72)]
Leading: TypeAlias = Annotated[float, msgspec.Meta(ge=4, le=108)]


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Margins of a page. Header and footer are inside the margins, `header` and `footer` from the paper's edge."""

    left: Margin
    right: Margin
    top: Margin
    bottom: Margin
    header: Margin
    footer: Margin


class Face(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A family: four files, and the name by which Word asks for it with what may replace it."""

    name: str
    regular: str
    italic: str
    strong: str
    strong_italic: str
    alternates: tuple[str, ...]
    """Families of like width for Word, where this one is not installed: the best first."""
    generic: Literal["serif", "sans"]


class TextStyle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one kind of text looks."""

    face: Literal["serif", "sans"]
    size: Size
    leading: Leading
    colour: str = "text"
    """The name of an ink."""
    strong: bool = False
    italic: bool = False
    align: Literal["left", "right", "center", "justify"] = "left"
    before: Space = 0
    after: Space = 0
    capitals: bool = False
    tracking: Annotated[float, msgspec.Meta(ge=0, le=1)] = 0
    """Extra space between letters, as a part of the size: 0.06."""
    indent: Space = 0


class Box(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The ground and the rule of a callout."""

    ground: str
    rule: str
    rule_width: Space
    padding: Space


class CardFrame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The frame of a card: `rule` is above it, `border` around it. An empty `ground` is that of the page."""

    border: str
    border_width: Space
    rule: str
    rule_width: Space
    padding: Space
    ground: str = ""


class Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Rules and paddings of tables. `outer`: above and below; `inner`: between rows, a hairline."""

    outer: str
    outer_width: Space
    inner: str
    inner_width: Space
    pad_x: Space
    pad_top: Space
    pad_bottom: Space


class Theme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A theme as its file gives it. `inks`: name → `#RRGGBB`. `styles`: see STYLES."""

    name: str
    page: Page
    serif: Face
    sans: Face
    fallback: str
    """The font file for characters that the faces lack."""
    inks: dict[str, str]
    styles: dict[str, TextStyle]
    callout: Box
    card: CardFrame
    recommended_card: CardFrame = msgspec.field(name="recommended-card")
    table: Tables
    reference: str = ""
    """A DOCX or DOTX whose styles the brief in Word takes, named from the theme's file."""
    portion_marks: bool = msgspec.field(default=False, name="portion-marks")
    """Each paragraph, item, cell, caption and note begins with its marking in brackets."""


WITHIN_NOTE = 0.8
"""Points between the paragraphs of an end note."""

NOTES_APART = 1.5
"""The space between two end notes, as a part of what their style gives."""

STYLES = (
    "body", "lead", "small", "label", "heading1", "heading2", "heading3", "heading4", "kind", "title", "question",
    "entry-label", "entry", "callout-title", "callout", "callout-small", "caption", "caption-label", "table-head",
    "table", "table-small", "list", "quotation", "attribution", "note", "endnote", "contents1", "contents2",
    "contents-title", "header", "footer", "marking",
)  # fmt: skip
"""Every style that a theme must have."""

INKS = (
    "text", "secondary", "hairline", "tint", "accent", "for", "against", "mixed", "for-ground", "against-ground",
    "mixed-ground", "link", "marking-ground",
)  # fmt: skip
"""Every ink that a theme must have."""
