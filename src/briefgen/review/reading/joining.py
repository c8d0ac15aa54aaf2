"""The stretches of a paragraph as they were read → as they are compared."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from briefgen.review.lines import THING, Hand, Stretch


def joined(stretches: Sequence[Stretch], end: Hand) -> tuple[Stretch, ...]:
    """Of a paragraph whose mark was treated so."""
    return tuple(_as_one(_moved(stretches, end)))


def _moved(stretches: Sequence[Stretch], end: Hand) -> Iterator[Stretch]:
    """The words of a paragraph that was moved with them; LibreOffice says so of its mark alone."""
    of_mark = end.move and not any(each.hand.move for each in stretches)
    for each in stretches:
        moves = of_mark and each.hand.state == end.state
        yield msgspec.structs.replace(each, hand=msgspec.structs.replace(each.hand, move=end.move)) if moves else each


def _as_one(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Neighbours that differ in nothing but their text as one: Word splits runs where it likes. A space outside of
    controls stays apart: it may part two fields, and tell so on which side of it words were put in."""
    out: list[Stretch] = []
    for stretch in stretches:
        last = out[-1] if out else None
        gap = not stretch.tag and stretch.text.isspace()
        apart = last and (gap or last.field or stretch.field or THING in last.text + stretch.text)
        if last and not apart and msgspec.structs.replace(last, text=stretch.text) == stretch:
            out[-1] = msgspec.structs.replace(last, text=last.text + stretch.text)
        else:
            out.append(stretch)
    return out
