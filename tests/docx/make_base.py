"""Make the base document that briefs are written into out of python-docx's own template: `make base`.

It has no author, thumbnail or date of 2013, but the settings of a current Word, a part for footnotes, and the styles,
lists, fonts and colours of the shipped theme.
"""

import datetime as dt

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree
from tests.docx.sample import plain_theme

import docx
from briefgen.docx.elements import fragments
from briefgen.docx.package import BASE, digest, save
from briefgen.docx.styles import add_theme
from briefgen.ooxml.opening import NotesPart
from briefgen.ooxml.tags import XML_HEAD

_LEFT_OUT = {"stylesWithEffects", "webSettings", "customXml", "thumbnail"}
_KEPT_STYLES = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
_COMPATIBLE = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
    ("useWord2013TrackBottomHyphenation", 0),
)
_COLOURS = (
    'w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" '
    'w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" '
    'w:followedHyperlink="followedHyperlink"'
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SETTINGS = (
    f'<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>'
    + "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in _COMPATIBLE
    )
    + f'</w:compat><w:themeFontLang w:val="en-GB"/><w:clrSchemeMapping {_COLOURS}/></w:settings>'
)
_PROGRAM = (
    f'{XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>briefgen</Application></Properties>"
)


def base() -> bytes:
    """The file."""
    document = docx.Document()
    part, package = document.part, document.part.package
    for relations in (part.rels, package.rels):
        for key in [key for key, each in relations.items() if each.reltype.rsplit("/", 1)[1] in _LEFT_OUT]:
            del relations[key]
    _clean_styles(document)
    part._settings_part._element = parse_xml(_SETTINGS)
    part.numbering_part._element = parse_xml(f"<w:numbering {nsdecls('w')}/>")
    body = '<w:body><w:sectPr><w:cols w:space="720"/></w:sectPr></w:body>'
    part._element = parse_xml(f"<w:document {nsdecls('w', 'r', 'wp', 'a', 'pic')}>{body}</w:document>")
    notes = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
    name = PackURI("/word/footnotes.xml")
    part.relate_to(NotesPart(name, CONTENT_TYPE.WML_FOOTNOTES, notes, package), RELATIONSHIP_TYPE.FOOTNOTES)
    package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)._blob = _PROGRAM.encode()
    theme = plain_theme()
    add_theme(document, theme)
    core = document.core_properties
    core._element[:] = []
    core.identifier = digest(theme)
    core.created = core.modified = dt.datetime(1980, 1, 1)
    for root in (core._element, document.styles.element):
        root.attrib.pop(f"{{{_COMPATIBILITY}}}Ignorable", None)
        etree.cleanup_namespaces(root)
    return save(package)


def _clean_styles(document: Document) -> None:
    """The four styles that Word cannot do without, and none of the 160 that the template says how to hide."""
    root = document.styles.element
    for style in [style for style in root.style_lst if style.name_val not in _KEPT_STYLES]:
        root.remove(style)
    latent = document.styles.latent_styles
    latent.element[:] = []
    latent.default_priority, latent.default_to_hidden, latent.default_to_unhide_when_used = 99, True, True
    latent.default_to_locked = latent.default_to_quick_style = False
    latent.load_count = 376
    sides = (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
    margins = f"<w:tblCellMar>{margins}</w:tblCellMar>"
    for style in root.style_lst:
        name = style.name_val
        style.uiPriority_val = {"Default Paragraph Font": 1, "Normal": None}.get(name, 99)
        for tag in ("w:pPr", "w:rPr", "w:rsid"):
            for old in style.findall(qn(tag)):
                style.remove(old)
        if name == "Normal Table":
            style.remove(style.find(qn("w:tblPr")))
            style.extend(fragments(f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{margins}</w:tblPr>'))
    (paragraph_defaults,) = root.xpath("w:docDefaults/w:pPrDefault")
    paragraph_defaults[:] = []


if __name__ == "__main__":
    BASE.write_bytes(base())
