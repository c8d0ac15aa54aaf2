"""The parts of a theme that python-docx does not know: colours and faces under Word's names, and the table of fonts.

A font is embedded whole: a part of it would leave the words of whoever edits the brief without letters, and the licence
of the shipped fonts keeps their name for files that are not changed.
"""

from uuid import NAMESPACE_URL, UUID, uuid5

from briefgen.core.xml import in_attribute
from briefgen.fonts import load
from briefgen.ooxml import Part, Relationship
from briefgen.ooxml.tags import XML_HEAD, namespaces
from briefgen.theme import Face, Theme
from briefgen.writers.docx.units import colour

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


_FAMILY = {"serif": "roman", "sans": "swiss"}
_OBFUSCATED = 32
"""Bytes at the start of an embedded font that are changed (ISO/IEC 29500-1, 17.8.1)."""


def font_table(theme: Theme, embed: bool) -> list[Part]:
    """The part, and with `embed` a part for each font."""
    faces = {face.name: face for face in (theme.serif, theme.sans)}
    fonts: dict[str, Part] = {}
    relationships: list[Relationship] = []
    out = []
    for face in faces.values():
        embedded = []
        for place, name in _files(face) if embed else ():
            key, data = _key(name), load(name).path.read_bytes()
            if name not in fonts:
                fonts[name] = Part(f"word/fonts/font{len(fonts) + 1}.odttf", "font", _obfuscated(data, key))
                relationships.append(Relationship(f"rId{len(fonts)}", "font", fonts[name].name))
            at = list(fonts).index(name) + 1
            embedded.append(f'<w:embed{place} r:id="rId{at}" w:fontKey="{{{str(key).upper()}}}"/>')
        out.append(_font(face, "".join(embedded)))
    xml = f"{XML_HEAD}<w:fonts {namespaces('w', 'r')}>{''.join(out)}</w:fonts>"
    return [Part("word/fontTable.xml", "fontTable", xml.encode(), tuple(relationships)), *fonts.values()]


def _font(face: Face, embedded: str) -> str:
    told = load(face.regular).description
    signature = [f'w:usb{at}="{bits:08X}"' for at, bits in enumerate(told.scripts)]
    signature += [f'w:csb{at}="{bits:08X}"' for at, bits in enumerate(told.pages)]
    return (
        f'<w:font w:name="{in_attribute(face.name)}"><w:altName w:val="{in_attribute(",".join(face.alternates))}"/>'
        f'<w:panose1 w:val="{told.panose}"/><w:charset w:val="00"/><w:family w:val="{_FAMILY[face.generic]}"/>'
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
    """The same for the same font, so that the same brief has the same bytes."""
    return uuid5(NAMESPACE_URL, name)


def _obfuscated(font: bytes, key: UUID) -> bytes:
    """The font as Word stores it: its first bytes XOR the key, read backwards."""
    mask = key.bytes[::-1] * 2
    return bytes(a ^ b for a, b in zip(font[:_OBFUSCATED], mask, strict=True)) + font[_OBFUSCATED:]
