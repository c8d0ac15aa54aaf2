"""Alignment: which blocks, items and rows of two editions belong together, in order."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence, Set
from itertools import chain, islice
from typing import NamedTuple, TypeAlias, assert_never

from msgspec.structs import replace
from rapidfuzz.distance import Indel

from briefgen.document import (
    Authored,
    Block,
    Blocks,
    Callout,
    Caption,
    Cell,
    Column,
    Contents,
    Figure,
    Heading,
    Inline,
    Inlines,
    Item,
    LineBreak,
    Link,
    List,
    NoteMark,
    PageBreak,
    Paged,
    Paragraph,
    Picture,
    Quotation,
    Reference,
    Row,
    Run,
    Table,
    TemplateText,
    TitleBlock,
    TitleEntry,
    plain,
)
from briefgen.document.chart import in_plain_words
from briefgen.document.revisions import joined
from briefgen.document.transform import Held, rebuilt
from briefgen.document.walk import runs, texts

ALIKE = 0.4
"""How alike the words of two pieces must be, from 0 to 1, to be called one that was changed."""
_RENAMED = 0.75
"""How alike, where the words of one come from another option, fact or criterion than those of the other."""
_MOST_COMPARED = 10_000
"""Pairs of a gap that are compared; in a wider one, those that stand at about the same place."""


class Aspect(NamedTuple):
    """What is looked at in a piece."""

    same: Hashable
    """Equal in two pieces that are the same."""
    shape: Hashable
    """Equal in two pieces of which one can become the other by changes inside."""
    path: str
    """The first field of the scenario that words of it come from."""
    words: tuple[str, ...]


Pair: TypeAlias = tuple[int | None, int | None]
"""The places of a piece in the old and in the new sequence; None where it has none there."""

_Gap: TypeAlias = tuple[int, int, int, int]
"""From and to which place in the old sequence, and in the new one."""


def aligned(old: Sequence[Aspect], new: Sequence[Aspect], least: float = ALIKE) -> list[Pair]:
    """Every piece once, in order: pairs, and what has no other, the deleted before the inserted. `least`: how alike
    two pieces must be that are not the same and come from no field."""
    found = _unchanged(old, new)
    found = _within(found, old, new, lambda gap: _by_path(old, new, gap))
    found = _within(found, old, new, lambda gap: _alike(old, new, gap, least))
    out: list[Pair] = []
    for (i, i_end, j, j_end), pair in zip(_gaps(found, len(old), len(new)), [*found, None], strict=True):
        out += [(at, None) for at in range(i, i_end)]
        out += [(None, at) for at in range(j, j_end)]
        if pair:
            out.append(pair)
    return out


def _unchanged(old: Sequence[Aspect], new: Sequence[Aspect]) -> list[tuple[int, int]]:
    """Pairs of the same: at the start, at the end, and those that are the only ones of their kind in a gap, over and
    over (patience diff: unlike a longest common subsequence it is not led astray by what stands everywhere)."""
    out: list[tuple[int, int]] = []
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        i, i_end, j, j_end = waiting.pop()
        while i < i_end and j < j_end and old[i].same == new[j].same:
            out.append((i, j))
            i, j = i + 1, j + 1
        while i < i_end and j < j_end and old[i_end - 1].same == new[j_end - 1].same:
            i_end, j_end = i_end - 1, j_end - 1
            out.append((i_end, j_end))
        inside = (i, i_end, j, j_end)
        unique = _unique(inside, [each.same for each in old[i:i_end]], [each.same for each in new[j:j_end]])
        if unique:
            waiting += _between(unique, inside)
            out += unique
    return sorted(out)


def _by_path(old: Sequence[Aspect], new: Sequence[Aspect], gap: _Gap) -> list[tuple[int, int]]:
    i, i_end, j, j_end = gap
    before, after = ([(one.shape, one.path) for one in each] for each in (old[i:i_end], new[j:j_end]))
    return [(a, b) for a, b in _unique(gap, before, after) if old[a].path]


def _alike(old: Sequence[Aspect], new: Sequence[Aspect], gap: _Gap, least: float) -> list[tuple[int, int]]:
    """The pairs in order that are most alike together."""
    i, i_end, j, j_end = gap
    rows, columns = i_end - i, j_end - j
    if not rows or not columns:
        return []
    reach = columns if rows * columns <= _MOST_COMPARED else max(_MOST_COMPARED // rows // 2, 1)
    value: dict[tuple[int, int], float] = {}
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for a in range(rows - 1, -1, -1):
        across = a * columns // rows
        low, high = max(across - reach, 0), min(across + reach + 1, columns)
        here, below = best[a], best[a + 1]
        for b in range(columns - 1, -1, -1):
            here[b] = max(below[b], here[b + 1])
            if low <= b < high:
                alike = _likeness(old[i + a], new[j + b], least)
                if alike and below[b + 1] + alike > here[b]:
                    value[a, b] = alike
                    here[b] = below[b + 1] + alike
    out: list[tuple[int, int]] = []
    a = b = 0
    while a < rows and b < columns:
        if (a, b) in value and best[a][b] == best[a + 1][b + 1] + value[a, b]:
            out.append((i + a, j + b))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return out


def _likeness(one: Aspect, other: Aspect, least: float) -> float:
    """How alike two pieces are; 0 where they are not alike enough."""
    if one.shape != other.shape:
        return 0.0
    if one.same == other.same:
        return 1.0
    if least and one.path and other.path and _thing(one.path) != _thing(other.path):
        least = max(least, _RENAMED)
    alike = Indel.normalized_similarity(one.words, other.words) if one.words or other.words else 0.0
    return max(alike, 0.001) if alike >= least else 0.0


def _thing(path: str) -> list[str]:
    """What a field belongs to: `options.team.summary.en` → `options.team`."""
    return path.split(".")[:2]


def _unique(gap: _Gap, before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The longest sequence, in order, of pairs that have no other of their kind on either side."""
    counts, others = Counter(before), Counter(after)
    places = {what: at for at, what in enumerate(after, gap[2]) if others[what] == 1}
    pairs = [(at, places[what]) for at, what in enumerate(before, gap[0]) if counts[what] == 1 and what in places]
    return _rising(pairs)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest sequence in which both places rise; the first ones rise already."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, at) in enumerate(pairs):
        length = bisect_left(ends, at)
        ends[length : length + 1] = [at]
        before.append(last[length - 1] if length else -1)
        last[length : length + 1] = [number]
    out: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        out.append(pairs[number])
        number = before[number]
    return out[::-1]


def _within(
    pairs: list[tuple[int, int]],
    old: Sequence[Aspect],
    new: Sequence[Aspect],
    look: Callable[[_Gap], list[tuple[int, int]]],
) -> list[tuple[int, int]]:
    """The pairs with what is found in the gaps between them."""
    found = [pair for gap in _gaps(pairs, len(old), len(new)) for pair in look(gap)]
    return sorted([*pairs, *found])


def _gaps(pairs: Sequence[tuple[int, int]], old: int, new: int) -> list[_Gap]:
    return list(_between(pairs, (0, old, 0, new)))


def _between(pairs: Sequence[tuple[int, int]], gap: _Gap) -> Iterator[_Gap]:
    """What lies before each pair, and behind the last."""
    i, i_end, j, j_end = gap
    for a, b in pairs:
        yield i, a, j, b
        i, j = a + 1, b + 1
    yield i, i_end, j, j_end


# When two pieces of a document are the same: by their words, and not by what follows from numbering.
#
# No change are - the anchor of a block, and the words of a reference that a template makes to an anchor (“Table
# 2”, “page 6”); - the label of a caption, and of an item in the list of notes; - which mark of its note a mark
# is, and in the list of notes the places where each is cited; - the field of the scenario, or the line of the
# template, that words come from; - the shares of the columns of a table, and where the labels of a chart come
# from; - the ground of a cell and the words for readers who cannot see a table or a figure: they say again what
# stands there.
#
# In these the new edition stands. The margins and what the file says of itself are those of the new edition
# too.

_NOWHERE = TemplateText()


def bare(blocks: Blocks) -> Blocks:
    """Blocks without all that is no change: the same where they are the same."""
    return rebuilt(blocks, bare_line, _bare)


def bare_block(block: Block) -> Block:
    """A block without all that is no change."""
    return bare((block,))[0]


def bare_item(item: Item, of: List) -> Item:
    """An item without all that is no change."""
    return Item(bare(item.blocks), "" if of.role == "notes" else item.label)


def bare_row(row: Row) -> Row:
    """A row without all that is no change."""
    return Row(tuple(replace(cell, blocks=bare(cell.blocks), ground="") for cell in row.cells))


def bare_line(inlines: Inlines) -> Inlines:
    """A line without all that is no change; nothing where it tells the places where a note is cited."""
    if any(isinstance(inline, Link) and inline.target.startswith("#cite-") for inline in inlines):
        return ()
    return joined(tuple(bare_inline(inline) for inline in joined(inlines)))


def bare_inline(inline: Inline) -> Inline:
    """An inline without all that is no change."""
    match inline:
        case Run():
            return _run(inline)
        case Link() if _is_pointer(inline):
            return Link((Run("→", _NOWHERE),), inline.target)
        case Link(content=content):
            return replace(inline, content=tuple(_run(run) for run in content))
        case NoteMark(number=number):
            return NoteMark(number, 0)
        case Reference(target=target):
            return Reference(target)
        case Paged(with_pages=paged, without_pages=unpaged):
            return Paged(bare_line(paged), bare_line(unpaged))  # type: ignore[arg-type]  # of what they held
        case LineBreak():
            return inline


def _is_pointer(link: Link) -> bool:
    """Whether a template says the name of a place in the document."""
    return link.target.startswith("#") and all(isinstance(run.origin, TemplateText) for run in link.content)


def _run(run: Run) -> Run:
    return replace(run, origin=_NOWHERE)


def _bare(held: Held) -> Held:
    match held:
        case Heading():
            return replace(held, anchor="")
        case Table():
            columns = tuple(Column(column.align) for column in held.columns)
            return replace(held, columns=columns, anchor="", description="")
        case Figure(picture=picture):
            shown = picture if isinstance(picture, Picture) else in_plain_words(picture)
            return replace(held, picture=shown, anchor="", alt="")
        case Caption():
            return replace(held, label="")
        case Cell():
            return replace(held, ground="")
        case List(role="notes"):
            return replace(held, items=tuple(replace(item, label="", anchor="") for item in held.items))
        case Item():
            return replace(held, anchor="")
        case _:
            return held


# What is looked at in a block, an item or a row to find its other in another edition.

_MOST_WORDS = 300
"""Of a piece that are compared."""


Head: TypeAlias = tuple[str, ...]
"""What the columns of a table are, by their heads: the fields that these come from, else their words."""


def of_block(block: Block, crossed: Set[Head] = frozenset()) -> Aspect:
    """Of a block. `crossed`: the heads of tables that another edition has in another order."""
    shape = _shape(block)
    if crossed and isinstance(block, Table) and (order := head(block)) in crossed:
        shape = shape, order
    return _aspect(bare_block(block), shape, texts(block))


def head(table: Table) -> Head:
    """The columns of a table."""
    return tuple(_column(cell) for row in table.head[:1] for cell in row.cells)


def _column(cell: Cell) -> str:
    aspect = _aspect(None, None, _lines(cell.blocks))
    return aspect.path or " ".join(aspect.words)


def crossed(heads: Set[Head]) -> frozenset[Head]:
    """Those of which another has the same columns in another order: cell by cell they would be compared with what is of
    another column."""
    by_columns: dict[Head, list[Head]] = {}
    for each in heads:
        by_columns.setdefault(tuple(sorted(each)), []).append(each)
    return frozenset(each for held in by_columns.values() if len(held) > 1 for each in held)


def of_item(item: Item, of: List) -> Aspect:
    """Of an item of a list. What labels it, but for the number of a note, it keeps."""
    label = "" if of.role == "notes" else item.label
    return _aspect(bare_item(item, of), label, _lines(item.blocks))


def of_row(row: Row) -> Aspect:
    """Of a row: its cells stay as they are in number and reach."""
    lines = chain.from_iterable(_lines(cell.blocks) for cell in row.cells)
    return _aspect(bare_row(row), _cells(row), lines)


def of_entry(entry: TitleEntry) -> Aspect:
    """Of an entry under the title."""
    same = bare_line(entry.label), bare_line(entry.value)
    return _aspect(same, None, (entry.label, entry.value))


def _aspect(same: Hashable, shape: Hashable, lines: Iterable[Inlines]) -> Aspect:
    path, words = "", list[str]()
    for line in lines:
        path = path or next((run.origin.path for run in runs(line) if isinstance(run.origin, Authored)), "")
        if len(words) < _MOST_WORDS:
            words += islice(plain(line).split(), _MOST_WORDS - len(words))
    return Aspect(same, shape, path, tuple(words))


def _lines(blocks: Blocks) -> Iterable[Inlines]:
    return chain.from_iterable(map(texts, blocks))


def _shape(block: Block) -> Hashable:
    """What a block keeps while what it holds changes. One that has another is another."""
    match block:
        case Heading(level=level):
            return "heading", level
        case Paragraph(role=role):
            return "paragraph", role
        case List(ordered=ordered, start=start, role=role):
            return "list", ordered, start, role
        case Table(columns=columns, caption=caption):
            return "table", tuple(column.align for column in columns), caption is None, _reaching(block)
        case Callout(kind=kind):
            return "callout", kind
        case Quotation():
            return "quotation"
        case Figure(picture=picture, caption=caption):
            shown = picture if isinstance(picture, Picture) else in_plain_words(picture)
            return "figure", shown, caption is None
        case Contents(of=of, depth=depth):
            return "contents", of, depth
        case PageBreak():
            return "page break"
        case TitleBlock():
            return "title"
        case _:
            assert_never(block)


def _reaching(table: Table) -> Hashable:
    """The cells of a table in which one reaches over several rows: no row of it can come or go alone."""
    rows = (*table.head, *table.body)
    if all(cell.rowspan == 1 for row in rows for cell in row.cells):
        return None
    return len(table.head), tuple(_cells(row) for row in rows)


def _cells(row: Row) -> Hashable:
    return tuple((cell.header, cell.colspan, cell.rowspan) for cell in row.cells)
