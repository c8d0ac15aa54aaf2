"""The tree of elements, and which marked content of which page belongs to each (ISO 32000-1, 14.7)."""

from typing import TypeAlias

import msgspec

from briefgen.document import Revision
from briefgen.layout import Element
from briefgen.writers.pdf.file import File, array, dictionary, reference, text
from briefgen.writers.pdf.language import language

_AMONG_CONTENT = frozenset({"Link", "Reference", "Span"})
"""Elements that stand among the content of their parent: they take their place where they are first painted. All others
stand behind it (a note in its cell) or in a parent that has no content of its own."""


_DECORATIONS: dict[Revision, bytes] = {"inserted": b"Underline", "deleted": b"LineThrough"}


class _Content(msgspec.Struct, frozen=True, gc=False):
    """Marked content `number` of the page `page`, from 0."""

    page: int
    number: int


class _Annotation(msgspec.Struct, frozen=True, gc=False):
    """An annotation, by its object, on the page `page`."""

    page: int
    object: int


_Kid: TypeAlias = int | _Content | _Annotation
"""A kid of an element: another element, by its number, or content."""


class Structure:
    """Grows as pages are painted, in reading order."""

    def __init__(self, elements: tuple[Element, ...]) -> None:
        self.elements = elements
        self.figures: dict[int, tuple[float, float, float, float]] = {}
        """Where pictures stand on their pages, from the lower left corner."""
        self._pages: list[list[int]] = []
        self._annotations: list[int] = []
        self._content: list[list[_Kid]] = [[] for _ in elements]
        """The content of each element, in the order of painting, with what stands among it."""
        self._children: list[list[_Kid]] = [[] for _ in elements]
        """The other elements inside each element, in reading order."""
        self._placed = [element.tag not in _AMONG_CONTENT for element in elements]
        """Whether each element has its place among the kids of its parent."""
        for index, element in enumerate(elements):
            if self._placed[index] and element.parent >= 0:
                self._children[element.parent].append(index)

    def begin_page(self) -> None:
        """What is marked from now on stands on the next page."""
        self._pages.append([])

    def mark(self, element: int) -> int:
        """A new sequence of marked content of the element; returns its number on the page."""
        inner = element
        while not self._placed[inner]:
            self._placed[inner] = True
            self._content[self.elements[inner].parent].append(inner)
            inner = self.elements[inner].parent
        numbers = self._pages[-1]
        numbers.append(element)
        self._content[element].append(_Content(len(self._pages) - 1, len(numbers) - 1))
        return len(numbers) - 1

    def annotate(self, element: int, annotation: int, pages: int) -> int:
        """Put an annotation under its element; returns its key in the parent tree, behind those of the pages."""
        self._content[element].append(_Annotation(len(self._pages) - 1, annotation))
        self._annotations.append(element)
        return pages + len(self._annotations) - 1

    def link_of(self, element: int) -> int | None:
        """The link that an element is or stands in."""
        while element >= 0:
            if self.elements[element].tag == "Link":
                return element
            element = self.elements[element].parent
        return None

    def write(self, file: File, pages: list[int]) -> int:
        """The tree as objects; returns that of its root. What was written is let go: of a long document it is much."""
        root = file.reserve()
        gone: list[_Kid] = []
        numbers = [file.reserve() if reached else 0 for reached in self._reached()]
        for index, number in enumerate(numbers):
            if number:
                file.put(number, self._element(index, numbers, pages, root))
            self._content[index] = self._children[index] = gone
        parents = []
        for key, marked in enumerate(self._pages):
            entries = file.add(array([reference(numbers[element]) for element in marked]))
            parents.append(b"%d %d 0 R" % (key, entries))
        for key, element in enumerate(self._annotations, len(self._pages)):
            parents.append(b"%d %d 0 R" % (key, numbers[element]))
        tree = file.add(b"<</Nums%s>>" % array(parents))
        tree_root: dict[str, bytes | int] = {
            "Type": b"/StructTreeRoot",
            "K": reference(numbers[0]),
            "ParentTree": reference(tree),
            "ParentTreeNextKey": len(parents),
        }
        keys = sorted((element.key, number) for element, number in zip(self.elements, numbers, strict=True)
                      if element.key and number)  # fmt: skip
        if keys:
            tree_root["IDTree"] = b"<</Names%s>>" % array(
                [text(key) + b" " + reference(number) for key, number in keys]
            )
        file.put(root, dictionary(**tree_root))
        return root

    def _reached(self) -> list[bool]:
        """Whether each element hangs on the root; a link without words hangs nowhere."""
        reached = [False] * len(self.elements)
        reached[0] = True
        for index, element in enumerate(self.elements):
            if element.parent >= 0:
                reached[index] = self._placed[index] and reached[element.parent]
        return reached

    def _element(self, index: int, numbers: list[int], pages: list[int], root: int) -> bytes:
        element, kids = self.elements[index], self._content[index] + self._children[index]
        home: int | None = None
        """The page of its first content."""
        written = []
        for kid in kids:
            match kid:
                case int():
                    written.append(reference(numbers[kid]))
                case _Content():
                    if home is None:
                        home = kid.page
                    if kid.page == home:
                        written.append(b"%d" % kid.number)
                    else:
                        written.append(b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[kid.page], kid.number))
                case _Annotation():
                    written.append(b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (pages[kid.page], kid.object))
        parent = numbers[element.parent] if element.parent >= 0 else root
        out = b"<</S/%s/P %d 0 R" % (element.tag.encode(), parent)
        if home is not None:
            out += b"/Pg %d 0 R" % pages[home]
        if written:
            out += b"/K" + (array(written) if len(written) > 1 else b" " + written[0])
        if element.alt:
            out += b"/Alt" + text(element.alt)
        if element.lang and (lang := language(element.lang)):
            out += b"/Lang" + text(lang)
        if element.key:
            out += b"/ID" + text(element.key)
        if attributes := self._attributes(index):
            out += b"/A" + attributes
        return out + b">>"

    def _attributes(self, index: int) -> bytes:
        """Attributes of tables, lists and figures (ISO 32000-1, 14.8.5)."""
        element = self.elements[index]
        match element.tag:
            case "TH" | "TD":
                out = b"/Scope/%s" % element.scope.encode() if element.scope else b""
                out += b"/ColSpan %d" % element.colspan if element.colspan > 1 else b""
                out += b"/RowSpan %d" % element.rowspan if element.rowspan > 1 else b""
                return b"<</O/Table%s>>" % out if out else b""
            case "Table":
                return b"<</O/Table/Summary%s>>" % text(element.summary) if element.summary else b""
            case "L":
                return b"<</O/List/ListNumbering/%s>>" % element.numbering.encode() if element.numbering else b""
            case "Span" if element.revision:
                return b"<</O/Layout/TextDecorationType/%s>>" % _DECORATIONS[element.revision]
            case "Figure" if index in self.figures:
                box = b" ".join(b"%.2f" % edge for edge in self.figures[index])
                return b"<</O/Layout/Placement/Block/BBox[%s]>>" % box
            case _:
                return b""
