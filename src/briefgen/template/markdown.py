"""The Markdown of rendered templates → a tree of tokens."""

from collections.abc import Sequence
from functools import cache

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.colon_fence import colon_fence_plugin

from briefgen.markup.markdown import bare

_OFF = ("code", "fence", "hr", "html_block", "html_inline", "image", "lheading", "reference")
"""Not in templates. Without indented code, a template may be indented as its loops are."""


class Node(msgspec.Struct, frozen=True):
    """A block of Markdown with its children."""

    token: Token
    children: "list[Node]"

    def inline(self) -> Token | None:
        """Its inline content, if any."""
        return next((child.token for child in self.children if child.token.type == "inline"), None)


def blocks(text: str) -> list[Node]:
    """The blocks of a text, as a tree."""
    levels: list[list[Node]] = [[]]
    for token in _parser().parse(text):
        if token.nesting < 0:
            levels.pop()
            continue
        node = Node(token, [])
        levels[-1].append(node)
        if token.nesting > 0:
            levels.append(node.children)
    return levels[0]


def line(text: str) -> Sequence[Token]:
    """The tokens within one line."""
    return _parser().parseInline(text)[0].children or ()


@cache
def _parser() -> MarkdownIt:
    markdown = bare(_OFF).enable("table")
    colon_fence_plugin(markdown)
    return markdown
