"""The Markdown of templates, and its tokens as a tree."""

from collections.abc import Iterable
from functools import cache

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.colon_fence import colon_fence_plugin

from briefgen.prose.markdown import bare

_OFF = ("code", "fence", "hr", "html_block", "html_inline", "image", "lheading", "reference")
"""Not in templates. Without indented code, a template may be indented as its loops are."""


@cache
def parser() -> MarkdownIt:
    """The Markdown of templates: a pure function of its text, so one serves all."""
    markdown = bare(_OFF).enable("table")
    colon_fence_plugin(markdown)
    return markdown


class Node(msgspec.Struct, frozen=True):
    """A block of Markdown with what it holds."""

    token: Token
    children: "list[Node]"

    def inline(self) -> Token | None:
        """The line that it holds, where it holds one."""
        return next((child.token for child in self.children if child.token.type == "inline"), None)


def tree(tokens: Iterable[Token]) -> list[Node]:
    """The flat tokens of a parse as a tree."""
    levels: list[list[Node]] = [[]]
    for token in tokens:
        if token.nesting < 0:
            levels.pop()
            continue
        node = Node(token, [])
        levels[-1].append(node)
        if token.nesting > 0:
            levels.append(node.children)
    return levels[0]
