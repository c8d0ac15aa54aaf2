"""A brief for one audience, reviewed: compared with what these readers were given, and found again in the whole."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from briefgen.difference import Substitution, embedded, substitutions, tokens
from briefgen.locale import untied
from briefgen.merging import three_way
from briefgen.prose.model import MARK
from briefgen.release.filter import filtered
from briefgen.review.baseline import About
from briefgen.review.edits import Disagreement, Edit, Found, Joined, Moved, Reformatted, Removed, Unplaced
from briefgen.review.ground import plain, words_of
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


def as_of_the_whole(found: Iterable[Found], whole: Words) -> tuple[Found, ...]:
    """Edits of blocks of which these readers were given a part, as edits of all their words, so that they go together
    with those of others; where it is not sure which words were changed, as they are."""
    return tuple(_lifted(each, whole) if isinstance(each, Edit) else each for each in found)


def _lifted(edit: Edit, whole: Words) -> Edit:
    text = untied(whole.get((edit.path, edit.block), ""))
    base = untied(edit.base)
    left = three_way.merged_surely(base, text, edit.left) if text and text != base else None
    if left is None:
        return edit
    more = substitutions(words_of(base), words_of(text))
    cited = substitutions(base, text)
    marks = [at for at, character in enumerate(base) if character == MARK]

    def citation(number: int) -> int:
        at = marks[number]
        return text[: at + _growth(cited, at)].count(MARK)

    strokes = tuple(
        msgspec.structs.replace(
            each, at=each.at + _growth(more, each.at), citations=tuple(map(citation, each.citations))
        )
        for each in edit.strokes
    )
    new = plain(left)
    return msgspec.structs.replace(edit, old=words_of(text), new=new, strokes=strokes, base=text, left=left)


def _growth(more: Iterable[Substitution], at: int) -> int:
    """By how much a place stands further behind."""
    return sum(each.new_end - each.new_start - (each.end - each.start) for each in more if each.end <= at)


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
