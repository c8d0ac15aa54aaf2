"""The inline parser of Markdown, with the place of each token in the text of its paragraph.

markdown-it records the lines of blocks, and no places within them. The state of its inline parser knows the position
whenever a token is made, so that position is recorded.
"""

import re
from collections.abc import Iterator, MutableMapping, Sequence
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

AT = "at"
"""The key of a token's `meta` that holds its place."""

_BLANKS = re.compile(r"\s*")


class _State(StateInline):
    """The state of the inline parser, which records where each token begins."""

    def __init__(self, *args: Any) -> None:
        self._words: list[str] = []
        self._begun = 0
        super().__init__(*args)

    @property
    def pending(self) -> str:
        """Words that are not yet a token."""
        self._words[:] = ["".join(self._words)]
        return self._words[0]

    @pending.setter
    def pending(self, words: str) -> None:
        if not self.pending:
            self._begun = self.pos
        self._words[:] = [words]

    def append_pending(self, text: str) -> None:
        """Adds words; markdown-it 4 does so where 3 has `pending += text`."""
        if not any(self._words):
            self._begun = self.pos
        self._words.append(text)

    def pushPending(self) -> Token:  # noqa: N802
        """The token of the words."""
        begun = self._begun
        token = super().pushPending()
        token.meta = {AT: begun}
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """A token at the place where the parser is. Of a run of `*` each sign is one, made in a row, and so are the
        parts of `<https://…>`."""
        token = super().push(ttype, tag, nesting)
        before = self.tokens[-2] if len(self.tokens) > 1 else None
        token.meta = {AT: self.pos}
        if before is None:
            return token
        if ttype == "text" and (before.type == "text" or before.markup == "autolink"):
            token.meta[AT] = max(self.pos, before.meta[AT] + 1)
        elif ttype == "link_close" and self.src.startswith("<", self.pos) and before.meta[AT] == self.pos + 1:
            token.meta[AT] = self.src.index(">", self.pos)
        return token


class _Inline(ParserInline):
    """The inline parser with such a state."""

    def parse(self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]) -> list[Token]:
        """The tokens of the text of a paragraph."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def trace(markdown: MarkdownIt) -> None:
    """Makes a parser record the place of each token. Adjacent texts are left apart, each with its own place."""
    inline = _Inline()
    inline.ruler, inline.ruler2 = markdown.inline.ruler, markdown.inline.ruler2
    markdown.inline = inline
    markdown.disable(["fragments_join", "text_join"])


def begins(token: Token) -> int:
    """Where the sign of a token begins: the parser makes that of a link or a span when it has passed the bracket, and
    that of strong words at the second of its two signs."""
    at: int = token.meta[AT]
    match token.type:
        case "link_open" if token.markup == "autolink":
            return at
        case "link_open" | "span_open" | "strong_open":
            return at - 1
        case _:
            return at


def closing(tokens: Sequence[Token]) -> dict[int, int]:
    """The number of each opening token → the number of the token that closes it."""
    out: dict[int, int] = {}
    open_: list[int] = []
    for number, token in enumerate(tokens):
        if token.nesting > 0:
            open_.append(number)
        elif token.nesting < 0 and open_:
            out[open_.pop()] = number
    return out


def address(opens: Token, closes: Token, content: str) -> tuple[int, int]:
    """The range of the address of a link; of the whole link where it has none."""
    start, stop = begins(opens), begins(closes)
    if opens.markup == "autolink":
        return start + 1, stop
    found = _BLANKS.match(content, stop + len("]("))
    at = found.end() if found else stop
    end = parseLinkDestination(content, at, len(content)).pos
    return (at, end) if end > at else (start, at + 1)


def places(token: Token, text: str, starts: Sequence[int]) -> list[int] | None:
    """Where each character of a paragraph's content is in the text, whose lines begin at `starts`; one more for the
    end of each line. None where the content is not made of ends of lines."""
    assert token.map is not None
    out: list[int] = []
    for number, line in enumerate(token.content.split("\n"), token.map[0]):
        if number + 1 >= len(starts):
            return None
        whole = text[starts[number] : starts[number + 1] - 1]
        column = len(whole.rstrip()) - len(line.rstrip())
        if column < 0 or not whole.startswith(line.rstrip(), column):
            return None
        out += range(starts[number] + column, starts[number] + column + len(line) + 1)
    return out


def line_starts(text: str) -> list[int]:
    """Where each line of a text begins, and where the one after the last would."""
    out = [0]
    for line in text.split("\n"):
        out.append(out[-1] + len(line) + 1)
    return out


def texts(tokens: Sequence[Token]) -> Iterator[tuple[str, int]]:
    """Each run of plain text of a paragraph, with its place: neither code nor characters with a backslash."""
    words, start = "", 0
    for token in tokens:
        if token.type == "text":
            start = start if words else token.meta[AT]
            words += token.content
        elif words:
            yield words, start
            words = ""
    if words:
        yield words, start
