"""What was changed outside of the words of fields: paragraphs moved and joined, other words, new paragraphs."""

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from briefgen.locale import untied
from briefgen.prose.model import MARK
from briefgen.review.edits import Added, Fixed, Found, Joined, Moved, Unplaced
from briefgen.review.ground import Ground, plain
from briefgen.review.landing import landings
from briefgen.review.lines import THING
from briefgen.review.parts import BREAK
from briefgen.review.reordering import Order, within_fields
from briefgen.review.standing import standing
from briefgen.review.tags import COMPUTED
from briefgen.review.touching import Owner

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
