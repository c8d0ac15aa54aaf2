"""Blocks → matter to be set. One function a kind of block; the tree of elements grows beside."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import assert_never

from msgspec.structs import replace

from briefgen.document import (
    Block,
    Blocks,
    Callout,
    Contents,
    Figure,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Quotation,
    Table,
    TitleBlock,
    plain,
)
from briefgen.document.blocks import introduces
from briefgen.layout.compose.composer import Composer
from briefgen.layout.compose.contents import compose_contents
from briefgen.layout.compose.figures import compose_figure
from briefgen.layout.compose.lists import compose_list
from briefgen.layout.compose.paragraphs import paragraph
from briefgen.layout.compose.surroundings import CALLOUT, QUOTATION, TEXT, Surroundings
from briefgen.layout.compose.tables import compose_table
from briefgen.layout.compose.titleblock import compose_title_block
from briefgen.layout.matter import Break, Indented, Matter, Panel, Words
from briefgen.layout.page import Entry, Tag

_HEADINGS: tuple[Tag, ...] = ("H1", "H2", "H3", "H4", "H5", "H6")


def compose_document(composer: Composer) -> Iterator[Matter]:
    """The whole body, piece by piece, so that a long document is never all matter at once. Headings open sections, and
    the deeper ones lie in the shallower."""
    root = composer.element("Document", -1)
    sections: list[tuple[int, int]] = []  # (level, element)
    titled = False
    blocks = composer.document.blocks
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, TitleBlock):
            titled = titled or bool(plain(block.title).strip())
            sections.clear()
        if not isinstance(block, Heading) or block.revision == "deleted":  # one that is gone opens no section
            made = compose(composer, block, sections[-1][1] if sections else root, TEXT)
            yield from map(_kept, made) if introduces(block, following) else made
            continue
        if not plain(block.content).strip():
            continue
        while sections and sections[-1][0] >= block.level:
            sections.pop()
        section = composer.element("Sect", sections[-1][1] if sections else root)
        sections.append((block.level, section))
        # By depth, not by number: the structure has no gaps even where the author's levels have.
        tag = _HEADINGS[min(len(sections) - (0 if titled else 1), 5)]
        level = min(max(block.level, 1), 4)
        if words := paragraph(composer, block.content, f"heading{level}", section, tag, keep=True, anchor=block.anchor):
            composer.outline.append(Entry(len(sections), plain(block.content).strip(), block.anchor))
            yield replace(words, heads=True)


def _kept(matter: Matter) -> Matter:
    return replace(matter, keep=True) if isinstance(matter, Words) else matter


def compose_all(composer: Composer, blocks: Blocks, parent: int, around: Surroundings) -> list[Matter]:
    """Blocks one after the other."""
    return [matter for block in blocks for matter in compose(composer, block, parent, around)]


def compose(composer: Composer, block: Block, parent: int, around: Surroundings) -> list[Matter]:
    """One block, as a child of the element `parent`."""
    match block:
        case Paragraph():
            return _paragraph(composer, block, parent, around)
        case Heading():
            # Inside another block it opens no section; the contents do not list it.
            level = min(max(block.level, 1), 4)
            words = paragraph(composer, block.content, f"heading{level}", parent, keep=True, anchor=block.anchor)
            return [words] if words else []
        case List():
            return compose_list(composer, block, parent, around, compose_all)
        case Table():
            return compose_table(composer, block, parent, around, compose_all)
        case Callout():
            return _callout(composer, block, parent)
        case Quotation():
            return _quotation(composer, block, parent)
        case Figure():
            return compose_figure(composer, block, parent)
        case Contents():
            return compose_contents(composer, block, parent)
        case TitleBlock():
            return compose_title_block(composer, block, parent)
        case PageBreak():
            return [Break()] if around is TEXT and block.revision != "deleted" else []
        case _:
            assert_never(block)


def style_of(block: Paragraph, around: Surroundings) -> str:
    """The style of a paragraph, by its role and by where it stands."""
    match block.role:
        case "body":
            return around.body
        case "lead":
            return around.lead
        case "small":
            return around.small
        case "label":
            return around.label
        case _:
            assert_never(block.role)


def _paragraph(composer: Composer, block: Paragraph, parent: int, around: Surroundings) -> list[Matter]:
    words = paragraph(composer, block.content, style_of(block, around), parent, strong=around.strong,
                      align=around.align, keep=block.role == "label" and around is TEXT)  # fmt: skip
    return [words] if words else []


def _callout(composer: Composer, block: Callout, parent: int) -> list[Matter]:
    theme, box = composer.theme, composer.theme.callout
    element = composer.element("Div", parent)
    children: list[Matter] = []
    if title := paragraph(composer, block.title, "callout-title", element, keep=True):
        children.append(title)
    children += compose_all(composer, block.blocks, element, CALLOUT)
    if not children:
        return []
    # A remark is as quiet as its text: the rule in the hairlines' ink. The accent is the decision's.
    rule = theme.inks[box.rule] if block.kind == "decision" else theme.inks["hairline"]
    return [Panel(tuple(children), theme.inks[box.ground], rule, box.rule_width, box.padding)]


def _quotation(composer: Composer, block: Quotation, parent: int) -> list[Matter]:
    styles = composer.theme.styles
    element = composer.element("BlockQuote", parent)
    out: list[Matter] = []
    if children := compose_all(composer, block.blocks, element, QUOTATION):
        out.append(Indented(tuple(children), styles["quotation"].indent))
    if words := paragraph(composer, block.attribution, "attribution", element):
        out.append(Indented((words,), styles["attribution"].indent))
    return out
