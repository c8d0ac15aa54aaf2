"""What stands in a file, and what was expected, in the words of an analyst."""

from typing import assert_never

from briefgen.scenario.reading.shapes import (
    Choice,
    Day,
    Either,
    Identifier,
    Many,
    Number,
    Record,
    Referring,
    Shape,
    Table,
    Text,
    Truth,
    Words,
    Writing,
    fields_of,
)
from briefgen.yamltree import Mapping, Node, Scalar, Sequence, resolve


def name(path: str) -> str:
    """How a message calls the value at a path: “`score`”, “Item 2 of `basis`”."""
    before, _, last = path.rpartition(".")
    if last.isdecimal() and before:
        return f"Item {last} of `{before.rpartition('.')[2]}`"
    return f"`{last}`" if last else "The file"


def found(node: Node) -> str:
    """What a node is: “the text “four””, “a list”."""
    match node:
        case Mapping(entries=entries):
            return f"a mapping (`{quoted(entries[0].key.text)}: …`)" if entries else "an empty mapping"
        case Sequence(items=items):
            return f"a list of {len(items)}" if items else "an empty list"
        case Scalar(text=text):
            match resolve(node):
                case None:
                    return "nothing"
                case bool():
                    return f"`{text}`"
                case int() | float():
                    return f"the number {text}"
                case str():
                    return f"the text “{quoted(text)}”" if text else "an empty text"
        case _:
            assert_never(node)


_OF_ANY_ITEM = ("marking", "waive")
"""Keys that say nothing of what an item is."""


def expected(shape: Shape) -> str:
    """What a shape takes: “a number”, “a list”."""
    match shape:
        case Text() | Writing():
            return "text"
        case Words():
            return "text of one line"
        case Identifier():
            return "an id"
        case Referring(what=what):
            return f"the id of {_article(what)}"
        case Number(whole=whole):
            return "a whole number" if whole else "a number"
        case Truth():
            return "`true` or `false`"
        case Day():
            return "a date"
        case Choice(values=values):
            return listed([str(value) for value in values])
        case Record(cls=cls):
            keys = [key for key in fields_of(cls) if key not in _OF_ANY_ITEM]
            return f"a mapping with {listed(keys, 'and', 4)}"
        case Many():
            return "a list"
        case Table():
            return "a mapping (`key: value`)"
        case Either(branches=branches):
            return " or ".join(expected(branch) for branch in branches)
        case _:
            assert_never(shape)


def listed(words: list[str], joint: str = "or", most: int = 60) -> str:
    """`a`, `b` or `c`."""
    shown = [f"`{word}`" for word in words[:most]]
    if len(words) > most:
        return ", ".join(shown) + ", …"
    return f"{', '.join(shown[:-1])} {joint} {shown[-1]}" if len(shown) > 1 else "".join(shown)


def quoted(text: str, most: int = 40) -> str:
    """The beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _article(what: str) -> str:
    return " or ".join(f"an {word}" if word[0] in "aeiou" else f"a {word}" for word in what.split(" or "))
