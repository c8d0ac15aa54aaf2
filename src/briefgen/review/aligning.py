"""Which paragraph that came back is which that went out."""

from collections.abc import Hashable, Iterable, Iterator, Sequence, Set
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz.distance import Indel

from briefgen.locale import untied
from briefgen.review.lines import Line

FIELD = "\ue001"
"""Stands for the result of a field, whatever it is just now."""


class Old(NamedTuple):
    """A paragraph as it was before what Word tracked: one, or several that an inserted mark parted."""

    lines: tuple[Line, ...]
    text: str
    tags: tuple[str, ...]


class Pairing(NamedTuple):
    """Paragraphs that went out and those that came back for them, by their numbers."""

    before: range
    after: range
    same: bool
    """One of each, with the same words."""


def keyed(line: Line) -> str:
    """The words of a paragraph before what Word tracked, as they are compared."""
    return "".join(
        FIELD if stretch.field else untied(stretch.text)
        for stretch in line.stretches
        if stretch.hand.state != "inserted"
    )


def as_before(lines: Sequence[Line]) -> list[Old]:
    """The paragraphs that there would be if every tracked change were rejected."""
    out: list[Old] = []
    waiting: list[Line] = []
    for at, line in enumerate(lines):
        waiting.append(line)
        if line.end.state != "inserted" or line.closes or at == len(lines) - 1:
            text = "".join(map(keyed, waiting))
            out.append(Old(tuple(waiting), text, tuple(tag for each in waiting for tag in each.tags)))
            waiting = []
    return out


def aligned(before: Sequence[Old], after: Sequence[Old], prose: Set[str] = frozenset()) -> list[Pairing]:
    """Pairs of paragraphs in order: first those of the same words and controls, then of the same words (a program may
    drop controls), then of the same controls; what is left stands beside what is left. `prose`: the controls of fields
    that may have several paragraphs. Those are what people move; headings and labels between them stand."""
    keys: list[_Keys] = [
        ([(old.text, old.tags) for old in before], [(old.text, old.tags) for old in after]),
        ([old.text or at for at, old in enumerate(before)], [old.text or -at - 1 for at, old in enumerate(after)]),
        ([old.tags or at for at, old in enumerate(before)], [old.tags or -at - 1 for at, old in enumerate(after)]),
    ]
    out = _settled([Pairing(range(len(before)), range(len(after)), False)], keys)
    out = list(_around_headings(out, before, after, prose, keys))
    out = list(_with_halves(out, before, after))
    return [pairing._replace(same=_is_same(pairing, before, after)) for pairing in out]


_Keys = tuple[list[Hashable], list[Hashable]]


def _settled(pairings: list[Pairing], keys: Iterable[_Keys]) -> list[Pairing]:
    """Pairings parted by one kind of key after the other."""
    for befores, afters in keys:
        pairings = [found for pairing in pairings for found in _parted(pairing, befores, afters)]
    return pairings


def _around_headings(
    pairings: Iterable[Pairing], before: Sequence[Old], after: Sequence[Old], prose: Set[str], keys: Sequence[_Keys]
) -> Iterator[Pairing]:
    """The same pairings; but where a heading seems to have gone over paragraphs of fields, it is these that went: both
    can be said of “a, H” → “H, a”."""
    stood, stands = (
        [(old.text, old.tags) if old.text.strip() and prose.isdisjoint(old.tags) else None for old in olds]
        for olds in (before, after)
    )
    anchors: _Keys = ([key or at for at, key in enumerate(stood)], [key or -at - 1 for at, key in enumerate(stands)])

    def between(held: list[Pairing]) -> list[Pairing]:
        """What stands between two headings that stayed."""
        gone = {stood[at] for each in held for at in each.before} - {None}
        if gone.isdisjoint(stands[at] for each in held for at in each.after):
            return held
        olds = range(held[0].before.start, held[-1].before.stop)
        news = range(held[0].after.start, held[-1].after.stop)
        return _settled([Pairing(olds, news, False)], [anchors, *keys])

    held: list[Pairing] = []
    for each in pairings:
        if _is_same(each, before, after) and stood[each.before[0]]:
            yield from between(held)
            yield each
            held = []
        else:
            held.append(each)
    yield from between(held)


def _is_same(pairing: Pairing, before: Sequence[Old], after: Sequence[Old]) -> bool:
    return (
        len(pairing.before) == len(pairing.after) == 1
        and before[pairing.before[0]].text == after[pairing.after[0]].text
    )


def _with_halves(pairings: Sequence[Pairing], before: Sequence[Old], after: Sequence[Old]) -> Iterator[Pairing]:
    """A paragraph that came back beside its other half, in the same control or in none, goes with it."""
    last: Pairing | None = None
    for pairing in pairings:
        if last and _are_halves(last, pairing, before, after):
            both = range(last.after.start, pairing.after.stop)
            last = Pairing(last.before or pairing.before, both, False)
            continue
        if last:
            yield last
        last = pairing
    if last:
        yield last


def _are_halves(one: Pairing, two: Pairing, before: Sequence[Old], after: Sequence[Old]) -> bool:
    """Whether one of two neighbours is a paragraph that came back, and the other nothing but a piece of it."""
    if len(one.before) + len(two.before) != 1:
        return False
    main, further = (one, two) if one.before else (two, one)
    whole = before[main.before[0]]
    if any(whole.text == after[at].text for at in main.after):
        return False
    tags, halves = set(whole.tags), [after[at] for at in further.after]
    return bool(main.after) and all(
        tags.issuperset(half.tags) if half.tags else bool(half.text.strip()) and half.text in whole.text
        for half in halves
    )


def _parted(pairing: Pairing, befores: Sequence[Hashable], afters: Sequence[Hashable]) -> Iterator[Pairing]:
    """A pairing that is not settled, parted at those that have equal keys."""
    if len(pairing.before) == len(pairing.after) == 1 or not (pairing.before and pairing.after):
        yield pairing
        return
    first, second = [befores[at] for at in pairing.before], [afters[at] for at in pairing.after]
    for kind, i1, i2, j1, j2 in opcodes(first, second):
        if kind == "equal":
            for i, j in zip(pairing.before[i1:i2], pairing.after[j1:j2], strict=True):
                yield Pairing(range(i, i + 1), range(j, j + 1), False)
        else:
            yield Pairing(pairing.before[i1:i2], pairing.after[j1:j2], False)


_READABLE = 160_000
"""Comparisons up to which a difference is one that reads well; beyond, the time for that grows without bound, and the
longest common sequence is taken."""
_MOST = 200_000_000
"""Two texts that need more are taken to have nothing in common."""


def opcodes(first: Sequence[Hashable], second: Sequence[Hashable]) -> list[tuple[str, int, int, int, int]]:
    """How the second becomes the first, as difflib says it."""
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    end = 0
    while end < min(len(first), len(second)) - start and first[-1 - end] == second[-1 - end]:
        end += 1
    i, j = len(first) - end, len(second) - end
    out = [("equal", 0, start, 0, start)] if start else []
    middle = first[start:i], second[start:j]
    if len(middle[0]) * len(middle[1]) > _MOST:
        out.append(("replace", start, i, start, j))
    else:
        out += [(kind, start + i1, start + i2, start + j1, start + j2) for kind, i1, i2, j1, j2 in _middle(*middle)]
    return [*out, ("equal", i, len(first), j, len(second))] if end else out


def _middle(first: Sequence[Hashable], second: Sequence[Hashable]) -> list[tuple[str, int, int, int, int]]:
    if len(first) * len(second) <= _READABLE:
        return list(SequenceMatcher(None, first, second, autojunk=False).get_opcodes())
    out: list[tuple[str, int, int, int, int]] = []
    for op in Indel.opcodes(first, second):
        kind, start, start_after = op.tag, op.src_start, op.dest_start
        if out and kind != "equal" and out[-1][0] != "equal":  # it tells a replacement as two
            kind, start, start_after = "replace", out[-1][1], out.pop()[3]
        out.append((kind, start, op.src_end, start_after, op.dest_end))
    return out
