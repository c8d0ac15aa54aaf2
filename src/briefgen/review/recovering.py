"""A file that lost what it carried, and some of its controls: whose paragraphs these are, by the words of the scenario.

A detour by another format loses the part in which a brief carries itself, and a program may drop a control with a note.
"""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from msgspec.structs import replace

from briefgen.locale import untied
from briefgen.review.baseline import Field
from briefgen.review.lines import Line
from briefgen.review.opening import Reviewed
from briefgen.review.tags import tag_of


class Recovered(NamedTuple):
    """The paragraphs of a file, each in the control that it had."""

    stories: Mapping[str, tuple[Line, ...]]
    fields: Mapping[str, Field]


def recovered(reviewed: Reviewed, known: Mapping[tuple[str, int], str]) -> Recovered:
    """Paragraphs in no control, as they were before what Word tracked, are those of the only block of these words that
    stands nowhere else."""
    fields = reviewed.fields()
    if reviewed.baseline:
        return Recovered(reviewed.stories, fields)
    standing = {(field.path, field.block) for field in fields.values()}
    texts = Counter(untied(text) for text in known.values())
    blocks = {untied(text): key for key, text in known.items() if texts[untied(text)] == 1 and key not in standing}
    found: dict[str, Field] = {}

    def line(each: Line) -> Line:
        key = blocks.get(untied(each.before)) if not each.tags else None
        if key is None:
            return each
        found[tag_of(*key)] = Field(*key, "")
        return replace(each, stretches=tuple(replace(stretch, tag=tag_of(*key)) for stretch in each.stretches))

    stories = {name: tuple(map(line, lines)) for name, lines in reviewed.stories.items()}
    return Recovered(stories, {**fields, **found})
