"""Insertions and deletions: how they are put on a piece of a document, and how they are accepted and rejected."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec.structs import replace

from briefgen.document.blocks import Block, Caption, Cell, Document, Item, Note, Row, TitleEntry
from briefgen.document.inlines import Inline, Inlines, LineBreak, Link, NoteMark, Paged, Reference, Revision, Run
from briefgen.document.transform import Held, rebuilt
from briefgen.document.walk import note_marks


def accepted(document: Document) -> Document:
    """The document with what was inserted and without what was deleted: the new edition."""
    return _settled(document, "deleted")


def rejected(document: Document) -> Document:
    """The document as it was: the old edition. Its notes are numbered anew, by their first marks; what else follows
    from numbering (labels of captions, the places where a note is cited) stays that of the new one."""
    return renumbered(_settled(document, "inserted"))


def renumbered(document: Document) -> Document:
    """The document with its notes in the order of their first marks, without those that have none, and the marks of
    each note counted from 1."""
    known = {note.number: note for note in document.notes}
    numbers = {number: at for at, number in enumerate(dict.fromkeys(mark.number for mark in note_marks(document)), 1)}
    counts: dict[int, int] = {}

    def counted(inline: Inline) -> Inline:
        if not isinstance(inline, NoteMark):
            return inline
        occurrence = counts[inline.number] = counts.get(inline.number, 0) + 1
        return replace(inline, number=numbers[inline.number], occurrence=occurrence)

    blocks = rebuilt(document.blocks, lambda line: tuple(counted(inline) for inline in line))
    notes = tuple(replace(known[old], number=new) for old, new in numbers.items() if old in known)
    return replace(document, blocks=blocks, notes=notes)


def revised(held: Block, how: Revision) -> Block:
    """A block that was inserted or deleted, with all that it holds."""
    return rebuilt((held,), lambda line: line_revised(line, how), _Saying(how))[0]


def item_revised(item: Item, how: Revision) -> Item:
    """An item that was inserted or deleted."""
    return replace(item, blocks=tuple(revised(block, how) for block in item.blocks), revision=how)


def row_revised(row: Row, how: Revision) -> Row:
    """A row that was inserted or deleted."""
    cells = tuple(replace(cell, blocks=tuple(revised(block, how) for block in cell.blocks)) for cell in row.cells)
    return Row(cells, how)


def entry_revised(entry: TitleEntry, how: Revision) -> TitleEntry:
    """An entry under the title that was inserted or deleted."""
    return TitleEntry(line_revised(entry.label, how), line_revised(entry.value, how), how)


def note_revised(note: Note, how: Revision) -> Note:
    """A note that was inserted or deleted."""
    return replace(note, content=line_revised(note.content, how), revision=how)


def revision_of(inline: Inline) -> Revision:
    """Whether an inline was inserted or deleted. All that a link holds is of one kind."""
    match inline:
        case Run():
            marks = inline.marks
            return "" if not marks else "inserted" if "inserted" in marks else "deleted" if "deleted" in marks else ""
        case NoteMark() | LineBreak() | Reference():
            return inline.revision
        case Link():
            return revision_of(inline.content[0]) if inline.content else ""
        case Paged():
            words = (*inline.with_pages, *inline.without_pages)
            return revision_of(words[0]) if words else ""
        case _:
            assert_never(inline)


def line_revised(inlines: Iterable[Inline], how: Revision) -> Inlines:
    """A line of which all was inserted or deleted."""
    return tuple(_inline(inline, how) for inline in inlines)


def _inline(inline: Inline, how: Revision) -> Inline:
    match inline:
        case Run():
            return _run(inline, how)
        case Link(content=content):
            return replace(inline, content=tuple(_run(run, how) for run in content))
        case NoteMark() | LineBreak() | Reference():
            return replace(inline, revision=how)
        case Paged():
            paged, unpaged = (line_revised(words, how) for words in (inline.with_pages, inline.without_pages))
            return Paged(paged, unpaged)  # type: ignore[arg-type]  # of what they held
        case _:
            assert_never(inline)


def _run(run: Run, how: Revision) -> Run:
    return replace(run, marks=run.marks | {how}) if how else run


class _Saying:
    """Says of whatever is held that it was inserted or deleted."""

    def __init__(self, how: Revision) -> None:
        self._how = how

    def __call__(self, held: Held, /) -> Held:
        return held if isinstance(held, Cell | Caption) else replace(held, revision=self._how)


def joined(inlines: Inlines) -> Inlines:
    """The line with neighbouring runs of one kind made one, and without what is empty."""
    out: list[Inline] = []
    for inline in inlines:
        match inline:
            case Run(text=""):
                pass
            case Run() if out and isinstance(last := out[-1], Run) and _alike(last, inline):
                out[-1] = replace(last, text=last.text + inline.text)
            case Link(content=()) | Paged(with_pages=(), without_pages=()):
                pass
            case _:
                out.append(inline)
    return tuple(out)


def _alike(one: Run, other: Run) -> bool:
    return (one.origin, one.marks, one.lang) == (other.origin, other.marks, other.lang)


def _settled(document: Document, gone: Revision) -> Document:
    def line(inlines: Inlines) -> Inlines:
        return joined(tuple(kept for inline in inlines for kept in _kept(inline, gone)))

    notes = tuple(
        replace(note, content=line(note.content), revision="") for note in document.notes if note.revision != gone
    )
    return replace(document, blocks=rebuilt(document.blocks, line, _Leaving(gone)), notes=notes, reviser=None)


class _Leaving:
    """Leaves out what is gone."""

    def __init__(self, gone: Revision) -> None:
        self._gone = gone

    def __call__(self, held: Held, /) -> Held | None:
        if isinstance(held, Cell | Caption) or not held.revision:
            return held
        return None if held.revision == self._gone else replace(held, revision="")


def _kept(inline: Inline, gone: Revision) -> Iterator[Inline]:
    match inline:
        case Run():
            yield from _runs((inline,), gone)
        case Link(content=content):
            if runs := tuple(_runs(content, gone)):
                yield replace(inline, content=runs)
        case NoteMark() | LineBreak() | Reference():
            if not inline.revision:
                yield inline
            elif inline.revision != gone:
                yield replace(inline, revision="")
        case Paged():
            paged, unpaged = (
                tuple(kept for each in words for kept in _kept(each, gone))
                for words in (inline.with_pages, inline.without_pages)
            )
            yield Paged(paged, unpaged)  # type: ignore[arg-type]  # of what they held
        case _:
            assert_never(inline)


def _runs(runs: Iterable[Run], gone: Revision) -> Iterator[Run]:
    for run in runs:
        if gone not in run.marks:
            marks = run.marks - {"inserted", "deleted"}
            yield replace(run, marks=marks) if len(marks) < len(run.marks) else run
