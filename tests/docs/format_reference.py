"""The reference of the format, made from the model. As a program, it writes `docs/format.md`."""

from pathlib import Path

import msgspec

from briefgen import schema
from briefgen.model.scenario import Scenario
from briefgen.schema import all_structs, field_docs, fields_of, struct_docs

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
    return INTRODUCTION + "".join(_section(cls) for cls in all_structs(schema.StructType(Scenario)))


def _section(cls: type[msgspec.Struct]) -> str:
    docs = field_docs(cls)
    rows = "".join(_row(field, docs[name]) for name, field in fields_of(cls).items())
    return f"\n## {cls.__name__}\n\n{struct_docs(cls)}\n\n| key | takes | |\n| --- | --- | --- |\n{rows}"


def _row(field: schema.Field, docs: schema.FieldDocs) -> str:
    key = f"**`{field.name}`**" if field.required else f"`{field.name}`"
    meanings = "; ".join(f"`{value}`: {meaning}" for value, meaning in docs.choices.items())
    words = " ".join(part for part in (docs.summary, meanings and f"{meanings}.") if part)
    return f"| {key} | {_takes(field.type)} | {words} For example: {_code(docs.example)} |\n"


def _code(text: str) -> str:
    """As code within a cell of a table."""
    fence = "``" if "`" in text else "`"
    return fence + text.replace("|", "\\|") + fence


def _takes(kind: schema.SchemaType) -> str:
    match kind:
        case schema.TextType():
            return "text"
        case schema.LabelType():
            return "name"
        case schema.ProseType(kind=nature):
            return "factual prose" if nature == "factual" else nature
        case schema.IdType():
            return "id"
        case schema.ReferenceType(target=what):
            return f"id of a {what}" if what[0] not in "aeiou" else f"id of an {what}"
        case schema.NumberType(whole=whole):
            return "whole number" if whole else "number"
        case schema.BooleanType():
            return "`true` or `false`"
        case schema.DateType():
            return "date"
        case schema.PartialDateType():
            return "date, month or year"
        case schema.ChoiceType(values=values):
            return ", ".join(f"`{value}`" for value in values)
        case schema.StructType(cls=cls):
            return f"[{cls.__name__}](#{cls.__name__.lower()})"
        case schema.ListType(item=item):
            return f"list: {_takes(item)}"
        case schema.MapType(key=key, value=value):
            return f"mapping: {_takes(key)} → {_takes(value)}"
        case schema.UnionType(branches=branches):
            return " or ".join(_takes(branch) for branch in branches)
        case _:
            raise TypeError(f"no file holds a {kind}")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
