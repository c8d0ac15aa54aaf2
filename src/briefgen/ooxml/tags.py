"""Names of Office Open XML that python-docx lacks: namespaces and content types.

ISO/IEC 29500-1 (transitional, in part 4); the URIs are those that every version of Word since 2007 writes.
"""

from typing import Final

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
ASVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
C: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"

XML_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

SVG: Final = "image/svg+xml"
OBFUSCATED_FONT: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
"""Content types that `docx.opc.constants.CONTENT_TYPE` lacks."""


def namespaces(*prefixes: str) -> str:
    """Declarations for a root element: `namespaces("w", "r")`."""
    uris = {"w": W, "r": R, "wp": WP, "a": A, "pic": PIC}
    return " ".join(f'xmlns:{prefix}="{uris[prefix]}"' for prefix in prefixes)


def w(name: str) -> str:
    """The full name of a WordprocessingML element or attribute, as lxml writes it."""
    return f"{{{W}}}{name}"
