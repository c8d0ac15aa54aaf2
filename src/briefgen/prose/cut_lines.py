"""The lines of a field with the words of some of its paragraphs replaced; what makes lists of them stays."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from markdown_it.token import Token


class Paragraph(msgspec.Struct, frozen=True):
    """What a paragraph, or the words of an item, shall read."""

    text: str
    """Empty: it goes, and its lines with it."""
    changed: bool


def rewritten(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """The text with new words in each paragraph that changed. A list whose first item goes begins with the same number
    as before, so that nothing shows that one is gone."""
    from briefgen.prose import markdown

    tokens = markdown.parser().parse(text, {})
    lines = text.split("\n")
    inlines = [token for token in tokens if token.type == "inline"]
    _renumber(tokens, {id(token) for token, each in zip(inlines, paragraphs, strict=True) if not each.text}, lines)
    for token, each in reversed(list(zip(inlines, paragraphs, strict=True))):
        if each.changed and token.map:
            first, end = token.map
            # Trailing blanks are no part of a token; what stands before it on its line makes the list.
            lead = len(lines[first].rstrip()) - len(token.content.split("\n")[0].rstrip())
            lines[first:end] = [lines[first][: max(0, lead)] + each.text] if each.text else []
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _renumber(tokens: "Sequence[Token]", gone: set[int], lines: list[str]) -> None:
    for at, token in enumerate(tokens):
        if token.type != "ordered_list_open":
            continue
        for item in _left(tokens, at, gone):
            if item.map and item.info:
                line = lines[item.map[0]]
                start = str(token.attrs.get("start", 1))
                lines[item.map[0]] = line.replace(f"{item.info}{item.markup}", f"{start}{item.markup}", 1)
            break


def _left(tokens: "Sequence[Token]", at: int, gone: set[int]) -> "list[Token]":
    """The items of the list that begins at a token of which something is left."""
    out: list[Token] = []
    level = tokens[at].level
    item: Token | None = None
    for token in tokens[at + 1 :]:
        if token.type == "ordered_list_close" and token.level == level:
            break
        if token.type == "list_item_open" and token.level == level + 1:
            item = token
        elif token.type == "inline" and id(token) not in gone and item is not None and item not in out:
            out.append(item)
    return out
