"""Figures → a caption, a picture or a chart, and a key."""

from briefgen.document import Figure, Run, TemplateText, plain
from briefgen.layout.compose.composer import Composer
from briefgen.layout.compose.paragraphs import caption, key, paragraph
from briefgen.layout.matter import Matter, Plate
from briefgen.layout.page import Element


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
