"""The look of a run: its style and its marks, as font, size and ink."""

import msgspec

from briefgen.document.address import address
from briefgen.document.inlines import Mark, Revision
from briefgen.fonts import Font, file_of, load
from briefgen.layout.page import Look
from briefgen.theme import Theme

CODE_SIZE = 0.95
"""Of the running text: the sans beside the serif, at about the same height of small letters."""

MARK_SIZE = 0.66
MARK_RISE = 0.36
"""Of the running text: note marks."""


class Manner(msgspec.Struct, frozen=True):
    """What decides a look, besides the element it belongs to."""

    style: str
    strong: bool = False
    """Strong beyond the style: the first cell of a row."""
    marks: frozenset[Mark] = frozenset()
    lang: str = ""


def may_lead(target: str) -> bool:
    """Whether a link to this target is made; the words of any other stand as plain text."""
    return address(target) is not None or (target.startswith("#") and len(target) > 1)


def look_of(theme: Theme, manner: Manner, element: int = 0, target: str = "", page_of: str = "") -> tuple[Look, Font]:
    """The look, and the font it is set in."""
    style = theme.styles[manner.style]
    marks, inks = manner.marks, theme.inks
    family, size, italic, ink = style.face, style.size, style.italic, inks[style.colour]
    strong = style.strong or manner.strong
    if not marks.isdisjoint({"strong", "sign"}):
        strong = True
    slanted = not marks.isdisjoint({"inferred", "judgement", "assumption"})
    if slanted != ("emphasis" in marks):
        # Emphasis inside slanted words stands upright, as is the custom.
        italic = not italic
    if not marks.isdisjoint({"muted", "inferred"}):
        ink = inks["secondary"]
    for tone in ("for", "against", "mixed"):
        if tone in marks:
            ink = inks[tone]
    if "code" in marks:
        size = size * CODE_SIZE if family == "serif" else size
        family = "sans"
    revision: Revision = "inserted" if "inserted" in marks else "deleted" if "deleted" in marks else ""
    if revision == "deleted":
        ink = inks["secondary"]
    underline = "dotted" if "assumption" in marks else ""
    if target:
        ink = inks["link"]
        if not target.startswith("#"):
            underline = "thin"
    name = file_of(theme, family, strong, italic)
    look = Look(
        font=name,
        size=size,
        ink=ink,
        tracking=style.tracking * size,
        capitals=style.capitals,
        lang=manner.lang,
        underline=underline,  # type: ignore[arg-type]  # one of the two above
        element=element,
        target=target,
        page_of=page_of,
        revision=revision,
    )
    return look, load(name)
