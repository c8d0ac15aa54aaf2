"""Documents and redlines in plain text, as `redlines.md` has them."""

import re
from itertools import groupby

from tests.factory import H, P, T, document, table

from briefgen.document import (
    Block,
    Document,
    Heading,
    Inline,
    Inlines,
    Item,
    List,
    NoteMark,
    Paragraph,
    Row,
    Run,
    Table,
)
from briefgen.document.walk import texts

_NOTE = re.compile(r"\^(\d+) (.*)")
_SIGNS = {"": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}


def read(text: str) -> Document:
    """A document of paragraphs, lists, tables, headings and notes."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    notes = [found[2] for line in lines if (found := _NOTE.fullmatch(line))]
    blocks: list[Block] = []
    for kind, group in groupby((line for line in lines if not _NOTE.fullmatch(line)), _kind):
        held = list(group)
        match kind:
            case "item":
                blocks.append(List(tuple(Item((Paragraph(T(line[2:])),)) for line in held)))
            case "row":
                blocks.append(table(*held))
            case "heading":
                blocks += [H(line[2:]) for line in held]
            case _:
                blocks += [P(line) for line in held]
    return document(*blocks, notes=notes)


def _kind(line: str) -> str:
    return "item" if line.startswith("- ") else "row" if "|" in line else "heading" if line.startswith("# ") else ""


def shown(redline: Document) -> str:
    """What a redline says."""
    lines = [line for block in redline.blocks for line in _block(block)]
    lines += [f"^{note.number} {_line(note.content)}" for note in redline.notes]
    return "\n".join(lines)


def _block(block: Block) -> list[str]:
    match block:
        case List(items=items):
            return [f"- {_line(line)}" for item in items for inner in item.blocks for line in texts(inner)]
        case Table():
            return [_row(row) for row in (*block.head, *block.body)]
        case Heading(content=content):
            return [f"# {_line(content)}"]
        case _:
            return [_line(line) for line in texts(block)]


def _row(row: Row) -> str:
    return "|".join(" ".join(_line(line) for block in cell.blocks for line in texts(block)) for cell in row.cells)


def _line(inlines: Inlines) -> str:
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case Run(text=text, marks=marks):
            how = "deleted" if "deleted" in marks else "inserted" if "inserted" in marks else ""
            return _SIGNS[how].format(text)
        case NoteMark(number=number, revision=revision):
            return _SIGNS[revision].format(f"^{number}")
        case _:
            return "?"
