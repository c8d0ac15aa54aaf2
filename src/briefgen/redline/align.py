"""Alignment: which nodes of two editions belong together, in order."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence, Set
from itertools import islice
from typing import NamedTuple, TypeAlias

from msgspec.structs import replace
from rapidfuzz.distance import Indel

from briefgen.document import (
    Authored,
    Caption,
    Cell,
    Column,
    Figure,
    Inline,
    Inlines,
    Item,
    LineBreak,
    Link,
    List,
    NoteMark,
    Paged,
    Picture,
    Reference,
    Row,
    Run,
    Table,
    TemplateText,
    plain,
)
from briefgen.document.anchors import anchor_of
from briefgen.document.chart import in_plain_words
from briefgen.document.node import Node, parts
from briefgen.document.revisions import joined
from briefgen.document.transform import N, transform_node
from briefgen.document.walk import runs, texts

MIN_SIMILARITY = 0.4
"""How similar the words of two nodes must be, from 0 to 1, for the one to count as a change of the other."""
_MIN_SIMILARITY_ACROSS_OWNERS = 0.75
"""How similar, where the words of the two come from different options, facts or criteria."""
_MAX_PAIRS = 10_000
"""Pairs of a gap that are compared; in a wider one, those at about the same place."""


class Features(NamedTuple):
    """What two nodes are compared by."""

    identity: Hashable
    """Equal in two nodes that are the same."""
    shape: Hashable
    """Equal in two nodes of which one can become the other by changes inside."""
    path: str
    """The first field of the scenario that its words come from."""
    words: tuple[str, ...]


Pair: TypeAlias = tuple[int | None, int | None]
"""The positions of a node in the old and in the new sequence; None where it is not in it."""

_Gap: TypeAlias = tuple[int, int, int, int]
"""Start and end in the old sequence, and in the new one."""


def align(old: Sequence[Features], new: Sequence[Features], threshold: float = MIN_SIMILARITY) -> list[Pair]:
    """Every node once, in order: pairs, and nodes without a counterpart, deleted ones before inserted ones.
    `threshold`: how similar two nodes must be that are not the same and come from no field."""
    found = _identical(old, new)
    found = _with_gaps_searched(found, old, new, lambda gap: _by_path(old, new, gap))
    found = _with_gaps_searched(found, old, new, lambda gap: _similar(old, new, gap, threshold))
    out: list[Pair] = []
    for (i, i_end, j, j_end), pair in zip(_gaps(found, len(old), len(new)), [*found, None], strict=True):
        out += [(at, None) for at in range(i, i_end)]
        out += [(None, at) for at in range(j, j_end)]
        if pair:
            out.append(pair)
    return out


def _identical(old: Sequence[Features], new: Sequence[Features]) -> list[tuple[int, int]]:
    """Pairs of the same: at the start, at the end, and those that are unique in a gap, repeatedly (patience diff:
    unlike a longest common subsequence, it is not misled by what is repeated everywhere)."""
    out: list[tuple[int, int]] = []
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        i, i_end, j, j_end = waiting.pop()
        while i < i_end and j < j_end and old[i].identity == new[j].identity:
            out.append((i, j))
            i, j = i + 1, j + 1
        while i < i_end and j < j_end and old[i_end - 1].identity == new[j_end - 1].identity:
            i_end, j_end = i_end - 1, j_end - 1
            out.append((i_end, j_end))
        inside = (i, i_end, j, j_end)
        unique = _unique(inside, [each.identity for each in old[i:i_end]], [each.identity for each in new[j:j_end]])
        if unique:
            waiting += _between(unique, inside)
            out += unique
    return sorted(out)


def _by_path(old: Sequence[Features], new: Sequence[Features], gap: _Gap) -> list[tuple[int, int]]:
    i, i_end, j, j_end = gap
    before, after = ([(one.shape, one.path) for one in each] for each in (old[i:i_end], new[j:j_end]))
    return [(a, b) for a, b in _unique(gap, before, after) if old[a].path]


def _similar(old: Sequence[Features], new: Sequence[Features], gap: _Gap, threshold: float) -> list[tuple[int, int]]:
    """The pairs, in order, with the highest sum of similarities."""
    i, i_end, j, j_end = gap
    rows, columns = i_end - i, j_end - j
    if not rows or not columns:
        return []
    reach = columns if rows * columns <= _MAX_PAIRS else max(_MAX_PAIRS // rows // 2, 1)
    value: dict[tuple[int, int], float] = {}
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for a in range(rows - 1, -1, -1):
        across = a * columns // rows
        low, high = max(across - reach, 0), min(across + reach + 1, columns)
        here, below = best[a], best[a + 1]
        for b in range(columns - 1, -1, -1):
            here[b] = max(below[b], here[b + 1])
            if low <= b < high:
                similarity = _similarity(old[i + a], new[j + b], threshold)
                if similarity and below[b + 1] + similarity > here[b]:
                    value[a, b] = similarity
                    here[b] = below[b + 1] + similarity
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


def _similarity(one: Features, other: Features, threshold: float) -> float:
    """How similar two nodes are; 0 where they are not similar enough."""
    if one.shape != other.shape:
        return 0.0
    if one.identity == other.identity:
        return 1.0
    if threshold and one.path and other.path and _owner(one.path) != _owner(other.path):
        threshold = max(threshold, _MIN_SIMILARITY_ACROSS_OWNERS)
    similarity = Indel.normalized_similarity(one.words, other.words) if one.words or other.words else 0.0
    return max(similarity, 0.001) if similarity >= threshold else 0.0


def _owner(path: str) -> list[str]:
    """What a field belongs to: `options.team.summary.en` → `options.team`."""
    return path.split(".")[:2]


def _unique(gap: _Gap, before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The longest sequence, in order, of pairs that are unique on either side."""
    counts, others = Counter(before), Counter(after)
    places = {what: at for at, what in enumerate(after, gap[2]) if others[what] == 1}
    pairs = [(at, places[what]) for at, what in enumerate(before, gap[0]) if counts[what] == 1 and what in places]
    return _increasing(pairs)


def _increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest increasing subsequence by the second position; the first positions increase already."""
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


def _with_gaps_searched(
    pairs: list[tuple[int, int]],
    old: Sequence[Features],
    new: Sequence[Features],
    find: Callable[[_Gap], list[tuple[int, int]]],
) -> list[tuple[int, int]]:
    """The pairs, with those found in the gaps between them."""
    found = [pair for gap in _gaps(pairs, len(old), len(new)) for pair in find(gap)]
    return sorted([*pairs, *found])


def _gaps(pairs: Sequence[tuple[int, int]], old: int, new: int) -> list[_Gap]:
    return list(_between(pairs, (0, old, 0, new)))


def _between(pairs: Sequence[tuple[int, int]], gap: _Gap) -> Iterator[_Gap]:
    """The gaps before each pair and after the last."""
    i, i_end, j, j_end = gap
    for a, b in pairs:
        yield i, a, j, b
        i, j = a + 1, b + 1
    yield i, i_end, j, j_end


# When two nodes are the same: by their words, and not by what follows from numbering.
#
# Not compared are the anchor of a node, and the words of a reference that a template makes to an anchor (“Table 2”,
# “page 6”); the label of a caption, and of an item in the list of notes; which mark of its note a mark is, and in the
# list of notes the places where each is cited; the field of the scenario, or the line of the template, that words come
# from; the shares of the columns of a table, and where the labels of a chart come from; the ground of a cell and the
# words for readers who cannot see a table or a figure, which repeat what is shown.
#
# In these, and in the margins and properties, the redline has what the new edition has.

_NO_ORIGIN = TemplateText()


def normalised(node: N) -> N:
    """A node without everything that is not compared: the same where two are the same."""
    return transform_node(node, text=normalised_text, node=_normalised)


def normalised_text(text: Inlines) -> Inlines:
    """A text without everything that is not compared; nothing where it lists the places where a note is cited."""
    if any(isinstance(inline, Link) and inline.target.startswith("#cite-") for inline in text):
        return ()
    return joined(tuple(map(normalised_inline, joined(text))))


def normalised_inline(inline: Inline) -> Inline:
    """An inline without everything that is not compared."""
    match inline:
        case Run():
            return _without_origin(inline)
        case Link() if _is_generated(inline):
            return Link((Run("→", _NO_ORIGIN),), inline.target)
        case Link(content=content):
            return replace(inline, content=tuple(map(_without_origin, content)))
        case NoteMark(number=number):
            return NoteMark(number, 0)
        case Reference(target=target):
            return Reference(target)
        case Paged(with_pages=paged, without_pages=unpaged):
            return Paged(normalised_text(paged), normalised_text(unpaged))  # type: ignore[arg-type]  # same kinds
        case LineBreak():
            return inline


def _is_generated(link: Link) -> bool:
    """Whether the words of a link are the name that a template gives a place in the document."""
    return link.target.startswith("#") and all(isinstance(run.origin, TemplateText) for run in link.content)


def _without_origin(run: Run) -> Run:
    return replace(run, origin=_NO_ORIGIN)


def _normalised(node: Node) -> Node:
    if anchor_of(node):
        node = replace(node, anchor="")
    match node:
        case Table():
            return replace(node, columns=tuple(Column(column.align) for column in node.columns), description="")
        case Figure(picture=picture):
            shown = picture if isinstance(picture, Picture) else in_plain_words(picture)
            return replace(node, picture=shown, alt="")
        case Caption():
            return replace(node, label="")
        case Cell():
            return replace(node, ground="")
        case List(role="notes"):
            return replace(node, items=tuple(replace(item, label="") for item in node.items))
        case _:
            return node


# By which features the counterpart of a node is found in another edition.

_MAX_WORDS = 300
"""Of a node that are compared."""


ColumnHeads: TypeAlias = tuple[str, ...]
"""What the columns of a table are, by their heads: the fields that these come from, else their words."""


def features(node: Node, parent: Node | None = None, reordered: Set[ColumnHeads] = frozenset()) -> Features:
    """The features of a node inside `parent`. `reordered`: the column heads of tables that another edition has in
    another order."""
    if isinstance(node, Item) and isinstance(parent, List) and parent.role == "notes":
        node = replace(node, label="")
    identity = normalised(node)
    shape = _shape(identity)
    if reordered and isinstance(node, Table) and (heads := column_heads(node)) in reordered:
        shape = shape, heads
    return Features(identity, shape, *_path_and_words(texts(node)))


def column_heads(table: Table) -> ColumnHeads:
    """The heads of the columns of a table."""
    return tuple(_column_head(cell) for row in table.head[:1] for cell in row.cells)


def _column_head(cell: Cell) -> str:
    path, words = _path_and_words(texts(cell))
    return path or " ".join(words)


def reordered(heads: Set[ColumnHeads]) -> frozenset[ColumnHeads]:
    """Those of which another has the same columns in another order: they would be compared with other columns, cell by
    cell."""
    by_columns: dict[ColumnHeads, list[ColumnHeads]] = {}
    for each in heads:
        by_columns.setdefault(tuple(sorted(each)), []).append(each)
    return frozenset(each for same in by_columns.values() if len(same) > 1 for each in same)


def _path_and_words(of: Iterable[Inlines]) -> tuple[str, tuple[str, ...]]:
    path, words = "", list[str]()
    for text in of:
        path = path or next((run.origin.path for run in runs(text) if isinstance(run.origin, Authored)), "")
        if len(words) < _MAX_WORDS:
            words += islice(plain(text).split(), _MAX_WORDS - len(words))
    return path, tuple(words)


def _shape(node: Node) -> Hashable:
    """What does not change in a normalised node while its text does: its class, the fields that hold neither text nor
    nodes, whether it has those nodes that can be missing, and the shape of those that cannot be inserted or deleted."""
    contents = dict(parts(type(node)))
    constant = tuple(
        getattr(node, name) for name in node.__struct_fields__ if name not in contents and name != "revision"
    )
    single = tuple(getattr(node, name) is not None for name, kind in contents.items() if kind == "node")
    if isinstance(node, Table) and any(map(_has_row_spans, (*node.head, *node.body))):
        return type(node), constant, single, tuple(map(_shape, node.head)), tuple(map(_shape, node.body))
    nodes = (child for name, kind in contents.items() if kind == "nodes" for child in getattr(node, name))
    return type(node), constant, single, tuple(_shape(child) for child in nodes if _is_fixed(child))


def _is_fixed(node: Node) -> bool:
    """Whether a node cannot be inserted or deleted by itself, as the cells of a row."""
    return not hasattr(node, "revision")


def correspond(nodes: Sequence[Node]) -> bool:
    """Whether the nodes of a sequence correspond one to one to those of the other edition, since their number is part
    of the shape of their parent: cells, and rows of which a cell spans several."""
    return any(_is_fixed(node) or (isinstance(node, Row) and _has_row_spans(node)) for node in nodes)


def _has_row_spans(row: Row) -> bool:
    return any(cell.rowspan != 1 for cell in row.cells)
