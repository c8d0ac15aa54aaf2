"""Small readings of WordprocessingML that came from elsewhere: no value is trusted to be of its type."""

from typing import Any

from briefgen.ooxml.tags import W, w

_PREFIX = f"{{{W}}}"
_OFF = frozenset({"0", "false", "off"})


def value(element: Any, path: str, attribute: str = "val") -> str:
    """An attribute of a descendant: `value(style, "pPr/ind", "left")`; nothing where either is missing."""
    found = element.find("/".join(w(step) for step in path.split("/"))) if path else element
    return str(found.get(w(attribute)) or "") if found is not None else ""


def number(text: str, least: int = -31_680, most: int = 31_680) -> int | None:
    """A whole number within bounds, or None. 31,680 twips are 22 inches, the largest page that Word knows."""
    try:
        given = int(text)
    except ValueError:
        return None
    return given if least <= given <= most else None


def switched(element: Any, path: str) -> bool | None:
    """Whether a property such as `rPr/b` is on; None where it is not given."""
    found = element.find("/".join(w(step) for step in path.split("/")))
    return None if found is None else str(found.get(w("val")) or "1").lower() not in _OFF


def plain_xml(element: Any) -> str:
    """An element with its `w:` attributes and children alone, as text without declarations."""
    from briefgen.xmltext import in_attribute

    name = str(element.tag).removeprefix(_PREFIX)
    attributes = "".join(
        f' w:{str(key).removeprefix(_PREFIX)}="{in_attribute(given)}"'
        for key, given in element.attrib.items()
        if str(key).startswith(_PREFIX)
    )
    inner = "".join(plain_xml(child) for child in element if str(child.tag).startswith(_PREFIX))
    return f"<w:{name}{attributes}>{inner}</w:{name}>" if inner else f"<w:{name}{attributes}/>"
