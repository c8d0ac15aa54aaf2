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
        match value:
            case Run(text=text, origin=origin):
                words.append(text)
                if isinstance(origin, Authored):
                    fields.add(origin.path)
            case NoteMark():
                pass  # a number; the field that cites is printed only where words of it are
            case str():
                words.append(value)
            case tuple():
                waiting.extend(value)
            case Picture(png=png):
                pictures.add(png)
            case msgspec.Struct():
                waiting.extend(getattr(value, name) for name in value.__struct_fields__)
            case _:
                pass  # numbers, days
    return Printed(frozenset(fields), "\n".join(words), frozenset(pictures))
