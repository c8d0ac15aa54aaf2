"""The Markdown of templates → tokens. Loaded only for a text that is not known from the run before."""

from collections.abc import Iterable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token as Parsed
from mdit_py_plugins.colon_fence import colon_fence_plugin

from briefgen.prose.markdown import bare
from briefgen.template.tokens import Token

_OFF = ("code", "fence", "hr", "html_block", "html_inline", "image", "lheading", "reference")
"""Not in templates. Without indented code, a template may be indented as its loops are."""


def blocks(text: str) -> tuple[Token, ...]:
    """The tokens of Markdown."""
    return _taken(_parser().parse(text))


def line(text: str) -> tuple[Token, ...]:
    """The tokens within one line of Markdown."""
    return _taken(_parser().parseInline(text)[0].children or ())


@cache
def _parser() -> MarkdownIt:
    """A pure function of its text, so one serves all."""
    markdown = bare(_OFF).enable("table")
    colon_fence_plugin(markdown)
    return markdown


def _taken(tokens: Iterable[Parsed]) -> tuple[Token, ...]:
    return tuple(
        Token(
            token.type,
            token.tag,
            token.nesting,
            token.content,
            token.info,
            token.attrs,
            (token.map[0], token.map[1]) if token.map else None,
            _taken(token.children or ()),
        )
        for token in tokens
    )
