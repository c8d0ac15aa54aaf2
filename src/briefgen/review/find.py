"""A stream of parts becomes edits: in the words of fields, and outside of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from briefgen.locale import untied
from briefgen.markup.model import MARK
from briefgen.review.baseline import Field, digest
from briefgen.review.compare import BREAK, Part, Stream
from briefgen.review.context import Going, Ground, Order, landings, plain, standing, within_fields, words_of
from briefgen.review.edits import (
    Added,
    By,
    Commented,
    Edit,
    Fixed,
    Found,
    Joined,
    Moved,
    Reformatted,
    Remark,
    Removed,
    Stroke,
    Unplaced,
)
from briefgen.review.moves import Owner
from briefgen.review.story import THING, Look, Thread
from briefgen.review.tags import COMPUTED


def comments(ground: Ground) -> Iterator[Found]:
    """In the order of the words that they hang on."""
    held: dict[str, list[int]] = {}
    for at, part in enumerate(ground.parts):
        for name in part.comments:
            held.setdefault(name, []).append(at)
    for name, parts in held.items():
        if name in ground.going.threads:
            yield _comment(ground, ground.going.threads[name], parts)


def _comment(ground: Ground, thread: Thread, parts: list[int]) -> Commented:
    held = frozenset(parts)
    over = (
        part for at, part in enumerate(ground.parts[parts[0] : parts[-1] + 1], parts[0]) if at in held or part.is_break
    )
    words = plain("".join(part.text for part in over if part.stays)).strip()
    places = dict.fromkeys(place for at in parts if (place := ground.owners[at].place) is not None)
    fields = [field for field in map(ground.field, places) if (field.path, field.block) in ground.going.known]
    if not fields:
        return commented(thread, ground.going.file, None, words, after=ground.path_before(parts[0]))
    others = tuple(dict.fromkeys(field.path for field in fields[1:] if field.path != fields[0].path))
    return commented(thread, ground.going.file, fields[0], words, others)


def commented(
    thread: Thread, file: str, field: Field | None = None, words: str = "", others: tuple[str, ...] = (),
    *, after: str = "",
) -> Commented:  # fmt: skip
    """A thread at its place; without a field, behind the field that stands before it."""
    said = tuple(Remark(each.text, By(each.author, each.date, file)) for each in thread.said)
    path, block = (field.path, field.block) if field else ("", 0)
    return Commented(path, block, words, said, thread.done, others, after)


# What was changed in the words of fields, and in their looks.


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


# What was changed outside of the words of fields: paragraphs moved and joined, other words, new paragraphs.

_NOTE, _END = "[note]", "¶"
"""How a note mark and the end of a paragraph are told that were taken out alone."""


def moved(ground: Ground) -> Iterator[Found]:
    """Paragraphs that stand elsewhere."""
    for each in ground.stream.moved:
        if not each.places:
            yield Moved("", 0, plain(each.text), ground.path_before(each.after - 1), ground.by(each.hand))
    lines = standing(ground) if ground.moves.told else []
    into = landings(ground, lines)
    orders = within_fields(ground, lines, into.keys())
    paths = {path for path, _ in ground.going.known}
    for place, after, hand in ground.moves.told:
        field = ground.field(place)
        held = (ground.parts[at] for at in ground.of_place.get(place, ()))
        words = plain("".join(part.text for part in held if part.went_out) or ground.moves.words.get(place, ""))
        landing = into.get(place)
        if (field.path, field.block) in ground.going.known or (landing and paths & {field.path, landing.path}):
            order, bases, listed = orders.get(field.path, Order())
            behind, by, base = ground.path_before(after - 1), ground.by(hand), ground.base(place)
            yield Moved(field.path, field.block, words, behind, by, order, bases, listed, landing, base)
        else:
            yield Unplaced("no-such-path", field.path, words, words, ground.by(hand))


def joined(ground: Ground) -> Iterator[Found]:
    """Ends of paragraphs that were taken out between words that stay."""
    for at, part in enumerate(ground.parts):
        if not part.is_break or part.stays or not part.went_out or at in ground.gone or at in ground.moves.parts:
            continue
        left, right = _side(ground, at, -1), _side(ground, at, 1)
        if left.place is not None and right.place is not None:
            one, two = ground.field(left.place), ground.field(right.place)
            bases = ground.base(left.place), ground.base(right.place)
            yield Joined(
                one.path, one.block, two.path, two.block, ground.by(part.hand), _between(ground, at), bases
            )  # fmt: skip
        elif left.why != "line" and right.why != "line":
            yield Fixed("template", _END, "", ground.path_before(at), ground.by(part.hand))


def _between(ground: Ground, at: int) -> str:
    """The white space on both sides of an end of paragraph that was taken out."""
    left = "".join(part.text for part in ground.parts[_first(ground, at) : at] if part.stays)
    right = ""
    for part in ground.parts[at + 1 :]:
        if part.is_break and part.went_out:
            break
        right += part.text if part.stays else ""
    left, right = left.replace(BREAK, ""), right.replace(BREAK, "")
    return untied(left[len(left.rstrip()) :] + right[: len(right) - len(right.lstrip())])


def _first(ground: Ground, at: int) -> int:
    """The first part of the paragraph, as it went out, that ends there."""
    while at and not (ground.parts[at - 1].is_break and ground.parts[at - 1].went_out):
        at -= 1
    return at


def _side(ground: Ground, at: int, step: int) -> Owner:
    """Whose the words are that are left beside an end of paragraph: those of a field before others; `line`: nobody's,
    for none are left."""
    found = Owner(why="line")
    at += step
    while 0 <= at < len(ground.parts) and not (ground.parts[at].is_break and ground.parts[at].went_out):
        if ground.parts[at].stays and ground.parts[at].text.strip():
            found = ground.owners[at]
            if found.place is not None:
                return found
            found = Owner()
        at += step
    return found


def others(ground: Ground) -> Iterator[Found]:
    """Words that are of no field, but for those of a paragraph that is told of as a whole."""
    told = ground.moves.parts | ground.taken

    def kind(at: int) -> tuple[Owner, bool, str]:
        part = ground.parts[at]
        changed = part.hand.state != "kept" and not (part.is_break and part.went_out)
        author = part.hand.author if changed and ground.owners[at].why != "stray" else ""
        return ground.owners[at], changed, author

    for (owner, changed, _), run in groupby((at for at in range(len(ground.parts)) if at not in told), kind):
        held = list(run)
        if changed and owner.place is None:
            yield from _other(ground, owner, held)


def _other(ground: Ground, owner: Owner, held: list[int]) -> Iterator[Found]:
    parts = [ground.parts[at] for at in held]
    removed = "".join(part.text for part in parts if part.went_out)
    added = plain("".join(part.text for part in parts if not part.went_out))
    by, after = ground.by(parts[0].hand), ground.path_before(held[0])
    match owner.why:
        case "line":
            for words in added.split("\n\n"):
                if words.strip():
                    yield Added(words, after, by)
        case "between":
            first, second = (ground.field(side).path for side in owner.sides)
            yield Unplaced("between-fields", first, "", added, by, second)
        case "thing":
            signs = added.replace(THING, "")
            yield Unplaced("equation" if signs else "picture", after, "", signs, by)
        case "stray":
            if added.strip():
                yield Unplaced("copy", ground.going.fields[parts[0].tag].path, "", added, by, after)
        case _:
            kind: Literal["template", "computed"] = (
                "computed" if any(part.tag == COMPUTED for part in parts) else "template"
            )
            gone = plain(removed) or _NOTE * removed.count(MARK)
            if (gone.strip() or added.strip()) and untied(gone) != untied(added):  # a field that was made plain words
                yield Fixed(kind, gone, added, after, by)


# A stream of parts → what was changed in it, by the paths of fields.


def find(stream: Stream, going: Going) -> list[Found]:
    """All that was changed in a story."""
    ground = Ground(stream, going)
    return [*edits(ground), *moved(ground), *joined(ground), *others(ground), *comments(ground)]
