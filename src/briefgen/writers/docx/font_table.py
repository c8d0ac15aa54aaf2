"""fontTable.xml: the families, and what Word takes where one is not installed."""

from briefgen.ooxml.tags import XML_HEAD, namespaces
from briefgen.ooxml.text import in_attribute
from briefgen.theme import Theme

_FAMILY = {"serif": "roman", "sans": "swiss"}


def font_table(theme: Theme) -> str:
    """The part."""
    faces = {face.name: face for face in (theme.serif, theme.sans)}
    fonts = "".join(
        f'<w:font w:name="{in_attribute(face.name)}"><w:altName w:val="{in_attribute(face.alternate)}"/>'
        f'<w:charset w:val="00"/><w:family w:val="{_FAMILY[face.generic]}"/><w:pitch w:val="variable"/></w:font>'
        for face in faces.values()
    )
    return f"{XML_HEAD}<w:fonts {namespaces('w')}>{fonts}</w:fonts>"
