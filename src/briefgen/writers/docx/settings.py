"""settings.xml: how Word treats the document. Fields are not updated on opening: Word would ask first."""

from briefgen.ooxml.tags import XML_HEAD, namespaces
from briefgen.writers.docx.languages import language
from briefgen.writers.docx.setting import Setting

_WORD_2013 = "http://schemas.microsoft.com/office/word"
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


def settings(setting: Setting) -> str:
    """The part, in the order of the schema (CT_Settings)."""
    compatible = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{_WORD_2013}" w:val="{value}"/>' for name, value in _COMPATIBLE
    )
    tag = language(setting.document.lang).replace("<w:rtl/>", "").replace("<w:lang", "<w:themeFontLang")
    house = setting.dress.house
    tracked = "<w:trackRevisions/>" if setting.dress.review else ""
    fonts = "<w:embedTrueTypeFonts/>" if setting.dress.embed_fonts and not house else ""
    kept = "".join(house.kept_settings) if house else '<w:defaultTabStop w:val="720"/>'
    return (
        f'{XML_HEAD}<w:settings {namespaces("w")}><w:zoom w:percent="100"/>{fonts}{tracked}{kept}'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f"<w:compat>{compatible}</w:compat>{tag}<w:clrSchemeMapping {_COLOURS}/></w:settings>"
    )
