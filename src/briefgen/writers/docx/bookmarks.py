"""Anchors of the document → names of bookmarks in Word.

Word takes 40 characters at most, letters, digits and underscores, and tells no case apart; a leading underscore hides a
bookmark from the list that people see.
"""

import re
from collections.abc import Iterator
from typing import assert_never

from briefgen.document import (
    Blocks,
    Callout,
    Contents,
    Document,
    Figure,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Quotation,
    Table,
    TitleBlock,
)  # fmt: skip
from briefgen.document.walk import note_marks

_CITATION = re.compile(r"cite-(\d+)-(\d+)")
_LONGEST = 32


def citation(number: int, occurrence: int) -> str:
    """The anchor of a note mark."""
    return f"cite-{number}-{occurrence}"


def bookmark_names(document: Document) -> dict[str, str]:
    """Anchor → name of its bookmark, unlike any other: `gaps` → `_gaps`, `cite-3-1` → `_Cite3_1`."""
    anchors = [citation(mark.number, mark.occurrence) for mark in note_marks(document)]
    anchors += _anchors(document.blocks)
    names: dict[str, str] = {}
    taken: dict[str, int] = {}
    for anchor in anchors:
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


def _anchors(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(anchor=anchor) | Figure(anchor=anchor):
                yield anchor
            case List(items=items):
                for item in items:
                    yield item.anchor
                    yield from _anchors(item.blocks)
            case Table():
                yield block.anchor
                for row in (*block.head, *block.body):
                    for cell in row.cells:
                        yield from _anchors(cell.blocks)
            case Callout(blocks=inner) | Quotation(blocks=inner):
                yield from _anchors(inner)
            case Paragraph() | Contents() | PageBreak() | TitleBlock():
                pass
            case _:
                assert_never(block)
