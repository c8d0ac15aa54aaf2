"""Labels of captions, “Table 2”, as the text refers to them: each in a bookmark of its own, as Word makes it."""

from collections.abc import Mapping
from itertools import count

import msgspec

from briefgen.document import Document, Figure, Table
from briefgen.document.walk import every
from briefgen.locale import tied


class Label(msgspec.Struct, frozen=True):
    """The label at an anchor, as the caption shows it, and the name of the bookmark around it."""

    shown: str
    bookmark: str


def labels(document: Document, bookmarks: Mapping[str, str]) -> dict[str, Label]:
    """Anchor → label of the first caption there. The names are unlike those of the anchors.

    Word's own begin with `_Ref`, by which its dialogue for cross-references finds them again.
    """
    taken = {name.lower() for name in bookmarks.values()}
    names = (name for number in count(1) if (name := f"_Ref{number}").lower() not in taken)
    found: dict[str, Label] = {}
    for block in every(document.blocks):
        match block:
            case Table(caption=caption, anchor=anchor) | Figure(caption=caption, anchor=anchor):
                if caption and caption.label and anchor and anchor not in found:
                    found[anchor] = Label(tied(caption.label, document.lang), next(names))
            case _:
                pass
    return found
