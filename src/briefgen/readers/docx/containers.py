"""Callouts, quotations and list items that are open while blocks are read, and which of them a paragraph belongs to.

Word has none of them: it has paragraphs, each with a style and an indent. The style gives the kind of container; among
several open ones the indent decides.
"""

from typing import Literal

from briefgen.document import Block, Blocks, Callout, Inlines, Item, List, Paragraph, Quotation
from briefgen.readers.docx.context import Place

_NEAR = 30
"""Twips by which two indents may differ and still be one."""


class OpenList:
    """A list that may get further items."""

    def __init__(self, number: str, ordered: bool, start: int, notes: bool) -> None:
        self.number = number
        """The id of its numbering; empty where its items have labels of their own."""
        self.ordered = ordered
        self.start = start
        self.notes = notes
        self.items: list[Item | tuple[Container, str, str]] = []

    def block(self) -> List:
        """The list."""
        items = tuple(
            each if isinstance(each, Item) else Item(_item_blocks(each[0]), each[1], each[2]) for each in self.items
        )
        return List(items, self.ordered, self.start if self.ordered else 1, "notes" if self.notes else "")


class Container:
    """A callout, a quotation, a list item, or the page or cell itself."""

    def __init__(self, kind: Literal["root", "item"] | Place, left: int, of: "OpenList | None" = None) -> None:
        self.kind = kind
        self.left = left
        self.of = of
        """The list that an item belongs to."""
        self.children: list[Block | OpenList | Container] = []
        self.title: Inlines = ()
        self.attribution: Inlines = ()

    def blocks(self) -> Blocks:
        """Its blocks."""
        return tuple(_made(each) for each in self.children)


def _item_blocks(container: Container) -> Blocks:
    """The blocks of an item. Where the first is no paragraph, Word has an empty one for the bullet."""
    blocks = container.blocks()
    return blocks[1:] if len(blocks) > 1 and blocks[0] == Paragraph(()) else blocks


def _made(child: "Block | OpenList | Container") -> Block:
    match child:
        case OpenList():
            return child.block()
        case Container(kind="quotation"):
            return Quotation(child.blocks(), child.attribution)
        case Container():
            return Callout("decision" if child.kind == "decision" else "remark", child.title, child.blocks())
        case _:
            return child


class Containers:
    """The open containers, the innermost last. The first one is the page or the cell."""

    def __init__(self) -> None:
        self.open = [Container("root", 0)]

    @property
    def here(self) -> Container:
        """The innermost."""
        return self.open[-1]

    def blocks(self) -> Blocks:
        """All that was read."""
        return self.open[0].blocks()

    def among(self, left: int) -> Container:
        """The container for a block that fits into any: the one whose indent is nearest."""
        return self._closed_down_to(self._nearest(range(len(self.open)), left))

    def outside(self, left: int) -> Container:
        """The container for a paragraph of the text: the page, or an item of it."""
        return self._closed_down_to(self._nearest(range(len(self.open)), left, plain=True))

    def special(self, kind: Place, left: int, is_new: bool = False) -> Container:
        """The container for a paragraph of a callout or a quotation: an open one, else a new one."""
        at = max((at for at, container in enumerate(self.open) if container.kind == kind), default=None)
        if at is not None and not is_new:
            return self._closed_down_to(self._nearest(range(at, len(self.open)), left))
        around = self._closed_down_to(self._around(left))
        made = Container(kind, left)
        around.children.append(made)
        self.open.append(made)
        return made

    def item(self, within: Place, depth: int | None, left: int, of: OpenList, label: str, anchor: str) -> Container:
        """A new item. `depth`: the number of lists around its own, where the paragraph gives it; `of`: its list, if
        no open one fits."""
        base = self._base(within)
        del self.open[base + 1 + self._items_open(base, depth, left) :]
        around = self.here
        last = around.children[-1] if around.children else None
        same = isinstance(last, OpenList) and last.notes == of.notes and _is_one(last, of)
        if not same:
            around.children.append(of)
            last = of
        assert isinstance(last, OpenList)
        container = Container("item", left, last)
        last.items.append((container, label, anchor))
        self.open.append(container)
        return container

    def _items_open(self, base: int, depth: int | None, left: int) -> int:
        items = self.open[base + 1 :]
        count = next((at for at, container in enumerate(items) if container.kind != "item"), len(items))
        if depth is not None:
            return min(depth, count)
        return next((at for at, container in enumerate(items[:count]) if container.left >= left - _NEAR), count)

    def _base(self, within: Place) -> int:
        """The index of the container whose items these are."""
        if within in ("body", "notes"):
            return 0
        return max((at for at, container in enumerate(self.open) if container.kind == within), default=0)

    def _around(self, left: int) -> int:
        """The index of the page, or of the innermost item of its lists that is indented less."""
        items = (at for at, each in enumerate(self.open) if each.kind == "item" and each.left < left - _NEAR)
        return max((at for at in items if self._is_plain(at)), default=0)

    def _nearest(self, places: range, left: int, plain: bool = False) -> int:
        fit = [at for at in places if not plain or self._is_plain(at)]
        return min(fit, key=lambda at: (abs(self.open[at].left - left) > _NEAR and abs(self.open[at].left - left), -at))

    def _is_plain(self, at: int) -> bool:
        """Whether a container is the page or an item of its lists, and within no callout or quotation."""
        return all(each.kind in ("root", "item") for each in self.open[: at + 1])

    def _closed_down_to(self, at: int) -> Container:
        del self.open[at + 1 :]
        return self.open[at]


def _is_one(open_: OpenList, of: OpenList) -> bool:
    """Whether an item belongs to an open list. One with a label of its own fits into any."""
    return not of.number or not open_.number or open_.number == of.number
