"""Paragraphs that stand elsewhere: as Word tracked it, or as their control tells."""

from typing import NamedTuple

from briefgen.locale import untied
from briefgen.review.lines import Hand
from briefgen.review.parts import Stream
from briefgen.review.touching import Owner


class Moves(NamedTuple):
    """What moved in a stream."""

    told: list[tuple[int, int, Hand]]
    """Place, number of parts before its new position, and who moved it."""
    places: frozenset[int]
    parts: frozenset[int]
    """The parts that are told by it."""
    words: dict[int, str]
    """Of places that are in no part."""


def moves(stream: Stream, owners: list[Owner]) -> Moves:
    """What moved without a word changed."""
    told: list[tuple[int, int, Hand]] = []
    handled: set[int] = set()
    words: dict[int, str] = {}
    for moved in stream.moved:
        for place in moved.places:
            told.append((place, moved.after, moved.hand))
            words[place] = moved.text
    of_place: dict[int, list[int]] = {}
    for at, owner in enumerate(owners):
        if owner.place is not None:
            of_place.setdefault(owner.place, []).append(at)
    for gone, came in (*_named(stream), *_strays(stream, owners, of_place)):
        places = list(dict.fromkeys(stream.parts[at].place for at in gone if stream.parts[at].place is not None))
        wholly = all(
            at in gone for place in places if place is not None for at in of_place[place] if stream.parts[at].went_out
        )
        if not places or not wholly or handled.intersection(gone) or _text(stream, gone) != _text(stream, came):
            continue
        told += [(place, min(came), stream.parts[min(came)].hand) for place in places if place is not None]
        handled |= gone | came
    return Moves(told, frozenset(place for place, _, _ in told), frozenset(handled), words)


_Pair = tuple[set[int], set[int]]


def _named(stream: Stream) -> list[_Pair]:
    """The parts that Word says were moved, by the name of the move."""
    found: dict[str, _Pair] = {}
    for at, part in enumerate(stream.parts):
        if part.hand.move:
            gone, came = found.setdefault(part.hand.move, (set(), set()))
            (gone if part.went_out else came).add(at)
    return [pair for pair in found.values() if all(pair)]


def _strays(stream: Stream, owners: list[Owner], of_place: dict[int, list[int]]) -> list[_Pair]:
    """Controls that stand elsewhere, beside the places of the same field of which nothing is left."""
    empty: dict[str, list[int]] = {}
    for place, held in of_place.items():
        if all(not stream.parts[at].stays for at in held):
            empty.setdefault(stream.places[place].tag, []).append(place)
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
        (set(of_place[place]), came)
        for tag, places in empty.items()
        for place, came in zip(places, groups.get(tag, ()), strict=False)
    ]


def _text(stream: Stream, held: set[int]) -> str:
    return untied("".join(stream.parts[at].text for at in sorted(held) if not stream.parts[at].is_break)).strip()
