"""A Document as pandoc's own tree (JSON), in which there is nothing to escape; pandoc itself can say it in Markdown.

https://hackage.haskell.org/package/pandoc-types/docs/Text-Pandoc-Definition.html
"""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, TypeAlias, assert_never

from bench.inputs.pictures import file_name
from briefgen.document import (
    Block,
    Blocks,
    Callout,
    Caption,
    Cell,
    Column,
    Contents,
    Document,
    Figure,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    Note,
    NoteMark,
    PageBreak,
    Paged,
    Paragraph,
    Quotation,
    Reference,
    Row,
    Run,
    Table,
    TitleBlock,
)

Tree: TypeAlias = dict[str, Any]
"""A node of pandoc's: `t` its kind, `c` what it holds."""
Notes: TypeAlias = dict[int, Note]

API_VERSION = [1, 23, 1]
_PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_ALIGN = {"left": "AlignLeft", "right": "AlignRight", "center": "AlignCenter"}


def tree(document: Document) -> str:
    """The document as JSON that `pandoc -f json` reads. The title is metadata; pandoc prints it before all else."""
    notes = {note.number: note for note in document.notes}
    meta = {
        "title": {"t": "MetaInlines", "c": _words(document.properties.title)},
        "author": {"t": "MetaInlines", "c": _words(document.properties.author)},
        "date": {"t": "MetaInlines", "c": _words(document.properties.date)},
        "lang": {"t": "MetaString", "c": document.lang},
    }
    held = _blocks(document.blocks, notes)
    return json.dumps({"pandoc-api-version": API_VERSION, "meta": meta, "blocks": held}, ensure_ascii=False)


def contents_depth(document: Document) -> int | None:
    """How deep its contents go, for `--toc-depth`; None where it has none."""
    return next((block.depth for block in document.blocks if isinstance(block, Contents)), None)


def _node(kind: str, *content: Any) -> Tree:
    """A node; one that holds nothing has no `c`, one that holds one thing has it bare."""
    if not content:
        return {"t": kind}
    return {"t": kind, "c": content[0] if len(content) == 1 else list(content)}


def _attributes(anchor: str = "") -> list[Any]:
    return [anchor, [], []]


def _blocks(blocks: Blocks, notes: Notes) -> list[Tree]:
    return [node for block in blocks for node in _block(block, notes)]


def _block(block: Block, notes: Notes) -> Iterator[Tree]:
    match block:
        case Heading():
            yield _node("Header", block.level, _attributes(block.anchor), _inlines(block.content, notes))
        case Paragraph():
            yield _node("Para", _inlines(block.content, notes))
        case List():
            items = [
                [_node("Div", _attributes(item.anchor), _blocks(item.blocks, notes))]
                if item.anchor
                else _blocks(item.blocks, notes)
                for item in block.items
            ]
            if block.ordered:
                yield _node("OrderedList", [block.start, {"t": "Decimal"}, {"t": "Period"}], items)
            else:
                yield _node("BulletList", items)
        case Table():
            yield _table(block, notes)
            yield from (_node("Para", _inlines(paragraph.content, notes)) for paragraph in block.key)
        case Callout():
            title = _node("Para", [_node("Strong", _inlines(block.title, notes))])
            yield _node("BlockQuote", [title, *_blocks(block.blocks, notes)])
        case Quotation():
            said = [_node("Para", _inlines(block.attribution, notes))] if block.attribution else []
            yield _node("BlockQuote", [*_blocks(block.blocks, notes), *said])
        case Figure():
            image = _node("Image", _attributes(), _words(block.alt), [file_name(block.picture), ""])
            caption = _caption(block.caption, notes)
            yield _node("Figure", _attributes(block.anchor), caption, [_node("Plain", [image])])
            yield from (_node("Para", _inlines(paragraph.content, notes)) for paragraph in block.key)
        case Contents():
            pass  # asked for on the command line
        case PageBreak():
            yield _node("RawBlock", "openxml", _PAGE_BREAK)
        case TitleBlock():
            yield _node("Para", _inlines(block.kind, notes))
            yield _node("Para", _inlines(block.question, notes))
            for entry in block.entries:
                label = _node("Strong", _inlines(entry.label, notes))
                yield _node("Para", [label, _node("Space"), *_inlines(entry.value, notes)])
        case _:
            assert_never(block)


def _table(table: Table, notes: Notes) -> Tree:
    return _node(
        "Table",
        _attributes(table.anchor),
        _caption(table.caption, notes),
        _columns(table.columns),
        [_attributes(), [_row(row, notes) for row in table.head]],
        [[_attributes(), 1, [], [_row(row, notes) for row in table.body]]],
        [_attributes(), []],
    )


def _columns(columns: tuple[Column, ...]) -> list[Any]:
    """Shares of the text width. A column without one gets an equal part of what is left."""
    given = sum(column.share for column in columns if column.share is not None)
    free = sum(column.share is None for column in columns)
    rest = max(1 - given, 0.2) / free if free else 0
    whole = given + rest * free
    return [
        [{"t": _ALIGN[column.align]}, _node("ColWidth", (rest if column.share is None else column.share) / whole)]
        for column in columns
    ]


def _caption(caption: Caption | None, notes: Notes) -> list[Any]:
    if caption is None:
        return [None, []]
    return [None, [_node("Plain", [*_words(f"{caption.label}. "), *_inlines(caption.content, notes)])]]


def _row(row: Row, notes: Notes) -> list[Any]:
    return [_attributes(), [_cell(cell, notes) for cell in row.cells]]


def _cell(cell: Cell, notes: Notes) -> list[Any]:
    return [_attributes(), {"t": "AlignDefault"}, cell.rowspan, cell.colspan, _blocks(cell.blocks, notes)]


def _inlines(inlines: Inlines, notes: Notes) -> list[Tree]:
    return list(chain.from_iterable(_inline(inline, notes) for inline in inlines))


def _inline(inline: Inline, notes: Notes) -> Iterable[Tree]:
    match inline:
        case Run():
            return _run(inline)
        case Link():
            words = list(chain.from_iterable(_run(run) for run in inline.content))
            return [_node("Link", _attributes(), words, [inline.target, ""])]
        case NoteMark():
            return [_node("Span", _attributes(f"cite-{inline.number}-{inline.occurrence}"), [_mark(inline, notes)])]
        case LineBreak():
            return [_node("LineBreak")]
        case Reference():
            return [_node("Link", _attributes(), _words(inline.text), [f"#{inline.target}", ""])]
        case Paged(without_pages=words):
            return _inlines(words, notes)
        case _:
            assert_never(inline)


def _mark(mark: NoteMark, notes: Notes) -> Tree:
    """The first mark of a note carries it; the others repeat its number and lead there."""
    if mark.occurrence == 1 and mark.number in notes:
        return _node("Note", [_node("Para", _inlines(notes[mark.number].content, notes))])
    number = _node("Superscript", _words(str(mark.number)))
    return _node("Link", _attributes(), [number], [f"#cite-{mark.number}-1", ""])


def _run(run: Run) -> list[Tree]:
    nodes = _words(run.text)
    if "code" in run.marks:
        nodes = [_node("Code", _attributes(), run.text)]
    if run.marks & {"emphasis", "inferred"}:
        nodes = [_node("Emph", nodes)]
    if "strong" in run.marks:
        nodes = [_node("Strong", nodes)]
    return nodes


def _words(text: str) -> list[Tree]:
    """Words, with the spaces between them as nodes of their own, as pandoc's readers make them."""
    nodes: list[Tree] = []
    for position, word in enumerate(text.split(" ")):
        if position:
            nodes.append(_node("Space"))
        if word:
            nodes.append(_node("Str", word))
    return nodes
