"""What Word keeps of a document: two that differ in nothing else are the same DOCX."""

from msgspec.structs import replace

from briefgen.document import (
    Block,
    Blocks,
    Callout,
    Card,
    Cell,
    Column,
    Columns,
    ColumnsCell,
    Contents,
    Document,
    Figure,
    Heading,
    Inline,
    Inlines,
    Item,
    Link,
    List,
    NoteMark,
    PageBreak,
    Paged,
    Paragraph,
    Picture,
    Quotation,
    Reference,
    Row,
    Run,
    Table,
    TemplateText,
    plain,
)
from briefgen.document.address import address
from briefgen.document.chart import in_plain_words
from briefgen.document.revisions import joined
from briefgen.document.transform import transform
from briefgen.docx.context import bookmark_names
from briefgen.docx.read.context import target
from briefgen.docx.read.inlines import without_ties
from briefgen.docx.theme_styles import with_region, without_region


def kept(document: Document) -> Document:
    """The document without

    - the fields of the scenario and the lines of templates that words come from
    - what a format without pages says
    - the shares of columns, the roles of paragraphs in a key
    - the numbers of a list whose items have labels, and bold in what is bold anyway
    - what the margin adds to the title
    - a page break before a contents, which the writer leaves out
    - the country of a language that is at home there
    - what of an anchor no name of a bookmark can hold
    - the second of two marks that are not seen beside each other
    """
    return _Keeping(document).document()


class _Keeping:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._names = {name: target(mark) for name, mark in bookmark_names(document).items()}

    def document(self) -> Document:
        blocks = transform(self._document.blocks, text=self._line)
        notes = tuple(replace(note, content=self._line(note.content)) for note in self._document.notes)
        running = self._document.running
        title = self._document.properties.title
        header = (Run(title, TemplateText()),) if running.header and title else ()
        footer = self._plain(running.footer)
        return replace(
            self._document, blocks=self._blocks(blocks), notes=notes,
            running=replace(running, header=header, footer=footer),
        )  # fmt: skip

    def _plain(self, inlines: Inlines) -> Inlines:
        return (Run(words, TemplateText()),) if (words := plain(inlines)) else ()

    def _line(self, inlines: Inlines) -> Inlines:
        out: list[Inline] = []
        lang = self._document.lang
        for inline in inlines:
            match inline:
                case Paged(with_pages=words):
                    out += self._line(words)
                case Run():
                    out.append(_run(inline, lang))
                case Link(content=content, target=to):
                    runs = tuple(_run(run, lang) for run in content)
                    leads = f"#{name}" if (name := self._names.get(to[1:])) and to[0] == "#" else address(to)
                    out += [Link(joined(runs), leads)] if leads else runs  # type: ignore[arg-type]
                case Reference(target=to, text=text):
                    name = self._names.get(to)
                    out.append(Reference(name) if name else Run(text or "–", TemplateText()))
                case NoteMark():
                    out.append(replace(inline, origin=None))
                case _:
                    out.append(inline)
        return tuple(_run(each, lang) if isinstance(each, Run) else each for each in joined(tuple(out)))

    def _blocks(self, blocks: Blocks) -> Blocks:
        out: list[Block] = []
        for block in blocks:
            if isinstance(block, Contents):
                _without_break(out)
            out.append(self._block(block))
        return tuple(out)

    def _block(self, block: Block) -> Block:
        match block:
            case List(items=items):
                ordered = block.ordered and not all(item.label for item in items)
                made = tuple(self._item(item) for item in items)
                if block.role == "notes":
                    made = tuple(replace(item, blocks=tuple(map(_of_note, item.blocks))) for item in made)
                return replace(block, items=made, ordered=ordered, start=block.start if ordered else 1)
            case Table():
                return replace(
                    block,
                    columns=tuple(Column(column.align) for column in block.columns),
                    head=tuple(self._row(row) for row in block.head),
                    body=tuple(self._row(row) for row in block.body),
                    key=_key(block.key),
                    anchor=self._names.get(block.anchor, ""),
                )
            case Heading(anchor=anchor):
                return replace(block, anchor=self._names.get(anchor, ""))
            case Figure(picture=picture):
                shown = Picture(b"", 0, 0) if isinstance(picture, Picture) else in_plain_words(picture)
                return replace(block, picture=shown, key=_key(block.key), anchor=self._names.get(block.anchor, ""))
            case Card():
                return replace(block, title=_unbold(block.title), blocks=self._blocks(block.blocks))
            case Columns(cells=cells):
                return replace(
                    block, cells=tuple(ColumnsCell(self._blocks(cell.blocks)) for cell in cells), gap="normal"
                )
            case Callout() | Quotation():
                return replace(block, blocks=self._blocks(block.blocks))
            case _:
                return block

    def _item(self, item: Item) -> Item:
        return replace(item, blocks=self._blocks(item.blocks), anchor=self._names.get(item.anchor, ""))

    def _row(self, row: Row) -> Row:
        return Row(tuple(self._cell(cell) for cell in row.cells))

    def _cell(self, cell: Cell) -> Cell:
        blocks = transform(cell.blocks, text=_unbold) if cell.header else cell.blocks
        return replace(cell, blocks=self._blocks(blocks))


def _run(run: Run, lang: str) -> Run:
    return replace(
        run,
        origin=TemplateText(),
        text=without_ties(run.text, run.lang or lang),
        lang=without_region(with_region(run.lang)),
    )


def _unbold(inlines: Inlines) -> Inlines:
    """A line that is bold anyway."""
    return joined(
        tuple(replace(each, marks=each.marks - {"strong"}) if isinstance(each, Run) else each for each in inlines)
    )


def _of_note(block: Block) -> Block:
    """A note has no opening and no label."""
    return replace(block, role="body") if isinstance(block, Paragraph) and block.role != "small" else block


def _key(lines: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    return tuple(replace(line, role="small") for line in lines)


def _without_break(out: list[Block]) -> None:
    at = len(out)
    while at and isinstance(out[at - 1], Paragraph):
        at -= 1
    if at and isinstance(out[at - 1], PageBreak):
        del out[at - 1]
