"""The paragraphs that were sent out compared with those that came back: a stream of parts."""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence, Set
from difflib import SequenceMatcher
from itertools import accumulate, takewhile
from typing import NamedTuple

from rapidfuzz.distance import Indel

from briefgen.locale import untied
from briefgen.review.story import BREAK, PLAIN, UNCHANGED, Listed, Look, Paragraph, Revision, Stretch
from briefgen.review.tags import COMPUTED

UNTRACKED_IN, UNTRACKED_OUT = Revision("inserted"), Revision("deleted")
"""What was done while tracking was off: nobody knows by whom, or when."""


class Part(NamedTuple):
    """Text of one origin and one fate."""

    text: str
    revision: Revision = UNCHANGED
    control: int | None = None
    """Of what was sent out in a control of a field: the number of the control in the story."""
    tag: str = ""
    """The control around it: as it was sent out, or of what was inserted, as it is now."""
    was: Look = PLAIN
    now: Look = PLAIN
    look_revision: Revision = UNCHANGED
    """Who changed the look."""
    comments: tuple[str, ...] = ()
    closes: bool = False
    """Of the end of a paragraph: no paragraph can be joined to it."""
    listed: Listed = ""
    """Of the end of a paragraph: how that is set, as it came back."""

    @property
    def is_break(self) -> bool:
        """Whether a paragraph ends here."""
        return self.text == BREAK

    @property
    def went_out(self) -> bool:
        """Whether it was in the brief as it was sent out."""
        return self.revision.state != "inserted"

    @property
    def stays(self) -> bool:
        """Whether it is in the brief as it came back."""
        return self.revision.state != "deleted"


class MovedParagraph(NamedTuple):
    """A paragraph that was moved without a word changed. It is in no other part."""

    text: str
    controls: tuple[int, ...]
    """Of the controls in it."""
    after: int
    """How many parts of the stream are before its new place."""
    revision: Revision
    listed: Listed = ""
    alone: bool = True
    """It has no words but those of fields."""


class Control(NamedTuple):
    """A control of a field, as it was sent out."""

    tag: str
    paragraph: int


class Stream(NamedTuple):
    """A story as it was sent out and as it came back."""

    parts: list[Part]
    controls: list[Control]
    moved: list[MovedParagraph]


# Which returned paragraph is which that was sent out.

FIELD = "\ue001"
"""Stands for the result of a field, whatever it is just now."""


class Old(NamedTuple):
    """A paragraph as it was before what Word tracked: one, or several that an inserted mark split."""

    paragraphs: tuple[Paragraph, ...]
    text: str
    tags: tuple[str, ...]


class Pairing(NamedTuple):
    """Paragraphs that were sent out and those that came back for them, by their numbers."""

    before: range
    after: range
    same: bool
    """One of each, with the same words."""


def keyed(paragraph: Paragraph) -> str:
    """The words of a paragraph before what Word tracked, as they are compared."""
    return "".join(
        FIELD if stretch.field else untied(stretch.text)
        for stretch in paragraph.stretches
        if stretch.revision.state != "inserted"
    )


def as_before(paragraphs: Sequence[Paragraph]) -> list[Old]:
    """The paragraphs that there would be if every tracked change were rejected."""
    out: list[Old] = []
    pending: list[Paragraph] = []
    for at, paragraph in enumerate(paragraphs):
        pending.append(paragraph)
        if paragraph.end.state != "inserted" or paragraph.closes or at == len(paragraphs) - 1:
            text = "".join(map(keyed, pending))
            out.append(Old(tuple(pending), text, tuple(tag for each in pending for tag in each.tags)))
            pending = []
    return out


def aligned(before: Sequence[Old], after: Sequence[Old], prose: Set[str] = frozenset()) -> list[Pairing]:
    """Pairs of paragraphs in order: first those of the same words and controls, then of the same words (a program may
    drop controls), then of the same controls; the rest is paired with the rest. `prose`: the controls of fields
    that may have several paragraphs. Those are what people move; headings and labels between them stay."""
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
    """Pairings split by one kind of key after the other."""
    for befores, afters in keys:
        pairings = [found for pairing in pairings for found in _split(pairing, befores, afters)]
    return pairings


def _around_headings(
    pairings: Iterable[Pairing], before: Sequence[Old], after: Sequence[Old], prose: Set[str], keys: Sequence[_Keys]
) -> Iterator[Pairing]:
    """The same pairings; but where a heading seems to have gone over paragraphs of fields, it is these that went: both
    can be said of “a, H” → “H, a”."""
    fixed_before, fixed_after = (
        [(old.text, old.tags) if old.text.strip() and prose.isdisjoint(old.tags) else None for old in olds]
        for olds in (before, after)
    )
    anchors: _Keys = (
        [key or at for at, key in enumerate(fixed_before)],
        [key or -at - 1 for at, key in enumerate(fixed_after)],
    )

    def between(held: list[Pairing]) -> list[Pairing]:
        """What is between two headings that stayed."""
        sent = {fixed_before[at] for each in held for at in each.before} - {None}
        if sent.isdisjoint(fixed_after[at] for each in held for at in each.after):
            return held
        olds = range(held[0].before.start, held[-1].before.stop)
        news = range(held[0].after.start, held[-1].after.stop)
        return _settled([Pairing(olds, news, False)], [anchors, *keys])

    held: list[Pairing] = []
    for each in pairings:
        if _is_same(each, before, after) and fixed_before[each.before[0]]:
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
    """A paragraph that came back next to its other half, in the same control or in none, goes with it."""
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


def _split(pairing: Pairing, befores: Sequence[Hashable], afters: Sequence[Hashable]) -> Iterator[Pairing]:
    """A pairing that is not settled, split at those that have equal keys."""
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
        if out and kind != "equal" and out[-1][0] != "equal":  # difflib reports it as two
            kind, start, start_after = "replace", out[-1][1], out.pop()[3]
        out.append((kind, start, op.src_end, start_after, op.dest_end))
    return out


# The paragraphs that were sent out, and those that came back → one stream of parts.
#
# What Word tracked is taken as it says. What it did not is found by comparison: the text without the tracked
# changes is compared with the one that the file contains, paragraph by paragraph and within them word by word.

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
    before: Sequence[Paragraph], after: Sequence[Paragraph], fields: Iterable[str], labels: Set[str] = frozenset()
) -> Stream:
    """The stream of a story. `fields`: the tags of controls that are of fields; `labels`: of those of one line."""
    known = frozenset(fields)
    old, new = [Old((paragraph,), keyed(paragraph), paragraph.tags) for paragraph in before], as_before(after)
    controls: list[Control] = []
    sent = [list(_sent(paragraph, at, known, controls)) for at, paragraph in enumerate(before)]
    pairings = aligned(old, new, known - labels)
    moves = _moves(pairings, old, new)
    stream = Stream([], controls, [])
    for pairing in pairings:
        first = [bit for at in pairing.before if at not in moves.before for bit in sent[at]]
        second = [bit for at in pairing.after for bit in ((_HERE,) if at in moves.after else _returned(new[at]))]
        ops = [_Op("equal", 0, 0)] if pairing.same else list(_ops(first, second))
        if pairing.same:
            size = sum(len(bit.key) for bit in first)
            ops = [_Op("equal", size, size)]
        arrived = iter([moves.after[at] for at in pairing.after if at in moves.after])
        for part in _merged(first, second, ops):
            if part is not _HERE.part:
                stream.parts.append(part)
                continue
            paragraph = next(arrived)
            held = dict.fromkeys(bit.part.control for bit in sent[paragraph] if bit.part.control is not None)
            listed = new[moves.before[paragraph]].paragraphs[-1].listed
            alone = all(bit.part.control is not None for bit in sent[paragraph] if bit.part.text.strip())
            stream.moved.append(
                MovedParagraph(old[paragraph].text, tuple(held), len(stream.parts), UNTRACKED_IN, listed, alone)
            )
    return stream


class _Moves(NamedTuple):
    """Paragraphs that were moved without a word changed: number before → number after, and the other way."""

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
            pending = left.get((new[at].text, new[at].tags))
            if pending and all(paragraph.end == UNCHANGED for paragraph in new[at].paragraphs):
                paragraph = pending.pop(0)
                moves.before[paragraph], moves.after[at] = at, paragraph
    return moves


def _sent(paragraph: Paragraph, number: int, known: frozenset[str], controls: list[Control]) -> Iterator[_Bit]:
    """A paragraph of the baseline; each control of a field in it is numbered."""
    last: str | None = None
    for stretch in paragraph.stretches:
        if stretch.tag in known and stretch.tag != last:
            controls.append(Control(stretch.tag, number))
        last = stretch.tag
        control = len(controls) - 1 if stretch.tag in known else None
        part = Part(stretch.text, UNCHANGED, control, stretch.tag, stretch.look, stretch.look)
        yield _Bit(FIELD if stretch.field else untied(stretch.text), part)
    yield _Bit(BREAK, Part(BREAK, closes=paragraph.closes))


def _returned(old: Old) -> Iterator[_Bit]:
    """Paragraphs of the file as it came back."""
    for paragraph in old.paragraphs:
        for stretch in paragraph.stretches:
            yield _read(stretch)
        key = "" if paragraph.end.state == "inserted" and paragraph is not old.paragraphs[-1] else BREAK
        revision = paragraph.end if key == "" or paragraph.end.state == "deleted" else UNCHANGED
        yield _Bit(key, Part(BREAK, revision, closes=paragraph.closes, listed=paragraph.listed))


def _read(stretch: Stretch) -> _Bit:
    key = "" if stretch.revision.state == "inserted" else FIELD if stretch.field else untied(stretch.text)
    part = Part(stretch.text, stretch.revision, None, stretch.tag, stretch.look, stretch.look, stretch.look_revision,
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
    """The same difference, with words inserted where they touch a control, if they can be there as well.

    “a | b” → “a c | b”: it is “c ” in front of the edge, or “ c” after the “a”. Where two controls could have them,
    that one has them next to which they are a run of their own in the file: `seams`, the words that begin one.
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


def _passed(unchanged: Sequence[_Token], put_in: Sequence[_Token]) -> Iterable[int]:
    """By how many words what was inserted can be moved on, while each that it passes is the one that it begins with."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(unchanged, put_in, strict=False))
    return (moved for moved, _ in enumerate(same, 1))


def _edge(words: Sequence[_Token], at: int) -> bool:
    """Whether a control begins or ends there."""
    return words[at - 1][0] != words[at][0]


def _seams(bits: Iterable[_Bit], words: Sequence[_Token]) -> Set[int]:
    """The numbers of the words before which a stretch of the file ends."""
    ends = {*accumulate(len(bit.key) for bit in bits)}
    return {0} | {at for at, end in enumerate(accumulate(len(text) for _, text in words), 1) if end in ends}


def _tokens(bits: Iterable[_Bit]) -> Iterator[tuple[str, str]]:
    """Words with the control that they are in."""
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
            yield bit.part._replace(revision=UNTRACKED_OUT)
        for bit in after.take(op.after):
            yield from _only_after(bit)
    for bit in after.take(0):
        yield from _only_after(bit)


def _only_after(bit: _Bit) -> Iterator[Part]:
    if not bit.key:
        yield bit.part
    elif bit.part.stays:  # else inserted without tracking, and deleted with it
        yield bit.part._replace(revision=UNTRACKED_IN)


def _both(before: _Cursor, after: _Cursor, size: int) -> Iterator[Part]:
    """Text that was sent out and came back, whatever Word tracked in it."""
    for bit in after.take(size):
        if not bit.key:
            yield bit.part
            continue
        for sent in before.take(len(bit.key)):
            yield _joined(sent, bit)


def _joined(sent: _Bit, back: _Bit) -> Part:
    """What was sent out, with what became of it. Its look before a tracked change is the one that was sent out."""
    part = back.part
    look_revision: Revision = part.look_revision if back.before is not None else UNCHANGED
    return sent.part._replace(
        revision=part.revision, now=part.now, look_revision=look_revision, comments=part.comments, listed=part.listed
    )
