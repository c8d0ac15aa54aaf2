"""Captions: the label with its number as a field, so that Word can renumber and list tables and figures; a bookmark
around it, so that the text can refer to it."""

import re

from briefgen.document import Caption
from briefgen.locale import tied
from briefgen.writers.docx.frame import Frame
from briefgen.writers.docx.inlines import field, inlines, text_run
from briefgen.writers.docx.paragraph import paragraph
from briefgen.writers.docx.revisions import tracked
from briefgen.writers.docx.story import Story

_LABEL_LOOK = '<w:rPr><w:rStyle w:val="BriefCaptionLabel"/></w:rPr>'
_NUMBERED = re.compile(r"(.*?)([1-9][0-9]{0,3})", re.DOTALL)


def caption(what: Caption, sequence: str, anchor: str, frame: Frame, story: Story) -> str:
    """A caption; `sequence` is the name of the series that Word counts: `Table` or `Figure`."""
    label = tied(what.label, story.setting.document.lang)
    known = story.setting.labels.get(anchor)
    name = known.bookmark if known and known.shown == label else None
    before = ""
    if label:
        before = story.named(name, tracked(story.revision, _label(label, sequence, story), story))
        before += tracked(story.revision, text_run("\u2002", _LABEL_LOOK), story)
    content = before + inlines(what.content, story, story.setting.styles["Caption"].bold)
    indent = (frame.indent, 0) if frame.indent else None
    return paragraph(story, "Caption", story.bookmarked(anchor, content), keep=True, indent=indent)


def continued(what: Caption, frame: Frame, story: Story) -> str:
    """The caption over a further part of a table. It counts nothing, so that lists of tables do not show it."""
    setting = story.setting
    label = setting.document.running.continued.replace("{label}", what.label) if what.label else ""
    before = text_run(tied(label, setting.document.lang) + "\u2002", _LABEL_LOOK) if label else ""
    content = before + inlines(what.content, story, setting.styles["Caption"].bold)
    return paragraph(story, "Caption", content, keep=True, indent=(frame.indent, 0) if frame.indent else None)


def _label(label: str, sequence: str, story: Story) -> str:
    numbered = _NUMBERED.fullmatch(label)
    if not numbered:
        return text_run(label, _LABEL_LOOK)
    before, digits = numbered.groups()
    number = int(digits)
    restart = "" if number == story.sequences.get(sequence, 0) + 1 else f" \\r {number}"
    story.sequences[sequence] = number
    counted = field(f"SEQ {sequence} \\* ARABIC{restart}", digits, _LABEL_LOOK)
    return (text_run(before, _LABEL_LOOK) if before else "") + counted
