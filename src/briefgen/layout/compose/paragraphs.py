"""Inlines, lists and their labels become boxes, each with the footnotes that it cites first."""

from collections.abc import Callable
from math import fsum
from typing import TypedDict, Unpack

import msgspec
from msgspec.structs import replace

from briefgen.document import Blocks, Caption, Inlines, Item, List, Paragraph, Revision, Run, TemplateText
from briefgen.document.anchors import note
from briefgen.document.revisions import text_revised
from briefgen.fonts import Font
from briefgen.layout.boxes import Align, Box, IndentBox, ParagraphBox, Segment
from briefgen.layout.compose.composer import Composer, SpecifiedStyle
from briefgen.layout.compose.inline import segments_of
from briefgen.layout.page import Element, Tag
from briefgen.theme import NOTES_APART, WITHIN_NOTE, TextStyle


class ParagraphStyles(msgspec.Struct, frozen=True):
    """Styles for the roles of paragraphs and for lists: in the text, a callout, a quotation or a cell."""

    body: str
    lead: str
    small: str
    label: str
    list: str
    strong: bool = False
    align: Align | None = None
    """Alignment of the column; None leaves it to the style."""


TEXT = ParagraphStyles("body", "lead", "small", "label", "list")
WITHIN_COLUMNS = replace(TEXT)
"""The text, in one of several columns: no page breaks and no landscape pages."""

CALLOUT = ParagraphStyles("callout", "callout", "callout-small", "label", "callout")
QUOTATION = ParagraphStyles("quotation", "quotation", "small", "label", "quotation")
CELL = ParagraphStyles("table", "table", "table-small", "label", "table")
HEAD_CELL = ParagraphStyles("table-head", "table-head", "table-head", "table-head", "table-head")
CARD = CELL
END_NOTES = ParagraphStyles("endnote", "endnote", "table-small", "label", "endnote")


_HOLDS_NOTES = frozenset({"TD", "TH", "LBody", "Caption"})
"""Elements that may contain a note; the note of any other element follows it as a sibling."""


class ParagraphOptions(TypedDict, total=False):
    """What a paragraph may have beyond its style."""

    strong: bool
    align: Align | None
    """None leaves it to the style."""
    keep_with_next: bool
    balanced: bool
    anchor: str


def paragraph(
    composer: Composer,
    inlines: Inlines,
    style: str,
    parent: int,
    tag: Tag = "P",
    **options: Unpack[ParagraphOptions],
) -> ParagraphBox | None:
    """A paragraph as a new element; None if it is empty."""
    element = composer.element(tag, parent)
    words = paragraph_in(composer, inlines, style, element, **options)
    if words is None:
        del composer.elements[element:]
    return words


def paragraph_in(
    composer: Composer,
    inlines: Inlines,
    style: str,
    element: int,
    **options: Unpack[ParagraphOptions],
) -> ParagraphBox | None:
    """A paragraph as the content of an existing element; None if it is empty."""
    segments = segments_of(composer, inlines, style, element, options.get("strong", False))
    if not segments:
        return None
    _set_notes(composer, segments, element)
    return paragraph_box(composer, segments, style, element, **options)


def paragraph_box(
    composer: Composer,
    segments: list[Segment],
    style: str,
    element: int,
    **options: Unpack[ParagraphOptions],
) -> ParagraphBox:
    """Segments with the dimensions of their style."""
    measures = composer.theme.styles[style]
    _, font = composer.computed_style(SpecifiedStyle(style, options.get("strong", False)))
    anchor = options.get("anchor", "")
    return ParagraphBox(
        tuple(segments),
        element,
        measures.leading,
        baseline(measures, font),
        options.get("align") or measures.align,
        measures.before,
        measures.after,
        options.get("keep_with_next", False),
        options.get("balanced", False),
        anchors=(anchor,) if anchor else (),
    )


def baseline(style: TextStyle, font: Font) -> float:
    """Distance from the top of a line to its baseline: half of the leading is above the text, half below (CSS inline
    formatting)."""
    return (style.leading - (font.ascent + font.descent) * style.size) / 2 + font.ascent * style.size


def label(composer: Composer, text: str, style: str, parent: int) -> ParagraphBox | None:
    """The label of an item: a bullet, a number or a word."""
    element = composer.element("Lbl", parent)
    segments = segments_of(composer, (Run(text, TemplateText()),), style, element)
    if not segments:
        del composer.elements[element:]
        return None
    return paragraph_box(composer, segments, style, element)


def caption(
    composer: Composer, given: Caption, element: int, keep_with_next: bool, anchor: str = "", revision: Revision = ""
) -> ParagraphBox | None:
    """A label in the accent colour, and the title of the table or figure."""
    label = text_revised((Run(given.label, TemplateText()),), revision)
    segments = segments_of(composer, label, "caption-label", element)
    content = segments_of(composer, given.content, "caption", element)
    if segments and content and content[0].text:
        first = content[0]
        gap = first.style.size * 0.75
        content[0] = Segment(
            first.text, first.width, first.style, gap, True, False, first.unicode, first.note, first.anchor
        )
    segments += content
    if not segments:
        return None
    _set_notes(composer, segments, element)
    return paragraph_box(composer, segments, "caption", element, keep_with_next=keep_with_next, anchor=anchor)


def key(composer: Composer, lines: tuple[Paragraph, ...], parent: int) -> list[Box]:
    """The key below a table or figure; the space after it is that before a title."""
    out = [words for line in lines if (words := paragraph(composer, line.content, "small", parent))]
    space = composer.theme.styles["caption"].before
    return [*out[:-1], *(msgspec.structs.replace(last, after=max(last.after, space)) for last in out[-1:])]


def _set_notes(composer: Composer, segments: list[Segment], element: int) -> None:
    """Compose the footnotes that these segments cite first."""
    for segment in segments:
        if segment.note:
            at = composer.elements[element]
            parent = element if at.tag in _HOLDS_NOTES else at.parent
            composer.in_note = True
            composer.notes[segment.note] = _note(composer, segment.note, parent)
            composer.in_note = False


def _note(composer: Composer, number: int, parent: int) -> IndentBox:
    """A footnote: its number in the margin, and its text."""
    element = composer.element("Note", parent, key=note(number))
    number_label = label(composer, str(number), "note", element)
    words = paragraph(composer, composer.sources[number].content, "note", element)
    style = composer.theme.styles["note"]
    left = max(
        style.indent, style.size * 1.7, (number_label.segments[0].width if number_label else 0) + style.size * 0.6
    )
    return IndentBox((words,) if words else (), left, number_label, 0, (note(number),))


BULLETS = ("•", "–", "·")
"""Bullets by depth; deeper lists use the last one."""

ComposeAll = Callable[[Composer, Blocks, int, ParagraphStyles], list[Box]]


def compose_list(
    composer: Composer, block: List, parent: int, styles: ParagraphStyles, compose_all: ComposeAll, depth: int = 0
) -> list[Box]:
    """A list and its nested lists."""
    if not block.items:
        return []
    notes = block.role == "notes"
    below = composer.theme.styles[styles.body].after
    styles = END_NOTES if notes else _inside(styles)
    style = composer.theme.styles[styles.list]
    element = composer.place(Element("L", parent, numbering="Decimal" if block.ordered or notes else "Disc"))
    labels = [_label(block, index, item, depth) for index, item in enumerate(block.items)]
    gap = style.size * 0.5
    composed = []
    for text, item in zip(labels, block.items, strict=True):
        part = composer.element("LI", element)
        words = label(composer, text, styles.list, part)
        children = _body(composer, item, part, styles, compose_all, depth)
        anchor = "" if notes and item.anchor in composer.at_foot else item.anchor
        composed.append((words, _note_paragraphs(children) if notes else children, anchor))
    widest = max((fsum(s.width + s.space for s in words.segments) for words, _, _ in composed if words), default=0.0)
    room = composer.room.width / 3
    left = max(style.indent, style.size * 1.3, widest + gap if widest + gap <= room else 0)
    after = style.after * (NOTES_APART if notes else 1)
    afters = [after] * (len(composed) - 1) + [after if notes else max(after, below)]
    return [
        IndentBox(tuple(children), left, words, after, (anchor,) if anchor else (), whole=notes)
        for (words, children, anchor), after in zip(composed, afters, strict=True)
    ]


def _note_paragraphs(children: list[Box]) -> list[Box]:
    """The paragraphs of a note, closer to each other than to the next note. No page ends after the first or before the
    last one."""
    last = len(children) - 1
    ends = {0, last - 1}
    return [
        replace(child, keep_with_next=child.keep_with_next or index in ends, after=min(child.after, WITHIN_NOTE))
        if index < last and isinstance(child, ParagraphBox)
        else child
        for index, child in enumerate(children)
    ]


def _inside(styles: ParagraphStyles) -> ParagraphStyles:
    """In the text, paragraphs of a list have the style of lists; elsewhere that of their surroundings."""
    return replace(styles, body="list") if styles is TEXT else styles


def _label(block: List, index: int, item: Item, depth: int) -> str:
    if item.label.strip():
        return item.label
    if block.role == "notes":
        return str(block.start + index)
    return f"{block.start + index}." if block.ordered else BULLETS[min(depth, len(BULLETS) - 1)]


def _body(
    composer: Composer, item: Item, part: int, styles: ParagraphStyles, compose_all: ComposeAll, depth: int
) -> list[Box]:
    if not item.blocks:
        return []
    body = composer.element("LBody", part)
    match item.blocks:
        case (Paragraph(role="body", content=content),):
            # A single paragraph needs no element of its own.
            words = paragraph_in(composer, content, styles.body, body, strong=styles.strong)
            return [words] if words else []
        case _:
            pass
    out: list[Box] = []
    for inner in item.blocks:
        if isinstance(inner, List):
            out += compose_list(composer, inner, body, styles, compose_all, depth + 1)
        else:
            remark = isinstance(inner, Paragraph) and inner.role == "small"
            if remark and out and isinstance(out[-1], ParagraphBox):  # it is kept with what it is about
                out[-1] = replace(out[-1], keep_with_next=True)
            out += compose_all(composer, (inner,), body, styles)
    return out
