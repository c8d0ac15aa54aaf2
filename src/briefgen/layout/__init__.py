"""The layout of a brief on paper: document + theme → pages of placed boxes. Pure; no medium is known here.

`compose` turns blocks into matter that has no width yet, and grows the tree of elements beside it; `setting` gives
matter a width and cuts it into strips; `paging` stacks strips on pages, with notes at their feet.
"""

from briefgen.layout.page import (
    ARTIFACT,
    Anchor,
    Box,
    Drawn,
    Element,
    Entry,
    Fill,
    Image,
    Line,
    Look,
    Page,
    Pages,
    Piece,
    Place,
    Tag,
)
from briefgen.layout.paginate import OWN, WORD_PROCESSOR, paginate, paginate_each
from briefgen.layout.wide import WideTables

__all__ = [
    "ARTIFACT",
    "OWN",
    "WORD_PROCESSOR",
    "Anchor",
    "Box",
    "Drawn",
    "Element",
    "Entry",
    "Fill",
    "Image",
    "Line",
    "Look",
    "Page",
    "Pages",
    "Piece",
    "Place",
    "Tag",
    "WideTables",
    "paginate",
    "paginate_each",
]
