"""What stands in a document: the fields that it prints, its words, its pictures."""

from typing import Any

import msgspec

from briefgen.document import Authored, Document, NoteMark, Picture, Run


class Printed(msgspec.Struct, frozen=True):
    """What a document shows."""

    fields: frozenset[str]
    """Paths of the fields of which it has words, with their languages."""
    words: str
    """All texts in it, among them those that are only heard (descriptions, alternative texts)."""
    pictures: frozenset[bytes]


def printed(document: Document) -> Printed:
    """Goes through all of a document, whatever its blocks are made of."""
    fields: set[str] = set()
    words: list[str] = []
    pictures: set[bytes] = set()
    given = document.properties
    waiting: list[Any] = [
        document.blocks,
        document.notes,
        document.running,
        given.title,
        given.author,
        given.subject,
        given.keywords,
    ]
    while waiting:
        value = waiting.pop()
        kind = type(value)
        if kind is tuple:
            waiting.extend(value)
        elif kind is Run:
            words.append(value.text)
            if isinstance(value.origin, Authored):
                fields.add(value.origin.path)
        elif kind is str:
            words.append(value)
        elif kind is Picture:
            pictures.add(value.png)
        elif isinstance(value, msgspec.Struct) and kind is not NoteMark:
            # of a mark, a number is printed; the field that cites is so only where words of it are
            waiting.extend(msgspec.structs.astuple(value))
    return Printed(frozenset(fields), "\n".join(words), frozenset(pictures))
