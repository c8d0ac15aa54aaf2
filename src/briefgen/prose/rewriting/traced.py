"""The Markdown parser's tokens of one paragraph, each with the place where it begins.

markdown-it keeps the lines of blocks, and no places within them. Its state of a line knows where it is whenever a token
is made, so that is noted; the tokens themselves are those that prose is read from.
"""

from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

AT = "at"
"""The key of a token's `meta` under which its place is kept."""


class _Traced(StateInline):
    """The state of a line that notes where each token begins."""

    _words = ""
    _begun = 0

    @property
    def pending(self) -> str:
        """Words that are not yet a token."""
        return self._words

    @pending.setter
    def pending(self, words: str) -> None:
        if not self._words:
            self._begun = self.pos
        self._words = words

    def append_pending(self, text: str) -> None:
        """Adds words; markdown-it 4 does so where 3 has `pending += text`."""
        self.pending = self._words + text

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


def traced(markdown: MarkdownIt, content: str) -> list[Token]:
    """The tokens of the content of a paragraph, with adjacent texts left apart."""
    state = _Traced(content, markdown, {}, [])
    markdown.inline.tokenize(state)
    for rule in markdown.inline.ruler2.getRules(""):
        if rule.__name__ != "fragments_join":
            rule(state)
    return state.tokens
