"""A document in a short notation, so that cases can be read.

Blocks: `h1 #anchor words`, `words`, `small: words`, `- item`, `decision(title)[…]`, `table …`. Inlines: marks as
`{muted:words}`, notes as `^1.2`, links as `<words → #target>`, forced line ends as ` / `, references as `(p. anchor)`.
"""

from collections.abc import Iterable

from briefgen.document import (
    Block,
    Callout,
    Caption,
    Card,
    Cell,
    Columns,
    Contents,
    Figure,
    Heading,
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


def shown(blocks: Iterable[Block]) -> str:
    return "\n".join(line for block in blocks for line in _block(block))


def line(inlines: Iterable[object]) -> str:
    return "".join(_inline(inline) for inline in inlines)


def _block(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"h{block.level} #{block.anchor} {line(block.content)}"]
        case Paragraph(content=content, role=role):
            return [("" if role == "body" else f"{role}: ") + line(content)]
        case List():
            out = []
            for number, item in enumerate(block.items, block.start):
                sign = f"{item.label}#{item.anchor} " if item.label else f"{number}. " if block.ordered else "- "
                out += _under(sign, [each for inner in item.blocks for each in _block(inner)])
            return out
        case Table():
            rows = [("=" if row in block.head else "|", [_cell(cell) for cell in row.cells])
                    for row in (*block.head, *block.body)]  # fmt: skip
            columns = " ".join(f"{column.align[0]}{column.share or ''}" for column in block.columns)
            description = f" ({block.description})" if block.description else ""
            key = [each for paragraph in block.key for each in _block(paragraph)]
            return [f"table #{block.anchor} [{columns}]{_caption(block.caption)}{description}",
                    *(f"{sign} {' | '.join(cells)}" for sign, cells in rows), *key]  # fmt: skip
        case Callout(kind=kind, title=title, blocks=inner):
            return _under(f"{kind}({line(title)}) ", [each for block in inner for each in _block(block)])
        case Card(title=title, blocks=inner, kind=kind):
            return _under(f"card {kind}({line(title)}) ", [each for block in inner for each in _block(block)])
        case Columns(cells=cells, gap=gap):
            sign = "columns " if gap == "normal" else f"columns {gap} "
            return [
                line
                for cell in cells
                for line in _under(f"{sign}{cell.share:g} | ", [each for held in cell.blocks for each in _block(held)])
            ]
        case Quotation(blocks=inner, attribution=attribution):
            lines = _under("> ", [each for block in inner for each in _block(block)])
            return [*lines, f"  — {line(attribution)}"] if attribution else lines
        case Figure():
            return [f"figure #{block.anchor} {block.alt}{_caption(block.caption)}"]
        case Contents(title=title, depth=depth, of=of):
            return [f"contents({line(title)}) {depth if of == 'headings' else of}"]
        case PageBreak():
            return ["page-break"]
        case TitleBlock():
            entries = [f"  {line(entry.label)}: {line(entry.value)}" for entry in block.entries]
            return [f"title {line(block.kind)} | {line(block.title)} | {line(block.question)}", *entries]


def _under(sign: str, lines: list[str]) -> list[str]:
    return [(sign if number == 0 else " " * len(sign)) + each for number, each in enumerate(lines)]


def _cell(cell: Cell) -> str:
    words = " / ".join(each for block in cell.blocks for each in _block(block))
    return ("*" if cell.header else "") + words + (f" ({cell.ground})" if cell.ground else "")


def _caption(caption: Caption | None) -> str:
    return f" “{caption.label}: {line(caption.content)}”" if caption else ""


def _inline(inline: object) -> str:
    match inline:
        case Run(text=text, marks=marks, lang=lang):
            look = sorted(marks) + ([f"lang={lang}"] if lang else [])
            return f"{{{' '.join(look)}:{text}}}" if look else text
        case Link(content=content, target=target):
            return f"<{line(content)} → {target}>"
        case LineBreak():
            return " / "
        case NoteMark(number=number, occurrence=occurrence):
            return f"^{number}.{occurrence}"
        case Reference(target=target, text=text):
            return f"(p. {target}: {text})"
        case Paged(with_pages=paged, without_pages=unpaged):
            return f"({line(paged)} or {line(unpaged)})"
    raise AssertionError(inline)
