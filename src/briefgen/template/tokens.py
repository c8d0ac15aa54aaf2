"""The Markdown of a rendered template as tokens and as a tree, and what is kept of that for the next run.

A rendered template holds words of its own and holes, and no word of a scenario: its text stays the same while words
of the scenario change. So its tokens are kept, and the parser is loaded only for a text that is new: to load it takes
six times as long as to parse.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Literal

import msgspec


class Token(msgspec.Struct, frozen=True, array_like=True):
    """A token of the parser, with what is asked of it."""

    type: str
    tag: str
    nesting: int
    content: str
    info: str
    attrs: Mapping[str, str | int | float]
    map: tuple[int, int] | None
    """The line where it begins, and the one behind it."""
    children: "tuple[Token, ...]"


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


_Kept = dict[str, tuple[Token, ...]]
_SIZE = 32
"""Hexadecimal digits of a digest. Two texts of one are not to be feared, and nobody gains by making some."""


class Parses:
    """What texts came to before, and what those come to that are asked for now."""

    def __init__(self, before: bytes = b"") -> None:
        self._before = _read(before)
        self._now: _Kept = {}

    def blocks(self, text: str) -> tuple[Token, ...]:
        """The tokens of Markdown."""
        return self._tokens("blocks", text)

    def line(self, text: str) -> tuple[Token, ...]:
        """The tokens within one line of Markdown."""
        return self._tokens("line", text)

    def _tokens(self, how: Literal["blocks", "line"], text: str) -> tuple[Token, ...]:
        key = how + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_SIZE]
        known = self._now.get(key)
        if known is None:
            known = self._before.get(key)
        if known is None:
            from briefgen.template import markdown

            known = markdown.blocks(text) if how == "blocks" else markdown.line(text)
        self._now[key] = known
        return known

    @property
    def changed(self) -> bool:
        """Whether other texts were asked for than before."""
        return self._now.keys() != self._before.keys()

    def dumped(self) -> bytes:
        """Those of now. They hold words of templates."""
        payload = msgspec.msgpack.encode(self._now)
        return sha256(payload).digest() + payload


@lru_cache(maxsize=8)  # scenarios of one template give the same
def _read(data: bytes) -> Mapping[str, tuple[Token, ...]]:
    """What `dumped` gave; nothing where it is damaged."""
    digest, payload = data[:32], data[32:]
    if sha256(payload).digest() != digest:
        return {}
    try:
        return msgspec.msgpack.decode(payload, type=_Kept)
    except msgspec.DecodeError:
        return {}
