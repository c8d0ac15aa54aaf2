"""Levels of headings, numbers of tables and figures, and an anchor for each."""

import re
import unicodedata
from typing import TypeVar

from msgspec.structs import replace

from briefgen.document import Blocks, Figure, Heading, Table, plain
from briefgen.document.node import Node
from briefgen.document.transform import transform
from briefgen.template.model import Locale

Captioned = TypeVar("Captioned", Table, Figure)

_MAX_LEVEL = 4


class Numbering:
    """One pass over the blocks of a document."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale
        self._open: list[int] = []
        self._tables = 0
        self._figures = 0
        self.words: dict[str, str] = {}
        """What to call each anchor: “Table 2”, or the words of the heading."""

    def blocks(self, blocks: Blocks) -> Blocks:
        """The blocks with their levels, numbers and anchors."""
        return transform(blocks, node=self._numbered)

    def _numbered(self, node: Node) -> Node:
        match node:
            case Heading():
                return self._heading(node)
            case Table():
                self._tables += node.caption is not None
                return self._captioned(node, "table", self._locale.text("Table {number}"), self._tables)
            case Figure():
                self._figures += node.caption is not None
                return self._captioned(node, "figure", self._locale.text("Figure {number}"), self._figures)
            case _:
                return node

    def _heading(self, heading: Heading) -> Heading:
        """Levels without gaps: a heading is one deeper than the nearest above it that is higher."""
        while self._open and self._open[-1] >= heading.level:
            self._open.pop()
        self._open.append(heading.level)
        words = plain(heading.content)
        anchor = self._anchor(heading.anchor or slug(words), "section", words)
        return replace(heading, level=min(len(self._open), _MAX_LEVEL), anchor=anchor)

    def _captioned(self, node: Captioned, kind: str, label: str, number: int) -> Captioned:
        if node.caption is None:
            return replace(node, anchor=self._anchor(node.anchor, kind, ""))
        label = label.replace("{number}", str(number))
        anchor = self._anchor(node.anchor, f"{kind}-{number}", label)
        return replace(node, caption=replace(node.caption, label=label), anchor=anchor)

    def _anchor(self, given: str, default: str, words: str) -> str:
        """The given or the default anchor, changed where it is used already or reserved for notes."""
        name = given or default
        if re.fullmatch(r"(note|cite)-[0-9-]+", name):
            name = f"{default}-{name}"
        unique, count = name, 1
        while unique in self.words:
            count += 1
            unique = f"{name}-{count}"
        self.words[unique] = words
        return unique


_OTHER = re.compile(r"[^a-z0-9]+")


def slug(words: str) -> str:
    """Words as an anchor: lower-case Latin letters, digits and hyphens."""
    folded = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _OTHER.sub("-", folded).strip("-")[:60].strip("-")
