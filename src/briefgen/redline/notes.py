"""The notes of two editions under one numbering: the new one's, then what only the old one has."""

from collections import Counter
from collections.abc import Hashable, Iterator
from itertools import count

from msgspec.structs import replace

from briefgen.document import (
    Authored,
    Blocks,
    Document,
    Figure,
    Heading,
    Inline,
    Inlines,
    Item,
    List,
    Note,
    NoteMark,
    Run,
    Table,
    anchors,
)
from briefgen.document.rebuilding import Held, rebuilt
from briefgen.document.revisions import note_revised
from briefgen.document.walk import note_marks
from briefgen.redline.lines import line
from briefgen.redline.sameness import bare_line


class Notes:
    """Which note of the old edition is which of the new one."""

    def __init__(self, old: Document, new: Document) -> None:
        self._old = {note.number: note for note in old.notes}
        self._new = new.notes
        pairs = dict(_pairs(old.notes, new.notes))
        self._others = {now: was for was, now in pairs.items()}
        taken = {note.number for note in new.notes} | {mark.number for mark in note_marks(new)}
        free = (number for number in count(max(taken, default=0) + 1))
        cited = dict.fromkeys(mark.number for mark in note_marks(old))
        self.numbers = pairs | {number: next(free) for number in cited if number not in pairs}
        """Of the old edition → of both."""
        self._places = {anchors.note(now) for now in self.numbers.values() if now not in self._others}

    def numbered(self, blocks: Blocks) -> Blocks:
        """Blocks of the old edition under the numbers of both. Its places have other names than those of the new one,
        but for notes that only it has."""

        def inline(each: Inline) -> Inline:
            return replace(each, number=self.numbers[each.number]) if isinstance(each, NoteMark) else each

        return rebuilt(blocks, lambda words: tuple(inline(each) for each in words), self._named)

    def _named(self, held: Held) -> Held:
        match held:
            case List(role="notes"):
                return replace(held, items=tuple(self._listed(item) for item in held.items))
            case Heading() | Table() | Figure() | Item():
                kept = held.anchor if held.anchor in self._places else held.anchor and f"was-{held.anchor}"
                return replace(held, anchor=kept)
            case _:
                return held

    def _listed(self, item: Item) -> Item:
        """An item in the list of notes."""
        now = self.numbers.get(int(item.label)) if item.label.isascii() and item.label.isdecimal() else None
        if now is None or now in self._others:
            return replace(item, anchor="")
        return replace(item, label=str(now), anchor=anchors.note(now))

    def notes(self) -> tuple[Note, ...]:
        """The notes of both: those of the new edition, then those that only the old one cites."""
        return (*(self._note(note) for note in self._new), *self._deleted())

    def _note(self, note: Note) -> Note:
        was = self._others.get(note.number)
        if was is None:
            return note_revised(note, "inserted")
        return replace(note, content=line(self._old[was].content, note.content))

    def _deleted(self) -> Iterator[Note]:
        for was, now in sorted(self.numbers.items(), key=lambda pair: pair[1]):
            if was in self._old and now not in self._others:
                yield note_revised(replace(self._old[was], number=now), "deleted")


def _pairs(old: tuple[Note, ...], new: tuple[Note, ...]) -> Iterator[tuple[int, int]]:
    """The notes that are the same, then those of the same fact and source. Each stands for one other at most.

    Unlike blocks they may change places: their order is that of their first marks."""
    before, after = list(old), list(new)
    for sign in (_same, _fields):
        signs, others = Counter(map(sign, before)), Counter(map(sign, after))
        free = {sign(note): note for note in after if others[sign(note)] == 1}
        for note in tuple(before):
            other = free.get(sign(note))
            if other and sign(note) and signs[sign(note)] == 1:
                yield note.number, other.number
                before.remove(note)
                after.remove(other)


def _same(note: Note) -> Hashable:
    return bare_line(note.content)


def _fields(note: Note) -> Hashable:
    """All the fields that its words come from: the source alone has many notes."""
    runs = (inline for inline in note.content if isinstance(inline, Run))
    return frozenset(run.origin.path for run in runs if isinstance(run.origin, Authored))


def recounted(blocks: Blocks) -> Blocks:
    """Blocks in which each deleted mark of a note is counted on from those that stay."""
    last: dict[int, int] = {}

    def seen(words: Inlines) -> Inlines:
        for each in words:
            if isinstance(each, NoteMark) and each.revision != "deleted":
                last[each.number] = max(last.get(each.number, 0), each.occurrence)
        return words

    def counted(each: Inline) -> Inline:
        if not isinstance(each, NoteMark) or each.revision != "deleted":
            return each
        last[each.number] = last.get(each.number, 0) + 1
        return replace(each, occurrence=last[each.number])

    rebuilt(blocks, seen)
    return rebuilt(blocks, lambda words: tuple(counted(each) for each in words))
