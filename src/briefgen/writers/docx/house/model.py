"""What is taken from a house style."""

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import msgspec

StoryKind: TypeAlias = Literal["header", "footer"]
PageKind: TypeAlias = Literal["default", "first", "even"]
Element: TypeAlias = Any
"""Of lxml. None of those below is ever changed: what is built from one begins with a copy."""


class PageSetup(msgspec.Struct, frozen=True):
    """The paper and its margins, in twips."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int
    borders: str = ""
    """The `w:pgBorders`, where pages have a frame."""


class Margin(msgspec.Struct, frozen=True):
    """A header or footer, cleaned."""

    root: Element
    pictures: Mapping[str, str]
    """Relationship → the name of the picture."""


class House(msgspec.Struct, frozen=True):
    """A house style as it was read."""

    name: str
    """Of its file, for messages."""
    styles: Element
    numbering: Element | None
    page: PageSetup | None
    margins: Mapping[tuple[StoryKind, PageKind], Margin]
    first_page: bool
    """Its first page has a header and a footer of its own."""
    even_pages: bool
    pictures: Mapping[str, bytes]
    theme: bytes | None
    fonts: tuple[Element, ...]
    """The `w:font` elements of its font table, without embedded files."""
    kept_settings: tuple[str, ...]
    """Elements of its settings that a brief takes over."""
    left_behind: tuple[str, ...]
    """What was not carried over, in words."""


def page_kinds(house: House) -> list[PageKind]:
    """The kinds of page that differ."""
    own = not house.margins
    kinds: list[PageKind] = ["default"]
    if house.first_page or own:
        kinds.append("first")
    if house.even_pages:
        kinds.append("even")
    return kinds
