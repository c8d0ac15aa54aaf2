"""A Document for docxtpl: a template in Word that takes blocks of a few kinds, and the blocks as plain data.

docxtpl knows no notes at the foot; they stand as a list at the end.
"""

import io
from collections.abc import Iterator
from typing import Any, TypeAlias, assert_never

from bench.inputs.pictures import file_name
from briefgen.document import (
    Block,
    Blocks,
    Callout,
    Contents,
    Document,
    Figure,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    NoteMark,
    PageBreak,
    Paged,
    Paragraph,
    Quotation,
    Reference,
    Run,
    Table,
    TitleBlock,
)

Data: TypeAlias = dict[str, Any]
Runs: TypeAlias = list[tuple[str, str]]
"""Words, and their look by letters: `b` bold, `i` italic, `s` raised."""

_STYLES = {
    "title": "Title", "heading1": "Heading 1", "heading2": "Heading 2", "heading3": "Heading 3",
    "heading4": "Heading 4", "text": "Normal", "bullet": "List Bullet", "number": "List Number", "quote": "Quote",
    "caption": "Caption",
}  # fmt: skip
"""Kind of block → style of the template."""


def context(document: Document) -> Data:
    """What the template is filled with."""
    blocks = list(_blocks(document.blocks))
    blocks += [_said("number", note.content) for note in document.notes]
    return {"blocks": blocks, "header": document.running.marking, "footer": document.running.status}


def template() -> bytes:
    """The template: a loop over the blocks, with a branch for each kind."""
    import docx

    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "{{ header }}"
    made.sections[0].footer.paragraphs[0].text = "{{ footer }}"
    made.add_paragraph("{%p for b in blocks %}")
    for number, (kind, style) in enumerate(_STYLES.items()):
        made.add_paragraph(f"{{%p {'elif' if number else 'if'} b.kind == '{kind}' %}}")
        made.add_paragraph("{{r b.rich }}", style=style)
    made.add_paragraph("{%p elif b.kind == 'picture' %}")
    made.add_paragraph("{{ b.picture }}")
    made.add_paragraph("{%p elif b.kind == 'table' %}")
    table = made.add_table(rows=3, cols=3, style="Table Grid")
    table.cell(0, 0).text = "{%tr for row in b.rows %}"
    for column, text in enumerate(("{%tc for cell in row %}", "{{r cell }}", "{%tc endfor %}")):
        table.cell(1, column).text = text
    table.cell(2, 0).text = "{%tr endfor %}"
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p endfor %}")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _blocks(blocks: Blocks) -> Iterator[Data]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[Data]:
    match block:
        case Heading(level=level, content=content):
            yield _said(f"heading{level}", content)
        case Paragraph(content=content):
            yield _said("text", content)
        case List(items=items, ordered=ordered):
            for item in items:
                for inner in _blocks(item.blocks):
                    yield inner | {"kind": "number" if ordered else "bullet"} if inner["kind"] == "text" else inner
        case Table():
            if block.caption:
                yield {"kind": "caption", "runs": [(f"{block.caption.label} ", "b"), *_runs(block.caption.content)]}
            rows = [[_in_cell(cell.blocks) for cell in row.cells] for row in (*block.head, *block.body)]
            yield {"kind": "table", "rows": rows}
            yield from (_said("text", line.content) for line in block.key)
        case Callout():
            yield _said("text", block.title)
            yield from _blocks(block.blocks)
        case Quotation():
            yield from (inner | {"kind": "quote"} for inner in _blocks(block.blocks))
            yield _said("quote", block.attribution)
        case Figure():
            if block.caption:
                yield {"kind": "caption", "runs": [(f"{block.caption.label} ", "b"), *_runs(block.caption.content)]}
            yield {"kind": "picture", "file": file_name(block.picture)}
            yield from (_said("text", line.content) for line in block.key)
        case Contents() | PageBreak():
            pass  # Word would have to fill the one; the other is a matter of style
        case TitleBlock():
            yield _said("text", block.kind)
            yield _said("title", block.title)
            yield _said("text", block.question)
            for entry in block.entries:
                yield {"kind": "text", "runs": [*_runs(entry.label), (": ", ""), *_runs(entry.value)]}
        case _:
            assert_never(block)


def _said(kind: str, inlines: Inlines) -> Data:
    return {"kind": kind, "runs": _runs(inlines)}


def _in_cell(blocks: Blocks) -> Runs:
    """What stands in a cell, a line each."""
    out: Runs = []
    for inner in _blocks(blocks):
        out += [("\n", "")] * bool(out) + inner.get("runs", [])
    return out


def _runs(inlines: Inlines) -> Runs:
    return [run for inline in inlines for run in _inline(inline)]


def _inline(inline: Inline) -> Runs:
    match inline:
        case Run(text=text, marks=marks):
            return [(text, "b" * ("strong" in marks) + "i" * bool(marks & {"emphasis", "inferred"}))]
        case Link(content=content):
            return [run for inner in content for run in _inline(inner)]
        case NoteMark(number=number):
            return [(str(number), "s")]
        case LineBreak():
            return [("\n", "")]
        case Reference(text=text):
            return [(text, "")]
        case Paged(without_pages=words):
            return _runs(words)
        case _:
            assert_never(inline)
