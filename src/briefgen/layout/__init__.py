"""Layout of a document on paper: document and theme → pages of placed boxes. Pure; knows no output format.

`compose` turns blocks into a box tree without widths, and builds the structure tree. `stack`, `paragraphs` and `tables`
lay the boxes out in a given width as line boxes; `filling`, `page_breaking` and `pages` distribute line boxes over
pages with footnotes.
"""

from briefgen.layout.page import (
    ARTIFACT,
    Anchor,
    ComputedStyle,
    Destination,
    Element,
    Fill,
    OutlineItem,
    Page,
    Pages,
    PlacedBox,
    PlacedChart,
    PlacedImage,
    Tag,
    TextLine,
    TextRun,
)
from briefgen.layout.paginate import LAYOUT, WORD_PROCESSOR, paginate, paginate_each
from briefgen.layout.wide import WideTables

__all__ = [
    "ARTIFACT",
    "LAYOUT",
    "WORD_PROCESSOR",
    "Anchor",
    "ComputedStyle",
    "Destination",
    "Element",
    "Fill",
    "OutlineItem",
    "Page",
    "Pages",
    "PlacedBox",
    "PlacedChart",
    "PlacedImage",
    "Tag",
    "TextLine",
    "TextRun",
    "WideTables",
    "paginate",
    "paginate_each",
]
