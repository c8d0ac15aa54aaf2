"""Blocks become boxes; the structure tree grows with them. One function per kind of block."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import assert_never

import msgspec
from msgspec.structs import replace

from briefgen.document import (
    Block,
    Blocks,
    Callout,
    Card,
    Columns,
    Contents,
    Figure,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Quotation,
    Run,
    Table,
    TemplateText,
    TitleBlock,
    plain,
)
from briefgen.document.blocks import introduces
from briefgen.document.grid import shares
from briefgen.document.walk import ContentsEntry, contents_entries
from briefgen.layout.boxes import (
    Box,
    ColumnsBox,
    EntriesBox,
    ImageBox,
    IndentBox,
    PageBreakBox,
    PanelBox,
    ParagraphBox,
    Segment,
)
from briefgen.layout.columns import GAPS
from briefgen.layout.compose.composer import Composer, SpecifiedStyle
from briefgen.layout.compose.inline import segments_of
from briefgen.layout.compose.paragraphs import (
    CALLOUT,
    CARD,
    QUOTATION,
    TEXT,
    WITHIN_COLUMNS,
    ParagraphStyles,
    caption,
    compose_list,
    key,
    paragraph,
    paragraph_box,
)
from briefgen.layout.compose.tables import compose_table
from briefgen.layout.page import Element, OutlineItem, Tag

WHOLE = 24
"""Most entries of a table of contents that is kept on one page."""


def compose_contents(composer: Composer, block: Contents, parent: int) -> list[Box]:
    """The title, and an entry for each heading down to the depth asked for, or for each table or figure.

    A deleted one is its title alone: its entries were those of another edition.
    """
    entries = [] if block.revision == "deleted" else contents_entries(composer.document, block)
    out: list[Box] = []
    if title := paragraph(composer, block.title, "contents-title", parent, keep_with_next=bool(entries)):
        out.append(title)
    if not entries:
        return out
    toc = composer.element("TOC", parent)
    for left, entry in zip(range(len(entries) - 1, -1, -1), entries, strict=True):
        style = "contents1" if entry.level <= 1 else "contents2"
        words = _entry(composer, entry, style, toc)
        words = msgspec.structs.replace(words, keep_with_next=left > 0 and len(entries) <= WHOLE)
        indent = composer.theme.styles[style].indent * max(entry.level - 1, 1)
        out.append(IndentBox((words,), indent) if indent else words)
    return out


def _entry(composer: Composer, entry: ContentsEntry, style: str, toc: int) -> ParagraphBox:
    link = composer.element("Link", composer.element("Reference", composer.element("TOCI", toc)))
    segments = segments_of(composer, (Run(entry.words, TemplateText()),), style, link)
    target = "#" + entry.anchor if entry.anchor else ""
    styles = {segment.style: msgspec.structs.replace(segment.style, target=target) for segment in segments}
    segments = [msgspec.structs.replace(segment, style=styles[segment.style]) for segment in segments]
    words = paragraph_box(composer, segments, style, link)
    if not entry.anchor:
        return words
    computed, font = composer.computed_style(SpecifiedStyle(style))
    quiet = msgspec.structs.replace(
        computed, ink=composer.theme.inks["secondary"], target=target, page_of=entry.anchor, element=0
    )
    digits = "0" * composer.room.digits
    return msgspec.structs.replace(words, flush=Segment(digits, font.width(digits) * computed.size, quiet))


def compose_figure(composer: Composer, block: Figure, parent: int) -> list[Box]:
    """A figure with its title above and its key below, like a table."""
    alt = block.alt.strip()
    if not alt and block.caption:
        alt = f"{block.caption.label} {plain(block.caption.content)}".strip()
    out: list[Box] = []
    reviser = composer.document.reviser
    if block.revision and reviser:  # a picture cannot be struck through
        announcement = (reviser.inserted if block.revision == "inserted" else reviser.deleted)[0]
        alt = f"{announcement} {alt}" if alt else ""
        words = paragraph(composer, (Run(announcement, TemplateText()),), "small", parent, keep_with_next=True)
        out += [words] if words else []
    titled = False
    if block.caption:
        caption_element = composer.element("Caption", parent)
        if title := caption(
            composer, block.caption, caption_element, keep_with_next=True, anchor=block.anchor, revision=block.revision
        ):
            titled = True
            out.append(title)
        else:
            del composer.elements[caption_element:]
    # A picture without a description is decoration, which PDF/UA keeps out of the structure tree.
    element = composer.place(Element("Figure", parent, alt=alt)) if alt else -1
    anchors = (block.anchor,) if block.anchor and not titled else ()
    out.append(ImageBox(block.picture, element, anchors, titled=titled, keep_with_next=bool(block.key)))
    return [*out, *key(composer, block.key, parent)]


def compose_title_block(composer: Composer, block: TitleBlock, parent: int) -> list[Box]:
    """The title block. Its title is the only heading of level 1."""
    out: list[Box] = []
    for content, style, tag in (
        (block.kind, "kind", "P"),
        (block.title, "title", "H1"),
        (block.question, "question", "P"),
    ):
        words = paragraph(
            composer, content, style, parent, "H1" if tag == "H1" else "P", keep_with_next=True, balanced=True
        )
        if words:
            out.append(words)
    entries = tuple(
        entry
        for given in block.entries
        if any(entry := (paragraph(composer, given.label, "entry-label", parent),
                         paragraph(composer, given.value, "entry", parent)))
    )  # fmt: skip
    if entries:
        theme = composer.theme
        out.append(
            EntriesBox(entries, theme.inks["hairline"], theme.styles["question"].after, theme.styles["heading2"].before)
        )
    return out


_HEADINGS: tuple[Tag, ...] = ("H1", "H2", "H3", "H4", "H5", "H6")


def compose_document(composer: Composer) -> Iterator[Box]:
    """The body as boxes, generated one by one to save memory. Headings open sections, nested by level."""
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
            yield from map(_with_keep_with_next, made) if introduces(block, following) else made
            continue
        if not plain(block.content).strip():
            continue
        while sections and sections[-1][0] >= block.level:
            sections.pop()
        section = composer.element("Sect", sections[-1][1] if sections else root)
        sections.append((block.level, section))
        # By depth, not by level: the structure tree skips no level even if the author does.
        tag = _HEADINGS[min(len(sections) - (0 if titled else 1), 5)]
        level = min(max(block.level, 1), 4)
        if words := paragraph(
            composer, block.content, f"heading{level}", section, tag, keep_with_next=True, anchor=block.anchor
        ):
            composer.outline.append(OutlineItem(len(sections), plain(block.content).strip(), block.anchor))
            yield replace(words, starts_section=True)


def _with_keep_with_next(box: Box) -> Box:
    return replace(box, keep_with_next=True) if isinstance(box, ParagraphBox) else box


def compose_all(composer: Composer, blocks: Blocks, parent: int, styles: ParagraphStyles) -> list[Box]:
    """Blocks one after the other."""
    return [box for block in blocks for box in compose(composer, block, parent, styles)]


def compose(composer: Composer, block: Block, parent: int, styles: ParagraphStyles) -> list[Box]:
    """A block, as a child of the element `parent`."""
    match block:
        case Paragraph():
            return _paragraph(composer, block, parent, styles)
        case Heading():
            # Inside another block it opens no section and is not in the contents.
            level = min(max(block.level, 1), 4)
            words = paragraph(
                composer, block.content, f"heading{level}", parent, keep_with_next=True, anchor=block.anchor
            )
            return [words] if words else []
        case List():
            return compose_list(composer, block, parent, styles, compose_all)
        case Table():
            return compose_table(composer, block, parent, styles, compose_all)
        case Callout():
            return _callout(composer, block, parent)
        case Card():
            return _card(composer, block, parent)
        case Columns():
            return _columns(composer, block, parent, styles)
        case Quotation():
            return _quotation(composer, block, parent)
        case Figure():
            return compose_figure(composer, block, parent)
        case Contents():
            return compose_contents(composer, block, parent)
        case TitleBlock():
            return compose_title_block(composer, block, parent)
        case PageBreak():
            return [PageBreakBox()] if styles is TEXT and block.revision != "deleted" else []
        case _:
            assert_never(block)


def style_of(block: Paragraph, styles: ParagraphStyles) -> str:
    """The style of a paragraph, by its role and its surroundings."""
    match block.role:
        case "body":
            return styles.body
        case "lead":
            return styles.lead
        case "small":
            return styles.small
        case "label":
            return styles.label
        case _:
            assert_never(block.role)


def _paragraph(composer: Composer, block: Paragraph, parent: int, styles: ParagraphStyles) -> list[Box]:
    words = paragraph(composer, block.content, style_of(block, styles), parent, strong=styles.strong,
                      align=styles.align, keep_with_next=block.role == "label" and styles is TEXT)  # fmt: skip
    return [words] if words else []


def _callout(composer: Composer, block: Callout, parent: int) -> list[Box]:
    theme, box = composer.theme, composer.theme.callout
    element = composer.element("Div", parent)
    children: list[Box] = []
    if title := paragraph(composer, block.title, "callout-title", element, keep_with_next=True):
        children.append(title)
    children += compose_all(composer, block.blocks, element, CALLOUT)
    if not children:
        return []
    # The accent colour is for decisions; other callouts have a rule in the colour of hairlines.
    rule = theme.inks[box.rule] if block.kind == "decision" else theme.inks["hairline"]
    return [PanelBox(tuple(children), theme.inks[box.ground], rule, box.rule_width, box.padding)]


def _card(composer: Composer, block: Card, parent: int) -> list[Box]:
    inks = composer.theme.inks
    frame = composer.theme.recommended_card if block.kind == "recommended" else composer.theme.card
    element = composer.element("Div", parent)
    children: list[Box] = []
    if title := paragraph(composer, block.title, "callout-title", element, keep_with_next=True):
        children.append(title)
    children += compose_all(composer, block.blocks, element, CARD)
    if not children:
        return []
    ground = inks[frame.ground] if frame.ground else ""
    return [PanelBox(tuple(children), ground, inks[frame.rule], frame.rule_width, frame.padding, inks[frame.border],
                     frame.border_width)]  # fmt: skip


def _columns(composer: Composer, block: Columns, parent: int, styles: ParagraphStyles) -> list[Box]:
    """A `Div` for each cell, in one around them: PDF/UA asks for the order of reading, cell after cell, and a table
    would make screen readers announce rows and columns that mean nothing."""
    element = composer.element("Div", parent)
    within = WITHIN_COLUMNS if styles is TEXT else styles
    cells = tuple(
        tuple(compose_all(composer, cell.blocks, composer.element("Div", element), within)) for cell in block.cells
    )
    return [ColumnsBox(cells, tuple(shares(block)), GAPS[block.gap])] if any(cells) else []


def _quotation(composer: Composer, block: Quotation, parent: int) -> list[Box]:
    styles = composer.theme.styles
    element = composer.element("BlockQuote", parent)
    out: list[Box] = []
    if children := compose_all(composer, block.blocks, element, QUOTATION):
        out.append(IndentBox(tuple(children), styles["quotation"].indent))
    if words := paragraph(composer, block.attribution, "attribution", element):
        out.append(IndentBox((words,), styles["attribution"].indent))
    return out
