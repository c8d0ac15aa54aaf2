"""The styles of a theme, created by python-docx in the document of a brief, and its theme parts."""

import re
from typing import Any, TypeAlias
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec
from docx.document import Document
from docx.enum.dml import MSO_THEME_COLOR
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER, WD_UNDERLINE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor, Twips
from docx.styles.styles import Styles

from briefgen.core.xml import in_attribute
from briefgen.docx.elements import fragments
from briefgen.docx.numbering import Numbers, list_definitions, shared_lists
from briefgen.docx.theme_styles import (
    EXTERNAL_LINK,
    INTERNAL_LINK,
    RUN_FORMATS,
    THEME_SLOTS,
    RunFormat,
    StyleSpec,
    border_colour,
    borders_and_shading,
    fonts,
    indents,
    language,
    paragraph_styles,
    shading,
    spaces,
)
from briefgen.docx.units import colour, eighths, half_points, twips
from briefgen.fonts import load
from briefgen.ooxml.tags import OBFUSCATED_FONT, XML_HEAD, namespaces
from briefgen.theme import PAPERS, Face, TextStyle, Theme

_SLOTS = (
    ("dk2", "text"), ("lt2", "tint"), ("accent1", "accent"), ("accent2", "for"), ("accent3", "against"),
    ("accent4", "mixed"), ("accent5", "secondary"), ("accent6", "hairline"), ("hlink", "link"), ("folHlink", "link"),
)  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part(theme: Theme) -> str:
    """The theme part. The schema requires three fills, lines and effects each."""
    name = in_attribute(theme.name)
    inks = "".join(f'<a:{slot}><a:srgbClr val="{colour(theme.inks[ink])}"/></a:{slot}>' for slot, ink in _SLOTS)
    faces = "".join(
        f'<a:{kind}><a:latin typeface="{in_attribute(face.name)}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}>'
        for kind, face in (("majorFont", theme.sans), ("minorFont", theme.serif))
    )
    lines = "".join(f'<a:ln w="{width}">{_FILL}</a:ln>' for width in (6350, 12700, 19050))
    return (
        f'{XML_HEAD}<a:theme {namespaces("a")} name="{name}"><a:themeElements><a:clrScheme name="{name}">'
        '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
        '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
        f'{inks}</a:clrScheme><a:fontScheme name="{name}">{faces}</a:fontScheme><a:fmtScheme name="{name}">'
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


_FAMILY = {"serif": "roman", "sans": "swiss"}
_OBFUSCATED = 32
"""Bytes at the start of an embedded font that are changed (ISO/IEC 29500-1, 17.8.1)."""


def set_font_table(document: Document, theme: Theme, embed: bool) -> None:
    """Give a document its font table, with `embed` the fonts too."""
    table = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts: dict[str, Part] = {}
    out = []
    for face in {face.name: face for face in (theme.serif, theme.sans)}.values():
        embedded = []
        for place, name in _files(face) if embed else ():
            key, data = _key(name), load(name).path.read_bytes()
            if name not in fonts:
                uri = PackURI(f"/word/fonts/font{len(fonts) + 1}.odttf")
                fonts[name] = Part(uri, OBFUSCATED_FONT, _obfuscated(data, key), table.package)
            relation_id = table.relate_to(fonts[name], RELATIONSHIP_TYPE.FONT)
            embedded.append(f'<w:embed{place} r:id="{relation_id}" w:fontKey="{{{str(key).upper()}}}"/>')
        out.append(_font(face, "".join(embedded)))
    table._blob = f"{XML_HEAD}<w:fonts {namespaces('w', 'r')}>{''.join(out)}</w:fonts>".encode()


def _font(face: Face, embedded: str) -> str:
    description = load(face.regular).description
    signature = [f'w:usb{at}="{bits:08X}"' for at, bits in enumerate(description.scripts)]
    signature += [f'w:csb{at}="{bits:08X}"' for at, bits in enumerate(description.pages)]
    return (
        f'<w:font w:name="{in_attribute(face.name)}"><w:altName w:val="{in_attribute(",".join(face.alternates))}"/>'
        f'<w:panose1 w:val="{description.panose}"/><w:charset w:val="00"/><w:family w:val="{_FAMILY[face.generic]}"/>'
        f'<w:pitch w:val="variable"/><w:sig {" ".join(signature)}/>{embedded}</w:font>'
    )


def _files(face: Face) -> tuple[tuple[str, str], ...]:
    return (
        ("Regular", face.regular),
        ("Bold", face.strong),
        ("Italic", face.italic),
        ("BoldItalic", face.strong_italic),
    )


def _key(name: str) -> UUID:
    """Deterministic, so that the same brief has the same bytes."""
    return uuid5(NAMESPACE_URL, name)


def _obfuscated(font: bytes, key: UUID) -> bytes:
    """The font as Word stores it: its first bytes XOR the key, read backwards."""
    mask = key.bytes[::-1] * 2
    return bytes(a ^ b for a, b in zip(font[:_OBFUSCATED], mask, strict=True)) + font[_OBFUSCATED:]


# The styles of a theme.

Style: TypeAlias = Any
"""A style of python-docx, whose annotations do not distinguish style types."""

_BUILT_IN = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
_TABS = {
    "right": (WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.SPACES),
    "center": (WD_TAB_ALIGNMENT.CENTER, WD_TAB_LEADER.SPACES),
    "dots": (WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS),
}
_UNDERLINES = {"single": WD_UNDERLINE.SINGLE, "dotted": WD_UNDERLINE.DOTTED}
_ALIGN = {
    "right": WD_ALIGN_PARAGRAPH.RIGHT, "center": WD_ALIGN_PARAGRAPH.CENTER, "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}  # fmt: skip
_COLOUR = re.compile("[0-9A-F]{6}")
_MARKS_PRIORITY = 60
"""Of character styles in Word's list, after the paragraph styles."""
_HIDDEN_PRIORITY = 99


def add_theme(document: Document, theme: Theme) -> None:
    """Replace the styles, list definitions, fonts and colours of a document with those of a theme."""
    styles = document.styles
    for style in [style for style in styles.element.style_lst if style.name_val not in _BUILT_IN]:
        styles.element.remove(style)
    width = twips(PAPERS["a4"][0]) - twips(theme.page.left) - twips(theme.page.right)
    _add_defaults(styles, theme)
    _add_paragraph_styles(styles, theme, width)
    for run_format in (*RUN_FORMATS.values(), EXTERNAL_LINK, INTERNAL_LINK):
        _add_mark(styles, theme, run_format)
    _add_labels(styles, theme)
    _add_table_styles(styles, theme)
    _add_card_styles(styles, theme)
    numbering = document.part.numbering_part.element
    numbering[:] = []
    numbering.extend(fragments(list_definitions(theme, Numbers()) + shared_lists(Numbers())))
    _replace_part(document, RELATIONSHIP_TYPE.THEME, theme_part(theme).encode())
    set_font_table(document, theme, embed=False)


def fit_styles(styles: Styles, theme: Theme, width: int, lang: str, marking_colour: str) -> None:
    """Set what depends on the document: tab stops for its text width, language and marking colour."""
    for spec in paragraph_styles(theme, width):
        if spec.tabs:
            style = styles.get_by_id(spec.id, WD_STYLE_TYPE.PARAGRAPH)
            _set_tabs(style.paragraph_format.tab_stops, spec)
    _set_colour(styles.get_by_id("BriefMarking", WD_STYLE_TYPE.CHARACTER), marking_colour)
    (run_defaults,) = styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    for old in run_defaults.xpath("w:lang"):
        run_defaults.remove(old)
    run_defaults.extend(fragments(language(lang).replace("<w:rtl/>", "")))


def _replace_part(document: Document, kind: str, blob: bytes) -> None:
    document.part.part_related_by(kind)._blob = blob


def _add_defaults(styles: Styles, theme: Theme) -> None:
    """Set the document defaults and the Normal style."""
    body = theme.styles["body"]
    (run_defaults,) = styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    size = half_points(body.size)
    run_defaults[:] = fragments(f'{fonts(theme, "serif")}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>')
    normal = styles["Normal"]
    normal.element.get_or_add_rPr()[:] = []
    _set_font(normal, theme, body)
    normal.paragraph_format.widow_control = True


def _add(styles: Any, name: str, identity: str, kind: WD_STYLE_TYPE) -> Style:
    style: Style = styles.add_style(name, kind, builtin=not identity.startswith("Brief"))
    style.element.styleId = identity
    return style


def _hide(style: Style) -> None:
    """Hide a style in Word's style lists until it is used: authors do not choose it themselves."""
    style.priority, style.hidden, style.unhide_when_used = _HIDDEN_PRIORITY, True, True
    style.quick_style = False


def _add_paragraph_styles(styles: Styles, theme: Theme, width: int) -> None:
    normal = styles["Normal"]
    spacer = _add(styles, "Spacer", "BriefSpacer", WD_STYLE_TYPE.PARAGRAPH)
    _hide(spacer)
    layout = spacer.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)
    _set_size(spacer, 1)
    by_id = {spec.id: _add(styles, spec.name, spec.id, WD_STYLE_TYPE.PARAGRAPH) for spec in paragraph_styles(theme, 0)}
    for rank, spec in enumerate(paragraph_styles(theme, width), start=1):
        style = by_id[spec.id]
        style.base_style = normal
        style.next_paragraph_style = by_id[spec.next] if spec.next else None
        if spec.offered:
            style.priority, style.quick_style = rank, True
        else:
            _hide(style)
        _set_layout(style, theme, spec)
        _set_font(style, theme, theme.styles[spec.text_style], spec.strong)
    spacer.base_style = normal


def _set_layout(style: Style, theme: Theme, spec: StyleSpec) -> None:
    """Set the paragraph properties. Those unknown to python-docx are appended in schema order."""
    text_style, layout, properties = (
        theme.styles[spec.text_style],
        style.paragraph_format,
        style.element.get_or_add_pPr(),
    )
    layout.keep_with_next = True if spec.keep_next else None
    layout.keep_together = True if spec.keep_next or spec.box else None
    if spec.numbering:
        properties.get_or_add_numPr().get_or_add_numId().val = spec.numbering
    if spec.box:
        properties.extend(fragments(borders_and_shading(theme, spec.box)))
    if spec.tabs:
        _set_tabs(layout.tab_stops, spec)
    before, after = spaces(theme, spec)
    layout.space_before, layout.space_after = Twips(twips(before)), Twips(twips(after))
    layout.line_spacing, layout.line_spacing_rule = Twips(twips(text_style.leading)), WD_LINE_SPACING.AT_LEAST
    left, hanging = indents(theme, spec)
    if spec.box:
        layout.left_indent, layout.right_indent = Twips(left), Twips(twips(theme.callout.padding))
    elif left and not spec.numbering:  # a numbered style takes its indent from the numbering
        layout.left_indent = Twips(left)
        layout.first_line_indent = Twips(-hanging) if hanging else None
    if text_style.align != "left":
        layout.alignment = _ALIGN[text_style.align]
    if spec.level is not None:
        properties.get_or_add_outlineLvl().val = spec.level


def _set_tabs(stops: Any, spec: StyleSpec) -> None:
    stops.clear_all()
    for kind, at in spec.tabs:
        stops.add_tab_stop(Twips(at), *_TABS[kind])


def _set_font(style: Style, theme: Theme, text_style: TextStyle, strong: bool = False) -> None:
    """Set the run properties of a style in schema order."""
    font, properties = style.font, style.element.get_or_add_rPr()
    properties.extend(fragments(fonts(theme, text_style.face)))
    _set_bold(style, text_style.strong or strong, text_style.italic)
    font.all_caps = True if text_style.capitals else None
    _set_ink(style, theme, text_style.colour)
    if text_style.tracking:
        properties.extend(fragments(f'<w:spacing w:val="{twips(text_style.tracking * text_style.size)}"/>'))
    _set_size(style, text_style.size)


def _set_bold(style: Style, bold: bool, italic: bool) -> None:
    font = style.font
    font.bold = font.cs_bold = True if bold else None
    font.italic = font.cs_italic = True if italic else None


def _set_size(style: Style, points: float) -> None:
    size = half_points(points)
    style.font.size = Pt(size / 2)
    style.element.rPr.extend(fragments(f'<w:szCs w:val="{size}"/>'))


def _set_ink(style: Style, theme: Theme, ink: str) -> None:
    """Set the colour, with its theme slot if it has one."""
    style.font.color.rgb = RGBColor.from_string(colour(theme.inks[ink]))
    if ink in THEME_SLOTS:
        style.font.color.theme_color = MSO_THEME_COLOR.from_xml(THEME_SLOTS[ink])


def _set_colour(style: Style, given: str) -> None:
    found = colour(given)
    style.font.color.rgb = RGBColor.from_string(found if _COLOUR.fullmatch(found) else "FFFFFF")


def _add_mark(styles: Styles, theme: Theme, run_format: RunFormat) -> None:
    style = _add(styles, run_format.name, run_format.style, WD_STYLE_TYPE.CHARACTER)
    style.base_style = styles.default(WD_STYLE_TYPE.CHARACTER)
    if run_format in (EXTERNAL_LINK, INTERNAL_LINK):
        _hide(style)
    else:
        style.priority, style.quick_style = _MARKS_PRIORITY, True
    if run_format.sans:
        style.element.get_or_add_rPr().extend(fragments(fonts(theme, "sans")))
    _set_bold(style, run_format.bold, run_format.italic)
    if run_format.colour:
        _set_ink(style, theme, run_format.colour)
    if run_format.underline:
        style.font.underline = _UNDERLINES[run_format.underline]
        (line,) = style.element.rPr.xpath("w:u")
        line.set(qn("w:color"), colour(theme.inks["secondary"]))
        line.set(qn("w:themeColor"), THEME_SLOTS["secondary"])


def _add_labels(styles: Styles, theme: Theme) -> None:
    """Add the character styles of labels, note numbers, status and marking."""
    kind = WD_STYLE_TYPE.CHARACTER
    label, caption = theme.styles["caption-label"], theme.styles["caption"]
    caption_label = _add(styles, "Caption Label", "BriefCaptionLabel", kind)
    # Bold is a toggle property: setting it in both styles would turn it off.
    _set_font(
        caption_label, theme,
        msgspec.structs.replace(label, strong=label.strong != caption.strong, italic=label.italic != caption.italic),
    )  # fmt: skip
    item_label = _add(styles, "List Item Label", "BriefItemLabel", kind)
    _set_ink(item_label, theme, "secondary")
    note = _add(styles, "footnote reference", "FootnoteReference", kind)
    note.font.superscript = True
    status = _add(styles, "Status", "BriefStatus", kind)
    marking = _add(styles, "Protective Marking", "BriefMarking", kind)
    ground = colour(theme.inks["marking-ground"])
    for style, border in (
        (status, f'<w:bdr w:val="single" w:sz="6" w:space="1" {border_colour(theme, "against")}/>'),
        # A border in the background colour pads the text; spaces at the end of a line would not.
        (marking, f'<w:bdr w:val="single" w:sz="12" w:space="0" w:color="{ground}"/>'
                  f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>'),
    ):  # fmt: skip
        style.element.get_or_add_rPr().extend(fragments(fonts(theme, "sans")))
        _set_bold(style, True, False)
        if style is status:
            _set_ink(style, theme, "against")
        else:
            _set_colour(style, "#FFFFFF")
        _set_size(style, theme.styles["marking"].size)
        style.element.rPr.extend(fragments(border))
    for style in (caption_label, item_label, note, status, marking):
        style.base_style = styles.default(kind)
        _hide(style)


def _add_table_styles(styles: Styles, theme: Theme) -> None:
    tables = theme.table
    outer, inner = border_colour(theme, tables.outer), border_colour(theme, tables.inner)
    for identity, name, ink, thick, between, left in (
        ("BriefTable", "Ruled Table", outer, tables.outer_width, True, tables.pad_x),
        ("BriefStrip", "Key Facts Table", inner, tables.inner_width, False, 0.0),
        ("BriefColumns", "Layout Table", inner, 0.0, False, 0.0),
    ):
        style = _add(styles, name, identity, WD_STYLE_TYPE.TABLE)
        style.base_style, style.priority = styles["Normal Table"], 59
        edges = [("top", thick, ink), ("bottom", thick, ink)] if thick else []
        edges += [("insideH", tables.inner_width, inner)] if between else []
        rules = "".join(
            f'<w:{side} w:val="single" w:sz="{eighths(width)}" w:space="0" {shade}/>' for side, width, shade in edges
        )
        cell = {"top": tables.pad_top, "left": left, "bottom": tables.pad_bottom, "right": tables.pad_x}
        if not thick:
            cell = dict.fromkeys(cell, 0.0)
        borders = f"<w:tblBorders>{rules}</w:tblBorders>" if rules else ""
        margins = "".join(f'<w:{side} w:w="{twips(points)}" w:type="dxa"/>' for side, points in cell.items())
        style.element.extend(fragments(f"<w:tblPr>{borders}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"))


def _add_card_styles(styles: Styles, theme: Theme) -> None:
    for identity, name, card in (
        ("BriefCard", "Card", theme.card),
        ("BriefCardRecommended", "Recommended Card", theme.recommended_card),
    ):
        style = _add(styles, name, identity, WD_STYLE_TYPE.TABLE)
        style.base_style, style.priority = styles["Normal Table"], 59
        border, rule = border_colour(theme, card.border), border_colour(theme, card.rule)
        edges = [("top", card.rule_width, rule)]
        edges += [(side, card.border_width, border) for side in ("left", "bottom", "right")]
        lines = "".join(
            f'<w:{side} w:val="single" w:sz="{eighths(width)}" w:space="0" {shade}/>' for side, width, shade in edges
        )
        sides = ("top", "left", "bottom", "right")
        margins = "".join(f'<w:{side} w:w="{twips(card.padding)}" w:type="dxa"/>' for side in sides)
        ground = f"<w:tcPr>{shading(theme, card.ground)}</w:tcPr>" if card.ground else ""
        style.element.extend(
            fragments(
                f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{ground}"
            )
        )


class OwnStyle(msgspec.Struct, frozen=True):
    """The identity of a style."""

    id: str
    kind: str
    name: str
    default: bool
    """It is the default of its type."""


def own_styles(styles: Styles) -> list[OwnStyle]:
    """The styles of a document."""
    return [
        OwnStyle(each.styleId, each.get(qn("w:type")), each.name_val, each.get(qn("w:default")) == "1")
        for each in styles.element.style_lst
    ]
