"""What a YAML file is made of: scalars, mappings and sequences, each with its exact place in the text."""

from typing import Literal, TypeAlias

import msgspec

from briefgen.source import Span

Style: TypeAlias = Literal["plain", "single", "double", "literal", "folded"]
"""How a scalar is written: bare, in `'` or `"`, or as a block after `|` or `>`."""


class Scalar(msgspec.Struct, frozen=True, tag=True):
    """One value, as text. `resolve` says whether it is a number, true, false or nothing."""

    text: str
    style: Style
    span: Span
    """With its quotes, or from the `|` or `>` of a block to its last word; without anchor and tag."""
    tagged: bool = False
    """It bears the tag `!!str`: text, whatever it looks like."""


class Unread(Scalar, frozen=True, tag=True):
    """A value, or several entries, that were left out because of a syntax error, so that the rest could be read."""


class Entry(msgspec.Struct, frozen=True):
    """A key with its value."""

    key: Scalar
    value: "Node"


class Mapping(msgspec.Struct, frozen=True, tag=True):
    """Keys with values, in the order of the file. Every key stands once."""

    entries: tuple[Entry, ...]
    span: Span
    """From the first key (or `{`) to the end of the last value (or `}`)."""


class Sequence(msgspec.Struct, frozen=True, tag=True):
    """A list."""

    items: "tuple[Node, ...]"
    span: Span
    """From the first `-` (or `[`) to the end of the last item (or `]`)."""


Node: TypeAlias = Scalar | Mapping | Sequence
"""An alias is the very node that its anchor names: its span is where that node is written."""
