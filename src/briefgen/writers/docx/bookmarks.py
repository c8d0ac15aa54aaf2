"""Anchors of the document → names of bookmarks in Word.

Word takes 40 characters at most, letters, digits and underscores, and tells no case apart; a leading underscore hides a
bookmark from the list that people see.
"""

import re
from collections.abc import Iterable

from briefgen.document import Document, NoteMark
from briefgen.document.anchors import anchors, citation
from briefgen.document.walk import note_marks

_CITATION = re.compile(r"cite-(\d+)-(\d+)")
_LONGEST = 32


def bookmark_names(document: Document, marks: Iterable[NoteMark] | None = None) -> dict[str, str]:
    """Anchor → name of its bookmark, unlike any other: `gaps` → `_gaps`, `cite-3-1` → `_Cite3_1`. `marks`: those of the
    document, where they are known."""
    wanted = [citation(mark.number, mark.occurrence) for mark in (note_marks(document) if marks is None else marks)]
    wanted += anchors(document.blocks)
    names: dict[str, str] = {}
    taken: dict[str, int] = {}
    for anchor in wanted:
        if not anchor or anchor in names:
            continue
        plain = _CITATION.sub(r"Cite\1_\2", anchor)
        name = stem = "_" + re.sub(r"[^A-Za-z0-9]+", "_", plain)[:_LONGEST]
        while name.lower() in taken:
            taken[stem.lower()] += 1
            name = f"{stem}_{taken[stem.lower()]}"
        taken[name.lower()] = 1
        names[anchor] = name
    return names
