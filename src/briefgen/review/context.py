"""What is known of a story before its edits are collected: its parts, their fields, and what was removed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from briefgen.locale import untied
from briefgen.review.baseline import Field
from briefgen.review.compare import MovedParagraph, Stream
from briefgen.review.model import By, MoveTarget, Neighbour
from briefgen.review.moves import moves, owners
from briefgen.review.story import Listed, Revision, Thread


class Inputs(NamedTuple):
    """What a story is read with."""

    fields: Mapping[str, Field]
    """By tag."""
    known: Mapping[tuple[str, int], str]
    """Path and block → its words in the scenario that was named, with note marks."""
    threads: Mapping[str, Thread]
    """By the id of the first comment."""
    file: str
    labels: Set[str] = frozenset()
    """The paths of fields of one line, in which no paragraph can be put."""


class StoryContext:
    """One story. Parts are named by their numbers in the stream."""

    def __init__(self, stream: Stream, inputs: Inputs) -> None:
        self.stream = stream
        self.parts = stream.parts
        self.inputs = inputs
        self.owners = owners(stream)
        self.moves = moves(stream, self.owners)
        self.of_control: dict[int, list[int]] = {}
        """Control → its parts, in order."""
        self._before: list[str] = []
        self._survey()
        self.deleted: set[int] = set()
        """The parts of paragraphs of which nothing is left."""
        self.deleted_with_field: set[int] = set()
        """Those of them in a paragraph with a field."""
        self._paragraphs()

    def field(self, control: int) -> Field:
        """The field of a control."""
        return self.inputs.fields[self.stream.controls[control].tag]

    def base(self, control: int) -> str:
        """The words of a control as they were sent out, with note marks."""
        if control in self.moves.words:
            return self.moves.words[control]
        return "".join(self.parts[at].text for at in self.of_control.get(control, ()) if self.parts[at].went_out)

    def by(self, revision: Revision) -> By:
        """Who did it, in this file."""
        return By(revision.author, revision.date, self.inputs.file)

    def path_before(self, at: int) -> str:
        """The path of the last field up to a part."""
        return self._before[min(at, len(self._before) - 1)] if self._before and at >= 0 else ""

    def _survey(self) -> None:
        path = ""
        for at, owner in enumerate(self.owners):
            if owner.control is not None:
                self.of_control.setdefault(owner.control, []).append(at)
                path = self.field(owner.control).path
            self._before.append(path)

    def _paragraphs(self) -> None:
        paragraph: list[int] = []
        for at, part in enumerate(self.parts):
            if part.went_out:
                paragraph.append(at)
            if part.is_break and part.went_out:
                if all(not self.parts[each].stays for each in paragraph):
                    self.deleted.update(paragraph)
                    self.deleted_with_field.update(
                        paragraph if any(self.owners[each].control is not None for each in paragraph) else ()
                    )
                paragraph = []


# A story as it is now, paragraph by paragraph: of which fields each is, how it is set, and whether it was moved.


class ParagraphState(NamedTuple):
    """A paragraph that has words, as it is now, by the controls that were sent out."""

    first: int | None
    """The control that it begins with; none where it begins with words of no field."""
    last: int | None
    moved: bool = False
    listed: Listed = ""
    closes: bool = False
    """It is the last of a cell, a note or a part."""


def paragraph_states(story: StoryContext) -> list[ParagraphState]:
    """All paragraphs, in order. Of those that were moved, only one that is of one control begins and ends with that."""
    out: list[ParagraphState] = []
    whole: dict[int, list[MovedParagraph]] = {}
    for moved in story.stream.moved:
        whole.setdefault(moved.after, []).append(moved)
    arrived: list[list[int]] = []
    paragraph: list[int] = []
    for at in range(len(story.parts) + 1):
        for moved in whole.get(at, ()):
            control = moved.controls[0] if len(moved.controls) == 1 and moved.alone else None
            out.append(ParagraphState(control, control, True, moved.listed))
        if at == len(story.parts) or not story.parts[at].stays:
            continue
        paragraph.append(at)
        if story.parts[at].is_break:
            if found := _read(story, paragraph):
                if found.moved:
                    arrived.append([len(out), *paragraph])
                out.append(found)
            paragraph = []
    for number, control in _controls_moved(story, arrived).items():
        part_numbers = next(parts for at, *parts in arrived if at == number)
        if control in story.moves.rewritten or _words(story, part_numbers) == untied(story.base(control)).strip():
            out[number] = out[number]._replace(first=control, last=control)
    return out


def _words(story: StoryContext, part_numbers: list[int]) -> str:
    return untied("".join(story.parts[at].text for at in part_numbers)).strip()


def _read(story: StoryContext, part_numbers: list[int]) -> ParagraphState | None:
    """A paragraph of these parts; nothing where it is empty."""
    seen = [at for at in part_numbers if story.parts[at].text.strip()]
    if not seen:
        return None
    end = story.parts[part_numbers[-1]]
    if story.moves.parts.issuperset(seen):
        return ParagraphState(None, None, True, end.listed, end.closes)
    first, last = (story.owners[at].control for at in (seen[0], seen[-1]))
    return ParagraphState(first, last, False, end.listed, end.closes)


def _controls_moved(story: StoryContext, arrived: list[list[int]]) -> dict[int, int]:
    """Number of a moved paragraph → its control, where as many paragraphs as controls were moved together. `arrived`:
    the number and the parts of each moved paragraph."""
    begins: dict[int, list[int]] = {}
    for control, after, _ in story.moves.relocated:
        begins.setdefault(after, []).append(control)
    groups: list[tuple[list[int], list[int]]] = []
    for number, *parts in arrived:
        new = [control for at in parts for control in begins.get(at, ())]
        if new or not groups or groups[-1][1][-1] != number - 1:
            groups.append((new, []))
        groups[-1][1].append(number)
    return {
        number: control
        for controls, numbers in groups
        if len(controls) == len(numbers)
        for number, control in zip(numbers, controls, strict=True)
    }


# Into which field a paragraph was moved, where that is plain: it is between two paragraphs of one field, or
# next to one, with nothing but words of no field, or a field of one line, on its other side.


def move_targets(story: StoryContext, paragraphs: Sequence[ParagraphState]) -> Mapping[int, MoveTarget]:
    """Control → where it was moved, of controls that are alone in their paragraph."""
    out: dict[int, MoveTarget] = {}
    for at, paragraph in enumerate(paragraphs):
        if (
            paragraph.moved
            and paragraph.first is not None
            and (found := _move_target(story, paragraphs, at, paragraph.first))
        ):
            out[paragraph.first] = found
    return out


def _move_target(story: StoryContext, paragraphs: Sequence[ParagraphState], at: int, control: int) -> MoveTarget | None:
    above = _neighbours(story, paragraphs, at, -1)
    below = _neighbours(story, paragraphs, at, 1)
    one, other = above[-1:], below[-1:]
    paths = {each.path for each in (*one, *other)}
    if len(paths) != 1 or story.field(control).path in paths:
        return None
    if one and other and one[0].block >= other[0].block:
        return None
    return MoveTarget(paths.pop(), above[0] if one else None, below[0] if other else None, paragraphs[at].listed)


def _neighbours(story: StoryContext, paragraphs: Sequence[ParagraphState], at: int, step: int) -> list[Neighbour]:
    """The neighbours on one side, up to the first that was not moved, if that ends there with a field; else nothing."""
    found: list[Neighbour] = []
    for paragraph in _side(paragraphs, at, step):
        control = paragraph.last if step < 0 else paragraph.first
        if control is None:
            return []
        field = story.field(control)
        if field.path in story.inputs.labels:
            return []
        found.append(Neighbour(field.path, field.block, story.base(control), paragraph.listed))
        if not paragraph.moved:
            return found
    return []


def _side(paragraphs: Sequence[ParagraphState], at: int, step: int) -> Iterator[ParagraphState]:
    """The paragraphs on one side, the nearest first, as far as the cell or the note goes."""
    closed = paragraphs[at].closes and step > 0
    at += step
    while 0 <= at < len(paragraphs) and not closed:
        if step < 0 and paragraphs[at].closes:
            return
        yield paragraphs[at]
        closed = paragraphs[at].closes
        at += step


# Paragraphs that were moved, but stay within their field: the order in which it is left.


class Order(NamedTuple):
    """The paragraphs of a field, by their numbers."""

    blocks: tuple[int, ...] = ()
    """As they are now."""
    bases: tuple[str, ...] = ()
    """Their words as they were sent out, by number."""
    listed: tuple[Listed | None, ...] = ()
    """How each is set, as they are now; None: as it was."""


def within_fields(story: StoryContext, paragraphs: Sequence[ParagraphState], away: Set[int]) -> Mapping[str, Order]:
    """Path → the order in which a field is left. `away`: the controls that were moved into other fields; in the order
    of their own field they stay until then.

    It is of fields in which blocks were moved, and whose blocks are all together, each once: a field that appears in
    several places, or that other words came into, is in no one order."""
    paragraph_states = [each for each in _current_controls(story) if each[1] not in away]
    listed = {
        paragraph.first: paragraph.listed
        for paragraph in paragraphs
        if paragraph.first is not None and paragraph.first == paragraph.last
    }
    paths = [story.field(control).path for _, control in paragraph_states]
    out: dict[str, Order] = {}
    for path in {story.field(control).path for control, _, _ in story.moves.relocated}:
        part_numbers = [at for at, each in enumerate(paths) if each == path]
        order = tuple(story.field(paragraph_states[at][1]).block for at in part_numbers)
        together = part_numbers == list(range(part_numbers[0], part_numbers[-1] + 1)) if part_numbers else False
        if together and sorted(order) != list(order) and len(set(order)) == len(order):
            begin, end = paragraph_states[part_numbers[0]][0], paragraph_states[part_numbers[-1]][0]
            if not _interrupted(story, begin, end):
                now = [paragraph_states[at][1] for at in part_numbers]
                kinds = [listed.get(control, "?") for control in now]
                out[path] = _whole(
                    story, now, kinds, [control for control in away if story.field(control).path == path]
                )
    return out


def _whole(story: StoryContext, now: Sequence[int], listed: Sequence[Listed], away: Iterable[int]) -> Order:
    controls = {story.field(control).block: control for control in (*now, *away)}
    blocks = [story.field(control).block for control in now]
    kinds: list[Listed | None] = list(listed)
    for block in sorted(story.field(control).block for control in away):
        blocks.insert(block, block)
        kinds.insert(block, None)
    return Order(tuple(blocks), tuple(story.base(controls[block]) for block in sorted(blocks)), tuple(kinds))


def _current_controls(story: StoryContext) -> list[tuple[float, int]]:
    """The controls that are left: before which part, and the control. Those that were
    moved to before the same part are in the order in which they were found there."""
    moved = {control: (after - 0.5, number) for number, (control, after, _) in enumerate(story.moves.relocated)}
    kept = {
        control: (float(next((at for at in part_numbers if story.parts[at].stays), -1)), 0)
        for control, part_numbers in story.of_control.items()
        if control not in moved
    }
    found = sorted((moved | kept).items(), key=lambda each: (each[1], each[0]))
    return [(at, control) for control, (at, _) in found if at >= -0.5]


def _interrupted(story: StoryContext, begin: float, end: float) -> bool:
    """Whether words of no field are between two parts."""
    return any(
        begin < at < end and part.stays and story.owners[at].control is None and part.text.strip() and not part.is_break
        for at, part in enumerate(story.parts)
        if at not in story.moves.parts
    )
