"""The paragraph and character styles of a theme: Word's built-in style where it exists."""

import re
from functools import lru_cache
from typing import Literal, TypeAlias

import msgspec

from briefgen.core.xml import in_attribute
from briefgen.document import Mark
from briefgen.docx.units import colour, eighths, twips
from briefgen.theme import NOTES_APART, WITHIN_NOTE, Box, Theme

THEME_SLOTS = {
    "text": "text2", "tint": "background2", "accent": "accent1", "for": "accent2", "against": "accent3",
    "mixed": "accent4", "secondary": "accent5", "hairline": "accent6", "link": "hyperlink",
}  # fmt: skip
"""Colour name → its slot in the theme. Others, mostly backgrounds, have none."""


def theme_slot(ink: str, attribute: str = "themeColor") -> str:
    """The attribute that names the theme slot of a colour, if it has one."""
    return f' w:{attribute}="{THEME_SLOTS[ink]}"' if ink in THEME_SLOTS else ""


def border_colour(theme: Theme, ink: str) -> str:
    """The colour attributes of a border."""
    return f'w:color="{colour(theme.inks[ink])}"{theme_slot(ink)}'


def shading(theme: Theme, ink: str) -> str:
    """Solid background shading."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(theme.inks[ink])}"{theme_slot(ink, "themeFill")}/>'


_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")

_DEFAULT_TAGS = {
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


def with_region(lang: str) -> str:
    """The tag with the default region that Word has a dictionary for."""
    return _DEFAULT_TAGS.get(lang.lower(), lang)


def without_region(tag: str) -> str:
    """The language without a default region of `with_region`; other tags are unchanged."""
    language = tag.partition("-")[0]
    return language if _DEFAULT_TAGS.get(language) == tag else tag


def language(lang: str) -> str:
    """The language of a run, and its direction. A tag that is not of BCP 47's form is left out."""
    if not _TAG.fullmatch(lang):
        return ""
    primary, lang = lang.partition("-")[0].lower(), with_region(lang)
    if primary in _RIGHT_TO_LEFT:
        return f'<w:rtl/><w:lang w:bidi="{lang}"/>'
    if primary in _EAST_ASIAN:
        return f'<w:lang w:val="{lang}" w:eastAsia="{lang}"/>'
    return f'<w:lang w:val="{lang}"/>'


class RunFormat(msgspec.Struct, frozen=True):
    """The run format of a mark. `colour`: a colour name of the theme; `underline`: a line style of Word."""

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
"""In order of precedence: the first mark gives the run its character style."""

EXTERNAL_LINK = RunFormat("Hyperlink", "Hyperlink", colour="link", underline="single")
INTERNAL_LINK = RunFormat("BriefCrossReference", "Cross-Reference", colour="link")
"""Links to other documents, and links within this one."""

_ITALIC_MARKS: frozenset[Mark] = frozenset({"inferred", "assumption", "judgement"})


class ThemeInks(msgspec.Struct, frozen=True, eq=False):
    """The part of a theme that runs need; hashable, unlike the theme."""

    sans: str
    """The `w:rFonts` of the sans face."""
    inks: tuple[tuple[str, str], ...]
    themed: bool
    """The document has our theme part, so colours can refer to its slots."""

    def ink(self, name: str) -> str:
        """A colour in Word's notation: `17455C`."""
        return dict(self.inks)[name]

    def theme_slot(self, name: str) -> str:
        """The theme slot attribute of a colour."""
        return theme_slot(name) if self.themed else ""


def theme_inks(theme: Theme, sans: bool = True) -> ThemeInks:
    """The colours and font that runs need. Without `sans` they use the font of their paragraph, as in a reference
    document."""
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
    """The `w:rPr` of a run, or nothing. `in_bold`: its paragraph is bold by style. Insertions
    and deletions are underlined and struck; where Word tracks changes it draws them itself, and `marks` omits them.

    Bold and italic are toggles (ISO/IEC 29500-1, 17.7.3): a bold character style in a bold paragraph turns bold off.
    So direct formatting corrects the combined effect of the styles.
    """
    formats = [
        run_format for mark, run_format in RUN_FORMATS.items() if mark in marks and not (mark == "strong" and in_bold)
    ]
    if link:
        formats.insert(0, link)
    strike = "<w:strike/>" if "deleted" in marks else ""
    double_underline = '<w:u w:val="double"/>' if "inserted" in marks else ""
    if not formats:
        rest = strike + double_underline + language(lang)
        return f"<w:rPr>{rest}</w:rPr>" if rest else ""
    first, others = formats[0], formats[1:]
    out = [f'<w:rStyle w:val="{first.style}"/>']
    if any(run_format.sans for run_format in others) and not first.sans:
        out.append(inks.sans)
    bold = any(run_format.bold for run_format in formats) or (in_bold and ("muted" not in marks or "strong" in marks))
    if bold != (first.bold != in_bold):
        out.append("<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>')
    # Emphasis inside italic text is upright, as is the convention.
    italic = marks.isdisjoint(_ITALIC_MARKS) == ("emphasis" in marks)
    if italic != first.italic:
        out.append("<w:i/><w:iCs/>" if italic else '<w:i w:val="0"/><w:iCs w:val="0"/>')
    out.append(strike)
    ink = next((run_format.colour for run_format in others if run_format.colour), "")
    if ink and not first.colour:
        out.append(f'<w:color w:val="{inks.ink(ink)}"{inks.theme_slot(ink)}/>')
    line = next((run_format.underline for run_format in others if run_format.underline), "")
    if double_underline:
        out.append(double_underline)
    elif line and not first.underline:
        out.append(f'<w:u w:val="{line}" w:color="{inks.ink("secondary")}"{inks.theme_slot("secondary")}/>')
    out.append(language(lang))
    return f"<w:rPr>{''.join(out)}</w:rPr>"


# The paragraph styles that a theme gives: Word's own where Word has one.
#
# | what | style | | --- | --- | | body text, opening, remark, eyebrow | Body Text, Lead Paragraph, Small Text,
# Text Label | | head of the first page | Document Type, Title, Subtitle (the question), Key Fact Label, Key
# Fact | | headings, contents | heading 1–4, TOC Heading, toc 1–4, table of figures (and of tables) | | lists |
# List Bullet, List Number, List Continue, List Labelled (with a label of its own) | | end notes | Notes List,
# and what follows in one: Notes List Continue, Notes List Small | | tables | Table Text, Table Heading, Table
# Row Heading, Table Text Small, Table Note | | tables and figures | caption, Figure | | boxes | Key Message,
# Text Box, each with Title and Small | | passages, notes, margins | Quote, Quote Source, footnote text, header,
# footer |

BoxKind: TypeAlias = Literal["decision", "remark"]


_BOXES: tuple[tuple[str, str, BoxKind], ...] = (
    ("BriefDecision", "Key Message", "decision"), ("BriefRemark", "Text Box", "remark"),
)  # fmt: skip


_NOTE_INDENT = 1.7
"""Indent of the text of a footnote relative to its font size, as in the PDF."""


class StyleSpec(msgspec.Struct, frozen=True, kw_only=True):
    """One style. `text_style`: the theme's style of this name. `left` and `hanging` in twips."""

    id: str
    name: str
    text_style: str
    next: str = ""
    level: int | None = None
    """Of the outline, from 0."""
    keep_next: bool = False
    box: BoxKind | None = None
    numbering: int = 0
    left: int | None = None
    hanging: int = 0
    before: float | None = None
    """Space above in points, instead of that of the text style."""
    after: float | None = None
    tabs: tuple[tuple[str, int], ...] = ()
    """Kind and place of each tab stop."""
    offered: bool = True
    """In Word's style gallery, for authors to choose."""
    strong: bool = False
    """Bold although the text style is not."""


def paragraph_styles(theme: Theme, width: int) -> list[StyleSpec]:
    """Every paragraph style of a brief; `width` of the column of text in twips."""
    style, body = StyleSpec, "BodyText"
    step = twips(theme.styles["list"].indent)
    note = twips(theme.styles["note"].size * _NOTE_INDENT)
    apart = theme.styles["endnote"].after * NOTES_APART
    endnote, contents = (twips(theme.styles[name].indent) for name in ("endnote", "contents2"))
    right, both, dots = (("right", width),), (("center", width // 2), ("right", width)), (("dots", width),)
    return [
        style(id="BodyText", name="Body Text", text_style="body"),
        style(id="BriefLead", name="Lead Paragraph", text_style="lead", next=body),
        style(id="BriefSmall", name="Small Text", text_style="small"),
        style(id="BriefLabel", name="Text Label", text_style="label", next=body, keep_next=True),
        style(id="BriefKind", name="Document Type", text_style="kind", next="Title", keep_next=True),
        style(id="Title", name="Title", text_style="title", next="Subtitle", keep_next=True),
        style(id="Subtitle", name="Subtitle", text_style="question", next=body),
        style(id="BriefEntryLabel", name="Key Fact Label", text_style="entry-label", next="BriefEntry", keep_next=True),
        style(id="BriefEntry", name="Key Fact", text_style="entry", offered=False),
        *(
            style(id=f"Heading{n}", name=f"heading {n}", text_style=f"heading{n}", next=body, level=n - 1,
                  keep_next=True) for n in range(1, 5)
        ),
        style(id="ListBullet", name="List Bullet", text_style="list", numbering=1, left=step, hanging=step),
        style(id="ListNumber", name="List Number", text_style="list", numbering=2, left=step, hanging=step),
        style(id="ListContinue", name="List Continue", text_style="list", left=step),
        style(id="BriefItem", name="List Labelled", text_style="list", left=step, hanging=step),
        *(
            style(id=f"BriefEndnote{part}", name=f"Notes List {part}".strip(), text_style=text_style, left=endnote,
                  hanging=hanging, before=before, after=WITHIN_NOTE)
            for part, text_style, hanging, before in (
                ("", "endnote", endnote, apart), ("Continue", "endnote", 0, None), ("Small", "table-small", 0, None),
            )
        ),
        style(id="Caption", name="caption", text_style="caption", next=body, keep_next=True),
        style(id="BriefCell", name="Table Text", text_style="table"),
        style(id="BriefCellHead", name="Table Heading", text_style="table-head"),
        style(id="BriefRowHeader", name="Table Row Heading", text_style="table", strong=True),
        style(id="BriefCellSmall", name="Table Text Small", text_style="table-small"),
        style(id="BriefTableKey", name="Table Note", text_style="small"),
        style(id="BriefPicture", name="Figure", text_style="table", offered=False),
        *(
            style(id=identity + part, name=f"{name} {part}".strip(), text_style=text_style, box=box, keep_next=keep)
            for identity, name, box in _BOXES
            for part, text_style, keep in (
                ("Title", "callout-title", True), ("", "callout", False), ("Small", "callout-small", False),
            )
        ),
        style(id="Quote", name="Quote", text_style="quotation"),
        style(id="BriefAttribution", name="Quote Source", text_style="attribution", next=body),
        style(id="TOCHeading", name="TOC Heading", text_style="contents-title", keep_next=True),
        style(id="TableofFigures", name="table of figures", text_style="contents1", tabs=dots, offered=False),
        *(
            style(id=f"TOC{n}", name=f"toc {n}", text_style=f"contents{min(n, 2)}", tabs=dots,
                  left=contents * (n - 1) or None, offered=False)
            for n in range(1, 5)
        ),
        style(id="FootnoteText", name="footnote text", text_style="note", left=note, hanging=note, offered=False),
        style(id="Header", name="header", text_style="header", tabs=right, offered=False),
        style(id="Footer", name="footer", text_style="footer", tabs=both, offered=False),
    ]  # fmt: skip


def indents(theme: Theme, style: StyleSpec) -> tuple[int, int]:
    """Left and hanging indent of a style, in twips."""
    if style.box:
        return box_indent(theme.callout), 0
    return twips(theme.styles[style.text_style].indent) if style.left is None else style.left, style.hanging


def spaces(theme: Theme, style: StyleSpec) -> tuple[float, float]:
    """The space above a paragraph of a style and below it, in points."""
    text_style = theme.styles[style.text_style]
    before = text_style.before if style.before is None else style.before
    return before, text_style.after if style.after is None else style.after


def box_indent(box: Box) -> int:
    """From the edge of the column to the text in a callout: Word draws the rule outside the indent."""
    return twips(box.padding + box.rule_width)


def borders_and_shading(theme: Theme, kind: BoxKind) -> str:
    """Borders and ground of a callout.

    Neighbours with the same borders share one box. Borders in the colour of the ground give it its padding.
    """
    box = theme.callout
    ground = border_colour(theme, box.ground)
    rule = border_colour(theme, box.rule if kind == "decision" else "hairline")
    pad = min(round(box.padding), 31)
    above = max(round(box.padding * 0.6), 1)
    return (
        f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="{above}" {ground}/>'
        f'<w:left w:val="single" w:sz="{eighths(box.rule_width)}" w:space="{pad}" {rule}/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="{above}" {ground}/>'
        f'<w:right w:val="single" w:sz="4" w:space="{pad}" {ground}/></w:pBdr>'
        f"{shading(theme, box.ground)}"
    )
