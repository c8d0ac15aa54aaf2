"""A theme: paper, faces, inks and the measures of each kind of text. Lengths are in points (1/72 inch)."""

from typing import Literal

import msgspec


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Margins of a page. Header and footer stand inside the margins, `header` and `footer` from the paper's edge."""

    left: float
    right: float
    top: float
    bottom: float
    header: float
    footer: float


class Face(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A family: four files, and the name by which Word asks for it with what may stand in for it."""

    name: str
    regular: str
    italic: str
    strong: str
    strong_italic: str
    alternate: str
    """For Word, where the family is not installed."""
    generic: Literal["serif", "sans"]


class TextStyle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one kind of text looks."""

    face: Literal["serif", "sans"]
    size: float
    leading: float
    colour: str = "text"
    """The name of an ink."""
    strong: bool = False
    italic: bool = False
    align: Literal["left", "right", "center", "justify"] = "left"
    before: float = 0
    after: float = 0
    capitals: bool = False
    tracking: float = 0
    """Extra space between letters, as a part of the size: 0.06."""
    indent: float = 0


class Box(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The ground and the rule of a callout."""

    ground: str
    rule: str
    rule_width: float
    padding: float


class Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Rules and paddings of tables. `outer`: above and below; `inner`: between rows, a hairline."""

    outer: str
    outer_width: float
    inner: str
    inner_width: float
    pad_x: float
    pad_top: float
    pad_bottom: float


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
    table: Tables


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
