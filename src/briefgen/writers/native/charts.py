"""Charts as lines: their data."""

from collections.abc import Iterator
from typing import assert_never

from briefgen.document import Acceptability, Chart, Contributions, Sensitivity, Timeline
from briefgen.writers.native.words import words


def chart(held: Chart) -> Iterator[str]:
    """One line for each date, option or criterion."""
    match held:
        case Timeline(moments=moments):
            for moment in moments:
                yield f"{moment.kind} day={moment.day or 'none'} {words(moment.when)} | {words(moment.label)}"
        case Contributions():
            yield f"scale {words(held.scale)}"
            for criterion in held.criteria:
                yield f"criterion weight={criterion.weight!r} {words(criterion.label)}"
            for option in held.options:
                portions = " ".join(
                    f"{portion.low!r}..{portion.high!r}{'?' if portion.empty else ''}" for portion in option.portions
                )
                yield f"option [{portions}] {words(option.label)} | {words(option.score)} | {words(option.remark)}"
        case Sensitivity():
            yield f"across {words(held.across)}"
            yield f"up {words(held.up)}"
            yield f"stated weight={held.weight!r} {words(held.stated)}"
            for course in held.options:
                ends = " ".join(f"{low!r}..{high!r}" for low, high in (course.without, course.alone))
                yield f"course [{ends}]{' leads' if course.leads else ''} {words(course.label)}"
            for turn in held.turns:
                yield f"turn weight={turn.weight!r} score={turn.score!r} {words(turn.label)}"
        case Acceptability():
            yield "ranks " + " | ".join(words(rank) for rank in held.ranks)
            for ranked in held.options:
                shares = " ".join(repr(share) for share in ranked.shares)
                yield f"option [{shares}] {words(ranked.label)}"
        case _:
            assert_never(held)
