"""The lines of a field with the words of some of its paragraphs replaced; what makes lists of them stays."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from briefgen.prose import markdown

if TYPE_CHECKING:
    from markdown_it.token import Token


class Paragraph(msgspec.Struct, frozen=True):
    """What a paragraph, or the words of an item, shall read."""

    text: str
    """Empty: it goes, and its lines with it."""
    changed: bool


def rewritten(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """The text with new words in each paragraph that changed. The items that are left of a list bear the numbers of its
    first ones, so that nothing shows that some are gone: their field is carried as it is written."""
    tokens = markdown.parser().parse(text, {})
    lines = text.split("\n")
    inlines = [token for token in tokens if token.type == "inline"]
    gone = {id(token) for token, each in zip(inlines, paragraphs, strict=True) if not each.text}
    begins = {id(token) for token in _first_of_items(tokens, gone)}
    _renumber(tokens, gone, lines)
    for token, each in reversed(list(zip(inlines, paragraphs, strict=True))):
        if not each.changed or not token.map:
            continue
        first, end = token.map
        # Trailing blanks are no part of a token; what stands before it on its line makes the list.
        lead = lines[first][: max(0, len(lines[first].rstrip()) - len(token.content.split("\n")[0].rstrip()))]
        if id(token) in begins:  # the next paragraph of its item comes to stand in its place
            while not lines[end].strip():
                end += 1
            lines[first : end + 1] = [lead + lines[end].lstrip()]
        else:
            lines[first:end] = [lead + each.text] if each.text else []
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _first_of_items(tokens: "Sequence[Token]", gone: set[int]) -> "Iterator[Token]":
    """Paragraphs that go, and begin an item in which another paragraph stays."""
    for at, token in enumerate(tokens[:-5]):
        _opens, first, _closes, then, second, *_rest = tokens[at + 1 : at + 6]
        if (
            token.type == "list_item_open"
            and id(first) in gone
            and (then.type, second.type) == ("paragraph_open", "inline")
            and id(second) not in gone
        ):
            yield first


def _renumber(tokens: "Sequence[Token]", gone: set[int], lines: list[str]) -> None:
    for at, token in enumerate(tokens):
        if token.type != "ordered_list_open":
            continue
        every, left = _items(tokens, at, gone)
        for item, number in zip(left, (each.info for each in every), strict=False):
            if item.map:
                line = lines[item.map[0]]
                lines[item.map[0]] = line.replace(f"{item.info}{item.markup}", f"{number}{item.markup}", 1)


def _items(tokens: "Sequence[Token]", at: int, gone: set[int]) -> "tuple[list[Token], list[Token]]":
    """The items of the list that begins at a token, and those of which something is left."""
    every: list[Token] = []
    left: list[Token] = []
    level = tokens[at].level
    for token in tokens[at + 1 :]:
        if token.type == "ordered_list_close" and token.level == level:
            break
        if token.type == "list_item_open" and token.level == level + 1:
            every.append(token)
        elif token.type == "inline" and id(token) not in gone and every and every[-1] not in left:
            left.append(every[-1])
    return every, left
