"""The paragraphs that went out, and those that came back → one stream of parts.

What Word tracked is taken as it says. What it did not is found by comparison: the text without the tracked changes is
laid beside the one that the file carries, paragraph by paragraph and within them word by word.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence, Set
from itertools import accumulate, takewhile
from typing import NamedTuple

from briefgen.locale import untied
from briefgen.review.aligning import FIELD, Old, Pairing, aligned, as_before, keyed, opcodes
from briefgen.review.lines import KEPT, Hand, Line, Look, Stretch
from briefgen.review.parts import BREAK, UNTRACKED_IN, UNTRACKED_OUT, Moved, Part, Place, Stream
from briefgen.review.tags import COMPUTED

_WORDS = re.compile(r"\w+|\W", re.DOTALL)


class _Bit(NamedTuple):
    """Text with all that is known of it. `key` is what is compared; it is empty for what was inserted."""

    key: str
    part: Part
    before: Look | None = None
    """The look before it was changed, where Word tracked that."""


_HERE = _Bit("", Part("", UNTRACKED_IN))
"""Holds the place of a paragraph that came here from elsewhere."""


class _Op(NamedTuple):
    """So many characters that are the same in both texts, or only in the first, or only in the second."""

    kind: str
    before: int
    after: int


def compared(
    before: Sequence[Line], after: Sequence[Line], fields: Iterable[str], labels: Set[str] = frozenset()
) -> Stream:
    """The stream of a story. `fields`: the tags of controls that are of fields; `labels`: of those of one line."""
    known = frozenset(fields)
    old, new = [Old((line,), keyed(line), line.tags) for line in before], as_before(after)
    places: list[Place] = []
    gone = [list(_gone_out(line, at, known, places)) for at, line in enumerate(before)]
    pairings = aligned(old, new, known - labels)
    moves = _moves(pairings, old, new)
    stream = Stream([], places, [])
    for pairing in pairings:
        first = [bit for at in pairing.before if at not in moves.before for bit in gone[at]]
        second = [bit for at in pairing.after for bit in ((_HERE,) if at in moves.after else _come_back(new[at]))]
        ops = [_Op("equal", 0, 0)] if pairing.same else list(_ops(first, second))
        if pairing.same:
            size = sum(len(bit.key) for bit in first)
            ops = [_Op("equal", size, size)]
        came = iter([moves.after[at] for at in pairing.after if at in moves.after])
        for part in _merged(first, second, ops):
            if part is not _HERE.part:
                stream.parts.append(part)
                continue
            line = next(came)
            held = dict.fromkeys(bit.part.place for bit in gone[line] if bit.part.place is not None)
            listed = new[moves.before[line]].lines[-1].listed
            alone = all(bit.part.place is not None for bit in gone[line] if bit.part.text.strip())
            stream.moved.append(Moved(old[line].text, tuple(held), len(stream.parts), UNTRACKED_IN, listed, alone))
    return stream


class _Moves(NamedTuple):
    """Paragraphs that stand elsewhere without a word changed: number before → number after, and the other way."""

    before: dict[int, int]
    after: dict[int, int]


def _moves(pairings: Sequence[Pairing], old: Sequence[Old], new: Sequence[Old]) -> _Moves:
    left: dict[Hashable, list[int]] = {}
    for pairing in pairings:
        for at in () if pairing.same else pairing.before:
            if old[at].text.strip():
                left.setdefault((old[at].text, old[at].tags), []).append(at)
    moves = _Moves({}, {})
    for pairing in pairings:
        for at in () if pairing.same else pairing.after:
            waiting = left.get((new[at].text, new[at].tags))
            if waiting and all(line.end == KEPT for line in new[at].lines):
                line = waiting.pop(0)
                moves.before[line], moves.after[at] = at, line
    return moves


def _gone_out(line: Line, number: int, known: frozenset[str], places: list[Place]) -> Iterator[_Bit]:
    """A paragraph of the baseline; each control of a field in it becomes a place."""
    last: str | None = None
    for stretch in line.stretches:
        if stretch.tag in known and stretch.tag != last:
            places.append(Place(stretch.tag, number))
        last = stretch.tag
        place = len(places) - 1 if stretch.tag in known else None
        part = Part(stretch.text, KEPT, place, stretch.tag, stretch.look, stretch.look)
        yield _Bit(FIELD if stretch.field else untied(stretch.text), part)
    yield _Bit(BREAK, Part(BREAK, closes=line.closes))


def _come_back(old: Old) -> Iterator[_Bit]:
    """Paragraphs of the file as it came back."""
    for line in old.lines:
        for stretch in line.stretches:
            yield _read(stretch)
        key = "" if line.end.state == "inserted" and line is not old.lines[-1] else BREAK
        hand = line.end if key == "" or line.end.state == "deleted" else KEPT
        yield _Bit(key, Part(BREAK, hand, closes=line.closes, listed=line.listed))


def _read(stretch: Stretch) -> _Bit:
    key = "" if stretch.hand.state == "inserted" else FIELD if stretch.field else untied(stretch.text)
    part = Part(stretch.text, stretch.hand, None, stretch.tag, stretch.look, stretch.look, stretch.looked,
                stretch.comments)  # fmt: skip
    return _Bit(key, part, stretch.look_before)


def _ops(first: Sequence[_Bit], second: Sequence[_Bit]) -> Iterator[_Op]:
    """How two texts differ, by words: those in the same control are compared first, then the others by their words."""
    words, others = list(_tokens(first)), list(_tokens(second))
    for kind, i1, i2, j1, j2 in _slid(opcodes(words, others), words, others, _seams(second, others)):
        if kind != "replace":
            yield _op(kind, words[i1:i2], others[j1:j2])
            continue
        loose = [text for _, text in words[i1:i2]]
        found = [text if tag in ("", COMPUTED) else (tag, text) for tag, text in others[j1:j2]]
        for inner, k1, k2, m1, m2 in opcodes(loose, found):
            yield _op(inner, words[i1 + k1 : i1 + k2], others[j1 + m1 : j1 + m2])


_Token = tuple[str, str]
_Opcode = tuple[str, int, int, int, int]


def _slid(ops: list[_Opcode], words: list[_Token], others: list[_Token], seams: Set[int]) -> Iterator[_Opcode]:
    """The same difference, with words put in where they touch a control, if they can be said to stand there as well.

    “a | b” → “a c | b”: it is “c ” in front of the edge, or “ c” behind the “a”. Where two controls could have them,
    that one has them beside which they are a stretch of their own in the file: `seams`, the words that begin one.
    """
    for at, (kind, i1, i2, j1, j2) in enumerate(ops):
        if kind == "insert" and 0 < at < len(ops) - 1 and ops[at - 1][0] == ops[at + 1][0] == "equal":
            left, right = ops[at - 1], ops[at + 1]
            back = _passed(words[left[1] : i1][::-1], others[j1 - i1 + left[1] : j2][::-1])
            on = _passed(words[i1 : right[2]], others[j1 : j2 + right[2] - i1])
            shifts = (0, *(-moved for moved in back), *on)
            edges = [shift for shift in shifts if 0 < i1 + shift < len(words) and _edge(words, i1 + shift)]
            alone = [shift for shift in edges if {j1 + shift, j2 + shift} <= seams]
            shift = next(iter(alone or edges), 0)
            ops[at - 1] = (left[0], left[1], left[2] + shift, left[3], left[4] + shift)
            ops[at] = (kind, i1 + shift, i2 + shift, j1 + shift, j2 + shift)
            ops[at + 1] = (right[0], right[1] + shift, right[2], right[3] + shift, right[4])
    yield from ops


def _passed(kept: Sequence[_Token], put_in: Sequence[_Token]) -> Iterable[int]:
    """By how many words what was put in can be moved on, while each that it passes is the one that it begins with."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(kept, put_in, strict=False))
    return (moved for moved, _ in enumerate(same, 1))


def _edge(words: Sequence[_Token], at: int) -> bool:
    """Whether a control begins or ends there."""
    return words[at - 1][0] != words[at][0]


def _seams(bits: Iterable[_Bit], words: Sequence[_Token]) -> Set[int]:
    """The numbers of the words before which a stretch of the file ends."""
    ends = {*accumulate(len(bit.key) for bit in bits)}
    return {0} | {at for at, end in enumerate(accumulate(len(text) for _, text in words), 1) if end in ends}


def _tokens(bits: Iterable[_Bit]) -> Iterator[tuple[str, str]]:
    """Words with the control that they stand in."""
    tag, text = "", ""
    for bit in bits:
        if not bit.key:
            continue
        if bit.part.tag != tag:
            yield from ((tag, word) for word in _WORDS.findall(text))
            tag, text = bit.part.tag, ""
        text += bit.key
    yield from ((tag, word) for word in _WORDS.findall(text))


def _op(kind: str, before: Sequence[tuple[str, str]], after: Sequence[tuple[str, str]]) -> _Op:
    return _Op(kind, sum(len(text) for _, text in before), sum(len(text) for _, text in after))


class _Cursor:
    """Takes text from bits, a number of compared characters at a time; what was inserted comes along on the way."""

    def __init__(self, bits: Iterable[_Bit]) -> None:
        self.bits = list(bits)
        self.at = 0
        self.within = 0

    def take(self, size: int) -> Iterator[_Bit]:
        """The next bits, cut where so many characters end; inserted ones before the end of them too."""
        while self.at < len(self.bits):
            bit = self.bits[self.at]
            if not bit.key:
                yield bit
                self.at += 1
            elif size == 0:
                return
            else:
                length = min(size, len(bit.key) - self.within)
                yield _cut(bit, self.within, self.within + length)
                self.within += length
                size -= length
                if self.within == len(bit.key):
                    self.at, self.within = self.at + 1, 0


def _cut(bit: _Bit, start: int, end: int) -> _Bit:
    if end - start == len(bit.key):
        return bit
    return bit._replace(key=bit.key[start:end], part=bit.part._replace(text=bit.part.text[start:end]))


def _merged(first: Sequence[_Bit], second: Sequence[_Bit], ops: Iterable[_Op]) -> Iterator[Part]:
    """One stream of two texts."""
    before, after = _Cursor(first), _Cursor(second)
    for op in ops:
        if op.kind == "equal":
            yield from _both(before, after, op.before)
            continue
        for bit in before.take(op.before):
            yield bit.part._replace(hand=UNTRACKED_OUT)
        for bit in after.take(op.after):
            yield from _only_after(bit)
    for bit in after.take(0):
        yield from _only_after(bit)


def _only_after(bit: _Bit) -> Iterator[Part]:
    if not bit.key:
        yield bit.part
    elif bit.part.stays:  # else put in without tracking, and taken out with it
        yield bit.part._replace(hand=UNTRACKED_IN)


def _both(before: _Cursor, after: _Cursor, size: int) -> Iterator[Part]:
    """Text that went out and came back, whatever Word tracked in it."""
    for bit in after.take(size):
        if not bit.key:
            yield bit.part
            continue
        for gone in before.take(len(bit.key)):
            yield _joined(gone, bit)


def _joined(gone: _Bit, back: _Bit) -> Part:
    """What went out, with what became of it. Its look before Word tracked a change is what it went out with."""
    part = back.part
    looked: Hand = part.looked if back.before is not None else KEPT
    return gone.part._replace(hand=part.hand, now=part.now, looked=looked, comments=part.comments, listed=part.listed)
