"""Blocks become boxes; the structure tree grows with them."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import assert_never

import msgspec
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
    Run,
    Table,
    TemplateText,
    TitleBlock,
    plain,
)
from briefgen.document.blocks import introduces
from briefgen.document.walk import ContentsEntry, contents_entries
from briefgen.layout.boxes import Band, Break, Indented, Matter, Panel, Plate, Segment, Words
from briefgen.layout.compose.composer import Composer, Manner
from briefgen.layout.compose.inline import segments_of
from briefgen.layout.compose.paragraphs import (
    CALLOUT,
    QUOTATION,
    TEXT,
    Surroundings,
    caption,
    compose_list,
    key,
    paragraph,
    words_of,
)
from briefgen.layout.compose.tables import compose_table
from briefgen.layout.page import Element, Entry, Tag

WHOLE = 24
"""Entries of a contents that is not broken over pages."""


def compose_contents(composer: Composer, block: Contents, parent: int) -> list[Matter]:
    """The title, and an entry for each heading down to the depth asked for, or for each table or figure.

    One that was deleted is its title alone: its entries were those of another edition."""
    entries = [] if block.revision == "deleted" else contents_entries(composer.document, block)
    out: list[Matter] = []
    if title := paragraph(composer, block.title, "contents-title", parent, keep=bool(entries)):
        out.append(title)
    if not entries:
        return out
    toc = composer.element("TOC", parent)
    for left, entry in zip(range(len(entries) - 1, -1, -1), entries, strict=True):
        style = "contents1" if entry.level <= 1 else "contents2"
        words = _entry(composer, entry, style, toc)
        words = msgspec.structs.replace(words, keep=left > 0 and len(entries) <= WHOLE)
        indent = composer.theme.styles[style].indent * max(entry.level - 1, 1)
        out.append(Indented((words,), indent) if indent else words)
    return out


def _entry(composer: Composer, entry: ContentsEntry, style: str, toc: int) -> Words:
    link = composer.element("Link", composer.element("Reference", composer.element("TOCI", toc)))
    segments = segments_of(composer, (Run(entry.words, TemplateText()),), style, link)
    target = "#" + entry.anchor if entry.anchor else ""
    looks = {segment.look: msgspec.structs.replace(segment.look, target=target) for segment in segments}
    segments = [msgspec.structs.replace(segment, look=looks[segment.look]) for segment in segments]
    words = words_of(composer, segments, style, link)
    if not entry.anchor:
        return words
    look, font = composer.look(Manner(style))
    quiet = msgspec.structs.replace(
        look, ink=composer.theme.inks["secondary"], target=target, page_of=entry.anchor, element=0
    )
    digits = "0" * composer.room.digits
    return msgspec.structs.replace(words, flush=Segment(digits, font.width(digits) * look.size, quiet))


# Figures → a caption, a picture or a chart, and a key.


def compose_figure(composer: Composer, block: Figure, parent: int) -> list[Matter]:
    """A figure with its title above and its key below, as tables have them."""
    alt = block.alt.strip()
    if not alt and block.caption:
        alt = f"{block.caption.label} {plain(block.caption.content)}".strip()
    out: list[Matter] = []
    reviser = composer.document.reviser
    if block.revision and reviser:  # a picture cannot be struck through
        said = (reviser.inserted if block.revision == "inserted" else reviser.deleted)[0]
        alt = f"{said} {alt}" if alt else ""
        words = paragraph(composer, (Run(said, TemplateText()),), "small", parent, keep=True)
        out += [words] if words else []
    titled = False
    if block.caption:
        home = composer.element("Caption", parent)
        if title := caption(composer, block.caption, home, keep=True, anchor=block.anchor, how=block.revision):
            titled = True
            out.append(title)
        else:
            del composer.elements[home:]
    # A picture of which nothing is said is decoration; the standard wants it left out of the structure.
    element = composer.place(Element("Figure", parent, alt=alt)) if alt else -1
    anchors = (block.anchor,) if block.anchor and not titled else ()
    out.append(Plate(block.picture, element, anchors, titled=titled, keep=bool(block.key)))
    return [*out, *key(composer, block.key, parent)]


# The head of the first page: kind of paper, title, question, and the strip of entries.


def compose_title_block(composer: Composer, block: TitleBlock, parent: int) -> list[Matter]:
    """The title is the only heading of the first level."""
    out: list[Matter] = []
    for content, style, tag in (
        (block.kind, "kind", "P"),
        (block.title, "title", "H1"),
        (block.question, "question", "P"),
    ):
        words = paragraph(composer, content, style, parent, "H1" if tag == "H1" else "P", keep=True, balanced=True)
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
            Band(entries, theme.inks["hairline"], theme.styles["question"].after, theme.styles["heading2"].before)
        )
    return out


# Blocks → matter to be set. One function a kind of block; the tree of elements grows beside.

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
