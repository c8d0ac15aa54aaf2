"""The layout of a brief on paper: document + theme → pages of placed boxes. Pure; no medium is known here.

`compose` turns blocks into matter that has no width yet, and grows the tree of elements beside it; `setting` gives
matter a width and cuts it into strips; `paging` stacks strips on pages, with notes at their feet.
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
from briefgen.layout.paginate import WORD_PROCESSOR, paginate
from briefgen.layout.wide import WideTables

__all__ = [
    "ARTIFACT",
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
]
