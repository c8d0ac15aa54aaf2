"""Charts with plain words for labels: all that a drawing takes of them."""

from collections.abc import Callable
from typing import Any

import msgspec

from briefgen.document.chart import Chart
from briefgen.document.inlines import LineBreak, Link, NoteMark, Paged, Reference, Run, TemplateText, plain


def in_plain_words(chart: Chart, clean: Callable[[str], str] = str) -> Chart:
    """The chart; of its labels neither the look nor where they come from. `clean` is done to all its words."""
    return _plain(chart, clean)  # type: ignore[no-any-return]  # of the same class


def _plain(value: Any, clean: Callable[[str], str]) -> Any:
    match value:
        case str():
            return clean(value)
        case (Run() | Link() | LineBreak() | NoteMark() | Paged() | Reference(), *_):
            words = clean(plain(value))
            return (Run(words, TemplateText()),) if words else ()
        case tuple():
            return tuple(_plain(each, clean) for each in value)
        case msgspec.Struct():
            return type(value)(*(_plain(getattr(value, name), clean) for name in value.__struct_fields__))
        case _:
            return value
