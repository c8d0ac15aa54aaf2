"""Lists of any depth. Word numbers them, except items that carry a label of their own."""

import msgspec

from briefgen.document import Blocks, Item, List, Paragraph
from briefgen.ooxml.text import in_text
from briefgen.writers.docx.frame import Flow, Frame, paragraph_style
from briefgen.writers.docx.inlines import inlines
from briefgen.writers.docx.numbering import LEVELS, NumberingPlace, bullets, level_indent, new_numbers, step
from briefgen.writers.docx.paragraph import paragraph
from briefgen.writers.docx.story import Story
from briefgen.writers.docx.units import twips

_LABEL_LOOK = '<w:rPr><w:rStyle w:val="BriefItemLabel"/></w:rPr>'
_NARROWEST = 1_440
"""Twips that are left for text however deep the list."""


def list_(block: List, frame: Frame, story: Story, flow: Flow) -> str:
    """The items; what follows an item's first paragraph is indented under it."""
    level = min(frame.depth, LEVELS - 1)
    place = _numbering_place(frame)
    list_number = bullets(place)
    if block.ordered and not all(item.label for item in block.items):
        list_number = new_numbers(story.lists, place, level, block.start)
    further = (
        twips(story.setting.theme.styles["endnote"].indent) if block.role == "notes" else step(story.setting.theme)
    )
    left = max(min(frame.indent + further, frame.width - _NARROWEST), frame.indent)
    inside = msgspec.structs.replace(
        frame, place="notes" if block.role == "notes" else frame.place, indent=left, depth=frame.depth + 1
    )
    out: list[str] = []
    for item in block.items:
        first, rest = _first(item)
        style = _item_style(inside, first, labelled=bool(item.label), ordered=block.ordered)
        facts = story.setting.styles[style]
        hanging = left - frame.indent
        content = inlines(first.content, story, facts.bold)
        numbers: tuple[int, int] | None = None
        natural = facts.left, facts.hanging
        if item.label:
            content = f'<w:r>{_LABEL_LOOK}<w:t xml:space="preserve">{in_text(item.label)}</w:t><w:tab/></w:r>{content}'
        elif style != "ListBullet" or level:
            numbers = list_number, level
            natural = level_indent(story.setting.theme, place, level)
        out.append(
            paragraph(
                story,
                style,
                story.bookmarked(item.anchor, content),
                keep=frame.keep,
                numbers=numbers,
                indent=None if natural == (left, hanging) else (left, hanging),
            )
        )
        out.append(flow(rest, inside, story))
    return "".join(out)


def _first(item: Item) -> tuple[Paragraph, Blocks]:
    """The paragraph that bears the bullet, and the rest. An item that begins with another block gets an empty one."""
    if item.blocks and isinstance(item.blocks[0], Paragraph):
        return item.blocks[0], item.blocks[1:]
    return Paragraph(()), item.blocks


def _item_style(inside: Frame, first: Paragraph, *, labelled: bool, ordered: bool) -> str:
    style = paragraph_style(inside, first.role)
    if style != "ListContinue":
        return style
    return "BriefItem" if labelled else "ListNumber" if ordered else "ListBullet"


def _numbering_place(frame: Frame) -> NumberingPlace:
    match frame.place:
        case "body" | "notes":
            return "body"
        case "decision" | "remark":
            return "callout"
        case "quotation":
            return "quotation"
        case "cell" | "row-header" | "head":
            return "cell"
