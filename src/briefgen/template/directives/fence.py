"""The opening line of a directive, and what stands in it."""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from briefgen.document import Blocks
from briefgen.template import options

if TYPE_CHECKING:
    from briefgen.template.page import Page

_OPENING = re.compile(r"\s*\{([A-Za-z][\w-]*)\}[ \t]*(.*)$")


class Fence(msgspec.Struct, frozen=True):
    """A directive as it stands in the rendered text: Markdown with holes."""

    name: str
    title: str
    """The words behind the name."""
    options: Mapping[str, str]
    content: str
    line: int
    """Of its opening, in the rendered text, from 0."""

    @property
    def first(self) -> int:
        """The line on which its content begins."""
        return self.line + 1


Directive: TypeAlias = "Callable[[Fence, Page], Blocks]"
"""What a directive makes of its content."""


def read(opening: str, content: str, line: int) -> Fence | None:
    """A directive, or None where the opening has no name in braces."""
    found = _OPENING.match(opening)
    if not found:
        return None
    title, given = options.split(found[2])
    return Fence(found[1], title.strip(), given, content, line)
