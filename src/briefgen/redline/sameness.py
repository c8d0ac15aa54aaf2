"""When two pieces of a document are the same: by their words, and not by what follows from numbering.

No change are
- the anchor of a block, and the words of a reference that a template makes to an anchor (“Table 2”, “page 6”);
- the label of a caption, and of an item in the list of notes;
- which mark of its note a mark is, and in the list of notes the places where each is cited;
- the field of the scenario, or the line of the template, that words come from;
- the shares of the columns of a table, and where the labels of a chart come from;
- the ground of a cell and the words for readers who cannot see a table or a figure: they say again what stands there.

In these the new edition stands. The margins and what the file says of itself are those of the new edition too.
"""

from msgspec.structs import replace

from briefgen.document import (
    Block,
    Blocks,
    Caption,
    Cell,
    Column,
    Figure,
    Heading,
    Inline,
    Inlines,
    Item,
    LineBreak,
    Link,
    List,
    NoteMark,
    Paged,
    Picture,
    Reference,
    Row,
    Run,
    Table,
    TemplateText,
)
from briefgen.document.plain_charts import in_plain_words
from briefgen.document.rebuilding import Held, rebuilt
from briefgen.document.revisions import joined

_NOWHERE = TemplateText()


def bare(blocks: Blocks) -> Blocks:
    """Blocks without all that is no change: the same where they are the same."""
    return rebuilt(blocks, bare_line, _bare)


def bare_block(block: Block) -> Block:
    """A block without all that is no change."""
    return bare((block,))[0]


def bare_item(item: Item, of: List) -> Item:
    """An item without all that is no change."""
    return Item(bare(item.blocks), "" if of.role == "notes" else item.label)


def bare_row(row: Row) -> Row:
    """A row without all that is no change."""
    return Row(tuple(replace(cell, blocks=bare(cell.blocks), ground="") for cell in row.cells))


def bare_line(inlines: Inlines) -> Inlines:
    """A line without all that is no change; nothing where it tells the places where a note is cited."""
    if any(isinstance(inline, Link) and inline.target.startswith("#cite-") for inline in inlines):
        return ()
    return joined(tuple(bare_inline(inline) for inline in joined(inlines)))


def bare_inline(inline: Inline) -> Inline:
    """An inline without all that is no change."""
    match inline:
        case Run():
            return _run(inline)
        case Link() if _is_pointer(inline):
            return Link((Run("→", _NOWHERE),), inline.target)
        case Link(content=content):
            return replace(inline, content=tuple(_run(run) for run in content))
        case NoteMark(number=number):
            return NoteMark(number, 0)
        case Reference(target=target):
            return Reference(target)
        case Paged(with_pages=paged, without_pages=unpaged):
            return Paged(bare_line(paged), bare_line(unpaged))  # type: ignore[arg-type]  # of what they held
        case LineBreak():
            return inline


def _is_pointer(link: Link) -> bool:
    """Whether a template says the name of a place in the document."""
    return link.target.startswith("#") and all(isinstance(run.origin, TemplateText) for run in link.content)


def _run(run: Run) -> Run:
    return replace(run, origin=_NOWHERE)


def _bare(held: Held) -> Held:
    match held:
        case Heading():
            return replace(held, anchor="")
        case Table():
            columns = tuple(Column(column.align) for column in held.columns)
            return replace(held, columns=columns, anchor="", description="")
        case Figure(picture=picture):
            shown = picture if isinstance(picture, Picture) else in_plain_words(picture)
            return replace(held, picture=shown, anchor="", alt="")
        case Caption():
            return replace(held, label="")
        case Cell():
            return replace(held, ground="")
        case List(role="notes"):
            return replace(held, items=tuple(replace(item, label="", anchor="") for item in held.items))
        case Item():
            return replace(held, anchor="")
        case _:
            return held
