"""Revisions as Word tracks them: runs, the marks of paragraphs, rows (ISO/IEC 29500-1, 17.13.5)."""

import re

from briefgen.document import Reviser, Revision
from briefgen.writers.docx.story import Story
from briefgen.xmltext import in_attribute

_ELEMENTS: dict[Revision, str] = {"inserted": "ins", "deleted": "del"}
_DELETED = {"t": "delText", "instrText": "delInstrText"}
_WORDS = re.compile(r"<(/?)w:(t|instrText)(?=[ >])")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def tracked(how: Revision, runs: str, story: Story) -> str:
    """Finished runs that were inserted or deleted. The words of deleted ones are elements of their own (17.3.3.7)."""
    if not how or not runs or not is_tracked(story):
        return runs
    if how == "deleted":
        runs = _WORDS.sub(lambda found: f"<{found[1]}w:{_DELETED[found[2]]}", runs)
    element = _ELEMENTS[how]
    return f"<w:{element} {_by(story)}>{runs}</w:{element}>"


def mark(how: Revision, story: Story) -> str:
    """That the mark of a paragraph or a row was inserted or deleted."""
    return f"<w:{_ELEMENTS[how]} {_by(story)}/>" if how and is_tracked(story) else ""


def is_tracked(story: Story) -> bool:
    """Whether Word is to offer the changes to be accepted or rejected. Else lines in the words alone show them."""
    reviser = story.setting.document.reviser
    return reviser is None or reviser.tracked


def _by(story: Story) -> str:
    """Who and when. LibreOffice makes one of two changes that touch, and takes the mark of a paragraph between them
    along, if their times differ by a minute at most (`SwRedlineData::CanCombine`): so what happened to whole paragraphs
    is told of an earlier minute than what happened inside one."""
    reviser = story.setting.document.reviser or Reviser(story.setting.document.properties.title)
    minute = "00" if story.revision else "10"
    when = f' w:date="{reviser.date[:10]}T00:{minute}:00Z"' if _DAY.match(reviser.date) else ""
    return f'w:id="{story.revision_id()}" w:author="{in_attribute(reviser.name) or "briefgen"}"{when}'
