"""What was changed in the words of fields, and in their looks."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from briefgen.locale import untied
from briefgen.prose.model import MARK
from briefgen.review.baseline import Field, digest
from briefgen.review.edits import Edit, Found, Reformatted, Removed, Stroke, Unplaced
from briefgen.review.ground import Ground, plain, words_of
from briefgen.review.lines import Look
from briefgen.review.parts import Part


def edits(ground: Ground) -> Iterator[Found]:
    """Of each control that went out, but for those that were only moved."""
    for place, held in ground.of_place.items():
        if place not in ground.moves.places:
            gone = ground.gone.issuperset(held)
            yield from _place(ground, place, [ground.parts[at] for at in held], gone)
        elif place in ground.moves.rewritten:
            yield from _place(ground, place, ground.moves.rewritten[place], gone=False)


def _place(ground: Ground, place: int, parts: list[Part], gone: bool) -> Iterator[Found]:
    """Of one control; `gone`: nothing is left of its paragraph."""
    field = ground.field(place)
    base = "".join(part.text for part in parts if part.went_out)
    now = ground.going.known.get((field.path, field.block))
    if now is not None and digest(now) == field.digest and len(now) == len(base):
        parts, base = _spelled(parts, now), now
    if now is not None:
        yield from _looks(ground, field, parts)
    strokes = tuple(_strokes(ground, parts))
    if not strokes:
        return
    old, new = words_of(base), _new_words(parts)
    if now is None:
        yield Unplaced("no-such-path", field.path, plain(old), plain(new), strokes[0].by)
    elif not new and gone:
        citations = tuple(number for stroke in strokes for number in stroke.citations)
        yield Removed(field.path, field.block, old, strokes[0].by, citations=citations, base=base)
    else:
        left = "".join(part.text if part.went_out else plain(part.text) for part in parts if part.stays)
        yield Edit(field.path, field.block, old, new, strokes, base=base, left=left.strip())


def _strokes(ground: Ground, parts: Iterable[Part]) -> Iterator[Stroke]:
    """The changes, each of one person; what was taken out and what was put in its place are one."""
    at = notes = 0
    for (kept, _), run in groupby(parts, lambda part: (part.hand.state == "kept", part.hand.author)):
        stretch = list(run)
        removed = "".join(part.text for part in stretch if part.went_out)
        added = "".join(part.text for part in stretch if not part.went_out)
        if not kept and untied(removed) != untied(added):
            citations = tuple(range(notes, notes + removed.count(MARK)))
            by = ground.by(stretch[0].hand)
            yield Stroke(at, plain(removed), plain(added), by, citations, added.count(MARK))
        at += len(words_of(removed))
        notes += removed.count(MARK)


def _looks(ground: Ground, field: Field, parts: Sequence[Part]) -> Iterator[Reformatted]:
    """Words that were made bold or italic, or are no longer; new words are compared with those around them."""
    strong: list[tuple[Part, bool]] = []
    emphasis: list[tuple[Part, bool]] = []
    for part, around in zip(parts, _around(parts), strict=True):
        if part.stays and not part.is_break:
            strong.append((part, part.now.bold != around.bold))
            emphasis.append((part, part.now.italic != around.italic))
    yield from _changed(ground, field, "strong", strong)
    yield from _changed(ground, field, "emphasis", emphasis)


def _around(parts: Sequence[Part]) -> Iterator[Look]:
    """For each part the look that its words had; for new ones, that of the words in whose place they stand, whichever
    Word puts first, else of those before them, else of the first."""
    before = _gone_out(parts)
    behind = [*_gone_out(parts[::-1])][::-1]
    for part, last, following in zip(parts, before, behind, strict=True):
        beside = last or following
        if last and following and last.stays and not following.stays:
            beside = following
        yield beside.was if beside else part.now


def _gone_out(parts: Iterable[Part]) -> Iterator[Part | None]:
    """For each part the last one up to it that was in the brief as it went out."""
    last = None
    for part in parts:
        last = part if part.went_out else last
        yield last


def _changed(
    ground: Ground, field: Field, mark: Literal["strong", "emphasis"], parts: Iterable[tuple[Part, bool]]
) -> Iterator[Reformatted]:
    for changed, run in groupby(parts, lambda each: each[1]):
        held = [part for part, _ in run]
        words = plain("".join(part.text for part in held))
        if changed and words.strip():
            first = held[0]
            given = first.now.bold if mark == "strong" else first.now.italic
            by = ground.by(first.looked if first.went_out else first.hand)
            yield Reformatted(field.path, field.block, words, mark, given, by)


def _spelled(parts: Iterable[Part], words: str) -> list[Part]:
    """What went out in the very characters of the scenario, no-break spaces of its own among them."""
    out, at = [], 0
    for part in parts:
        if part.went_out:
            out.append(part._replace(text=words[at : at + len(part.text)]))
            at += len(part.text)
        else:
            out.append(part)
    return out


def _new_words(parts: Iterable[Part]) -> str:
    """The new words. Line ends that went out are spaces; new ones stay, a new paragraph is an empty line."""
    new = (words_of(part.text) if part.went_out else plain(part.text) for part in parts if part.stays)
    return "".join(new).strip()
