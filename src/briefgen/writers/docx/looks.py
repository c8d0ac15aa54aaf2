"""Marks of a run → its character style and what that style leaves out.

Word gives a run one character style only. The most telling mark takes it; what the other marks add stands beside it.
"""

from functools import lru_cache
from typing import Literal

import msgspec

from briefgen.document import Mark
from briefgen.theme import Theme
from briefgen.writers.docx.languages import language
from briefgen.writers.docx.theme_colours import place
from briefgen.writers.docx.units import colour
from briefgen.xmltext import in_attribute


class Look(msgspec.Struct, frozen=True):
    """What a mark does to a run. `colour` is an ink; `underline` a kind of line that Word knows."""

    style: str
    name: str
    bold: bool = False
    italic: bool = False
    colour: str = ""
    underline: str = ""
    sans: bool = False


LOOKS: dict[Mark, Look] = {
    "code": Look("BriefCode", "Brief Code", sans=True),
    "for": Look("BriefFor", "Brief For", colour="for"),
    "against": Look("BriefAgainst", "Brief Against", colour="against"),
    "mixed": Look("BriefMixed", "Brief Mixed", colour="mixed"),
    "inferred": Look("BriefInferred", "Brief Inferred", italic=True, colour="secondary"),
    "assumption": Look("BriefAssumption", "Brief Assumption", italic=True, underline="dotted"),
    "judgement": Look("BriefJudgement", "Brief Judgement", italic=True),
    "computed": Look("BriefComputed", "Brief Computed"),
    "muted": Look("BriefMuted", "Brief Muted", colour="secondary"),
    "strong": Look("Strong", "Strong", bold=True),
    "emphasis": Look("Emphasis", "Emphasis", italic=True),
    "sign": Look("BriefSign", "Brief Sign", bold=True, sans=True),
}
"""The most telling mark first: it gives the run its style."""

OUTWARD = Look("Hyperlink", "Hyperlink", colour="link", underline="single")
INWARD = Look("BriefCrossReference", "Brief Cross Reference", colour="link")
"""Links that leave the document, and those that lead to a place in it."""

_SLANTED: frozenset[Mark] = frozenset({"inferred", "assumption", "judgement"})


class ThemeInks(msgspec.Struct, frozen=True, eq=False):
    """What of a theme a run needs; hashable by itself, unlike the theme."""

    sans: str
    """The `w:rFonts` of the sans face."""
    inks: tuple[tuple[str, str], ...]
    themed: bool
    """The document has our theme, so that inks are named by their places there."""

    def ink(self, name: str) -> str:
        """An ink as Word writes it: `17455C`."""
        return dict(self.inks)[name]

    def place(self, name: str) -> str:
        """The attribute that names an ink's place in the theme."""
        return place(name) if self.themed else ""


def theme_inks(theme: Theme, sans: bool = True) -> ThemeInks:
    """What runs need of a theme. Without `sans` they stay in the letters of their paragraph, as in a house style."""
    inks = tuple((name, colour(value)) for name, value in theme.inks.items())
    return ThemeInks(fonts(theme, "sans") if sans else "", inks, sans)


def fonts(theme: Theme, face: Literal["serif", "sans"]) -> str:
    """One family for all scripts. Word takes it from its theme, other programs by its name."""
    name, role = (theme.serif.name, "minorHAnsi") if face == "serif" else (theme.sans.name, "majorHAnsi")
    safe = in_attribute(name)
    return (
        f'<w:rFonts w:ascii="{safe}" w:hAnsi="{safe}" w:eastAsia="{safe}" w:cs="{safe}" '
        f'w:asciiTheme="{role}" w:hAnsiTheme="{role}"/>'
    )


@lru_cache(maxsize=1024)
def run_properties(inks: ThemeInks, marks: frozenset[Mark], lang: str, in_bold: bool, link: Look | None) -> str:
    """The `w:rPr` of a run, or nothing. `in_bold`: its paragraph is bold by style. What was inserted or deleted is
    shown by lines; where Word tracks changes, it draws them itself, and `marks` says nothing of it.

    Bold and italic are toggles (ISO/IEC 29500-1, 17.7.3): a bold character style in a bold paragraph turns bold off.
    So what the styles come to is compared with what is wanted.
    """
    looks = [look for mark, look in LOOKS.items() if mark in marks and not (mark == "strong" and in_bold)]
    if link:
        looks.insert(0, link)
    struck = "<w:strike/>" if "deleted" in marks else ""
    twice = '<w:u w:val="double"/>' if "inserted" in marks else ""
    if not looks:
        rest = struck + twice + language(lang)
        return f"<w:rPr>{rest}</w:rPr>" if rest else ""
    first, others = looks[0], looks[1:]
    out = [f'<w:rStyle w:val="{first.style}"/>']
    if any(look.sans for look in others) and not first.sans:
        out.append(inks.sans)
    bold = any(look.bold for look in looks) or (in_bold and ("muted" not in marks or "strong" in marks))
    if bold != (first.bold != in_bold):
        out.append("<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>')
    # Emphasis inside slanted words stands upright, as is the custom.
    italic = marks.isdisjoint(_SLANTED) == ("emphasis" in marks)
    if italic != first.italic:
        out.append("<w:i/><w:iCs/>" if italic else '<w:i w:val="0"/><w:iCs w:val="0"/>')
    out.append(struck)
    ink = next((look.colour for look in others if look.colour), "")
    if ink and not first.colour:
        out.append(f'<w:color w:val="{inks.ink(ink)}"{inks.place(ink)}/>')
    line = next((look.underline for look in others if look.underline), "")
    if twice:
        out.append(twice)
    elif line and not first.underline:
        out.append(f'<w:u w:val="{line}" w:color="{inks.ink("secondary")}"{inks.place("secondary")}/>')
    out.append(language(lang))
    return f"<w:rPr>{''.join(out)}</w:rPr>"
