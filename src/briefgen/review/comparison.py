"""A reviewed file → all that was changed in it."""

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import partial

import msgspec

from briefgen.review.baseline import Field, digest
from briefgen.review.compare import UNTRACKED_OUT, Stream, compared
from briefgen.review.context import Going
from briefgen.review.edits import Disagreement, Edit, Found, Moved, Reformatted, Removed
from briefgen.review.find import commented, find
from briefgen.review.merging import within
from briefgen.review.moves import portion, without_contents
from briefgen.review.open import Reviewed, recovered
from briefgen.review.story import KEPT, Line, Stretch


class Review(msgspec.Struct, frozen=True):
    """What was changed in one file."""

    file: str
    found: tuple[Found, ...]
    changed: frozenset[tuple[str, int]]
    """Blocks that were edited, and that the scenario words otherwise since the brief went out."""
    lost: tuple[tuple[str, str], ...] = ()
    """First and last path of what is not in the file, where it has a part of the brief; nothing is told of that."""


def review(reviewed: Reviewed, known: Mapping[tuple[str, int], str], labels: Set[str] = frozenset()) -> Review:
    """All that was changed. `known`: path and block → the words in the scenario, with note marks; `labels`: the
    paths of fields of one line."""
    stories, fields = recovered(reviewed, known)
    going = Going(fields, known, reviewed.threads, reviewed.name, labels)
    found: list[Found] = []
    hung: set[str] = set()
    lost: list[tuple[str, str]] = []
    standing: dict[tuple[str, int], int] = {}
    of_one_line = {tag for tag, field in fields.items() if field.path in labels}
    for story, lines in stories.items():
        before, after = without_contents(_before(reviewed, story, lines), lines)
        stream = compared(before, after, fields, of_one_line)
        if story == "document" and len(there := portion(stream, before)) < len(before):
            above = [fields[place.tag].path for place in stream.places if place.line < there.start]
            below = [fields[place.tag].path for place in stream.places if place.line >= there.stop]
            lost = [(held[0], held[-1]) for held in (above, below) if held]
            stream = compared(before[there.start : there.stop], after, fields, of_one_line)
        for place in stream.places:
            field = fields[place.tag]
            standing[field.path, field.block] = standing.get((field.path, field.block), 0) + 1
        if story == "footnotes":
            stream = _without_dropped_notes(stream)
        found += find(stream, going)
        hung.update(name for part in stream.parts for name in part.comments)
    found += [commented(thread, reviewed.name) for name, thread in reviewed.threads.items() if name not in hung]
    found = within(map(partial(_once, standing), found), standing)
    return Review(reviewed.name, tuple(found), _changed(found, fields.values(), known), tuple(lost))


def _once(standing: Mapping[tuple[str, int], int], found: Found) -> Found:
    """What was found; a paragraph that stands in several places of a brief has left its field by none of them."""
    if isinstance(found, Moved) and found.landing and standing.get((found.path, found.block), 1) > 1:
        return msgspec.structs.replace(found, landing=None)
    return found


def _changed(
    found: Iterable[Found], fields: Iterable[Field], known: Mapping[tuple[str, int], str]
) -> frozenset[tuple[str, int]]:
    """The blocks that were edited, and of which the scenario has other words than went out."""
    went_out = {(field.path, field.block): field.digest for field in fields}
    edited = {
        (each.path, each.block) for each in found if isinstance(each, Edit | Removed | Reformatted | Disagreement)
    }
    return frozenset(key for key in edited if went_out.get(key) and digest(known.get(key, "")) != went_out[key])


def _before(reviewed: Reviewed, story: str, lines: Iterable[Line]) -> Sequence[Line]:
    """The story as it went out; of one that the file does not carry, as it was before what Word tracked."""
    carried = reviewed.baseline.stories if reviewed.baseline else {}
    if story in carried:
        return carried[story]
    return () if story == "endnotes" else _untracked(lines)


def _untracked(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The paragraphs that there would be if every tracked change were rejected."""
    out: list[Line] = []
    waiting: tuple[Stretch, ...] = ()
    for line in lines:
        waiting += tuple(
            msgspec.structs.replace(
                each, hand=KEPT, look=each.look_before or each.look, look_before=None, looked=KEPT, comments=()
            )
            for each in line.stretches
            if each.hand.state != "inserted" and each.text
        )
        if line.end.state != "inserted" or line.closes:
            out.append(Line(waiting, KEPT, line.closes))
            waiting = ()
    return (*out, Line(waiting)) if waiting else tuple(out)


def _without_dropped_notes(stream: Stream) -> Stream:
    """The stream of the notes without those that went with their references, which are told where these stood."""
    parts, line = [], []
    for part in stream.parts:
        line.append(part)
        if part.is_break:
            if part.hand != UNTRACKED_OUT or not part.closes:
                parts += line
            line = []
    return stream._replace(parts=[*parts, *line])
