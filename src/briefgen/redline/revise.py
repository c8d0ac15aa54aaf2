"""Two editions become the new one, with insertions and deletions."""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import count
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from briefgen.document import (
    Authored,
    Block,
    Blocks,
    Callout,
    Caption,
    Cell,
    Contents,
    Document,
    Figure,
    Heading,
    Inline,
    Inlines,
    Item,
    List,
    Note,
    NoteMark,
    Paragraph,
    Properties,
    Quotation,
    Reviser,
    Revision,
    Row,
    Run,
    Table,
    TitleBlock,
    TitleEntry,
    anchors,
)
from briefgen.document.revisions import (
    entry_revised,
    item_revised,
    joined,
    line_revised,
    note_revised,
    revised,
    row_revised,
)
from briefgen.document.transform import Held, rebuilt
from briefgen.document.walk import note_marks
from briefgen.locale import load
from briefgen.redline import align as aspects
from briefgen.redline.align import ALIKE, Aspect, aligned, bare_inline, bare_line


def revise(old: Document, new: Document) -> Document:
    """The new edition with what was inserted marked, and with what was deleted where it stood.

    `document.revisions.accepted` makes the new one of it again, to the letter, and `rejected` the old one, but for what
    is no change (see `sameness`).
    """
    notes = Notes(old, new)
    made = recounted(blocks(notes.numbered(old.blocks), new.blocks))
    return replace(new, blocks=made, notes=notes.notes(), reviser=_reviser(new.properties, new.lang))


def _reviser(properties: Properties, lang: str) -> Reviser:
    """The day and the people of the new edition: no clock, no account of whoever runs the program."""
    say = load(lang).text
    return Reviser(
        properties.author or properties.title,
        properties.date,
        inserted=(say("Inserted:"), say("End of insertion.")),
        deleted=(say("Deleted:"), say("End of deletion.")),
    )


# Two sequences of blocks → one, with what came and what went.

_ANYTHING = 0.0
"""In a cell or an item one paragraph takes the place of the other, however little they are alike."""

_Piece = TypeVar("_Piece")


def blocks(old: Blocks, new: Blocks, least: float = ALIKE) -> Blocks:
    """The new blocks with what was inserted marked, and what was deleted where it stood. `least`: as for `aligned`."""
    heads = {aspects.head(block) for block in (*old, *new) if isinstance(block, Table)}
    crossed = aspects.crossed(heads)

    def aspect(block: Block) -> Aspect:
        return aspects.of_block(block, crossed)

    return tuple(_merged(old, new, aspect, revised, _block, least))


def _merged(
    old: Sequence[_Piece],
    new: Sequence[_Piece],
    aspect: Callable[[_Piece], Aspect],
    alone: Callable[[_Piece, Revision], _Piece],
    both: Callable[[_Piece, _Piece], _Piece],
    least: float = ALIKE,
) -> Iterator[_Piece]:
    """The pieces of both in order. `alone` makes the piece that only one has, `both` that of a pair."""
    before, after = [aspect(piece) for piece in old], [aspect(piece) for piece in new]
    for was, now in aligned(before, after, least):
        if now is None:
            assert was is not None
            yield alone(old[was], "deleted")
        elif was is None:
            yield alone(new[now], "inserted")
        elif before[was].same == after[now].same:
            yield new[now]
        else:
            yield both(old[was], new[now])


def _block(old: Block, new: Block) -> Block:
    """A pair of blocks of one shape."""
    match old, new:
        case Heading(), Heading():
            return replace(new, content=line(old.content, new.content))
        case Paragraph(), Paragraph():
            return _paragraph(old, new)
        case List(), List():
            items = _merged(old.items, new.items, lambda item: aspects.of_item(item, new), item_revised, _item)
            return replace(new, items=tuple(items))
        case Table(), Table():
            return replace(
                new,
                caption=_caption(old.caption, new.caption),
                head=_rows(old.head, new.head),
                body=_rows(old.body, new.body),
                key=_key(old.key, new.key),
            )
        case Callout(), Callout():
            return replace(new, title=line(old.title, new.title), blocks=blocks(old.blocks, new.blocks))
        case Quotation(), Quotation():
            attribution = line(old.attribution, new.attribution)
            return replace(new, blocks=blocks(old.blocks, new.blocks), attribution=attribution)
        case Figure(), Figure():
            return replace(new, caption=_caption(old.caption, new.caption), key=_key(old.key, new.key))
        case Contents(), Contents():
            return replace(new, title=line(old.title, new.title))
        case TitleBlock(), TitleBlock():
            entries = _merged(old.entries, new.entries, aspects.of_entry, entry_revised, _entry)
            return TitleBlock(
                line(old.kind, new.kind), line(old.title, new.title), line(old.question, new.question), tuple(entries)
            )
        case _:  # page breaks, which are all the same
            return new


def _paragraph(old: Paragraph, new: Paragraph) -> Paragraph:
    return replace(new, content=line(old.content, new.content))


def _item(old: Item, new: Item) -> Item:
    """A pair of items. The first paragraph bears the bullet: one that has become the second is another one."""
    made = blocks(old.blocks, new.blocks, _ANYTHING)
    if made and made[0].revision and not all(block.revision for block in made):
        made = (*(revised(each, "deleted") for each in old.blocks), *(revised(each, "inserted") for each in new.blocks))
    return replace(new, blocks=made)


def _rows(old: tuple[Row, ...], new: tuple[Row, ...]) -> tuple[Row, ...]:
    if any(cell.rowspan != 1 for row in new for cell in row.cells):  # such tables have the same rows (see `aspects`)
        return tuple(_row(was, now) for was, now in zip(old, new, strict=True))
    return tuple(_merged(old, new, aspects.of_row, row_revised, _row))


def _row(old: Row, new: Row) -> Row:
    return Row(tuple(_cell(was, now) for was, now in zip(old.cells, new.cells, strict=True)))


def _cell(old: Cell, new: Cell) -> Cell:
    return replace(new, blocks=blocks(old.blocks, new.blocks, _ANYTHING))


def _entry(old: TitleEntry, new: TitleEntry) -> TitleEntry:
    return TitleEntry(line(old.label, new.label), line(old.value, new.value))


def _caption(old: Caption | None, new: Caption | None) -> Caption | None:
    return replace(new, content=line(old.content, new.content)) if old and new else new


def _key(old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    return tuple(_merged(old, new, aspects.of_block, _alone, _paragraph))


def _alone(paragraph: Paragraph, how: Revision) -> Paragraph:
    made = revised(paragraph, how)
    assert isinstance(made, Paragraph)
    return made


# Two lines → one, word by word.

_POINTS = re.escape('.,;:!?()[]{}“”„«»"…')
_WORD = re.compile(rf"(?:(?:[^\s{_POINTS}]|[\u00a0\u202f]|(?<=\d)[.,](?=\d))+|[{_POINTS}])\s*|\s+")
"""A word or a point, with the space behind it. 11.5 is a word, and 10 000 with a space that does not break."""

_LEAST_KEPT = 0.25
"""Of the words of the shorter line: where fewer stay, it reads better to have all of it deleted and inserted anew."""
_ISLAND = 3
"""Letters of a word that stayed between two changes, and is changed with them."""
_MOST_COMPARED = 1_000_000
"""Pairs of words, beyond which a line is deleted and inserted whole: no one writes such a sentence."""


class _Token(NamedTuple):
    """A piece of a line that is there or not."""

    same: Inline
    """Equal in two pieces that are the same."""
    inline: Inline

    @property
    def letters(self) -> int | None:
        """How many it has; None where it is no word."""
        return len(self.inline.text.strip()) if isinstance(self.inline, Run) else None


def line(old: Inlines, new: Inlines) -> Inlines:
    """The new line with what was inserted marked, and what was deleted in its place."""
    if bare_line(old) == bare_line(new):
        return new
    before, after = tuple(_tokens(old)), tuple(_tokens(new))
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    out = [token.inline for token in after[:start]]
    for kept, was, now in _changes(before[start : len(before) - end], after[start : len(after) - end]):
        if kept:
            out += (token.inline for token in now)
        else:
            out += line_revised((token.inline for token in was), "deleted")
            out += line_revised((token.inline for token in now), "inserted")
    out += (token.inline for token in after[len(after) - end :])
    return joined(tuple(out))


def _tokens(inlines: Inlines) -> Iterator[_Token]:
    for inline in joined(inlines):
        if isinstance(inline, Run):
            for word in _WORD.findall(inline.text):
                run = replace(inline, text=word)
                yield _Token(bare_inline(run), run)
        else:
            yield _Token(bare_inline(inline), inline)


def _alike(one: Sequence[_Token], other: Sequence[_Token]) -> int:
    """How many are the same from the start."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a.same != b.same:
            return at
    return min(len(one), len(other))


class _Stretch(NamedTuple):
    """Words that stayed, or what was there and what is there now."""

    kept: bool
    was: tuple[_Token, ...]
    now: tuple[_Token, ...]


def _changes(before: tuple[_Token, ...], after: tuple[_Token, ...]) -> list[_Stretch]:
    whole = [_Stretch(False, before, after)]
    if not before or not after or len(before) * len(after) > _MOST_COMPARED:
        return whole
    numbers: dict[Inline, int] = {}
    a, b = ([numbers.setdefault(token.same, len(numbers)) for token in each] for each in (before, after))
    stretches = [
        _Stretch(tag == "equal", before[i:i_end], after[j:j_end])
        for tag, i, i_end, j, j_end in SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    ]
    kept = sum(len(stretch.now) for stretch in stretches if stretch.kept)
    return whole if kept < _LEAST_KEPT * min(len(before), len(after)) else _without_islands(stretches)


def _without_islands(stretches: list[_Stretch]) -> list[_Stretch]:
    """Short words between two changes are changed with them: a line in shreds cannot be read."""
    out: list[_Stretch] = []
    for at, stretch in enumerate(stretches):
        kept = stretch.kept and not (0 < at < len(stretches) - 1 and _is_island(stretch.now))
        if not kept and out and not out[-1].kept:
            out[-1] = _Stretch(False, out[-1].was + stretch.was, out[-1].now + stretch.now)
        else:
            out.append(stretch._replace(kept=kept))
    return out


def _is_island(tokens: tuple[_Token, ...]) -> bool:
    letters = [token.letters for token in tokens]
    return len([count for count in letters if count != 0]) <= 1 and all(
        count is not None and count <= _ISLAND for count in letters
    )


# The notes of two editions under one numbering: the new one's, then what only the old one has.


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
