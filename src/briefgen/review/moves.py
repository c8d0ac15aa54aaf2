"""Paragraphs that were moved, joined or reordered, and the field that they were moved into."""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from briefgen.core.difference import mostly_same, substitutions
from briefgen.locale import untied
from briefgen.review.compare import UNTRACKED_OUT, Part, Stream
from briefgen.review.story import NAMELESS, OBJECT, Paragraph, Revision, State


class Owner(NamedTuple):
    """The control that a part belongs to, or why it belongs to none."""

    control: int | None = None
    why: Literal["", "line", "between", "stray", "thing"] = ""
    """`line`: a paragraph of its own; `between`: two fields touch it; `stray`: in a control that was elsewhere;
    `thing`: a picture or an equation, which is of no field."""
    sides: tuple[int, ...] = ()
    """The controls that touch what is between."""


def owners(stream: Stream) -> list[Owner]:
    """The owner of each part."""
    parts = stream.parts
    tags = {control.tag for control in stream.controls}
    out = [Owner(part.control) for part in parts]
    anywhere = _nearest(parts, lambda part: part.went_out, lambda part: False)
    in_line = _nearest(parts, lambda part: part.went_out and part.text != "", lambda part: part.is_break)
    for at, part in enumerate(parts):
        if part.is_break or (part.went_out and (part.text or part.control is not None)):
            continue
        if part.text.startswith(OBJECT):
            out[at] = Owner(why="thing")
        elif part.tag in tags:
            out[at] = _in_control(stream, part, anywhere[at])
        else:
            out[at] = _outside(parts, in_line[at])
    neighbours = _nearest(parts, lambda part: part.went_out or not part.is_break, lambda part: False)
    for at, part in enumerate(parts):
        if part.is_break and not part.went_out:
            left, right = (out[side].control if side is not None else None for side in neighbours[at])
            out[at] = Owner(left) if left is not None and left == right else Owner(why="line")
    return out


def _replaced(parts: Sequence[Part], at: int, step: int) -> int | None:
    """The control of the words that were deleted there. Word deletes the space after a word with it, and that may
    be the template's."""
    while 0 <= at < len(parts) and not parts[at].stays and not parts[at].is_break:
        if parts[at].control is not None or parts[at].text.strip():
            return parts[at].control
        at += step
    return None


_Sides = tuple[int | None, int | None]


def _nearest(parts: Sequence[Part], wanted: Callable[[Part], bool], wall: Callable[[Part], bool]) -> list[_Sides]:
    """For each part the number of the nearest one before and after it that is wanted, up to a wall."""
    sides: list[list[int | None]] = []
    for order in (range(len(parts)), range(len(parts) - 1, -1, -1)):
        found: list[int | None] = [None] * len(parts)
        last: int | None = None
        for at in order:
            found[at] = last
            last = None if wall(parts[at]) else at if wanted(parts[at]) else last
        sides.append(found)
    return list(zip(*sides, strict=True))


def _in_control(stream: Stream, part: Part, sides: _Sides) -> Owner:
    """Of words in a control that was not sent out there: the neighbouring control with the same tag."""
    for side in sides:
        control = stream.parts[side].control if side is not None else None
        if control is not None and stream.controls[control].tag == part.tag:
            return Owner(control)
    return Owner(why="stray")


def _outside(parts: Sequence[Part], sides: _Sides) -> Owner:
    adjacent_parts = [parts[side] for side in sides if side is not None]
    if not adjacent_parts:
        return Owner(why="line")
    for side, step in zip(sides, (-1, 1), strict=True):
        if side is not None and not parts[side].stays:
            return Owner(_replaced(parts, side, step))
    touched = list(dict.fromkeys(side.control for side in adjacent_parts if side.control is not None))
    if len(touched) == 2:
        return Owner(why="between", sides=tuple(touched))
    return Owner(touched[0] if touched else None)


# Paragraphs that were moved: as Word tracked it, or as their control shows.


class Moves(NamedTuple):
    """What moved in a stream."""

    relocated: list[tuple[int, int, Revision]]
    """Control, number of parts before its new position, and who moved it."""
    controls: frozenset[int]
    parts: frozenset[int]
    """The parts that are reported by it."""
    words: dict[int, str]
    """Of controls that are in no part."""
    rewritten: dict[int, list[Part]]
    """Of controls that were moved and reworded: their words, with what was done to them."""


def moves(stream: Stream, owners: list[Owner]) -> Moves:
    """What moved, without a word changed or with most words as they were."""
    relocated: list[tuple[int, int, Revision]] = []
    handled: set[int] = set()
    words: dict[int, str] = {}
    rewritten: dict[int, list[Part]] = {}
    for moved in stream.moved:
        for control in moved.controls:
            relocated.append((control, moved.after, moved.revision))
            words[control] = moved.text
    of_control: dict[int, list[int]] = {}
    for at, owner in enumerate(owners):
        if owner.control is not None:
            of_control.setdefault(owner.control, []).append(at)
    for source, target in (*_named(stream), *_nameless(stream), *_strays(stream, owners, of_control)):
        controls = list(
            dict.fromkeys(stream.parts[at].control for at in source if stream.parts[at].control is not None)
        )
        wholly = all(
            at in source
            for control in controls
            if control is not None
            for at in of_control[control]
            if stream.parts[at].went_out
        )
        if not controls or not wholly or handled.intersection(source):
            continue
        if _text(stream, source) != _text(stream, target):
            is_alike = mostly_same(_text(stream, source), _text(stream, target))
            if len(controls) == 1 and controls[0] is not None and is_alike:
                rewritten[controls[0]] = _reworded(stream, of_control[controls[0]], target)
            else:
                target = {at for at in target if not _is_typed(stream.parts[at])}
                if _text(stream, source) != _text(stream, target):
                    continue
        relocated += [(control, min(target), _mover(stream, target)) for control in controls if control is not None]
        handled |= source | target
    return Moves(relocated, frozenset(control for control, _, _ in relocated), frozenset(handled), words, rewritten)


_Pair = tuple[set[int], set[int]]


def _named(stream: Stream) -> list[_Pair]:
    """The parts that Word says were moved, by the name of the move."""
    found: dict[str, _Pair] = {}
    for at, part in enumerate(stream.parts):
        if part.revision.move and part.revision.move != NAMELESS:
            source, target = found.setdefault(part.revision.move, (set(), set()))
            (source if part.went_out else target).add(at)
    return [(source, _with_typed(stream, target)) for source, target in found.values() if source and target]


def _with_typed(stream: Stream, target: set[int]) -> set[int]:
    """What came, with what somebody typed into it since."""
    first, last = min(target), max(target)
    while first and _is_typed(stream.parts[first - 1]):
        first -= 1
    while last + 1 < len(stream.parts) and not stream.parts[last].is_break and _is_typed(stream.parts[last + 1]):
        last += 1
    return target | {at for at in range(first, last + 1) if _is_typed(stream.parts[at])}


def _is_typed(part: Part) -> bool:
    return not part.went_out and not part.is_break and not part.revision.move


def _nameless(stream: Stream) -> list[_Pair]:
    """Paragraphs that were moved, and of which LibreOffice lost the name on one side: those of the same words."""
    named = {at for pair in _named(stream) for held in pair for at in held}
    pending: dict[str, list[set[int]]] = {}
    pairs: list[_Pair] = []
    for goes in (True, False):
        paragraph: set[int] = set()
        for at, part in enumerate(stream.parts):
            if part.revision.move and part.went_out == goes and at not in named:
                paragraph.add(at)
            if part.is_break and paragraph:
                words = _text(stream, paragraph)
                if goes and words:
                    pending.setdefault(words, []).append(paragraph)
                elif words and pending.get(words):
                    pairs.append((pending[words].pop(0), paragraph))
                paragraph = set()
    return pairs


def _strays(stream: Stream, owners: list[Owner], of_control: dict[int, list[int]]) -> list[_Pair]:
    """Controls that were moved, with the emptied controls of the same field."""
    empty: dict[str, list[int]] = {}
    for control, held in of_control.items():
        if all(not stream.parts[at].stays for at in held):
            empty.setdefault(stream.controls[control].tag, []).append(control)
    groups: dict[str, list[set[int]]] = {}
    last = None
    for at, owner in enumerate(owners):
        if owner.why == "stray":
            tag = stream.parts[at].tag
            if last == tag:
                groups[tag][-1].add(at)
            else:
                groups.setdefault(tag, []).append({at})
            last = tag
        else:
            last = None
    return [
        (set(of_control[control]), target)
        for tag, controls in empty.items()
        for control, target in zip(controls, groups.get(tag, ()), strict=False)
    ]


def _mover(stream: Stream, target: set[int]) -> Revision:
    revisions = [stream.parts[at].revision for at in sorted(target)]
    return next((revision for revision in revisions if revision.move), revisions[0])


_STATES: tuple[State, State] = ("deleted", "inserted")


def _reworded(stream: Stream, held: list[int], target: set[int]) -> list[Part]:
    """The words with which a control was sent out, and what became of them in its new place. New ones belong to the
    person who typed them, else to the person who moved it."""
    old = "".join(stream.parts[at].text for at in held if stream.parts[at].went_out)
    stays = [part for at in sorted(target) if (part := stream.parts[at]).stays and not part.is_break]
    new = "".join(part.text for part in stays)
    revisions = [part.revision for part in stays for _ in part.text]
    mover = _mover(stream, target)
    out: list[Part] = []
    at = 0
    for change in substitutions(untied(old), untied(new)):
        typed = (revision for revision in revisions[change.new_start : change.new_end] if not revision.move)
        who = next(typed, mover)
        source, put = (Revision(state, who.author, who.date) for state in _STATES)
        out += [
            Part(old[at : change.start]), Part(old[change.start : change.end], source),
            Part(new[change.new_start : change.new_end], put),
        ]  # fmt: skip
        at = change.end
    return [part for part in (*out, Part(old[at:])) if part.text]


def _text(stream: Stream, held: set[int]) -> str:
    return untied("".join(stream.parts[at].text for at in sorted(held) if not stream.parts[at].is_break)).strip()


# The part of a brief that a file is compared with: all but Word's own text and what was cut off.

_SHARE = 5
"""Of a brief that lacks a fifth at its beginning and its end, what is there is a part. A section that somebody deleted
is shorter, or not at an end."""
_FEWEST = 8
"""Paragraphs that are missing then at least: three that went from the end of a short brief were deleted."""


def without_contents(
    before: Sequence[Paragraph], after: Sequence[Paragraph]
) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
    """Both texts without the list of contents, where it was turned into plain text in Word (Ctrl+Shift+F9)."""
    loose = [at for at, paragraph in enumerate(after) if paragraph.contents and not _is_field(paragraph)]
    if not loose or any(map(_is_field, after)):
        return before, after
    source = frozenset(loose)
    return (
        [paragraph for paragraph in before if not _is_field(paragraph)],
        [paragraph for at, paragraph in enumerate(after) if at not in source],
    )


def _is_field(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a list of contents: a field alone, of lines with tabs."""
    held = [stretch for stretch in paragraph.stretches if stretch.text]
    return len(held) == 1 and held[0].field and "\t" in held[0].text


def portion(stream: Stream, before: Sequence[Paragraph]) -> range:
    """The paragraphs that a file is compared with: not the beginning or the end, where so much of it is missing that it
    was cut off."""
    held = {control.paragraph for control in stream.controls}
    left = {
        stream.controls[part.control].paragraph
        for part in stream.parts
        if part.control is not None and part.revision != UNTRACKED_OUT
    }
    left.update(stream.controls[control].paragraph for moved in stream.moved for control in moved.controls)
    if not left:
        return range(0 if len(held) >= _FEWEST else len(before))
    above = [paragraph for paragraph in held if paragraph < min(left)]
    below = [paragraph for paragraph in held if paragraph > max(left)]
    missing = len(above) + len(below)
    if missing < _FEWEST or _SHARE * missing < len(held):
        return range(len(before))
    return range(max(above, default=-1) + 1, min(below, default=len(before)))
