"""Lists of headings, tables or figures: their words at the left, their pages at the right, filled in when known."""

import msgspec

from briefgen.document import Contents, Run, TemplateText
from briefgen.document.walk import Listed, listed
from briefgen.layout.compose.composer import Composer
from briefgen.layout.compose.inline import segments_of
from briefgen.layout.compose.look import Manner
from briefgen.layout.compose.paragraphs import paragraph, words_of
from briefgen.layout.matter import Indented, Matter, Segment, Words

WHOLE = 24
"""Entries of a contents that is not broken over pages."""


def compose_contents(composer: Composer, block: Contents, parent: int) -> list[Matter]:
    """The title, and an entry for each heading down to the depth asked for, or for each table or figure.

    One that was deleted is its title alone: its entries were those of another edition."""
    entries = [] if block.revision == "deleted" else listed(composer.document, block)
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


def _entry(composer: Composer, entry: Listed, style: str, toc: int) -> Words:
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
