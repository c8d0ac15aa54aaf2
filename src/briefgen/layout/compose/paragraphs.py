"""Stretches of inlines → words to be set, each with the notes that they cite first."""

import msgspec

from briefgen.document import Caption, Inlines, Paragraph, Revision, Run, TemplateText
from briefgen.document.anchors import note
from briefgen.document.revisions import line_revised
from briefgen.fonts import Font
from briefgen.layout.compose.composer import Composer
from briefgen.layout.compose.inline import segments_of
from briefgen.layout.compose.look import Manner
from briefgen.layout.matter import Align, Indented, Matter, Segment, Words
from briefgen.layout.page import Tag
from briefgen.theme import TextStyle

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
    label = line_revised((Run(given.label, TemplateText()),), how)
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
