"""Values of WordprocessingML elements from any program: what is missing or malformed gives a default.

python-docx's typed properties (`pPr.ind_left`, `style.name`) raise on values that other programs write, such as
`w:left="567.0"`, and on missing attributes; a reader of untrusted files cannot use them.
"""

from typing import TYPE_CHECKING, TypeAlias

from briefgen.ooxml.tags import w

if TYPE_CHECKING:
    from lxml import etree

Element: TypeAlias = "etree._Element"

_OFF = ("0", "false", "off")
_LARGEST = 1_000_000


def value(element: "Element | None", path: str, attribute: str = "val") -> str:
    """An attribute of a descendant: `value(paragraph, "pPr/ind", "left")`; empty where either is missing."""
    found = element.find("/".join(map(w, path.split("/")))) if element is not None else None
    return str(found.get(w(attribute), "")) if found is not None else ""


def switched(element: "Element | None", path: str) -> bool | None:
    """Whether a property such as `rPr/b` is on; None where it is not given (ISO/IEC 29500-1, 17.17.4)."""
    found = element.find("/".join(map(w, path.split("/")))) if element is not None else None
    return None if found is None else found.get(w("val"), "1") not in _OFF


def whole(text: str | None) -> int:
    """A whole number; 0 where the text is none, or beyond what a page could need."""
    try:
        number = int(text or "0")
    except ValueError:
        return 0
    return number if abs(number) < _LARGEST else 0
