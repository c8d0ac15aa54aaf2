"""Marks of a run → its character style and what that style leaves out.

Word gives a run one character style only. The most telling mark takes it; what the other marks add stands beside it.
"""

import re
from functools import lru_cache
from typing import Literal

import msgspec

from briefgen.core.xml import in_attribute
from briefgen.document import Mark
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


_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")

_AT_HOME = {
    tag.partition("-")[0]: tag
    for tag in (
        "ar-SA", "bg-BG", "ca-ES", "cs-CZ", "da-DK", "de-DE", "el-GR", "en-GB", "es-ES", "et-EE", "fa-IR", "fi-FI",
        "fr-FR", "he-IL", "hi-IN", "hr-HR", "hu-HU", "id-ID", "it-IT", "ja-JP", "ko-KR", "lt-LT", "lv-LV", "nb-NO",
        "nl-NL", "nn-NO", "pl-PL", "pt-PT", "ro-RO", "ru-RU", "sk-SK", "sl-SI", "sv-SE", "tr-TR", "uk-UA", "ur-PK",
        "vi-VN", "zh-CN",
    )
}  # fmt: skip

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_EAST_ASIAN = frozenset({"ja", "ko", "zh"})


def in_word(lang: str) -> str:
    """The tag that Word has a dictionary for, where the language alone was named."""
    return _AT_HOME.get(lang.lower(), lang)


def at_home(tag: str) -> str:
    """The language alone, of a tag that `in_word` may have made; any other as it is."""
    language = tag.partition("-")[0]
    return language if _AT_HOME.get(language) == tag else tag


def language(lang: str) -> str:
    """The language of a run, and its direction. A tag that is not of BCP 47's form is left out."""
    if not _TAG.fullmatch(lang):
        return ""
    primary, lang = lang.partition("-")[0].lower(), in_word(lang)
    if primary in _RIGHT_TO_LEFT:
        return f'<w:rtl/><w:lang w:bidi="{lang}"/>'
    if primary in _EAST_ASIAN:
        return f'<w:lang w:val="{lang}" w:eastAsia="{lang}"/>'
    return f'<w:lang w:val="{lang}"/>'


class RunFormat(msgspec.Struct, frozen=True):
    """What a mark does to a run. `colour` is an ink; `underline` a kind of line that Word knows."""

    style: str
    name: str
    bold: bool = False
    italic: bool = False
    colour: str = ""
    underline: str = ""
    sans: bool = False


RUN_FORMATS: dict[Mark, RunFormat] = {
    "code": RunFormat("BriefCode", "Code", sans=True),
    "for": RunFormat("BriefFor", "Supports", colour="for"),
    "against": RunFormat("BriefAgainst", "Opposes", colour="against"),
    "mixed": RunFormat("BriefMixed", "Both Ways", colour="mixed"),
    "inferred": RunFormat("BriefInferred", "Inferred", italic=True, colour="secondary"),
    "assumption": RunFormat("BriefAssumption", "Assumption", italic=True, underline="dotted"),
    "judgement": RunFormat("BriefJudgement", "Judgement", italic=True),
    "computed": RunFormat("BriefComputed", "Calculated"),
    "muted": RunFormat("BriefMuted", "Muted Text", colour="secondary"),
    "strong": RunFormat("Strong", "Strong", bold=True),
    "emphasis": RunFormat("Emphasis", "Emphasis", italic=True),
    "sign": RunFormat("BriefSign", "Symbol", bold=True, sans=True),
}
"""The most telling mark first: it gives the run its style."""

OUTWARD = RunFormat("Hyperlink", "Hyperlink", colour="link", underline="single")
INWARD = RunFormat("BriefCrossReference", "Cross-Reference", colour="link")
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
def run_properties(inks: ThemeInks, marks: frozenset[Mark], lang: str, in_bold: bool, link: RunFormat | None) -> str:
    """The `w:rPr` of a run, or nothing. `in_bold`: its paragraph is bold by style. What was inserted or deleted is
    shown by lines; where Word tracks changes, it draws them itself, and `marks` says nothing of it.

    Bold and italic are toggles (ISO/IEC 29500-1, 17.7.3): a bold character style in a bold paragraph turns bold off.
    So what the styles come to is compared with what is wanted.
    """
    looks = [look for mark, look in RUN_FORMATS.items() if mark in marks and not (mark == "strong" and in_bold)]
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
