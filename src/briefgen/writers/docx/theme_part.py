"""theme1.xml: the inks and faces under the names that Word's colour and font menus know."""

from briefgen.ooxml.tags import XML_HEAD, namespaces
from briefgen.theme import Theme
from briefgen.writers.docx.units import colour
from briefgen.xmltext import in_attribute

_SLOTS = (
    ("dk2", "text"), ("lt2", "tint"), ("accent1", "accent"), ("accent2", "for"), ("accent3", "against"),
    ("accent4", "mixed"), ("accent5", "secondary"), ("accent6", "hairline"), ("hlink", "link"), ("folHlink", "link"),
)  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part(theme: Theme) -> str:
    """The part. The lists of fills, lines and effects have the three members that the schema asks for."""
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
