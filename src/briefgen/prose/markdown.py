"""The Markdown of prose: paragraphs, lists, emphasis, code, links, spans and citations, and nothing else.

Loaded only when a text needs it: markdown-it takes a while to import.
"""

import re
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, image
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin

from briefgen.prose import citation

BAD_CITATIONS = "bad citations"
"""Where in the environment of a parse the brackets are kept that were meant to cite but are not written so."""
_OFF = ("blockquote", "code", "fence", "heading", "hr", "html_block", "html_inline", "lheading", "reference")
_RAW_LINES = (
    ("a heading", re.compile(r"#{1,6} ")),
    ("a code block", re.compile(r"`{3,}|~{3,}")),
    ("a quotation block", re.compile(r">")),
    ("a table", re.compile(r"^\|?\s*+:?-++:?\s*+\|[\s|:-]*+$")),
    ("a rule", re.compile(r"^(?:={3,}+|-{3,}+|\*{3,}+|_{3,}+)\s*+$")),
)
_RAW_WORDS = (
    ("a picture", re.compile(r"!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)")),
    ("HTML", re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--")),
    ("`**` that marks no words", re.compile(r"(?<!\*)\*\*(?!\*)")),
)
_MARK_APART = re.compile(r"\{\.(?!marking-)[a-z]+\}")
"""A mark that does not stand right behind brackets, and so marks nothing. Of a marking others tell."""


class _Markdown(MarkdownIt):
    """markdown-it that leaves addresses as written; which of them may stand is decided where the link is made."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url


def bare(off: tuple[str, ...]) -> MarkdownIt:
    """markdown-it without HTML and without the rules `off`, and with spans `[words]{.class}`."""
    markdown = _Markdown("commonmark", {"html": False}).disable(list(off))
    attrs_plugin(markdown, after=(), spans=True)
    return markdown


@cache
def parser() -> MarkdownIt:
    """The parser of prose. A pure function of its text, so one serves all."""
    markdown = bare(_OFF)
    markdown.inline.ruler.before("link", "citation", _citation)
    markdown.inline.ruler.at("image", _image_as_text)
    return markdown


def raw(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """What prose cannot hold and shows as text: its name, and how it is written."""
    for token in tokens:
        if token.type != "inline":
            continue
        for line in token.content.split("\n"):
            for name, pattern in _RAW_LINES:
                if pattern.match(line):
                    yield name, line
        for child in token.children or ():
            for name, pattern in _RAW_WORDS if child.type == "text" else ():
                for found in pattern.finditer(child.content):
                    yield name, found[0]


def marks_apart(tokens: list[Token]) -> Iterator[str]:
    """Marks of spans that mark no words and are shown as text."""
    for token in tokens:
        for child in token.children or ():
            if child.type == "text":
                yield from _MARK_APART.findall(child.content)


def _citation(state: StateInline, silent: bool) -> bool:
    found = citation.SYNTAX.match(state.src, state.pos, state.posMax)
    if not found:
        attempt = None if silent else citation.ATTEMPT.match(state.src, state.pos, state.posMax)
        if attempt:
            state.env.setdefault(BAD_CITATIONS, []).append(attempt[0])
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = found[0]
    state.pos = found.end()
    return True


def _image_as_text(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if not image(state, True):
        return False
    if not silent:
        end = state.pos
        state.pos = start  # where what is pending begins, for who notes places
        state.pending += state.src[start:end]
        state.pos = end
    return True
