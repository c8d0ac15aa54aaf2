"""The head of the first page: kind of paper, title, question, and the strip of entries."""

from briefgen.document import TitleBlock
from briefgen.layout.compose.composer import Composer
from briefgen.layout.compose.paragraphs import paragraph
from briefgen.layout.matter import Band, Matter


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
