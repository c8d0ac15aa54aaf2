"""A Document as Typst source, set as the theme sets it: page, faces, sizes, inks, footnotes, contents with pages."""

import re
from collections.abc import Iterator
from typing import TypeAlias, assert_never

from bench.inputs.pictures import file_name
from bench.inputs.typst_look import escaped, look, quoted
from briefgen.document import (
    Block,
    Blocks,
    Callout,
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
    Run,
    Table,
    TitleBlock,
)
from briefgen.theme import PAPERS, PaperName, Theme

Notes: TypeAlias = dict[int, Note]

CHART_AS = "svg"

_TONES = ("for", "against", "mixed", "muted")


def source(document: Document, theme: Theme, paper: PaperName) -> str:
    """The whole source, which needs no package."""
    notes = {note.number: note for note in document.notes}
    parts = [
        look(theme, PAPERS[paper]),
        _properties(document),
        _margins(document, notes),
        _blocks(document.blocks, notes),
    ]
    return "\n".join(parts)


def _properties(document: Document) -> str:
    given = document.properties
    day = re.fullmatch(r"(\d+)-0?(\d+)-0?(\d+)", given.date)
    date = f"datetime(year: {day[1]}, month: {day[2]}, day: {day[3]})" if day else "none"
    lang = document.lang.partition("-")[0]
    return (
        f"#set document(title: {quoted(given.title)}, author: {quoted(given.author)}, date: {date})\n"
        f"#set text(lang: {quoted(lang)})"
    )


def _margins(document: Document, notes: Notes) -> str:
    running = document.running
    header = f"#strong[{escaped(running.marking)}] #h(1fr) {_inlines(running.header, notes)}"
    footer = f"{_inlines(running.footer, notes)} {escaped(running.status)} #h(1fr)"
    number = escaped(running.page).replace("{page}", "#counter(page).display()")
    number = number.replace("{pages}", "#counter(page).final().first()")
    return f"#set page(header: small-text[{header}], footer: small-text[{footer} #context [{number}]])"


def _blocks(blocks: Blocks, notes: Notes) -> str:
    return "\n\n".join(text for block in blocks for text in _block(block, notes))


def _block(block: Block, notes: Notes) -> Iterator[str]:
    match block:
        case Heading():
            yield f"#heading(level: {block.level})[{_inlines(block.content, notes)}]{_label(block.anchor)}"
        case Paragraph(role="body"):
            yield f"#[{_inlines(block.content, notes)}]"
        case Paragraph():
            yield f"#{block.role}-text[{_inlines(block.content, notes)}]"
        case List():
            yield _list(block, notes)
        case Table():
            yield _table(block, notes)
            yield from (f"#small-text[{_inlines(paragraph.content, notes)}]" for paragraph in block.key)
        case Callout():
            yield f"#callout[{_inlines(block.title, notes)}][{_blocks(block.blocks, notes)}]"
        case Quotation():
            said = f"attribution: [{_inlines(block.attribution, notes)}]" if block.attribution else ""
            yield f"#quote(block: true, {said})[{_blocks(block.blocks, notes)}]"
        case Figure():
            caption = _caption(block.caption.label, block.caption.content, notes) if block.caption else "none"
            picture = f"image({quoted(file_name(block.picture, CHART_AS))}, alt: {quoted(block.alt)})"
            yield f"#figure(caption: {caption}, {picture}){_label(block.anchor)}"
            yield from (f"#small-text[{_inlines(paragraph.content, notes)}]" for paragraph in block.key)
        case Contents():
            yield f"#outline(title: [{_inlines(block.title, notes)}], depth: {block.depth})"
        case PageBreak():
            yield "#pagebreak(weak: true)"
        case TitleBlock():
            yield f"#kind-text[{_inlines(block.kind, notes)}]"
            yield f"#title-text[{_inlines(block.title, notes)}]"
            yield f"#question-text[{_inlines(block.question, notes)}]"
            entries = (
                f"[#entry-label-text[{_inlines(entry.label, notes)}] \\ {_inlines(entry.value, notes)}]"
                for entry in block.entries
            )
            yield f"#strip({', '.join(entries)})"
        case _:
            assert_never(block)


def _list(block: List, notes: Notes) -> str:
    items = (f"[{_blocks(item.blocks, notes)}{_label(item.anchor)}]" for item in block.items)
    kind = f"enum(start: {block.start}, " if block.ordered else "list("
    return f"#{kind}{', '.join(items)})"


def _table(table: Table, notes: Notes) -> str:
    align = ", ".join(column.align for column in table.columns)
    head = "".join(f"table.header({_cells(row.cells, notes, 'head')}), " for row in table.head)
    body = ", ".join(_cells(row.cells, notes, "cell") for row in table.body)
    caption = _caption(table.caption.label, table.caption.content, notes) if table.caption else "none"
    grid = f"table(columns: ({_columns(table.columns)},), align: ({align},), {head}{body})"
    return f"#figure(kind: table, caption: {caption}, {grid}){_label(table.anchor)}"


def _columns(columns: tuple[Column, ...]) -> str:
    """Shares as parts of the width. A column without one gets an equal part of what is left."""
    given = sum(column.share for column in columns if column.share is not None)
    free = sum(column.share is None for column in columns)
    if not given:
        return ", ".join("auto" for _ in columns)
    rest = max(1 - given, 0.2) / free if free else 0
    return ", ".join(f"{rest if column.share is None else column.share:.4f}fr" for column in columns)


def _cells(cells: tuple[Cell, ...], notes: Notes, kind: str) -> str:
    return ", ".join(_cell(cell, notes, kind) for cell in cells)


def _cell(cell: Cell, notes: Notes, kind: str) -> str:
    spans = f"colspan: {cell.colspan}, " * (cell.colspan > 1) + f"rowspan: {cell.rowspan}, " * (cell.rowspan > 1)
    fill = f"fill: grounds.at({quoted(cell.ground)}), " if cell.ground else ""
    words = _blocks(cell.blocks, notes)
    inner = f"{kind}-text[{words}]" if kind == "head" else f"strong[{words}]" if cell.header else f"[{words}]"
    return f"table.cell({spans}{fill}{inner})" if spans or fill else inner


def _caption(label: str, content: Inlines, notes: Notes) -> str:
    return f"[#text(fill: accent)[{escaped(label)}] {_inlines(content, notes)}]"


def _inlines(inlines: Inlines, notes: Notes) -> str:
    return "".join(_inline(inline, notes) for inline in inlines)


def _inline(inline: Inline, notes: Notes) -> str:
    match inline:
        case Run():
            return _run(inline)
        case Link():
            words = "".join(map(_run, inline.content))
            target = f"label({quoted(inline.target[1:])})" if inline.target.startswith("#") else quoted(inline.target)
            return f"#link({target})[{words}];"
        case NoteMark():
            return _mark(inline, notes)
        case LineBreak():
            return " \\ "
        case Reference():
            return f"#context counter(page).at(label({quoted(inline.target)})).first();"
        case Paged(with_pages=words):
            return _inlines(words, notes)
        case _:
            assert_never(inline)


def _mark(mark: NoteMark, notes: Notes) -> str:
    """The first mark of a note carries it; the others repeat its number."""
    note = notes.get(mark.number)
    if mark.occurrence == 1 and note:
        held = f"[{_inlines(note.content, notes)}]"
    else:
        held = f"(label({quoted(f'cite-{mark.number}-1')}))"
    return f"#[#footnote{held}{_label(f'cite-{mark.number}-{mark.occurrence}')}];"


def _run(run: Run) -> str:
    text = escaped(run.text)
    if "code" in run.marks:
        text = f"#raw({quoted(run.text)});"
    if run.marks & {"emphasis", "inferred"}:
        text = f"#emph[{text}];"
    if "strong" in run.marks:
        text = f"#strong[{text}];"
    for tone in _TONES:
        if tone in run.marks:
            return f"#text(fill: tones.at({quoted(tone)}))[{text}];"
    return text


def _label(anchor: str) -> str:
    return f"#label({quoted(anchor)})" if anchor else ""
