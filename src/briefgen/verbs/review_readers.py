"""A brief for one audience, reviewed: compared with what these readers were given, and found again in the whole."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from briefgen.difference import embedded, tokens
from briefgen.locale import untied
from briefgen.release.filter.filter import filtered
from briefgen.review.baseline import About
from briefgen.review.edits import Disagreement, Edit, Found, Joined, Moved, Reformatted, Removed, Unplaced
from briefgen.scenario import Loaded

Words = Mapping[tuple[str, int], str]
"""Path and block → its words, with note marks."""


def as_given(loaded: Loaded, about: About) -> Loaded:
    """The scenario as the readers of a brief were given it. What the file says counts only as the name of an audience
    that the scenario has; else it is compared with the whole."""
    audience = next((each for each in loaded.scenario.audiences if each.id == about.audience), None)
    released = filtered(loaded.scenario, audience) if audience else None
    if released is None or released.scenario is None:
        return loaded
    return msgspec.structs.replace(loaded, scenario=released.scenario)


def in_the_whole(found: Iterable[Found], given: Words, whole: Words) -> tuple[Found, ...]:
    """What was found, by the numbers that blocks have in the whole scenario. Where these readers were given a part of a
    field only, and it cannot be told of which of its paragraphs, it has no place."""
    numbers = {path: _numbers(_of(given, path), _of(whole, path)) for path in {path for path, _ in given}}
    return tuple(_renumbered(each, numbers) for each in found)


def in_part(given: Words, whole: Words) -> frozenset[tuple[str, int]]:
    """The blocks of the whole of which these readers were not given all words."""
    seen = {(path, text) for (path, _), text in given.items()}
    return frozenset(key for key, text in whole.items() if (key[0], text) not in seen)


def _of(words: Words, path: str) -> list[str]:
    return [text for (each, _), text in sorted(words.items()) if each == path]


def _numbers(given: Sequence[str], whole: Sequence[str]) -> Sequence[int | None]:
    """Of each paragraph that was given, its number in the whole; it has the words of that one, but for those that are
    withheld. None of them where there are two ways."""
    if len(given) == len(whole):
        return range(len(whole))
    found = embedded(given, whole, _is_part)
    return [None] * len(given) if found is None or None in found else found


def _is_part(text: str, whole: str) -> bool:
    """Whether all words of one text stand in the other, in their order."""
    rest = iter(token for token in tokens(untied(whole)) if not token.isspace())
    return all(token in rest for token in tokens(untied(text)) if not token.isspace())


def _renumbered(found: Found, numbers: Mapping[str, Sequence[int | None]]) -> Found:
    path: str = getattr(found, "path", "")
    known = numbers.get(path)
    if known is None or not hasattr(found, "block") or found.block >= len(known):
        return found
    number = known[found.block]
    if number is None:
        return _withheld(found)
    match found:
        case Joined():
            other = numbers.get(found.other, ())
            behind = other[found.other_block] if found.other_block < len(other) else None
            return msgspec.structs.replace(found, block=number, other_block=-1 if behind is None else behind)
        case Moved(landing=landing):
            whole = _is_whole(known) and (landing is None or _is_whole(numbers.get(landing.path, ())))
            return found if whole else msgspec.structs.replace(found, block=number, order=(), bases=(), landing=None)
        case Unplaced():
            return found
        case _:
            return msgspec.structs.replace(found, block=number)


def _is_whole(known: Sequence[int | None]) -> bool:
    return list(known) == list(range(len(known)))


def _withheld(found: Found) -> Found:
    match found:
        case Edit(strokes=strokes):
            return Unplaced("withheld", found.path, found.old, found.new, strokes[0].by)
        case Removed(by=by):
            return Unplaced("withheld", found.path, found.old, "", by)
        case Disagreement(readings=readings):
            first = readings[0]
            return Unplaced("withheld", found.path, first.old, first.new, first.by[0])
        case Reformatted(by=by):
            return Unplaced("withheld", found.path, found.words, found.words, by)
        case _:
            return found
