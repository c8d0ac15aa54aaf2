"""Texts that are made to be slow for a regular expression, and a proof that none of them takes exponential time."""

import re
import re._constants as op  # the parser that `re` itself uses; there is no public one
import re._parser as parser
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

_CHARACTERS = [
    *"a1 -\n.,;:!?@#'\"()[]{}<>*_/\\|&=+%$~^`Z0x\t\r\f\x00",
    *"é\u0301É’“”«»…–—€−\u00a0\u202f\u00ad\u2010\ue000\U000f0000夜\u200b\u202e²",
]
"""One of each sort that a pattern may tell apart; those that a sample prefers stand first."""
_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT})
_SEALED = frozenset({op.POSSESSIVE_REPEAT, op.ATOMIC_GROUP})
_UNROLLED = 8
"""Rounds of a repetition that are written out; one of more has no end."""
_ZERO_WIDTH = frozenset({op.AT, op.ASSERT, op.ASSERT_NOT})


def parsed(source: str | bytes, flags: int) -> Any:
    """The tree of a pattern."""
    return parser.parse(source.decode("latin-1") if isinstance(source, bytes) else source, flags)


# One character


def _class(node: Any, flags: int) -> frozenset[str]:
    """The characters, of those that are tried, that one node of one character matches."""
    kind, value = node
    if kind is op.LITERAL:
        extra = {chr(value).swapcase()} if flags & re.IGNORECASE else set()
        return frozenset({chr(value)} | extra)
    found = set()
    for char in {*_CHARACTERS, *(chr(each[1]) for each in (value if kind is op.IN else ()) if each[0] is op.LITERAL),
                 *(chr(each[1][0]) for each in (value if kind is op.IN else ()) if each[0] is op.RANGE)}:  # fmt: skip
        if kind is op.ANY:
            fits = char != "\n" or bool(flags & re.DOTALL)
        elif kind is op.NOT_LITERAL:
            fits = char != chr(value)
        else:
            fits = _in(value, char)
        if fits:
            found.add(char)
    return frozenset(found)


_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s", op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def _in(items: Any, char: str) -> bool:
    fits = False
    for kind, value in items:
        if kind is op.LITERAL:
            fits |= ord(char) == value
        elif kind is op.RANGE:
            fits |= value[0] <= ord(char) <= value[1]
        elif kind is op.CATEGORY:
            fits |= re.match(_CATEGORIES[value], char) is not None
    return fits != (items[0][0] is op.NEGATE)


# A sample of what a pattern matches


def _rank(char: str) -> int:
    return _CHARACTERS.index(char) if char in _CHARACTERS else len(_CHARACTERS) + ord(char)


def _sample(tree: Any, flags: int, shift: int) -> str:
    """A text that a tree matches, but for what looks around; another `shift` takes other characters where it can."""
    out = ""
    for node in tree:
        kind, value = node
        if kind in _REPEATS or kind is op.POSSESSIVE_REPEAT:
            out += _sample(value[2], flags, shift) * max(value[0], min(1, value[1]))
        elif kind is op.SUBPATTERN:
            out += _sample(value[3], flags, shift)
        elif kind is op.ATOMIC_GROUP:
            out += _sample(value, flags, shift)
        elif kind is op.BRANCH:
            out += _sample(value[1][shift % len(value[1])], flags, shift)
        elif kind in _ZERO_WIDTH or kind in (op.GROUPREF, op.GROUPREF_EXISTS):
            continue
        else:
            fitting = sorted(_class(node, flags), key=_rank)
            out += fitting[shift % len(fitting)] if fitting else ""
    return out


def _loops(tree: Any, flags: int, shift: int, before: str = "") -> Iterator[tuple[str, str]]:
    """For each repetition without end: what leads to it, and one round of it."""
    for at, node in enumerate(tree):
        kind, value = node
        lead = before + _sample(tree[:at], flags, shift)
        if kind in _REPEATS or kind is op.POSSESSIVE_REPEAT:
            if value[1] is op.MAXREPEAT or value[1] >= 100:
                yield lead, _sample(value[2], flags, shift)
            yield from _loops(value[2], flags, shift, lead)
        elif kind is op.SUBPATTERN:
            yield from _loops(value[3], flags, shift, lead)
        elif kind is op.ATOMIC_GROUP:
            yield from _loops(value, flags, shift, lead)
        elif kind is op.BRANCH:
            for branch in value[1]:
                yield from _loops(branch, flags, shift, lead)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            yield from _loops(value[1], flags, shift, lead)


def slow_texts(source: str | bytes, flags: int, length: int) -> Iterable[str]:
    """Long texts that match a pattern nearly: each repetition many times, with an end that fits nothing."""
    tree = parsed(source, flags)
    flags |= tree.state.flags
    seeds: dict[tuple[str, str], None] = {("", each): None for each in ("a", "1", " ", ".", "\n", "-", "[")}
    for shift in (0, 1, 2):
        for lead, around in islice(_loops(tree, flags, shift), 12):
            if around:
                seeds[lead, around] = None
                seeds["", around] = None
                seeds["", lead + around] = None
        whole = _sample(tree, flags, shift)
        for cut in {len(whole), len(whole) - 1, len(whole) // 2, 1}:
            if whole[:cut]:
                seeds["", whole[:cut]] = None
    for lead, around in seeds:
        text = lead + around * (length // len(around))
        yield text + "\x01"


# A proof about time


class _Automaton:
    """Positions of a pattern and what may follow what, with each way noted that there is."""

    def __init__(self, flags: int) -> None:
        self.flags = flags
        self.classes: list[frozenset[str]] = []
        self.follow: dict[int, list[int]] = {}

    def build(self, tree: Any) -> tuple[list[int], list[int], bool]:
        """First and last positions, and whether it may be empty."""
        first: list[int] = []
        last: list[int] = []
        empty = True
        for node in tree:
            node_first, node_last, node_empty = self.node(node)
            for each in last:
                self.follow.setdefault(each, []).extend(node_first)
            first += node_first if empty else []
            last = (last if node_empty else []) + node_last
            empty = empty and node_empty
        return first, last, empty

    def node(self, node: Any) -> tuple[list[int], list[int], bool]:
        kind, value = node
        if kind in _ZERO_WIDTH or kind in (op.GROUPREF, op.GROUPREF_EXISTS):
            return [], [], True
        if kind is op.SUBPATTERN:
            return self.build(value[3])
        if kind is op.BRANCH:
            parts = [self.build(branch) for branch in value[1]]
            return (
                [p for part in parts for p in part[0]],
                [p for part in parts for p in part[1]],
                any(part[2] for part in parts),
            )
        if kind in _SEALED:  # what it took it does not give back: as one character
            body = value if kind is op.ATOMIC_GROUP else value[2]
            inner = _Automaton(self.flags)
            inner_first, _, inner_empty = inner.build(body)
            characters = (
                frozenset().union(*(inner.classes[each] for each in inner_first)) if inner_first else frozenset()
            )
            place = self.place(characters)
            return [place], [place], inner_empty or (kind is op.POSSESSIVE_REPEAT and value[0] == 0)
        if kind in _REPEATS:
            low, high, body = value
            endless = high > _UNROLLED
            copies = min(low, _UNROLLED) or 1 if endless else high
            first, last, empty = self.build(body)
            before, latest = last, first
            for number in range(1, copies):
                latest, more_last, _ = self.build(body)
                for each in before:
                    self.follow.setdefault(each, []).extend(latest)
                before = before + more_last if empty else more_last
                last = more_last if number < low and not empty else last + more_last
            if endless:
                for each in before:
                    self.follow.setdefault(each, []).extend(latest)
            return first, last, empty or low == 0
        place = self.place(_class(node, self.flags))
        return [place], [place], False

    def place(self, characters: frozenset[str]) -> int:
        self.classes.append(characters)
        return len(self.classes) - 1


def ambiguous_loop(source: str | bytes, flags: int) -> str:
    """A repetition in which one text can be read in two ways, so that time doubles with each round; empty where there
    is none. It is found by going through the pattern twice at once."""
    tree = parsed(source, flags)
    flags |= tree.state.flags
    return next((found for loop in _repeats(tree) if (found := _two_ways(loop, flags))), "")


def _repeats(tree: Any) -> Iterator[Any]:
    for kind, value in tree:
        if kind in _REPEATS:
            if (value[1] is op.MAXREPEAT or value[1] > 20) and not _is_one_character(value[2]):
                yield (kind, value)
            yield from _repeats(value[2])
        elif kind is op.POSSESSIVE_REPEAT:
            yield from _repeats(value[2])
        elif kind is op.SUBPATTERN:
            yield from _repeats(value[3])
        elif kind is op.ATOMIC_GROUP:
            yield from _repeats(value)
        elif kind is op.BRANCH:
            for branch in value[1]:
                yield from _repeats(branch)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            yield from _repeats(value[1])


def _is_one_character(tree: Any) -> bool:
    return len(tree) == 1 and tree[0][0] in (op.IN, op.LITERAL, op.ANY, op.NOT_LITERAL)


def _two_ways(loop: Any, flags: int) -> str:
    automaton = _Automaton(flags)
    automaton.node(loop)
    follow, classes = automaton.follow, automaton.classes
    for start in follow:
        # All pairs that can be met from this place when two go the same text; then back to the same place.
        for once in _pairs_from((start, start), follow, classes):
            if once[0] != once[1] and (start, start) in _pairs_from(once, follow, classes):
                return repr("".join(sorted(classes[start]))[:20])
        for each in set(follow[start]):
            if follow[start].count(each) > 1 and classes[each] and start in _reached(each, follow):
                return repr("".join(sorted(classes[each]))[:20])
    return ""


def _pairs_from(
    start: tuple[int, int], follow: dict[int, list[int]], classes: list[frozenset[str]]
) -> set[tuple[int, int]]:
    seen: set[tuple[int, int]] = set()
    todo = [start]
    while todo:
        left, right = todo.pop()
        for a in follow.get(left, ()):
            for b in follow.get(right, ()):
                if (a, b) not in seen and classes[a] & classes[b]:
                    seen.add((a, b))
                    todo.append((a, b))
    return seen


def _reached(start: int, follow: dict[int, list[int]]) -> set[int]:
    seen = {start}
    todo = [start]
    while todo:
        for each in follow.get(todo.pop(), ()):
            if each not in seen:
                seen.add(each)
                todo.append(each)
    return seen
