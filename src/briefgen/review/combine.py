"""Several versions of a text become one: of one block in several places of a brief or from several reviewers, and of a
field that was changed in its file too.

Equal edits are one. Of two reviewers who changed different words of a block, both changes count; where they changed the
same words otherwise, both versions are shown and none is chosen. In one file a block that appears in several places
must have been changed alike, or it is reported as a disagreement too.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from briefgen.core.difference import embedded, substitutions, tokens
from briefgen.locale import untied
from briefgen.review.model import By, Deletion, Disagreement, Edit, Finding, TextChange, Version

Key = tuple[str, int]


def within(found: Iterable[Finding], appearances: Mapping[Key, int]) -> list[Finding]:
    """What was found in one file, each block reported once. `appearances`: in how many places it was sent out."""
    by_block, others = _by_block(found)
    out: list[Finding] = []
    for key, held in by_block.items():
        news = {_new(each) for each in held}
        if len(news) > 1:
            out.append(Disagreement(*key, tuple(_readings(held))))
        elif isinstance(first := held[0], Deletion):
            out.append(replace(first, elsewhere=appearances.get(key, 1) > len(held)))
        elif isinstance(first, Edit):
            out.append(replace(first, places=len(held)))
    return [*out, *_distinct(others)]


def merged(reviews: Sequence[Iterable[Finding]]) -> list[Finding]:
    """What was found in several files of one base."""
    by_block, others = _by_block(each for found in reviews for each in found)
    return [*(_merged(key, held) for key, held in by_block.items()), *_distinct(others)]


BlockFinding = Edit | Deletion | Disagreement


def _by_block(found: Iterable[Finding]) -> tuple[dict[Key, list[BlockFinding]], list[Finding]]:
    by_block: dict[Key, list[BlockFinding]] = {}
    others: list[Finding] = []
    for each in found:
        if isinstance(each, Edit | Deletion | Disagreement):
            by_block.setdefault((each.path, each.block), []).append(each)
        else:
            others.append(each)
    return by_block, others


def _distinct(found: Iterable[Finding]) -> list[Finding]:
    return (
        [each for at, each in enumerate(distinct) if each not in distinct[:at]]
        if len(distinct := list(found)) < 500
        else distinct
    )


def _new(each: BlockFinding) -> str | None:
    match each:
        case Edit(new=new, changes=changes):
            return new + "\0" * sum(len(change.citations) for change in changes)
        case Deletion():
            return ""
        case Disagreement():
            return None


def _merged(key: Key, held: list[BlockFinding]) -> Finding:
    first = held[0]
    if len(held) == 1:
        return first
    if all(_new(each) == _new(first) and _new(first) is not None for each in held):
        if isinstance(first, Edit):
            return replace(first, changes=_with_others([each for each in held if isinstance(each, Edit)]))
        if isinstance(first, Deletion):
            others = dict.fromkeys(each.by for each in held if isinstance(each, Deletion) and each.by != first.by)
            return replace(first, also=tuple(others))
        return first
    edits = [each for each in held if isinstance(each, Edit)]
    if len(edits) == len(held) and len({each.old for each in edits}) == 1:
        changes = _compatible(edits)
        left = _left(edits)
        if changes is not None and left is not None:
            return Edit(*key, edits[0].base, left, changes, max(each.places for each in edits))
    return Disagreement(*key, tuple(_readings(held)))


def _with_others(edits: Sequence[Edit]) -> tuple[TextChange, ...]:
    """The changes of the first, each with the authors of the same change in other files."""
    out: list[TextChange] = []
    for change in edits[0].changes:
        others = (
            next((each.by for each in edit.changes if _same(each) == _same(change)), edit.changes[0].by)
            for edit in edits[1:]
        )
        out.append(replace(change, also=tuple(dict.fromkeys(by for by in others if by != change.by))))
    return tuple(out)


def _same(change: TextChange) -> tuple[int, str, str]:
    return change.at, change.removed, change.added


def _compatible(edits: Sequence[Edit]) -> tuple[TextChange, ...] | None:
    """The strokes of all in order, or None where two of them touch the same words."""
    known: dict[tuple[int, str, str], TextChange] = {}
    for change in (change for each in edits for change in each.changes):
        first = known.setdefault(_same(change), change)
        if change.by not in (first.by, *first.also):
            known[_same(change)] = replace(first, also=(*first.also, change.by))
    changes = sorted(known.values(), key=lambda change: (change.at, len(change.removed)))
    for one, two in itertools.pairwise(changes):
        if two.at <= one.at + len(one.removed) and one.by.file != two.by.file:
            return None
    return tuple(changes)


def _left(edits: Sequence[Edit]) -> str | None:
    """What all reviewers together left, with citations; None where two changed the same words."""
    base, left = edits[0].base, edits[0].left
    for each in edits[1:]:
        if each.base != base or (both := merge_text(base, left, each.left)) is None:
            return None
        left = both
    return left


def _readings(held: Iterable[BlockFinding]) -> list[Version]:
    out: dict[tuple[str, str], Version] = {}
    for each in held:
        match each:
            case Edit(old=old, new=new, changes=changes):
                _add(out, Version(old, new, changes, tuple(dict.fromkeys(change.by for change in changes))))
            case Deletion(old=old, by=by):
                _add(out, Version(old, "", (), (by,)))
            case Disagreement(versions=versions):
                for version in versions:
                    _add(out, version)
    return list(out.values())


def _add(out: dict[tuple[str, str], Version], version: Version) -> None:
    known = out.get((version.old, version.new))
    by: tuple[By, ...] = tuple(dict.fromkeys((*(known.by if known else ()), *version.by)))
    out[version.old, version.new] = replace(version, by=by)


# Two texts that come of a third → one with the changes of both (diff3), word by word.


class _Span(NamedTuple):
    """Other words between two places of the base."""

    start: int
    end: int
    words: str

    @property
    def growth(self) -> int:
        return len(self.words) - (self.end - self.start)


def merge_text(base: str, now: str, new: str) -> str | None:
    """`now` with the changes that lead from `base` to `new`; None where both changed the same words, or neighbours.

    Spaces that do not break count as spaces: a brief is set with more of them than were written.
    """
    base, new = untied(base), untied(new)
    ours, theirs = _changed_spans(base, untied(now)), _changed_spans(base, new)
    apart = [edit for edit in ours if edit not in theirs]
    out: list[str] = []
    at = 0
    for edit in theirs:
        if edit in ours:
            continue
        if any(_touch(base, edit, other) for other in apart):
            return None
        shift = sum(other.growth for other in ours if other.end <= edit.start)
        out += (now[at : edit.start + shift], edit.words)
        at = edit.end + shift
    return "".join((*out, now[at:]))


def merge_text_surely(base: str, now: str, new: str) -> str | None:
    """`now`, which is `base` with more words, with the changes that lead from `base` to `new`; None for a conflict, and
    where it is not certain which words were changed.

    Who saw “Ann is here.” of “Ann is here. Bob is here.” and takes “here” out, may by the words have meant either.
    """
    old = _words_at(untied(base))
    sure = embedded([word for _, word in old], [word for _, word in _words_at(untied(now))])
    if sure is None:
        return None
    for edit in _changed_spans(untied(base), untied(new)):
        changed = [at for at, (start, word) in enumerate(old) if start < edit.end and edit.start < start + len(word)]
        before = [at for at, (start, word) in enumerate(old) if start + len(word) <= edit.start][-1:]
        after = [at for at, (start, _) in enumerate(old) if start >= edit.end][:1]
        if any(sure[at] is None for at in changed or (*before, *after)):
            return None
    return merge_text(base, now, new)


def _words_at(text: str) -> list[tuple[int, str]]:
    """Words and signs, each with the place where it begins."""
    out, at = [], 0
    for token in tokens(text):
        if not token.isspace():
            out.append((at, token))
        at += len(token)
    return out


def _changed_spans(base: str, other: str) -> list[_Span]:
    return [
        _Span(change.start, change.end, other[change.new_start : change.new_end])
        for change in substitutions(base, other)
    ]


def _touch(base: str, one: _Span, other: _Span) -> bool:
    """Whether two changes overlap, or have nothing but white space between them."""
    first, last = sorted((one, other))
    return not base[first.end : last.start].strip()
