"""The names of Office Open XML: namespaces, content types, kinds of relationship.

ISO/IEC 29500-1 (transitional, in part 4); the URIs are those that every version of Word since 2007 writes.
"""

from typing import Final

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
ADEC: Final = "http://schemas.microsoft.com/office/drawing/2017/decorative"
ASVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
C: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CDR: Final = "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"
SPREADSHEET: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"

XML_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_OFFICE = "application/vnd.openxmlformats-officedocument."
_PACKAGE = "application/vnd.openxmlformats-package."

TYPES: Final = {
    "document": _WORD + "document.main+xml",
    "styles": _WORD + "styles+xml",
    "numbering": _WORD + "numbering+xml",
    "footnotes": _WORD + "footnotes+xml",
    "settings": _WORD + "settings+xml",
    "fontTable": _WORD + "fontTable+xml",
    "header": _WORD + "header+xml",
    "footer": _WORD + "footer+xml",
    "theme": _OFFICE + "theme+xml",
    "chart": _OFFICE + "drawingml.chart+xml",
    "chartUserShapes": _OFFICE + "drawingml.chartshapes+xml",
    "package": _SHEET + "sheet",
    "workbook": _SHEET + "sheet.main+xml",
    "worksheet": _SHEET + "worksheet+xml",
    "cell-styles": _SHEET + "styles+xml",
    "core-properties": _PACKAGE + "core-properties+xml",
    "extended-properties": _OFFICE + "extended-properties+xml",
    "custom-properties": _OFFICE + "custom-properties+xml",
    "relationships": _PACKAGE + "relationships+xml",
    "image": "image/png",
    "drawing": "image/svg+xml",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "font": _OFFICE + "obfuscatedFont",
    "custom-xml": "application/xml",
    "custom-xml-properties": _OFFICE + "customXmlProperties+xml",
}
"""What a part is → its content type."""

RELATIONS: Final = {
    "document": R + "/officeDocument",
    "styles": R + "/styles",
    "numbering": R + "/numbering",
    "footnotes": R + "/footnotes",
    "settings": R + "/settings",
    "fontTable": R + "/fontTable",
    "header": R + "/header",
    "footer": R + "/footer",
    "theme": R + "/theme",
    "image": R + "/image",
    "chart": R + "/chart",
    "chartUserShapes": R + "/chartUserShapes",
    "package": R + "/package",
    "workbook": R + "/officeDocument",
    "worksheet": R + "/worksheet",
    "cell-styles": R + "/styles",
    "font": R + "/font",
    "hyperlink": R + "/hyperlink",
    "core-properties": "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    "extended-properties": R + "/extended-properties",
    "custom-properties": R + "/custom-properties",
    "custom-xml": R + "/customXml",
    "custom-xml-properties": R + "/customXmlProps",
}
"""What a part is to the part that names it → the kind of relationship."""


def namespaces(*prefixes: str) -> str:
    """Declarations for a root element: `namespaces("w", "r")`."""
    known = {"w": W, "r": R, "wp": WP, "a": A, "pic": PIC}
    return " ".join(f'xmlns:{prefix}="{known[prefix]}"' for prefix in prefixes)


def w(name: str) -> str:
    """The full name of a WordprocessingML element or attribute, as lxml writes it."""
    return f"{{{W}}}{name}"
