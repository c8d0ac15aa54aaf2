"""What is open while blocks are read: callouts, quotations, items; and which of it a paragraph stands in.

Word knows none of them: it has paragraphs, each with a style and an indent. A style tells the kind of box; among
several open ones the indent tells which.
"""

from typing import Literal

from briefgen.document import Block, Blocks, Callout, Inlines, Item, List, Paragraph, Quotation
from briefgen.readers.docx.styles import Place

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
        self.items: list[Item | tuple[Box, str, str]] = []

    def made(self) -> List:
        """The list."""
        items = tuple(
            each if isinstance(each, Item) else Item(_item_blocks(each[0]), each[1], each[2]) for each in self.items
        )
        return List(items, self.ordered, self.start if self.ordered else 1, "notes" if self.notes else "")


class Box:
    """Something that blocks stand in."""

    def __init__(self, kind: Literal["root", "item"] | Place, left: int, of: "OpenList | None" = None) -> None:
        self.kind = kind
        self.left = left
        self.of = of
        """The list that an item belongs to."""
        self.held: list[Block | OpenList | Box] = []
        self.title: Inlines = ()
        self.attribution: Inlines = ()

    def blocks(self) -> Blocks:
        """All that stands in it."""
        return tuple(_made(each) for each in self.held)


def _item_blocks(box: Box) -> Blocks:
    """What stands in an item. Where it begins with another block than a paragraph, Word has an empty one for the
    bullet."""
    blocks = box.blocks()
    return blocks[1:] if len(blocks) > 1 and blocks[0] == Paragraph(()) else blocks


def _made(held: "Block | OpenList | Box") -> Block:
    match held:
        case OpenList():
            return held.made()
        case Box(kind="quotation"):
            return Quotation(held.blocks(), held.attribution)
        case Box():
            return Callout("decision" if held.kind == "decision" else "remark", held.title, held.blocks())
        case _:
            return held


class Boxes:
    """The boxes that are open, the innermost last. The first one is the page or the cell."""

    def __init__(self) -> None:
        self.open = [Box("root", 0)]

    @property
    def here(self) -> Box:
        """The innermost."""
        return self.open[-1]

    def blocks(self) -> Blocks:
        """All that was read."""
        return self.open[0].blocks()

    def among(self, left: int) -> Box:
        """The box for a block that can stand in any: the one whose indent is nearest."""
        return self._closed_down_to(self._nearest(range(len(self.open)), left))

    def outside(self, left: int) -> Box:
        """The box for a paragraph of the text: the page, or an item of it."""
        return self._closed_down_to(self._nearest(range(len(self.open)), left, plain=True))

    def special(self, kind: Place, left: int, anew: bool = False) -> Box:
        """The box for a paragraph of a callout or a quotation: one that is open, else a new one."""
        at = max((at for at, box in enumerate(self.open) if box.kind == kind), default=None)
        if at is not None and not anew:
            return self._closed_down_to(self._nearest(range(at, len(self.open)), left))
        around = self._closed_down_to(self._around(left))
        made = Box(kind, left)
        around.held.append(made)
        self.open.append(made)
        return made

    def item(self, within: Place, depth: int | None, left: int, of: OpenList, label: str, anchor: str) -> Box:
        """The box of a new item. `depth`: the lists around its own, where the paragraph says it; `of`: its list, if
        none is open that it can belong to."""
        base = self._base(within)
        del self.open[base + 1 + self._items_kept(base, depth, left) :]
        around = self.here
        last = around.held[-1] if around.held else None
        same = isinstance(last, OpenList) and last.notes == of.notes and _is_one(last, of)
        if not same:
            around.held.append(of)
            last = of
        assert isinstance(last, OpenList)
        box = Box("item", left, last)
        last.items.append((box, label, anchor))
        self.open.append(box)
        return box

    def _items_kept(self, base: int, depth: int | None, left: int) -> int:
        items = self.open[base + 1 :]
        count = next((at for at, box in enumerate(items) if box.kind != "item"), len(items))
        if depth is not None:
            return min(depth, count)
        return next((at for at, box in enumerate(items[:count]) if box.left >= left - _NEAR), count)

    def _base(self, within: Place) -> int:
        """The box whose items these are."""
        if within in ("body", "notes"):
            return 0
        return max((at for at, box in enumerate(self.open) if box.kind == within), default=0)

    def _around(self, left: int) -> int:
        """The place of the page, or of the innermost item of its lists that a box of this indent stands in."""
        items = [at for at, box in enumerate(self.open) if box.kind == "item" and box.left < left - _NEAR]
        return max((at for at in items if all(box.kind in ("root", "item") for box in self.open[:at])), default=0)

    def _nearest(self, places: range, left: int, plain: bool = False) -> int:
        fit = [at for at in places if not plain or all(box.kind in ("root", "item") for box in self.open[: at + 1])]
        return min(fit, key=lambda at: (abs(self.open[at].left - left) > _NEAR and abs(self.open[at].left - left), -at))

    def _closed_down_to(self, at: int) -> Box:
        del self.open[at + 1 :]
        return self.open[at]


def _is_one(open_: OpenList, of: OpenList) -> bool:
    """Whether an item belongs to a list that is open. What has a label of its own fits into any."""
    return not of.number or not open_.number or open_.number == of.number
