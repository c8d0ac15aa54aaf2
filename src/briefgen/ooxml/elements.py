"""Values of WordprocessingML elements from any program; missing and malformed values give a default.

python-docx's typed properties (`pPr.ind_left`, `style.name`) raise on values that other programs write, such as
`w:left="567.0"`, and on missing attributes; a reader of untrusted files cannot use them.
"""

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from lxml import etree

Element: TypeAlias = "etree._Element"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALSE = ("0", "false", "off")
_LARGEST = 1_000_000


def value(element: "Element | None", path: str, attribute: str = "val") -> str:
    """An attribute of an element or its descendant, such as `value(paragraph, "pPr/ind", "left")`, or an empty text."""
    found = _descendant(element, path)
    return str(found.get(f"{_W}{attribute}", "")) if found is not None else ""


def on_off(element: "Element | None", path: str) -> bool | None:
    """Whether an on/off property such as `rPr/b` is on; None if it is not set (ISO/IEC 29500-1, 17.17.4)."""
    found = _descendant(element, path)
    return None if found is None else str(found.get(f"{_W}val", "1")).lower() not in _FALSE


def _descendant(element: "Element | None", path: str) -> "Element | None":
    if element is None or not path:
        return element
    return element.find("/".join(f"{_W}{name}" for name in path.split("/")))


def whole_number(text: str | None) -> int:
    """A whole number; 0 if the text is not a number, or too large for a page."""
    try:
        number = int(text or "0")
    except ValueError:
        return 0
    return number if abs(number) < _LARGEST else 0
