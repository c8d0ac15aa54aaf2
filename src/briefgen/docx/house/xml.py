"""Elements of a house style: numbers within bounds, lists by number, elements removed and written out."""

from typing import Any, TypeAlias

from briefgen.core.xml import in_attribute
from briefgen.ooxml.elements import value
from briefgen.ooxml.tags import W, w

Element: TypeAlias = Any
"""An element of lxml, or of python-docx, whose annotations know no descendants."""

_PREFIX = f"{{{W}}}"


def number(text: str, least: int = -31_680, most: int = 31_680) -> int | None:
    """A whole number within bounds. 31,680 twips are 22 inches, the largest page that Word knows."""
    try:
        given = int(text)
    except ValueError:
        return None
    return given if least <= given <= most else None


def numbered(root: Element, tag: str, attribute: str) -> dict[int, Element]:
    """Number → element, of a numbering part."""
    found: dict[int, Element] = {}
    for element in root.iterfind(w(tag)):
        at = number(value(element, "", attribute), 0, 1 << 30)
        if at is not None:
            found.setdefault(at, element)
    return found


def plain_xml(element: Element) -> str:
    """An element as text without declarations, with its `w:` attributes and children alone."""
    name = str(element.tag).removeprefix(_PREFIX)
    attributes = "".join(
        f' w:{str(key).removeprefix(_PREFIX)}="{in_attribute(given)}"'
        for key, given in element.attrib.items()
        if str(key).startswith(_PREFIX)
    )
    inner = "".join(plain_xml(child) for child in element if str(child.tag).startswith(_PREFIX))
    return f"<w:{name}{attributes}>{inner}</w:{name}>"


def remove(element: Element) -> None:
    """Remove an element with all that it holds."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Replace an element by its children."""
    for child in list(element):
        element.addprevious(child)
    remove(element)
