"""Two editions become the new one, with insertions and deletions."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import count
from typing import Any, NamedTuple, cast

from msgspec.structs import replace

from briefgen.document import (
    Authored,
    Blocks,
    Cell,
    Document,
    Inline,
    Inlines,
    Item,
    List,
    Note,
    NoteMark,
    Properties,
    Reviser,
    Run,
    Table,
    anchors,
)
from briefgen.document.anchors import anchor_of
from briefgen.document.node import Node, parts
from briefgen.document.revisions import joined, revised, text_revised
from briefgen.document.transform import N, transform
from briefgen.document.walk import note_marks, texts
from briefgen.locale import load
from briefgen.redline.align import (
    MIN_SIMILARITY,
    align,
    column_heads,
    correspond,
    features,
    normalised_inline,
    normalised_text,
    reordered,
)


def revise(old: Document, new: Document) -> Document:
    """The new edition with insertions marked, and deletions where they were.

    `document.revisions.accepted` gives exactly the new edition again, and `rejected` the old one, except for what is
    not compared (see `align`).
    """
    notes = Notes(old, new)
    blocks = _merged(notes.numbered(old.blocks), new.blocks)
    return replace(new, blocks=recounted(blocks), notes=notes.notes(), reviser=_reviser(new.properties, new.lang))


def _reviser(properties: Properties, lang: str) -> Reviser:
    """The authors and the date of the new edition, not the user and the clock."""
    say = load(lang).text
    return Reviser(
        properties.author or properties.title,
        properties.date,
        inserted=(say("Inserted:"), say("End of insertion.")),
        deleted=(say("Deleted:"), say("End of deletion.")),
    )


# Two sequences of nodes → one.

_ANY_SIMILARITY = 0.0
"""In a cell or an item, one paragraph replaces the other, however different they are."""


def _merged(old: tuple[N, ...], new: tuple[N, ...], parent: Node | None = None) -> tuple[N, ...]:
    """The new nodes with insertions marked, and deletions where they were."""
    if correspond(new):
        return tuple(_merged_pair(was, now) for was, now in zip(old, new, strict=True))
    heads = reordered({column_heads(node) for node in (*old, *new) if isinstance(node, Table)})
    before, after = ([features(node, parent, heads) for node in nodes] for nodes in (old, new))
    merged: list[N] = []
    for was, now in align(before, after, _ANY_SIMILARITY if isinstance(parent, Cell | Item) else MIN_SIMILARITY):
        if now is None:
            merged.append(revised(old[cast(int, was)], "deleted"))
        elif was is None:
            merged.append(revised(new[now], "inserted"))
        elif before[was].identity == after[now].identity:
            merged.append(new[now])
        else:
            merged.append(_merged_pair(old[was], new[now]))
    return tuple(merged)


def _merged_pair(old: N, new: N) -> N:
    """A pair of nodes of one shape."""
    changes: dict[str, Any] = {}
    for name, kind in parts(type(new)):
        was, now = getattr(old, name), getattr(new, name)
        if kind == "text":
            changes[name] = merged_text(was, now)
        elif kind == "nodes":
            changes[name] = _merged(was, now, new)
        elif was and now:
            changes[name] = _merged_pair(was, now)
    if isinstance(old, Item) and isinstance(new, Item) and _starts_elsewhere(changes["blocks"]):
        changes["blocks"] = (
            *(revised(block, "deleted") for block in old.blocks),
            *(revised(block, "inserted") for block in new.blocks),
        )
    return replace(new, **changes)


def _starts_elsewhere(blocks: Blocks) -> bool:
    """Whether the first block of an item, which has the bullet, was inserted or deleted, and not all of them."""
    return bool(blocks and blocks[0].revision) and not all(block.revision for block in blocks)


# Two texts → one, word by word.

_PUNCTUATION = re.escape('.,;:!?()[]{}“”„«»"…')
_WORD = re.compile(rf"(?:(?:[^\s{_PUNCTUATION}]|[\u00a0\u202f]|(?<=\d)[.,](?=\d))+|[{_PUNCTUATION}])\s*|\s+")
"""A word or a punctuation mark, with the space after it. 11.5 is a word, and so is 10 000 with a no-break space."""

_MIN_UNCHANGED = 0.25
"""Share of the words of the shorter text: where fewer are unchanged, the whole text is deleted and inserted, which
reads better."""
_MAX_ISLAND = 3
"""Letters of an unchanged word between two changes that is shown as changed with them."""
_MAX_PAIRS = 1_000_000
"""Pairs of words, beyond which a text is deleted and inserted as a whole: nobody writes such sentences."""


class _Token(NamedTuple):
    """A word, or an inline that is not a run."""

    identity: Inline
    """Equal in two tokens that are the same."""
    inline: Inline

    @property
    def letters(self) -> int | None:
        """How many it has; None where it is not a word."""
        return len(self.inline.text.strip()) if isinstance(self.inline, Run) else None


def merged_text(old: Inlines, new: Inlines) -> Inlines:
    """The new text with insertions marked, and deletions where they were."""
    if normalised_text(old) == normalised_text(new):
        return new
    before, after = tuple(_tokens(old)), tuple(_tokens(new))
    start = _common_start(before, after)
    end = _common_start(before[start:][::-1], after[start:][::-1])
    out = [token.inline for token in after[:start]]
    for unchanged, was, now in _changes(before[start : len(before) - end], after[start : len(after) - end]):
        if unchanged:
            out += (token.inline for token in now)
        else:
            out += text_revised((token.inline for token in was), "deleted")
            out += text_revised((token.inline for token in now), "inserted")
    out += (token.inline for token in after[len(after) - end :])
    return joined(tuple(out))


def _tokens(inlines: Inlines) -> Iterator[_Token]:
    for inline in joined(inlines):
        if isinstance(inline, Run):
            for word in _WORD.findall(inline.text):
                run = replace(inline, text=word)
                yield _Token(normalised_inline(run), run)
        else:
            yield _Token(normalised_inline(inline), inline)


def _common_start(one: Sequence[_Token], other: Sequence[_Token]) -> int:
    """How many tokens are the same from the start."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a.identity != b.identity:
            return at
    return min(len(one), len(other))


class _Change(NamedTuple):
    """Tokens that are unchanged, or what they were and what they are now."""

    unchanged: bool
    was: tuple[_Token, ...]
    now: tuple[_Token, ...]


def _changes(before: tuple[_Token, ...], after: tuple[_Token, ...]) -> list[_Change]:
    whole = [_Change(False, before, after)]
    if not before or not after or len(before) * len(after) > _MAX_PAIRS:
        return whole
    numbers: dict[Inline, int] = {}
    a, b = ([numbers.setdefault(token.identity, len(numbers)) for token in each] for each in (before, after))
    changes = [
        _Change(tag == "equal", before[i:i_end], after[j:j_end])
        for tag, i, i_end, j, j_end in SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    ]
    unchanged = sum(len(change.now) for change in changes if change.unchanged)
    return whole if unchanged < _MIN_UNCHANGED * min(len(before), len(after)) else _without_islands(changes)


def _without_islands(changes: list[_Change]) -> list[_Change]:
    """The changes with short unchanged words between two of them made part of them, which reads better."""
    out: list[_Change] = []
    for at, change in enumerate(changes):
        unchanged = change.unchanged and not (0 < at < len(changes) - 1 and _is_island(change.now))
        if not unchanged and out and not out[-1].unchanged:
            out[-1] = _Change(False, out[-1].was + change.was, out[-1].now + change.now)
        else:
            out.append(change._replace(unchanged=unchanged))
    return out


def _is_island(tokens: tuple[_Token, ...]) -> bool:
    letters = [token.letters for token in tokens]
    return len([count for count in letters if count != 0]) <= 1 and all(
        count is not None and count <= _MAX_ISLAND for count in letters
    )


# The notes of two editions under one numbering: the new edition's, then those that only the old one has.


class Notes:
    """The notes of the old edition, matched with those of the new one."""

    def __init__(self, old: Document, new: Document) -> None:
        self._old = {note.number: note for note in old.notes}
        self._new = new.notes
        pairs = dict(_pairs(old.notes, new.notes))
        self._counterparts = {now: was for was, now in pairs.items()}
        taken = {note.number for note in new.notes} | {mark.number for mark in note_marks(new)}
        free = count(max(taken, default=0) + 1)
        cited = dict.fromkeys(mark.number for mark in note_marks(old))
        self.numbers = pairs | {number: next(free) for number in cited if number not in pairs}
        """Number in the old edition → number in the redline."""
        self._anchors = {anchors.note(now) for now in self.numbers.values() if now not in self._counterparts}
        """Of the notes that only the old edition has."""

    def numbered(self, blocks: Blocks) -> Blocks:
        """Blocks of the old edition with the numbers of the redline. Anchors get other names than those of the new
        edition, except of notes that only the old one has."""

        def inline(each: Inline) -> Inline:
            return replace(each, number=self.numbers[each.number]) if isinstance(each, NoteMark) else each

        return transform(blocks, text=lambda text: tuple(map(inline, text)), node=self._renamed)

    def _renamed(self, node: Node) -> Node:
        if isinstance(node, List) and node.role == "notes":
            return replace(node, items=tuple(map(self._end_note, node.items)))
        anchor = anchor_of(node)
        return replace(node, anchor=f"was-{anchor}") if anchor and anchor not in self._anchors else node

    def _end_note(self, item: Item) -> Item:
        """An item of the list of notes."""
        now = self.numbers.get(int(item.label)) if item.label.isascii() and item.label.isdecimal() else None
        if now is None or now in self._counterparts:
            return replace(item, anchor="")
        return replace(item, label=str(now), anchor=anchors.note(now))

    def notes(self) -> tuple[Note, ...]:
        """The notes of both: those of the new edition, then those that only the old one cites."""
        return (*map(self._note, self._new), *self._deleted())

    def _note(self, note: Note) -> Note:
        was = self._counterparts.get(note.number)
        return revised(note, "inserted") if was is None else _merged_pair(self._old[was], note)

    def _deleted(self) -> Iterator[Note]:
        for was, now in sorted(self.numbers.items(), key=lambda pair: pair[1]):
            if was in self._old and now not in self._counterparts:
                yield revised(replace(self._old[was], number=now), "deleted")


def _pairs(old: tuple[Note, ...], new: tuple[Note, ...]) -> Iterator[tuple[int, int]]:
    """The notes that are the same, then those of the same fact and source; each in one pair at most.

    Unlike blocks they may change places: their order is that of their first marks."""
    before, after = list(old), list(new)
    for key in (_words, _fields):
        counts, others = Counter(map(key, before)), Counter(map(key, after))
        unique = {key(note): note for note in after if others[key(note)] == 1}
        for note in tuple(before):
            other = unique.get(key(note))
            if other and key(note) and counts[key(note)] == 1:
                yield note.number, other.number
                before.remove(note)
                after.remove(other)


def _words(note: Note) -> Hashable:
    return normalised_text(note.content)


def _fields(note: Note) -> Hashable:
    """All the fields that its words come from: the source alone has many notes."""
    runs = (inline for inline in note.content if isinstance(inline, Run))
    return frozenset(run.origin.path for run in runs if isinstance(run.origin, Authored))


def recounted(blocks: Blocks) -> Blocks:
    """Blocks in which the deleted marks of each note are counted after those that are not deleted."""
    last: dict[int, int] = {}
    for block in blocks:
        for text in texts(block):
            for each in text:
                if isinstance(each, NoteMark) and each.revision != "deleted":
                    last[each.number] = max(last.get(each.number, 0), each.occurrence)

    def counted(each: Inline) -> Inline:
        if not isinstance(each, NoteMark) or each.revision != "deleted":
            return each
        last[each.number] = last.get(each.number, 0) + 1
        return replace(each, occurrence=last[each.number])

    return transform(blocks, text=lambda text: tuple(map(counted, text)))
