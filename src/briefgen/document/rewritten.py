"""A Document with other inlines, its blocks as they were."""

from collections.abc import Callable
from typing import Any, get_args

import msgspec

from briefgen.document.blocks import Document, Picture
from briefgen.document.chart import Chart
from briefgen.document.inlines import Inline, Inlines

_INLINES = get_args(Inline)
_CLOSED = (*_INLINES, Picture, *get_args(Chart))
"""What holds no stretch of inlines that a reader sees as one."""


def rewritten(document: Document, change: Callable[[Inlines], Inlines]) -> Document:
    """The document in which each stretch of inlines is what `change` makes of it: in blocks, notes and margins."""
    made: Document = _changed(document, change)
    return made


def _changed(value: Any, change: Callable[[Inlines], Inlines]) -> Any:
    match value:
        case _ if isinstance(value, _CLOSED):
            return value
        case tuple() if value and all(isinstance(each, _INLINES) for each in value):
            return change(value)
        case tuple():
            return tuple(_changed(each, change) for each in value)
        case msgspec.Struct():
            held = {name: getattr(value, name) for name in value.__struct_fields__}
            new = {
                name: _changed(each, change) for name, each in held.items() if isinstance(each, tuple | msgspec.Struct)
            }
            return msgspec.structs.replace(value, **{name: each for name, each in new.items() if each != held[name]})
        case _:
            return value
