"""styles.xml: every style of a brief, made from the theme."""

import re
from collections.abc import Iterator

import msgspec

from briefgen.ooxml.tags import XML_HEAD, namespaces
from briefgen.theme import Theme
from briefgen.writers.docx.languages import language
from briefgen.writers.docx.looks import UNOFFERED, character_styles, fonts
from briefgen.writers.docx.paragraph_styles import letters, style_elements
from briefgen.writers.docx.theme_colours import of_letters, of_line
from briefgen.writers.docx.units import colour, eighths, half_points, twips


class OwnStyle(msgspec.Struct, frozen=True):
    """A style of ours by its names."""

    id: str
    kind: str
    name: str
    default: bool
    """It counts where none is named."""


_NAMED = re.compile(
    r'<w:style w:type="(\w+)"(?: w:customStyle="1")?( w:default="1")? w:styleId="(\w+)"><w:name w:val="([^"]+)"/>'
)


def own_styles(xml: str) -> list[OwnStyle]:
    """The styles in the part that `styles` makes."""
    return [OwnStyle(identity, kind, name, bool(default)) for kind, default, identity, name in _NAMED.findall(xml)]


def styles(theme: Theme, width: int, lang: str, marking_colour: str) -> str:
    """The part. `width` of the column of text, in twips."""
    size = half_points(theme.styles["body"].size)
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(theme, 'serif')}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{_document_language(lang)}'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    latent = (
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
        'w:defQFormat="0" w:count="376"/>'
    )
    return (
        f"{XML_HEAD}<w:styles {namespaces('w')}>{defaults}{latent}"
        f"{''.join(style_elements(theme, width))}"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        f"{''.join(character_styles(theme))}{''.join(_label_styles(theme, marking_colour))}"
        f"{''.join(_table_styles(theme))}"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style></w:styles>'
    )


def _document_language(lang: str) -> str:
    """The language of all that says no other. The direction is left to the runs."""
    return language(lang).replace("<w:rtl/>", "")


def _label_styles(theme: Theme, marking_colour: str) -> Iterator[str]:
    """Character styles of what stands beside a text: labels, note numbers, the marking."""
    marking = half_points(theme.styles["marking"].size)
    size = f'<w:sz w:val="{marking}"/><w:szCs w:val="{marking}"/>'
    ground, ink = colour(theme.inks["marking-ground"]), colour(marking_colour)
    for identity, name, properties in (
        ("BriefCaptionLabel", "Brief Caption Label", _caption_label(theme)),
        ("BriefItemLabel", "Brief Item Label", of_letters(theme, "secondary")),
        ("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
        (
            "BriefStatus",
            "Brief Status",
            f"{fonts(theme, 'sans')}<w:b/><w:bCs/>{of_letters(theme, 'against')}{size}"
            f'<w:bdr w:val="single" w:sz="6" w:space="1" {of_line(theme, "against")}/>',
        ),
        (
            "BriefMarking",
            "Brief Marking",
            f'{fonts(theme, "sans")}<w:b/><w:bCs/><w:color w:val="{ink}"/>{size}'
            # A border of the ground's colour gives the letters room on it; spaces at the end of a line would not.
            f'<w:bdr w:val="single" w:sz="12" w:space="0" w:color="{ground}"/>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>',
        ),
    ):
        custom = ' w:customStyle="1"' if name.startswith("Brief ") else ""
        yield (
            f'<w:style w:type="character"{custom} w:styleId="{identity}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="DefaultParagraphFont"/>{UNOFFERED}<w:rPr>{properties}</w:rPr></w:style>'
        )


def _caption_label(theme: Theme) -> str:
    """Bold is a toggle: what the caption has already is not said again."""
    label, caption = theme.styles["caption-label"], theme.styles["caption"]
    return letters(
        theme,
        msgspec.structs.replace(label, strong=label.strong != caption.strong, italic=label.italic != caption.italic),
    )


def _table_styles(theme: Theme) -> Iterator[str]:
    tables = theme.table
    yield (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    outer, inner = of_line(theme, tables.outer), of_line(theme, tables.inner)
    sides = {"left": tables.pad_x, "right": tables.pad_x}
    for identity, name, ink, thick, between, pads in (
        ("BriefTable", "Brief Table", outer, tables.outer_width, True, sides),
        ("BriefStrip", "Brief Strip", inner, tables.inner_width, False, {"left": 0.0, "right": tables.pad_x}),
    ):
        rules = "".join(
            f'<w:{side} w:val="single" w:sz="{eighths(width)}" w:space="0" {shade}/>'
            for side, width, shade in (
                ("top", thick, ink),
                ("bottom", thick, ink),
                *((("insideH", tables.inner_width, inner),) if between else ()),
            )
        )
        cell = {"top": tables.pad_top, "left": pads["left"], "bottom": tables.pad_bottom, "right": pads["right"]}
        margins = "".join(f'<w:{side} w:w="{twips(points)}" w:type="dxa"/>' for side, points in cell.items())
        yield (
            f'<w:style w:type="table" w:customStyle="1" w:styleId="{identity}"><w:name w:val="{name}"/>'
            '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>'
            f"<w:tblPr><w:tblBorders>{rules}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
        )
