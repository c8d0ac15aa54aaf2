"""A part that was saved as “Strict Open XML Document” → the same part by the names that everyone else writes.

ISO/IEC 29500-1 (strict) and 29500-4 (transitional) call the same things by different namespaces.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_STRICT = "{http://purl.oclc.org/ooxml/"
_BY_YEAR = "{http://schemas.openxmlformats.org/"


def transitional(root: "etree._Element") -> None:
    """Renames the elements of a part, and their attributes, where they bear the names of the strict form."""
    if not any(space.startswith(_STRICT[1:]) for space in root.nsmap.values()):
        return
    for element in root.iter("*"):
        element.tag = _name(element.tag)
        for key in map(str, list(element.attrib)):
            if key.startswith(_STRICT):
                value = element.attrib.pop(key)
                element.set(_name(key), value)


def _name(name: str) -> str:
    """`wordprocessingml/main` → `wordprocessingml/2006/main`."""
    if not name.startswith(_STRICT):
        return name
    subject, _, rest = name.removeprefix(_STRICT).partition("/")
    return f"{_BY_YEAR}{subject}/2006/{rest}"
