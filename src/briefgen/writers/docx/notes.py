"""Footnotes, which python-docx does not write: the notes that the body sets, after Word's two separators."""

from collections.abc import Iterable

from briefgen.document import Revision
from briefgen.writers.docx.inlines import NOTE_LOOK, inlines, text_run
from briefgen.writers.docx.paragraph import paragraph
from briefgen.writers.docx.story import Story
from briefgen.writers.docx.units import twips

ROOM_BELOW_RULE = 4.0
"""Between the rule and the first note, in points. With the line of the rule it makes the distance that LibreOffice
keeps whatever the file says, so that Word's pages hold as much."""


def footnotes(story: Story, cited: Iterable[tuple[int, Revision]]) -> str:
    """The notes. `cited`: the numbers of those set, in order; Word's own ids run from 1 likewise."""
    setting = story.setting
    out = []
    for at, kind in ((-1, "separator"), (0, "continuationSeparator")):
        below = twips(ROOM_BELOW_RULE)
        rule = paragraph(story, "FootnoteText", f"<w:r><w:{kind}/></w:r>", indent=(0, 0), after=below)
        out.append(f'<w:footnote w:type="{kind}" w:id="{at}">{rule}</w:footnote>')
    for at, (number, _) in enumerate(cited, start=1):
        mark = (
            f"<w:r>{NOTE_LOOK}<w:footnoteRef/></w:r>" if setting.automatic_notes else text_run(str(number), NOTE_LOOK)
        )
        content = mark + "<w:r><w:tab/></w:r>" + inlines(setting.notes[number].content, story)
        out.append(f'<w:footnote w:id="{at}">{paragraph(story, "FootnoteText", content)}</w:footnote>')
    return "".join(out)
