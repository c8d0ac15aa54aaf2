"""Anchors of the document → names of bookmarks in Word, and the labels of captions that have one of their own.

Word takes 40 characters at most, letters, digits and underscores, and tells no case apart; a leading underscore hides a
bookmark from the list that people see.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import count

import msgspec

from briefgen.document import Document, Figure, NoteMark, Table
from briefgen.document.anchors import anchors, citation
from briefgen.document.walk import every, note_marks
from briefgen.locale import tied

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
