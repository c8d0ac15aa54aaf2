"""Inlines, lists and their labels become boxes, each with the notes that they cite first."""

from collections.abc import Callable
from math import fsum

import msgspec
from msgspec.structs import replace

from briefgen.document import Blocks, Caption, Inlines, Item, List, Paragraph, Revision, Run, TemplateText
from briefgen.document.anchors import note
from briefgen.document.revisions import text_revised
from briefgen.fonts import Font
from briefgen.layout.boxes import Align, Indented, Matter, Segment, Words
from briefgen.layout.compose.composer import Composer, Manner
from briefgen.layout.compose.inline import segments_of
from briefgen.layout.page import Element, Tag
from briefgen.theme import NOTES_APART, WITHIN_NOTE, TextStyle


class Surroundings(msgspec.Struct, frozen=True):
    """Names of styles for the roles of paragraphs and for lists: in the text, a callout, a quotation or a cell."""

    body: str
    lead: str
    small: str
    label: str
    list: str
    strong: bool = False
    align: Align | None = None
    """Of the column; None leaves it to the style."""


TEXT = Surroundings("body", "lead", "small", "label", "list")
CALLOUT = Surroundings("callout", "callout", "callout-small", "label", "callout")
QUOTATION = Surroundings("quotation", "quotation", "small", "label", "quotation")
CELL = Surroundings("table", "table", "table-small", "label", "table")
HEAD_CELL = Surroundings("table-head", "table-head", "table-head", "table-head", "table-head")
END_NOTES = Surroundings("endnote", "endnote", "table-small", "label", "endnote")


# Stretches of inlines → words to be set, each with the notes that they cite first.

_HOLDS_NOTES = frozenset({"TD", "TH", "LBody", "Caption"})
"""Elements that take a note among their own content; a note of any other stands behind it, as a sibling."""


def paragraph(
    composer: Composer,
    inlines: Inlines,
    style: str,
    parent: int,
    tag: Tag = "P",
    *,
    strong: bool = False,
    align: Align | None = None,
    keep: bool = False,
    balanced: bool = False,
    anchor: str = "",
) -> Words | None:
    """A paragraph as an element of its own; None where it has nothing to show."""
    element = composer.element(tag, parent)
    words = within(composer, inlines, style, element, strong=strong, align=align, keep=keep, balanced=balanced,
                   anchor=anchor)  # fmt: skip
    if words is None:
        del composer.elements[element:]
    return words


def within(
    composer: Composer,
    inlines: Inlines,
    style: str,
    element: int,
    *,
    strong: bool = False,
    align: Align | None = None,
    keep: bool = False,
    balanced: bool = False,
    anchor: str = "",
) -> Words | None:
    """A paragraph as the content of an element that exists; None where it has nothing to show."""
    segments = segments_of(composer, inlines, style, element, strong)
    if not segments:
        return None
    _set_notes(composer, segments, element)
    return words_of(composer, segments, style, element, strong=strong, align=align, keep=keep, balanced=balanced,
                    anchor=anchor)  # fmt: skip


def words_of(
    composer: Composer,
    segments: list[Segment],
    style: str,
    element: int,
    *,
    strong: bool = False,
    align: Align | None = None,
    keep: bool = False,
    balanced: bool = False,
    anchor: str = "",
) -> Words:
    """Segments, with the measures of their style."""
    measures = composer.theme.styles[style]
    _, font = composer.look(Manner(style, strong))
    return Words(
        tuple(segments),
        element,
        measures.leading,
        baseline(measures, font),
        align or measures.align,
        measures.before,
        measures.after,
        keep,
        balanced,
        None,
        (anchor,) if anchor else (),
    )


def baseline(style: TextStyle, font: Font) -> float:
    """From the top of a line to its baseline: the room that the leading leaves stands half above, half below."""
    return (style.leading - (font.ascent + font.descent) * style.size) / 2 + font.ascent * style.size


def label(composer: Composer, text: str, style: str, parent: int) -> Words | None:
    """The bullet, number or word that hangs beside an item."""
    element = composer.element("Lbl", parent)
    segments = segments_of(composer, (Run(text, TemplateText()),), style, element)
    if not segments:
        del composer.elements[element:]
        return None
    return words_of(composer, segments, style, element)


def caption(
    composer: Composer, given: Caption, element: int, keep: bool, anchor: str = "", how: Revision = ""
) -> Words | None:
    """A label in the accent's ink, and what the table or figure shows. `how`: it was inserted or deleted."""
    label = text_revised((Run(given.label, TemplateText()),), how)
    segments = segments_of(composer, label, "caption-label", element)
    content = segments_of(composer, given.content, "caption", element)
    if segments and content and content[0].text:
        first = content[0]
        gap = first.look.size * 0.75
        content[0] = Segment(
            first.text, first.width, first.look, gap, True, False, first.meaning, first.note, first.anchor
        )
    segments += content
    if not segments:
        return None
    _set_notes(composer, segments, element)
    return words_of(composer, segments, "caption", element, keep=keep, balanced=False, anchor=anchor)


def key(composer: Composer, lines: tuple[Paragraph, ...], parent: int) -> list[Matter]:
    """What stands below a table or a figure; the space behind it is that before the title."""
    out = [words for line in lines if (words := paragraph(composer, line.content, "small", parent))]
    space = composer.theme.styles["caption"].before
    return [*out[:-1], *(msgspec.structs.replace(last, after=max(last.after, space)) for last in out[-1:])]


def _set_notes(composer: Composer, segments: list[Segment], element: int) -> None:
    """Compose the notes that these segments cite first."""
    for segment in segments:
        if segment.note:
            at = composer.elements[element]
            home = element if at.tag in _HOLDS_NOTES else at.parent
            composer.in_note = True
            composer.notes[segment.note] = _note(composer, segment.note, home)
            composer.in_note = False


def _note(composer: Composer, number: int, home: int) -> Indented:
    """A note: its number, hanging, and its words."""
    element = composer.element("Note", home, key=note(number))
    number_label = label(composer, str(number), "note", element)
    words = paragraph(composer, composer.sources[number].content, "note", element)
    style = composer.theme.styles["note"]
    left = max(
        style.indent, style.size * 1.7, (number_label.segments[0].width if number_label else 0) + style.size * 0.6
    )
    return Indented((words,) if words else (), left, number_label, 0, (note(number),))


# Lists → indented matter with hanging labels.

BULLETS = ("•", "–", "·")
"""By depth; deeper lists go on with the last."""

ComposeAll = Callable[[Composer, Blocks, int, Surroundings], list[Matter]]


def compose_list(
    composer: Composer, block: List, parent: int, around: Surroundings, compose_all: ComposeAll, depth: int = 0
) -> list[Matter]:
    """A list, and the lists inside it."""
    if not block.items:
        return []
    notes = block.role == "notes"
    below = composer.theme.styles[around.body].after
    around = END_NOTES if notes else _inside(around)
    style = composer.theme.styles[around.list]
    element = composer.place(Element("L", parent, numbering="Decimal" if block.ordered or notes else "Disc"))
    labels = [_label(block, index, item, depth) for index, item in enumerate(block.items)]
    gap = style.size * 0.5
    composed = []
    for text, item in zip(labels, block.items, strict=True):
        part = composer.element("LI", element)
        words = label(composer, text, around.list, part)
        children = _body(composer, item, part, around, compose_all, depth)
        anchor = "" if notes and item.anchor in composer.at_foot else item.anchor
        composed.append((words, _held(children) if notes else children, anchor))
    widest = max((fsum(s.width + s.space for s in words.segments) for words, _, _ in composed if words), default=0.0)
    room = composer.room.width / 3
    left = max(style.indent, style.size * 1.3, widest + gap if widest + gap <= room else 0)
    after = style.after * (NOTES_APART if notes else 1)
    afters = [after] * (len(composed) - 1) + [after if notes else max(after, below)]
    return [
        Indented(tuple(children), left, words, after, (anchor,) if anchor else (), whole=notes)
        for (words, children, anchor), after in zip(composed, afters, strict=True)
    ]


def _held(children: list[Matter]) -> list[Matter]:
    """A note whose first paragraph does not end a page, and whose last one does not begin one; its paragraphs stand
    nearer to each other than to the next note."""
    last = len(children) - 1
    ends = {0, last - 1}
    return [
        replace(child, keep=child.keep or index in ends, after=min(child.after, WITHIN_NOTE))
        if index < last and isinstance(child, Words)
        else child
        for index, child in enumerate(children)
    ]


def _inside(around: Surroundings) -> Surroundings:
    """In the text, a list's paragraphs take the style of lists; elsewhere that of their surroundings."""
    return replace(around, body="list") if around is TEXT else around


def _label(block: List, index: int, item: Item, depth: int) -> str:
    if item.label.strip():
        return item.label
    if block.role == "notes":
        return str(block.start + index)
    return f"{block.start + index}." if block.ordered else BULLETS[min(depth, len(BULLETS) - 1)]


def _body(
    composer: Composer, item: Item, part: int, around: Surroundings, compose_all: ComposeAll, depth: int
) -> list[Matter]:
    if not item.blocks:
        return []
    body = composer.element("LBody", part)
    match item.blocks:
        case (Paragraph(role="body", content=content),):
            # One paragraph needs no element of its own.
            words = within(composer, content, around.body, body, strong=around.strong)
            return [words] if words else []
        case _:
            pass
    out: list[Matter] = []
    for inner in item.blocks:
        if isinstance(inner, List):
            out += compose_list(composer, inner, body, around, compose_all, depth + 1)
        else:
            remark = isinstance(inner, Paragraph) and inner.role == "small"
            if remark and out and isinstance(out[-1], Words):  # it does not begin a page without what it is about
                out[-1] = replace(out[-1], keep=True)
            out += compose_all(composer, (inner,), body, around)
    return out
