"""The paragraph styles that a theme gives: Word's own where Word has one.

| what | style |
| --- | --- |
| body text, opening, remark, eyebrow | Body Text, Lead Paragraph, Small Text, Text Label |
| head of the first page | Document Type, Title, Subtitle (the question), Key Fact Label, Key Fact |
| headings, contents | heading 1–4, TOC Heading, toc 1–4, table of figures (and of tables) |
| lists | List Bullet, List Number, List Continue, List Labelled (with a label of its own) |
| end notes | Notes List, and what follows in one: Notes List Continue, Notes List Small |
| tables | Table Text, Table Heading, Table Row Heading, Table Text Small, Table Note |
| tables and figures | caption, Figure |
| boxes | Key Message, Text Box, each with Title and Small |
| passages, notes, margins | Quote, Quote Source, footnote text, header, footer |
"""

from typing import Literal, TypeAlias

import msgspec

from briefgen.theme import NOTES_APART, WITHIN_NOTE, Box, Theme
from briefgen.writers.docx.character_styles import of_ground, of_line
from briefgen.writers.docx.units import eighths, twips

BoxKind: TypeAlias = Literal["decision", "remark"]


_BOXES: tuple[tuple[str, str, BoxKind], ...] = (
    ("BriefDecision", "Key Message", "decision"), ("BriefRemark", "Text Box", "remark"),
)  # fmt: skip


_NOTE_INDENT = 1.7
"""Of the size: how far the words of a footnote are indented from its number, as in the PDF."""


class StyleSpec(msgspec.Struct, frozen=True, kw_only=True):
    """One style. `look`: the theme's style of this name. `left` and `hanging` in twips."""

    id: str
    name: str
    look: str
    next: str = ""
    level: int | None = None
    """Of the outline, from 0."""
    keep_next: bool = False
    box: BoxKind | None = None
    numbering: int = 0
    left: int | None = None
    hanging: int = 0
    before: float | None = None
    """Space above in points, where its look does not give it."""
    after: float | None = None
    tabs: tuple[tuple[str, int], ...] = ()
    """Kind and place of each tab stop."""
    offered: bool = True
    """In Word's gallery of styles: what a person who edits would choose."""
    strong: bool = False
    """Bold although its look is not."""


def paragraph_styles(theme: Theme, width: int) -> list[StyleSpec]:
    """Every paragraph style of a brief; `width` of the column of text in twips."""
    style, body = StyleSpec, "BodyText"
    step = twips(theme.styles["list"].indent)
    endnote = twips(theme.styles["endnote"].indent)
    note = twips(theme.styles["note"].size * _NOTE_INDENT)
    apart = theme.styles["endnote"].after * NOTES_APART
    contents = twips(theme.styles["contents2"].indent)
    right, both = (("right", width),), (("center", width // 2), ("right", width))
    dots = (("dots", width),)
    return [
        style(id="BodyText", name="Body Text", look="body"),
        style(id="BriefLead", name="Lead Paragraph", look="lead", next=body),
        style(id="BriefSmall", name="Small Text", look="small"),
        style(id="BriefLabel", name="Text Label", look="label", next=body, keep_next=True),
        style(id="BriefKind", name="Document Type", look="kind", next="Title", keep_next=True),
        style(id="Title", name="Title", look="title", next="Subtitle", keep_next=True),
        style(id="Subtitle", name="Subtitle", look="question", next=body),
        style(id="BriefEntryLabel", name="Key Fact Label", look="entry-label", next="BriefEntry", keep_next=True),
        style(id="BriefEntry", name="Key Fact", look="entry", offered=False),
        *(
            style(id=f"Heading{n}", name=f"heading {n}", look=f"heading{n}", next=body, level=n - 1, keep_next=True)
            for n in range(1, 5)
        ),
        style(id="ListBullet", name="List Bullet", look="list", numbering=1, left=step, hanging=step),
        style(id="ListNumber", name="List Number", look="list", numbering=2, left=step, hanging=step),
        style(id="ListContinue", name="List Continue", look="list", left=step),
        style(id="BriefItem", name="List Labelled", look="list", left=step, hanging=step),
        *(
            style(id=f"BriefEndnote{part}", name=f"Notes List {part}".strip(), look=look, left=endnote,
                  hanging=hanging, before=before, after=WITHIN_NOTE)
            for part, look, hanging, before in (
                ("", "endnote", endnote, apart), ("Continue", "endnote", 0, None), ("Small", "table-small", 0, None),
            )
        ),
        style(id="Caption", name="caption", look="caption", next=body, keep_next=True),
        style(id="BriefCell", name="Table Text", look="table"),
        style(id="BriefCellHead", name="Table Heading", look="table-head"),
        style(id="BriefRowHeader", name="Table Row Heading", look="table", strong=True),
        style(id="BriefCellSmall", name="Table Text Small", look="table-small"),
        style(id="BriefTableKey", name="Table Note", look="small"),
        style(id="BriefPicture", name="Figure", look="table", offered=False),
        *(
            style(id=identity + part, name=f"{name} {part}".strip(), look=look, box=box, keep_next=keep)
            for identity, name, box in _BOXES
            for part, look, keep in (
                ("Title", "callout-title", True), ("", "callout", False), ("Small", "callout-small", False),
            )
        ),
        style(id="Quote", name="Quote", look="quotation"),
        style(id="BriefAttribution", name="Quote Source", look="attribution", next=body),
        style(id="TOCHeading", name="TOC Heading", look="contents-title", keep_next=True),
        style(id="TableofFigures", name="table of figures", look="contents1", tabs=dots, offered=False),
        style(id="TOC1", name="toc 1", look="contents1", tabs=dots, offered=False),
        *(
            style(id=f"TOC{n}", name=f"toc {n}", look="contents2", tabs=dots, left=contents * (n - 1), offered=False)
            for n in (2, 3, 4)
        ),
        style(id="FootnoteText", name="footnote text", look="note", left=note, hanging=note, offered=False),
        style(id="Header", name="header", look="header", tabs=right, offered=False),
        style(id="Footer", name="footer", look="footer", tabs=both, offered=False),
    ]  # fmt: skip


def indents(theme: Theme, style: StyleSpec) -> tuple[int, int]:
    """Left and hanging indent of a style, in twips."""
    if style.box:
        return box_indent(theme.callout), 0
    return twips(theme.styles[style.look].indent) if style.left is None else style.left, style.hanging


def spaces(theme: Theme, style: StyleSpec) -> tuple[float, float]:
    """The space above a paragraph of a style and below it, in points."""
    look = theme.styles[style.look]
    before = look.before if style.before is None else style.before
    return before, look.after if style.after is None else style.after


def box_indent(box: Box) -> int:
    """From the edge of the column to the text in a callout: Word draws the rule outside the indent."""
    return twips(box.padding + box.rule_width)


def borders_and_shading(theme: Theme, kind: BoxKind) -> str:
    """Borders and ground of a callout.

    Neighbours with the same borders share one box. Borders in the colour of the ground give it its padding.
    """
    box = theme.callout
    ground = of_line(theme, box.ground)
    rule = of_line(theme, box.rule if kind == "decision" else "hairline")
    pad = min(round(box.padding), 31)
    above = max(round(box.padding * 0.6), 1)
    return (
        f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="{above}" {ground}/>'
        f'<w:left w:val="single" w:sz="{eighths(box.rule_width)}" w:space="{pad}" {rule}/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="{above}" {ground}/>'
        f'<w:right w:val="single" w:sz="4" w:space="{pad}" {ground}/></w:pBdr>'
        f"{of_ground(theme, box.ground)}"
    )
