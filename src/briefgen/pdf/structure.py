"""The structure tree and its marked content (ISO 32000-1, 14.7)."""

import re
from typing import TypeAlias

import msgspec

from briefgen.document import Revision
from briefgen.layout import Element
from briefgen.pdf.document import PdfFile, text

_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def language(tag: str) -> str:
    """The tag if it is well-formed (BCP 47, see ISO 32000-1, 14.9.2); otherwise empty."""
    return tag if _TAG.fullmatch(tag) else ""


_AMONG_CONTENT = frozenset({"Link", "Reference", "Span"})
"""Elements among the content of their parent, in the order of painting. All others follow the content (a note in its
cell) or are in a parent without content."""


_DECORATIONS: dict[Revision, str] = {"inserted": "Underline", "deleted": "LineThrough"}


class _Content(msgspec.Struct, frozen=True, gc=False):
    """A marked-content reference: sequence `number` of page `page`, from 0."""

    page: int
    number: int


class _Annotation(msgspec.Struct, frozen=True, gc=False):
    """An object reference: an annotation on page `page`."""

    page: int
    object: str


_Kid: TypeAlias = int | _Content | _Annotation
"""A kid of an element: another element, by its number, or content."""


class Structure:
    """The structure tree, which grows as pages are painted."""

    def __init__(self, elements: tuple[Element, ...]) -> None:
        self.elements = elements
        self.figures: dict[int, tuple[float, float, float, float]] = {}
        """Bounding boxes of figures, from the lower left corner of their pages."""
        self._pages: list[list[int]] = []
        self._annotations: list[int] = []
        self._content: list[list[_Kid]] = [[] for _ in elements]
        """The content of each element in the order of painting, with the elements among it."""
        self._children: list[list[_Kid]] = [[] for _ in elements]
        """The other child elements of each element, in reading order."""
        self._placed = [element.tag not in _AMONG_CONTENT for element in elements]
        """Whether each element is among the kids of its parent."""
        for index, element in enumerate(elements):
            if self._placed[index] and element.parent >= 0:
                self._children[element.parent].append(index)

    def begin_page(self) -> None:
        """Marked content is on the next page from now on."""
        self._pages.append([])

    def mark(self, element: int) -> str:
        """The operator that begins a marked-content sequence of the element on this page."""
        inner = element
        while not self._placed[inner]:
            self._placed[inner] = True
            self._content[self.elements[inner].parent].append(inner)
            inner = self.elements[inner].parent
        numbers = self._pages[-1]
        numbers.append(element)
        self._content[element].append(_Content(len(self._pages) - 1, len(numbers) - 1))
        return f"/{self.elements[element].tag} <</MCID {len(numbers) - 1}>> BDC"

    def annotate(self, element: int, page: int, annotation: str) -> int:
        """Add an annotation to its element; return its key in the parent tree, after those of pages."""
        self._content[element].append(_Annotation(page, annotation))
        self._annotations.append(element)
        return len(self._pages) + len(self._annotations) - 1

    def link_of(self, element: int) -> int | None:
        """The link that an element is, or is in."""
        while element >= 0:
            if self.elements[element].tag == "Link":
                return element
            element = self.elements[element].parent
        return None

    def write(self, file: PdfFile, pages: list[str]) -> str:
        """Write the tree, given the references to the pages; return the reference to its root. Releases what is
        written, to save memory."""
        root = file.reserve()
        numbers = [file.reserve() if reached else 0 for reached in self._reached()]
        names = [f"{number} 0 R" if number else "" for number in numbers]
        released: list[_Kid] = []
        for index, number in enumerate(numbers):
            if number:
                file.put(number, self._element(index, names, pages, f"{root} 0 R"))
            self._content[index] = self._children[index] = released
        rows = [file.add(f"[{' '.join(names[element] for element in marked)}]") for marked in self._pages]
        rows += [names[element] for element in self._annotations]
        tree = file.add(f"<</Nums[{' '.join(f'{key} {row}' for key, row in enumerate(rows))}]>>")
        keys = sorted(
            (element.key, name) for element, name in zip(self.elements, names, strict=True) if element.key and name
        )
        named = f"/IDTree<</Names[{' '.join(f'{text(key)} {name}' for key, name in keys)}]>>" if keys else ""
        entries = f"/K {names[0]}/ParentTree {tree}/ParentTreeNextKey {len(rows)}{named}"
        file.put(root, f"<</Type/StructTreeRoot{entries}>>")
        return f"{root} 0 R"

    def _reached(self) -> list[bool]:
        """Whether each element is connected to the root; a link without text is not."""
        reached = [False] * len(self.elements)
        reached[0] = True
        for index, element in enumerate(self.elements):
            if element.parent >= 0:
                reached[index] = self._placed[index] and reached[element.parent]
        return reached

    def _element(self, index: int, names: list[str], pages: list[str], root: str) -> str:
        element, kids = self.elements[index], self._content[index] + self._children[index]
        home: int | None = None
        """Page of its first content."""
        written = []
        for kid in kids:
            match kid:
                case int():
                    written.append(names[kid])
                case _Content():
                    home = kid.page if home is None else home
                    other = f"<</Type/MCR/Pg {pages[kid.page]}/MCID {kid.number}>>"
                    written.append(f"{kid.number}" if kid.page == home else other)
                case _Annotation():
                    written.append(f"<</Type/OBJR/Pg {pages[kid.page]}/Obj {kid.object}>>")
        out = f"<</S/{element.tag}/P {names[element.parent] if element.parent >= 0 else root}"
        out += f"/Pg {pages[home]}" if home is not None else ""
        if written:
            out += f"/K[{' '.join(written)}]" if len(written) > 1 else f"/K {written[0]}"
        out += f"/Alt{text(element.alt)}" if element.alt else ""
        out += f"/Lang{text(lang)}" if element.lang and (lang := language(element.lang)) else ""
        out += f"/ID{text(element.key)}" if element.key else ""
        attributes = self._attributes(index)
        return out + (f"/A{attributes}>>" if attributes else ">>")

    def _attributes(self, index: int) -> str:
        """Attributes of tables, lists and figures (ISO 32000-1, 14.8.5)."""
        element = self.elements[index]
        match element.tag:
            case "TH" | "TD":
                out = f"/Scope/{element.scope}" if element.scope else ""
                out += f"/ColSpan {element.colspan}" if element.colspan > 1 else ""
                out += f"/RowSpan {element.rowspan}" if element.rowspan > 1 else ""
                return f"<</O/Table{out}>>" if out else ""
            case "Table":
                return f"<</O/Table/Summary{text(element.summary)}>>" if element.summary else ""
            case "L":
                return f"<</O/List/ListNumbering/{element.numbering}>>" if element.numbering else ""
            case "Span" if element.revision:
                return f"<</O/Layout/TextDecorationType/{_DECORATIONS[element.revision]}>>"
            case "Figure" if index in self.figures:
                box = " ".join(f"{edge:.2f}" for edge in self.figures[index])
                return f"<</O/Layout/Placement/Block/BBox[{box}]>>"
            case _:
                return ""
