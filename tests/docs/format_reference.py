"""The reference of the format, made from the model. As a program, it writes `docs/format.md`."""

from collections.abc import Iterator
from pathlib import Path
from typing import assert_never

import msgspec

from briefgen.model.describe import Described, describe
from briefgen.model.reading.shapes import (
    Choice,
    Day,
    Either,
    Field,
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
from briefgen.model.scenario import Scenario

PAGE = Path(__file__).resolve().parents[2] / "docs" / "format.md"

INTRODUCTION = """# The format

A scenario is a folder with a `scenario.yaml`. Its long lists (`options`, `sources`, `facts`, `stakeholders`, `criteria`
and the other lists of items) may stand in files of their own: in place of the list, give a path or a pattern, or a list
of them, relative to `scenario.yaml`. A file holds a list, or one item. See `docs/formats/yaml.md` for the YAML.

This page is made from the model (`make reference`); what it says of a key is what stands in the code, and editors show
the same words beside the key (`docs/editors.md`). A key in bold must be given.

## What a field takes

| | |
| --- | --- |
| text | words as they are |
| name | words of one line, not Markdown; or a mapping from language codes to words |
| factual prose | Markdown of a few paragraphs. Each sentence has a citation, `[@fact]`, or a span saying what it is |
| definition | prose that fixes what is meant, or says something of the paper itself; it needs no citation |
| judgement | prose in which the analyst concludes |
| assumption | prose that is taken as given without evidence |
| date | `2022-10-28` |
| id | small letters, digits and hyphens: `team-agreed` |

Prose may also map language codes to texts: `{en: …, fr: …}`. In it, `[@a]`, `[@a; @b]` and `[@a, par. 3]` cite facts;
`[words]{.judgement}`, `.assumption`, `.computed` and `.inferred` say that words are something else than the field is by
nature; `[Ausländer]{lang=de}` gives their language.

A line of prose that begins with `-`, `*` or `+`, or with a number and `.` or `)`, is an item of a list; lists can be
nested nine deep. Numbers are printed as they are written, and where they are not consecutive a new list begins; if
every item is written `1.`, they are counted. A number is text, not a list, where nothing follows it (`2027.`), where it
has more than four digits, and where it is a year (1000 or more) without a second item (`1986. A great year.`).
"""


def page() -> str:
    """The whole page."""
    return INTRODUCTION + "".join(_section(cls) for cls in _classes(Scenario, {}))


def _classes(cls: type[msgspec.Struct], seen: dict[type[msgspec.Struct], None]) -> list[type[msgspec.Struct]]:
    """A class and all that its fields hold, each once, in the order in which a reader meets them."""
    if cls not in seen:
        seen[cls] = None
        for field in fields_of(cls).values():
            for inner in _records(field.shape):
                _classes(inner, seen)
    return list(seen)


def _records(shape: Shape) -> Iterator[type[msgspec.Struct]]:
    match shape:
        case Record(cls=cls):
            yield cls
        case Many(item=item):
            yield from _records(item)
        case Table(value=value):
            yield from _records(value)
        case Either(branches=branches):
            for branch in branches:
                yield from _records(branch)
        case _:
            pass


def _section(cls: type[msgspec.Struct]) -> str:
    described = describe(cls)
    rows = [_row(field, described) for field in fields_of(cls).values()]
    return f"\n## {cls.__name__}\n\n{described.about}\n\n| key | takes | |\n| --- | --- | --- |\n" + "".join(rows)


def _row(field: Field, described: Described) -> str:
    key = f"**`{field.key}`**" if field.required else f"`{field.key}`"
    meanings = "; ".join(f"`{value}`: {meaning}" for value, meaning in described.values[field.name].items())
    words = " ".join(part for part in (described.fields[field.name], meanings and f"{meanings}.") if part)
    return f"| {key} | {_takes(field.shape)} | {words} For example: {_code(described.examples[field.name])} |\n"


def _code(text: str) -> str:
    """As code within a cell of a table."""
    fence = "``" if "`" in text else "`"
    return fence + text.replace("|", "\\|") + fence


def _takes(shape: Shape) -> str:
    match shape:
        case Text():
            return "text"
        case Words():
            return "name"
        case Writing(kind=kind):
            return "factual prose" if kind == "factual" else kind
        case Identifier():
            return "id"
        case Referring(what=what):
            return f"id of a {what}" if what[0] not in "aeiou" else f"id of an {what}"
        case Number(whole=whole):
            return "whole number" if whole else "number"
        case Truth():
            return "`true` or `false`"
        case Day():
            return "date"
        case Choice(values=values):
            return ", ".join(f"`{value}`" for value in values)
        case Record(cls=cls):
            return f"[{cls.__name__}](#{cls.__name__.lower()})"
        case Many(item=item):
            return f"list: {_takes(item)}"
        case Table(key=key, value=value):
            return f"mapping: {_takes(key)} → {_takes(value)}"
        case Either(branches=branches):
            return " or ".join(_takes(branch) for branch in branches)
        case _:
            assert_never(shape)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
