"""The words of a Document."""

from collections.abc import Iterator
from typing import assert_never

from tests.laws.readings.found import Place, Reading, Stretch, kept

from briefgen.document import (
    Block,
    Callout,
    Card,
    Columns,
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
)  # fmt: skip


def of_document(document: Document) -> Reading:
    """What every format with pages must say."""
    return kept(stretch for block in document.blocks for stretch in _block(block, "paragraph"))


def _words(inlines: Inlines) -> str:
    def one(inline: Inline) -> str:
        match inline:
            case Run(text=text):
                return text
            case Link(content=content):
                return "".join(run.text for run in content)
            case LineBreak():
                return " "
            case Paged(with_pages=paged):
                return _words(paged)
            case NoteMark() | Reference():
                return ""
            case _:
                assert_never(inline)

    return "".join(map(one, inlines))


def _block(block: Block, place: Place) -> Iterator[Stretch]:
    match block:
        case Heading(level=level, content=content):
            yield f"heading {level}", _words(content)
        case Paragraph(content=content):
            yield place, _words(content)
        case TitleBlock():
            yield "paragraph", _words(block.kind)
            yield "title", _words(block.title)
            yield "paragraph", _words(block.question)
            for entry in block.entries:
                yield "paragraph", _words(entry.label)
                yield "paragraph", _words(entry.value)
        case List(items=items):
            for item in items:
                for at, inner in enumerate(item.blocks):
                    first = at == 0 and place != "cell" and isinstance(inner, Paragraph)
                    yield from _block(inner, "item" if first else place)
        case Table():
            if block.caption:
                yield "caption", f"{block.caption.label} {_words(block.caption.content)}"
            for row in (*block.head, *block.body):
                for cell in row.cells:
                    for inner in cell.blocks:
                        yield from _block(inner, "cell")
            for paragraph in block.key:
                yield place, _words(paragraph.content)
        case Callout() | Card():
            yield place, _words(block.title)
            for inner in block.blocks:
                yield from _block(inner, place)
        case Columns(cells=cells):
            for cell in cells:
                for inner in cell.blocks:
                    yield from _block(inner, place)
        case Quotation():
            for inner in block.blocks:
                yield from _block(inner, place)
            yield place, _words(block.attribution)
        case Figure():
            if block.caption:
                yield "caption", f"{block.caption.label} {_words(block.caption.content)}"
            for paragraph in block.key:
                yield place, _words(paragraph.content)
        case Contents(title=title):
            yield place, _words(title)
        case PageBreak():
            pass
        case _:
            assert_never(block)
