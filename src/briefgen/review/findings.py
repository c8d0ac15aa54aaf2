"""A reviewed file becomes findings: what was changed in the text of fields, and outside of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import groupby
from typing import Literal

import msgspec

from briefgen.locale import untied
from briefgen.markup.model import MARK
from briefgen.review.baseline import Field, digest
from briefgen.review.combine import within
from briefgen.review.compare import UNTRACKED_OUT, Part, Stream, compared
from briefgen.review.context import Inputs, Order, StoryContext, move_targets, paragraph_states, within_fields
from briefgen.review.model import (
    Addition,
    By,
    Comment,
    Deletion,
    Disagreement,
    Edit,
    Finding,
    Formatting,
    Join,
    Move,
    OutsideEdit,
    Reply,
    TextChange,
    Unplaced,
    plain,
)
from briefgen.review.moves import Owner, portion, without_contents
from briefgen.review.open import Reviewed, recovered
from briefgen.review.story import BREAK, OBJECT, UNCHANGED, Look, Paragraph, Stretch, Thread
from briefgen.review.tags import COMPUTED


class Review(msgspec.Struct, frozen=True):
    """What was changed in one file."""

    file: str
    found: tuple[Finding, ...]
    changed: frozenset[tuple[str, int]]
    """Blocks that were edited, and that the scenario words otherwise since the brief was sent out."""
    lost: tuple[tuple[str, str], ...] = ()
    """First and last path of what is not in the file, where it has a part of the brief; nothing is reported of that."""


def review(reviewed: Reviewed, known: Mapping[tuple[str, int], str], labels: Set[str] = frozenset()) -> Review:
    """All that was changed. `known`: path and block → the words in the scenario, with note marks; `labels`: the
    paths of fields of one line."""
    stories, fields = recovered(reviewed, known)
    inputs = Inputs(fields, known, reviewed.threads, reviewed.name, labels)
    found: list[Finding] = []
    attached: set[str] = set()
    lost: list[tuple[str, str]] = []
    appearances = Counter[tuple[str, int]]()
    of_one_line = {tag for tag, field in fields.items() if field.path in labels}
    for story, paragraphs in stories.items():
        before, after = without_contents(_before(reviewed, story, paragraphs), paragraphs)
        stream = compared(before, after, fields, of_one_line)
        if story == "document" and len(there := portion(stream, before)) < len(before):
            above = [fields[control.tag].path for control in stream.controls if control.paragraph < there.start]
            below = [fields[control.tag].path for control in stream.controls if control.paragraph >= there.stop]
            lost = [(held[0], held[-1]) for held in (above, below) if held]
            stream = compared(before[there.start : there.stop], after, fields, of_one_line)
        sent = (fields[control.tag] for control in stream.controls)
        appearances.update((field.path, field.block) for field in sent)
        if story == "footnotes":
            stream = _without_dropped_notes(stream)
        found += find(stream, inputs)
        attached.update(name for part in stream.parts for name in part.comments)
    found += [commented(thread, reviewed.name) for name, thread in reviewed.threads.items() if name not in attached]
    found = within((_in_one_place(each, appearances) for each in found), appearances)
    return Review(reviewed.name, tuple(found), _changed(found, fields.values(), known), tuple(lost))


def _in_one_place(found: Finding, appearances: Mapping[tuple[str, int], int]) -> Finding:
    """A paragraph that appears in several places of a brief did not leave its field when one of them was moved."""
    if isinstance(found, Move) and found.target and appearances[found.path, found.block] > 1:
        return msgspec.structs.replace(found, target=None)
    return found


def _changed(
    found: Iterable[Finding], fields: Iterable[Field], known: Mapping[tuple[str, int], str]
) -> frozenset[tuple[str, int]]:
    """The blocks that were edited, and of which the scenario has other words than were sent out."""
    went_out = {(field.path, field.block): field.digest for field in fields}
    edited = {
        (each.path, each.block) for each in found if isinstance(each, Edit | Deletion | Formatting | Disagreement)
    }
    return frozenset(key for key in edited if went_out.get(key) and digest(known.get(key, "")) != went_out[key])


def _before(reviewed: Reviewed, story: str, paragraphs: Iterable[Paragraph]) -> Sequence[Paragraph]:
    """The story as it was sent out; of one that the file does not contain, as it was before what Word tracked."""
    carried = reviewed.baseline.stories if reviewed.baseline else {}
    if story in carried:
        return carried[story]
    return () if story == "endnotes" else _untracked(paragraphs)


def _untracked(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs that there would be if every tracked change were rejected."""
    out: list[Paragraph] = []
    pending: tuple[Stretch, ...] = ()
    for paragraph in paragraphs:
        pending += tuple(
            msgspec.structs.replace(
                each,
                revision=UNCHANGED,
                look=each.look_before or each.look,
                look_before=None,
                look_revision=UNCHANGED,
                comments=(),
            )
            for each in paragraph.stretches
            if each.revision.state != "inserted" and each.text
        )
        if paragraph.end.state != "inserted" or paragraph.closes:
            out.append(Paragraph(pending, UNCHANGED, paragraph.closes))
            pending = ()
    return (*out, Paragraph(pending)) if pending else tuple(out)


def _without_dropped_notes(stream: Stream) -> Stream:
    """The stream of the notes without those that went with their references, which are reported at these."""
    parts, paragraph = [], []
    for part in stream.parts:
        paragraph.append(part)
        if part.is_break:
            if part.revision != UNTRACKED_OUT or not part.closes:
                parts += paragraph
            paragraph = []
    return stream._replace(parts=[*parts, *paragraph])


def find(stream: Stream, inputs: Inputs) -> list[Finding]:
    """All that was changed in a story."""
    story = StoryContext(stream, inputs)
    return [*edits(story), *moved(story), *joined(story), *others(story), *comments(story)]


# Comments.


def comments(story: StoryContext) -> Iterator[Finding]:
    """The comments, in the order of the words that they are attached to."""
    held: dict[str, list[int]] = {}
    for at, part in enumerate(story.parts):
        for name in part.comments:
            held.setdefault(name, []).append(at)
    for name, parts in held.items():
        if name in story.inputs.threads:
            yield _comment(story, story.inputs.threads[name], parts)


def _comment(story: StoryContext, thread: Thread, parts: list[int]) -> Comment:
    held = frozenset(parts)
    over = (
        part for at, part in enumerate(story.parts[parts[0] : parts[-1] + 1], parts[0]) if at in held or part.is_break
    )
    words = plain("".join(part.text for part in over if part.stays)).strip()
    controls = dict.fromkeys(control for at in parts if (control := story.owners[at].control) is not None)
    fields = [field for field in map(story.field, controls) if (field.path, field.block) in story.inputs.known]
    if not fields:
        return commented(thread, story.inputs.file, None, words, after=story.path_before(parts[0]))
    others = tuple(dict.fromkeys(field.path for field in fields[1:] if field.path != fields[0].path))
    return commented(thread, story.inputs.file, fields[0], words, others)


def commented(
    thread: Thread, file: str, field: Field | None = None, words: str = "", others: tuple[str, ...] = (),
    *, after: str = "",
) -> Comment:  # fmt: skip
    """A comment on a field; without one, after the field before it."""
    said = tuple(Reply(each.text, By(each.author, each.date, file)) for each in thread.replies)
    path, block = (field.path, field.block) if field else ("", 0)
    return Comment(path, block, words, said, thread.done, others, after)


# What was changed in the words of fields, and in their looks.


def edits(story: StoryContext) -> Iterator[Finding]:
    """Of each control that was sent out, except those that were only moved."""
    for control, held in story.of_control.items():
        if control not in story.moves.controls:
            deleted = story.deleted.issuperset(held)
            yield from _in_control(story, control, [story.parts[at] for at in held], deleted)
        elif control in story.moves.rewritten:
            yield from _in_control(story, control, story.moves.rewritten[control], deleted=False)


def _in_control(story: StoryContext, control: int, parts: list[Part], deleted: bool) -> Iterator[Finding]:
    """Of one control; `gone`: nothing is left of its paragraph."""
    field = story.field(control)
    base = "".join(part.text for part in parts if part.went_out)
    now = story.inputs.known.get((field.path, field.block))
    if now is not None and digest(now) == field.digest and len(now) == len(base):
        parts, base = _in_scenario_spelling(parts, now), now
    left = "".join(part.text if part.went_out else plain(part.text) for part in parts if part.stays).strip()
    if now is not None:
        yield from _formatting(story, field, parts, left)
    changes = tuple(_text_changes(story, parts))
    if not changes:
        return
    edit = Edit(field.path, field.block, base, left, changes)
    if now is None:
        yield Unplaced(edit, "no-such-path")
    elif not edit.new and deleted:
        citations = tuple(number for change in changes for number in change.citations)
        yield Deletion(field.path, field.block, base, changes[0].by, citations=citations)
    else:
        yield edit


def _text_changes(story: StoryContext, parts: Iterable[Part]) -> Iterator[TextChange]:
    """The changes, each of one person; a deletion and the insertion in its place are one."""
    at = notes = 0
    for (unchanged, _), run in groupby(parts, lambda part: (part.revision.state == "unchanged", part.revision.author)):
        stretch = list(run)
        removed = "".join(part.text for part in stretch if part.went_out)
        added = "".join(part.text for part in stretch if not part.went_out)
        if not unchanged and untied(removed) != untied(added):
            citations = tuple(range(notes, notes + removed.count(MARK)))
            by = story.by(stretch[0].revision)
            yield TextChange(at, plain(removed), plain(added), by, citations, added.count(MARK))
        at += len(removed.replace(MARK, ""))
        notes += removed.count(MARK)


def _formatting(story: StoryContext, field: Field, parts: Sequence[Part], left: str) -> Iterator[Formatting]:
    """Words that were made bold or italic, or are no longer; new words are compared with those around them."""
    strong: list[tuple[Part, bool]] = []
    emphasis: list[tuple[Part, bool]] = []
    for part, around in zip(parts, _around(parts), strict=True):
        if part.stays and not part.is_break:
            strong.append((part, part.now.bold != around.bold))
            emphasis.append((part, part.now.italic != around.italic))
    yield from _reformatted(story, field, "strong", strong, left)
    yield from _reformatted(story, field, "emphasis", emphasis, left)


def _around(parts: Sequence[Part]) -> Iterator[Look]:
    """For each part the look that its words had; for new ones, that of the words that they replace, on either
    side, else of those before them, else of the first."""
    before = _last_sent(parts)
    later = [*_last_sent(parts[::-1])][::-1]
    for part, last, following in zip(parts, before, later, strict=True):
        adjacent = last or following
        if last and following and last.stays and not following.stays:
            adjacent = following
        yield adjacent.was if adjacent else part.now


def _last_sent(parts: Iterable[Part]) -> Iterator[Part | None]:
    """For each part the last one up to it that was in the brief as it was sent out."""
    last = None
    for part in parts:
        last = part if part.went_out else last
        yield last


def _reformatted(
    story: StoryContext,
    field: Field,
    mark: Literal["strong", "emphasis"],
    parts: Iterable[tuple[Part, bool]],
    left: str,
) -> Iterator[Formatting]:
    for changed, run in groupby(parts, lambda each: each[1]):
        held = [part for part, _ in run]
        words = plain("".join(part.text for part in held))
        if changed and words.strip():
            first = held[0]
            given = first.now.bold if mark == "strong" else first.now.italic
            by = story.by(first.look_revision if first.went_out else first.revision)
            yield Formatting(field.path, field.block, words, mark, given, by, left)


def _in_scenario_spelling(parts: Iterable[Part], words: str) -> list[Part]:
    """What was sent out in the characters of the scenario, with its own no-break spaces."""
    out, at = [], 0
    for part in parts:
        if part.went_out:
            out.append(part._replace(text=words[at : at + len(part.text)]))
            at += len(part.text)
        else:
            out.append(part)
    return out


# What was changed outside of the words of fields: paragraphs moved and joined, other words, new paragraphs.

_NOTE, _END = "[note]", "¶"
"""Stand for a note mark or the end of a paragraph that was deleted alone."""


def moved(story: StoryContext) -> Iterator[Finding]:
    """Paragraphs that were moved."""
    for each in story.stream.moved:
        if not each.controls:
            yield Move("", 0, plain(each.text), story.path_before(each.after - 1), story.by(each.revision))
    paragraphs = paragraph_states(story) if story.moves.relocated else []
    into = move_targets(story, paragraphs)
    orders = within_fields(story, paragraphs, into.keys())
    paths = {path for path, _ in story.inputs.known}
    for control, after, revision in story.moves.relocated:
        field = story.field(control)
        held = (story.parts[at] for at in story.of_control.get(control, ()))
        words = plain("".join(part.text for part in held if part.went_out) or story.moves.words.get(control, ""))
        target = into.get(control)
        if (field.path, field.block) in story.inputs.known or (target and paths & {field.path, target.path}):
            order, bases, listed = orders.get(field.path, Order())
            later, by, base = story.path_before(after - 1), story.by(revision), story.base(control)
            yield Move(field.path, field.block, words, later, by, order, bases, listed, target, base)
        else:
            yield Unplaced(Move(field.path, field.block, words, "", story.by(revision)), "no-such-path")


def joined(story: StoryContext) -> Iterator[Finding]:
    """Ends of paragraphs that were deleted between words that stay."""
    for at, part in enumerate(story.parts):
        if not part.is_break or part.stays or not part.went_out or at in story.deleted or at in story.moves.parts:
            continue
        left, right = _side(story, at, -1), _side(story, at, 1)
        if left.control is not None and right.control is not None:
            one, two = story.field(left.control), story.field(right.control)
            bases = story.base(left.control), story.base(right.control)
            yield Join(
                one.path, one.block, two.path, two.block, story.by(part.revision), _between(story, at), bases
            )  # fmt: skip
        elif left.why != "line" and right.why != "line":
            yield OutsideEdit("template", _END, "", story.path_before(at), story.by(part.revision))


def _between(story: StoryContext, at: int) -> str:
    """The white space on both sides of an end of paragraph that was deleted."""
    left = "".join(part.text for part in story.parts[_first(story, at) : at] if part.stays)
    right = ""
    for part in story.parts[at + 1 :]:
        if part.is_break and part.went_out:
            break
        right += part.text if part.stays else ""
    left, right = left.replace(BREAK, ""), right.replace(BREAK, "")
    return untied(left[len(left.rstrip()) :] + right[: len(right) - len(right.lstrip())])


def _first(story: StoryContext, at: int) -> int:
    """The first part of the paragraph, as it was sent out, that ends there."""
    while at and not (story.parts[at - 1].is_break and story.parts[at - 1].went_out):
        at -= 1
    return at


def _side(story: StoryContext, at: int, step: int) -> Owner:
    """The owner of the words that are left next to an end of paragraph, preferably a field; `line`: none,
    for none are left."""
    found = Owner(why="line")
    at += step
    while 0 <= at < len(story.parts) and not (story.parts[at].is_break and story.parts[at].went_out):
        if story.parts[at].stays and story.parts[at].text.strip():
            found = story.owners[at]
            if found.control is not None:
                return found
            found = Owner()
        at += step
    return found


def others(story: StoryContext) -> Iterator[Finding]:
    """Words that are of no field, except those of a paragraph that is reported as a whole."""
    relocated = story.moves.parts | story.deleted_with_field

    def kind(at: int) -> tuple[Owner, bool, str]:
        part = story.parts[at]
        changed = part.revision.state != "unchanged" and not (part.is_break and part.went_out)
        author = part.revision.author if changed and story.owners[at].why != "stray" else ""
        return story.owners[at], changed, author

    for (owner, changed, _), run in groupby((at for at in range(len(story.parts)) if at not in relocated), kind):
        held = list(run)
        if changed and owner.control is None:
            yield from _other(story, owner, held)


def _other(story: StoryContext, owner: Owner, held: list[int]) -> Iterator[Finding]:
    parts = [story.parts[at] for at in held]
    removed = "".join(part.text for part in parts if part.went_out)
    added = plain("".join(part.text for part in parts if not part.went_out))
    by, after = story.by(parts[0].revision), story.path_before(held[0])
    match owner.why:
        case "line":
            for words in added.split("\n\n"):
                if words.strip():
                    yield Addition(words, after, by)
        case "between":
            first, second = (story.field(side).path for side in owner.sides)
            yield Unplaced(Addition(added, first, by), "between-fields", second)
        case "thing":
            signs = added.replace(OBJECT, "")
            yield Unplaced(Addition(signs, after, by), "equation" if signs else "picture")
        case "stray":
            if added.strip():
                yield Unplaced(Addition(added, story.inputs.fields[parts[0].tag].path, by), "copy", after)
        case _:
            kind: Literal["template", "computed"] = (
                "computed" if any(part.tag == COMPUTED for part in parts) else "template"
            )
            deleted = plain(removed) or _NOTE * removed.count(MARK)
            if (deleted.strip() or added.strip()) and untied(deleted) != untied(
                added
            ):  # a field that was made plain words
                yield OutsideEdit(kind, deleted, added, after, by)
