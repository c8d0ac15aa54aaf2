"""fontTable.xml: the families, what Word takes where one is not installed, and on request the fonts themselves.

A font is embedded whole: a part of it would leave the words of whoever edits the brief without letters, and the licence
of the shipped fonts keeps their name for files that are not changed.
"""

from uuid import NAMESPACE_URL, UUID, uuid5

from briefgen.fonts import load
from briefgen.ooxml import Part, Relationship
from briefgen.ooxml.tags import XML_HEAD, namespaces
from briefgen.theme import Face, Theme
from briefgen.xmltext import in_attribute

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
