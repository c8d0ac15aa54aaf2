"""A brief many times as long: its sections again and again, in other words and under other names."""

import re
from itertools import chain
from typing import Any

import msgspec

from briefgen.document import (
    Block,
    Blocks,
    Contents,
    Document,
    Heading,
    Item,
    Link,
    Note,
    NoteMark,
    Reference,
    Run,
    TemplateText,
    TitleBlock,
)


def longer(document: Document, times: int) -> Document:
    """The brief with all that follows its title `times` times; each copy has notes and anchors of its own.

    The words of a copy stand in another order in each of its runs: no paragraph is met twice, and the vocabulary stays
    that of one paper, as it does in a long one.
    """
    copies = [_Copy(document, number) for number in range(1, times)]
    body = tuple(block for block in document.blocks if not isinstance(block, TitleBlock | Contents))
    blocks: Blocks = (*document.blocks, *chain.from_iterable(copy.again(body) for copy in copies))
    notes: tuple[Note, ...] = (*document.notes, *chain.from_iterable(copy.again(document.notes) for copy in copies))
    return msgspec.structs.replace(document, blocks=blocks, notes=notes)


def with_marker(document: Document, marker: str, every: bool) -> Document:
    """The brief with a word more in its first paragraph of text, or (`every`) in each of its runs of some length."""
    done = False

    def marked(value: Any) -> Any:
        nonlocal done
        match value:
            case Run(text=text) if (every or not done) and text.count(" ") >= _LONG:
                done = True
                first, _, rest = text.partition(" ")
                return msgspec.structs.replace(value, text=f"{first} {marker} {rest}")
            case msgspec.Struct():
                return _rebuilt(value, marked)
            case tuple():
                return tuple(map(marked, value))
            case _:
                return value

    start = next(index for index, block in enumerate(document.blocks) if isinstance(block, Heading))
    blocks: tuple[Block, ...] = (*document.blocks[:start], *marked(document.blocks[start:]))
    return msgspec.structs.replace(document, blocks=blocks)


_LONG = 5
"""Spaces in a run that is text and no label."""


_OF_NOTE = re.compile(r"(note-|cite-)(\d+)((?:-\d+)?)")
"""The anchors of notes and of their marks, which have their numbers in them."""


class _Copy:
    """One more copy of a brief's sections. What a number or a name stood for in the original, it stands for here."""

    def __init__(self, document: Document, number: int) -> None:
        self.number = number
        self.further = number * len(document.notes)

    def again(self, value: Any) -> Any:
        match value:
            case Run(text=text):
                return msgspec.structs.replace(value, text=self.turned(text))
            case Link(content=content, target=target):
                leads = f"#{self.name(target[1:])}" if target.startswith("#") else target
                return Link(self.again(content), leads)
            case NoteMark(number=number, occurrence=occurrence):
                return NoteMark(number + self.further, occurrence)
            case Reference(target=target, text=text):
                return Reference(self.name(target), text)
            case Note(number=number, content=content):
                return Note(number + self.further, self.again(content))
            case Item(label=label) if label.isdigit():
                return self.renamed(msgspec.structs.replace(value, label=str(int(label) + self.further)))
            case Heading(content=content):
                more = Run(f" {self.number + 1}", TemplateText())
                return self.renamed(msgspec.structs.replace(value, content=(*content, more)))
            case msgspec.Struct():
                return self.renamed(value)
            case tuple():
                return tuple(map(self.again, value))
            case _:
                return value

    def renamed(self, value: msgspec.Struct) -> msgspec.Struct:
        made = _rebuilt(value, self.again)
        anchor = getattr(made, "anchor", "")
        return msgspec.structs.replace(made, anchor=self.name(anchor)) if anchor else made

    def name(self, anchor: str) -> str:
        """The anchor that takes the place of one of the original."""
        if of_note := _OF_NOTE.fullmatch(anchor):
            kind, number, rest = of_note.groups()
            return f"{kind}{int(number) + self.further}{rest}"
        return f"{anchor}-again-{self.number}"

    def turned(self, text: str) -> str:
        """The words of a run in another order; the first and the last stay beside their neighbours."""
        first, *inner, last = text.split(" ") if text.count(" ") > 1 else (text, "")
        at = self.number % len(inner) if inner else 0
        return " ".join((first, *inner[at:], *inner[:at], last)) if inner else text


def _rebuilt(value: msgspec.Struct, change: Any) -> Any:
    """The value with each field changed."""
    return type(value)(**{name: change(getattr(value, name)) for name in value.__struct_fields__})
