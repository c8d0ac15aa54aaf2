"""A Document as HTML for paged media (CSS Generated Content for Paged Media): notes float to the foot of the page."""

from html import escape
from typing import TypeAlias, assert_never

from bench.inputs.html_look import sheet
from bench.inputs.pictures import file_name
from briefgen.document import (
    Block,
    Blocks,
    Callout,
    Caption,
    Cell,
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
    plain,
)
from briefgen.document.walk import headings
from briefgen.theme import PAPERS, PaperName, Theme

CHART_AS = "svg"


class _Story:
    """What has to be known of the document in the middle of it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.notes: dict[int, Note] = {note.number: note for note in document.notes}


Markup: TypeAlias = str


def source(document: Document, theme: Theme, paper: PaperName) -> Markup:
    """The whole page, with its style sheet. Pictures are beside it."""
    running, story = document.running, _Story(document)
    number = _string(running.page).replace("{pages}", '" counter(pages) "').replace("{page}", '" counter(page) "')
    margins = {
        "marking": _string(running.marking),
        "header": _string(plain(running.header)),
        "footer": _string(f"{plain(running.footer)} {running.status}".strip()),
        "number": number,
    }
    return (
        f'<!DOCTYPE html><html lang="{escape(document.lang)}"><head><meta charset="utf-8">'
        f"<title>{escape(document.properties.title)}</title>"
        f'<meta name="author" content="{escape(document.properties.author)}">'
        f"<style>{sheet(theme, PAPERS[paper], margins)}</style></head>"
        f"<body>{_blocks(document.blocks, story)}</body></html>"
    )


def _string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _blocks(blocks: Blocks, story: _Story) -> Markup:
    return "\n".join(_block(block, story) for block in blocks)


def _block(block: Block, story: _Story) -> Markup:
    match block:
        case Heading(level=level):
            return f"<h{level + 1}{_id(block.anchor)}>{_inlines(block.content, story)}</h{level + 1}>"
        case Paragraph():
            return _paragraph(block, story)
        case List():
            items = "".join(f"<li{_id(item.anchor)}>{_blocks(item.blocks, story)}</li>" for item in block.items)
            return f'<ol start="{block.start}">{items}</ol>' if block.ordered else f"<ul>{items}</ul>"
        case Table():
            return _table(block, story)
        case Callout():
            title = f'<p class="title">{_inlines(block.title, story)}</p>'
            return f'<div class="callout">{title}{_blocks(block.blocks, story)}</div>'
        case Quotation():
            said = f'<p class="small">{_inlines(block.attribution, story)}</p>' if block.attribution else ""
            return f"<blockquote>{_blocks(block.blocks, story)}</blockquote>{said}"
        case Figure():
            image = f'<img src="{file_name(block.picture, CHART_AS)}" alt="{escape(block.alt)}">'
            caption = f"<figcaption>{_caption(block.caption, story)}</figcaption>" if block.caption else ""
            key = "".join(_paragraph(line, story) for line in block.key)
            return f"<figure{_id(block.anchor)}>{caption}{image}</figure>{key}"
        case Contents():
            entries = "".join(
                f'<p class="contents"><a href="#{escape(heading.anchor)}">{escape(plain(heading.content))}</a></p>'
                for heading in headings(story.document, block.depth)
            )
            return f"<p><strong>{_inlines(block.title, story)}</strong></p>{entries}"
        case PageBreak():
            return '<div style="break-after: page"></div>'
        case TitleBlock():
            strip = "".join(
                f'<div><p class="entry-label">{_inlines(entry.label, story)}</p>'
                f'<p class="entry">{_inlines(entry.value, story)}</p></div>'
                for entry in block.entries
            )
            return (
                f'<p class="kind">{_inlines(block.kind, story)}</p><h1>{_inlines(block.title, story)}</h1>'
                f'<p class="question">{_inlines(block.question, story)}</p><div class="strip">{strip}</div>'
            )
        case _:
            assert_never(block)


def _paragraph(block: Paragraph, story: _Story) -> Markup:
    role = "" if block.role == "body" else f' class="{block.role}"'
    return f"<p{role}>{_inlines(block.content, story)}</p>"


def _table(table: Table, story: _Story) -> Markup:
    caption = f"<caption>{_caption(table.caption, story)}</caption>" if table.caption else ""
    columns = "".join(
        "<col>" if column.share is None else f'<col style="width: {column.share:.2%}">' for column in table.columns
    )
    head = "".join(_row(row, story, head=True) for row in table.head)
    body = "".join(_row(row, story, head=False) for row in table.body)
    rows = (f"<thead>{head}</thead>" if head else "") + f"<tbody>{body}</tbody>"
    key = "".join(_paragraph(line, story) for line in table.key)
    return f"<table{_id(table.anchor)}>{caption}<colgroup>{columns}</colgroup>{rows}</table>{key}"


def _row(row: Row, story: _Story, head: bool) -> Markup:
    return f"<tr>{''.join(_cell(cell, story, head) for cell in row.cells)}</tr>"


def _cell(cell: Cell, story: _Story, head: bool) -> Markup:
    name, scope = ("th", f' scope="{"col" if head else "row"}"') if head or cell.header else ("td", "")
    spans = f' colspan="{cell.colspan}"' * (cell.colspan > 1) + f' rowspan="{cell.rowspan}"' * (cell.rowspan > 1)
    ground = f' class="on-{cell.ground}"' if cell.ground else ""
    match cell.blocks:
        case (Paragraph(role="body", content=content),):
            held = _inlines(content, story)
        case _:
            held = _blocks(cell.blocks, story)
    return f"<{name}{scope}{spans}{ground}>{held}</{name}>"


def _caption(caption: Caption, story: _Story) -> Markup:
    return f"{escape(caption.label)} {_inlines(caption.content, story)}"


def _inlines(inlines: Inlines, story: _Story) -> Markup:
    return "".join(_inline(inline, story) for inline in inlines)


def _inline(inline: Inline, story: _Story) -> Markup:
    match inline:
        case Run():
            return _run(inline)
        case Link():
            return f'<a href="{escape(inline.target)}">{"".join(map(_run, inline.content))}</a>'
        case NoteMark():
            return _mark(inline, story)
        case LineBreak():
            return "<br>"
        case Reference():
            return f'<a class="page" href="#{escape(inline.target)}"></a>'
        case Paged(with_pages=words):
            return _inlines(words, story)
        case _:
            assert_never(inline)


def _mark(mark: NoteMark, story: _Story) -> Markup:
    """The first mark of a note carries it; the others repeat its number and lead there."""
    note = story.notes.get(mark.number)
    place = f"cite-{mark.number}-{mark.occurrence}"
    if mark.occurrence == 1 and note:
        return f'<span class="footnote" id="{place}">{_inlines(note.content, story)}</span>'
    return f'<sup id="{place}"><a href="#cite-{mark.number}-1">{mark.number}</a></sup>'


def _run(run: Run) -> Markup:
    text = escape(run.text)
    for mark, name in (("code", "code"), ("emphasis", "em"), ("inferred", "em"), ("strong", "strong")):
        if mark in run.marks:
            text = f"<{name}>{text}</{name}>"
    classes = " ".join(tone for tone in ("for", "against", "mixed", "muted") if tone in run.marks)
    return f'<span class="{classes}">{text}</span>' if classes else text


def _id(anchor: str) -> str:
    return f' id="{escape(anchor)}"' if anchor else ""
