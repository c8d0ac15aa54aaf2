"""Lists of any depth. Word numbers them, except items that carry a label of their own."""

from collections.abc import Iterator

import msgspec

from briefgen.core.xml import in_text
from briefgen.document import Block, Blocks, Item, List, Paragraph
from briefgen.writers.docx.elements import tracked
from briefgen.writers.docx.inlines import inlines
from briefgen.writers.docx.numbering import LEVELS, NumberingPlace, bullets, level_indent, new_numbers, step
from briefgen.writers.docx.paragraphs import Container, Flow, paragraph, paragraph_style
from briefgen.writers.docx.part_writer import PartWriter
from briefgen.writers.docx.units import twips

_LABEL_LOOK = '<w:rPr><w:rStyle w:val="BriefItemLabel"/></w:rPr>'
_FEW = 4
"""Paragraphs of a note, after its first, that stand with it on one page."""
_NARROWEST = 1_440
"""Twips that are left for text however deep the list."""


def list_(block: List, container: Container, writer: PartWriter, flow: Flow) -> str:
    """The items; what follows an item's first paragraph is indented under it."""
    theme = writer.context.theme
    notes = block.role == "notes"
    place, level = _numbering_place(container), min(container.depth, LEVELS - 1)
    if block.ordered and not all(item.label for item in block.items):
        numbers = new_numbers(writer.context.numbers, writer.lists, place, level, block.start), level
    else:
        numbers = bullets(writer.context.numbers, place), level
    further = twips(theme.styles["endnote"].indent) if notes else step(theme)
    left = max(min(container.indent + further, container.width - _NARROWEST), container.indent)
    inside = msgspec.structs.replace(
        container, place="notes" if notes else container.place, indent=left, depth=container.depth + 1
    )
    shape = _Shape(numbers, level_indent(theme, place, level), (left, left - container.indent), block.ordered)
    return "".join([_item(item, shape, inside, writer, flow) for item in block.items])


class _Shape(msgspec.Struct, frozen=True):
    """What the items of a list have in common. Indents are left and hanging."""

    numbers: tuple[int, int]
    numbered_indent: tuple[int, int]
    """That comes with the numbering."""
    indent: tuple[int, int]
    """That it shall be."""
    ordered: bool


def _item(item: Item, shape: _Shape, inside: Container, writer: PartWriter, flow: Flow) -> str:
    out = []
    for blocks in _by_edition(item):
        first, rest = _first(blocks)
        with writer.revising(first.revision):
            out.append(_first_paragraph(first, rest, item, shape, inside, writer))
        out.append(_rest(rest, inside, writer, flow))
    return "".join(out)


def _by_edition(item: Item) -> Iterator[Blocks]:
    """What stands in an item; where only one of two editions begins with its first block, in two parts, so that the
    first paragraph of each bears the bullet."""
    how = item.blocks[0].revision if item.blocks else ""
    after = next((at for at, block in enumerate(item.blocks) if block.revision != how), len(item.blocks))
    yield item.blocks[:after] if how else item.blocks
    if how and after < len(item.blocks):
        yield item.blocks[after:]


def _first_paragraph(
    first: Paragraph, rest: Blocks, item: Item, shape: _Shape, inside: Container, writer: PartWriter
) -> str:
    style = _item_style(inside, first, labelled=bool(item.label), ordered=shape.ordered)
    facts = writer.context.styles[style]
    content = inlines(first.content, writer, facts.bold)
    if item.label:
        label = f'<w:r>{_LABEL_LOOK}<w:t xml:space="preserve">{in_text(item.label)}</w:t><w:tab/></w:r>'
        content = tracked(first.revision, label, writer) + content
        numbers, natural = None, (facts.left, facts.hanging)
    else:
        # Beside the style, which has it too for bullets: docx2python and others look at the paragraph alone.
        numbers, natural = shape.numbers, shape.numbered_indent
    return paragraph(
        writer,
        style,
        writer.bookmarked(item.anchor, content),
        keep=inside.keep or (inside.place == "notes" and bool(rest)) or _remarked(rest),
        numbers=numbers,
        indent=None if natural == shape.indent else shape.indent,
        after=0 if inside.tight else None,
    )


def _rest(blocks: Blocks, inside: Container, writer: PartWriter, flow: Flow) -> str:
    """What follows an item's first paragraph. A note of few paragraphs stands on one page; the last one of a longer
    note does not begin a page, nor does a remark in any item."""
    notes = inside.place == "notes"
    if len(blocks) < 2 or not (notes or any(map(_is_remark, blocks[1:]))):
        return flow(blocks, inside, writer)
    held = msgspec.structs.replace(inside, keep=True)
    last = len(blocks) - 1
    out = []
    for at, block in enumerate(blocks):
        stays = at < last and (_is_remark(blocks[at + 1]) or (notes and (last < _FEW or at == last - 1)))
        out.append(flow((block,), held if stays else inside, writer))
    return "".join(out)


def _is_remark(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "small"


def _remarked(rest: Blocks) -> bool:
    return bool(rest) and _is_remark(rest[0])


def _first(blocks: Blocks) -> tuple[Paragraph, Blocks]:
    """The paragraph that bears the bullet, and the rest. An item that begins with another block gets an empty one."""
    if blocks and isinstance(blocks[0], Paragraph):
        return blocks[0], blocks[1:]
    return Paragraph((), revision=blocks[0].revision if blocks else ""), blocks


def _item_style(inside: Container, first: Paragraph, *, labelled: bool, ordered: bool) -> str:
    style = paragraph_style(inside, first.role)
    if style == "BriefEndnoteContinue":
        return "BriefEndnote"
    if style != "ListContinue":
        return style
    return "BriefItem" if labelled else "ListNumber" if ordered else "ListBullet"


def _numbering_place(container: Container) -> NumberingPlace:
    match container.place:
        case "body" | "notes":
            return "body"
        case "decision" | "remark":
            return "callout"
        case "quotation":
            return "quotation"
        case "cell" | "row-header" | "head":
            return "cell"
