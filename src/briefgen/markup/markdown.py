"""The Markdown of prose: paragraphs, lists, emphasis, code, links, spans and citations in Pandoc's form."""

import re
from functools import cache
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.rules_inline import StateInline, image
from mdit_py_plugins.attrs import attrs_plugin

from briefgen.markup.inline_parser import trace
from briefgen.markup.model import Citation
from briefgen.markup.words import clean

_PART = r"@\w++(?:[.:-]++\w++)*+(?:[ \n]*+,[^\[\];@]*+)?+"
SYNTAX = re.compile(rf"\[{_PART}(?:[ \n]*+;[ \n]*+{_PART})*+[ \n]*+\]")
"""A whole citation, brackets and all."""

ATTEMPT = re.compile(r"\[(?:[^\[\]]*[\s;-])?@[^\[\]]*\](?![({])")
"""Brackets that look as if they were meant to cite: `[see @a]`, `[-@a]`, `[@a p. 3]`."""


def read(text: str, path: str, markings: tuple[str, ...] = ()) -> tuple[Citation, ...]:
    """The citations of a piece of text that SYNTAX matches, within spans of these markings."""
    return tuple(_one(part, path, markings) for part in text[1:-1].split(";"))


def _one(part: str, path: str, markings: tuple[str, ...]) -> Citation:
    fact, _, locator = part.strip().removeprefix("@").partition(",")
    return Citation(fact.strip(), " ".join(clean(locator).split()), path, markings)


# The Markdown of prose: paragraphs, lists, emphasis, code, links, spans and citations, and nothing else.

Attempts: TypeAlias = dict[str, list[tuple[int, int]]]
"""The ranges of the brackets that were meant to cite but are not written so, by the identity of the list of tokens that
they are in. It is the environment of a parse."""
_OFF = ("blockquote", "code", "fence", "heading", "hr", "html_block", "html_inline", "lheading", "reference")

_NUMBER = re.compile(r"(\d{1,9})[.)](?:\s|$)")
_FIRST_YEAR = 1000
"""Numbers from here on are years rather than places in a list, unless several follow each other."""
_LAST_NUMBER = 9999
"""Of an item of a list."""


class _Markdown(MarkdownIt):
    """markdown-it that leaves addresses as written; which of them are allowed is decided where the link is made."""

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
    """The parser of prose, whose tokens know their places. A pure function of its text, so one serves all."""
    markdown = bare(_OFF)
    trace(markdown)
    markdown.inline.ruler.before("link", "citation", _citation)
    markdown.inline.ruler.at("image", _image_as_text)
    markdown.block.ruler.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})
    markdown.block.ruler.before("list", "number", _ends_a_list, {"alt": ["list"]})
    return markdown


def _citation(state: StateInline, silent: bool) -> bool:
    found = SYNTAX.match(state.src, state.pos, state.posMax)
    if not found:
        attempt = None if silent else ATTEMPT.match(state.src, state.pos, state.posMax)
        if attempt:
            state.env.setdefault(str(id(state.tokens)), []).append(attempt.span())
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


def _list(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """A list, as CommonMark has it, except where a number is text: with nothing after it (`2027.`), with more than four
    digits, or a year that begins no second item (`1986. A great year.`)."""
    if _ends_a_list(state, first, end, True):
        return False
    next_item = state.listIndent >= 0 and state.sCount[first] < state.blkIndent
    if (_number(state, first) or 0) >= _FIRST_YEAR and not next_item and not _goes_on(state, first, end):
        return False
    return list_block(state, first, end, silent)


def _ends_a_list(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Whether the number that a line begins with makes no further item of the list before it. A year makes one only
    after a year."""
    number = _number(state, line) if silent else None
    if number is None:
        return False
    if number > _LAST_NUMBER or _is_bare(state, line):
        return True
    before = state.tokens[-1:]
    if number < _FIRST_YEAR or not before or before[0].type != "list_item_close":
        return False
    opened = next(
        each for each in reversed(state.tokens) if each.type == "list_item_open" and each.level == before[0].level
    )
    return int(opened.info or 0) < _FIRST_YEAR


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _number(state: StateBlock, line: int) -> int | None:
    found = _NUMBER.match(_line(state, line))
    return int(found[1]) if found else None


def _is_bare(state: StateBlock, line: int) -> bool:
    return len(_line(state, line).split(maxsplit=1)) < 2


def _goes_on(state: StateBlock, first: int, end: int) -> bool:
    """Whether the list that a line begins has a second item."""
    after_blank = False
    for line in range(first + 1, end):
        if state.isEmpty(line):
            after_blank = True
            continue
        if state.sCount[line] <= state.sCount[first]:
            if _number(state, line) is not None:
                return not _is_bare(state, line)
            if after_blank:
                return False
        after_blank = False
    return False
