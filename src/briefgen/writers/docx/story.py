"""A story is a part that holds text: the body, the notes, a header, a footer. While it is written it gathers what it
refers to."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import chain
from typing import Literal

from briefgen.document import Revision
from briefgen.ooxml import Part, Relationship
from briefgen.writers.docx.numbering import NumberedList
from briefgen.writers.docx.setting import Setting

_FIRST_CONTROL, _FIRST_CONTROL_OF_NOTES = 100_000_000, 200_000_000
"""Far above the numbers of drawings and other controls."""


_FIRST_REVISION, _FIRST_REVISION_OF_NOTES = 1_000_000, 2_000_000
"""Beyond the numbers of bookmarks: all of them annotate (ISO/IEC 29500-1, 17.13)."""

_AS_BEFORE = nullcontext()


class Story:
    """The part being written: its relationships, and counters for what must be unique in it.

    Only the body may set bookmarks and notes.
    """

    def __init__(self, setting: Setting, kind: Literal["document", "footnotes", "header", "footer"]) -> None:
        self.setting = setting
        self.is_body = kind == "document"
        self.controlled = setting.dress.review is not None and kind in ("document", "footnotes")
        """Authored and computed words stand in content controls."""
        self.controls: dict[str, tuple[str, int]] = {}
        """Tag of a control → path and block of its field."""
        self.is_numbered = kind in ("document", "footnotes")
        """Pages that it names are filled in when all is written."""
        self.cited: dict[tuple[int, Revision], str] = {}
        """Number of a note that is set, and as what its mark is → the bookmark there, in the order of setting."""
        self.revision: Revision = ""
        """What is being written was inserted or deleted."""
        self.ends_revised = False
        """The mark of the last paragraph may go: where it may not, another paragraph must follow."""
        self.sequences: dict[str, int] = {}
        """Name of a sequence (tables, figures) → the last number given."""
        self.lists: list[NumberedList] = []
        """The numbered lists, each of which starts anew."""
        self.after_table = False
        """The last thing written is a table: another one would grow into it, and a cell needs a paragraph."""
        self.room = 0
        """Space that the next paragraph needs above it, in twips, where its style has less."""
        self.break_page = False
        """The next paragraph begins a page."""
        self._relations: dict[tuple[str, str], Relationship] = {}
        self._pictures: dict[bytes, str] = {}
        self._drawings: dict[bytes, str] = {}
        self._charts: list[tuple[Part, ...]] = []
        self._bookmarked: set[str] = set()
        self._bookmark_id = 0
        self._object_id = 0
        self._revision_id = _FIRST_REVISION if self.is_body else _FIRST_REVISION_OF_NOTES
        self._control_id = _FIRST_CONTROL if self.is_body else _FIRST_CONTROL_OF_NOTES

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of the relationship to a part or an address; each is made once."""
        known = self._relations.get((kind, target))
        if known is None:
            known = Relationship(f"rId{len(self._relations) + 1}", kind, target, external)
            self._relations[kind, target] = known
        return known.id

    def relationships(self) -> tuple[Relationship, ...]:
        """All that were made, in the order of making."""
        return tuple(self._relations.values())

    def picture(self, png: bytes) -> str:
        """The id of the relationship to a picture; the same bytes are stored once."""
        name = self._pictures.setdefault(png, f"word/media/image{len(self._pictures) + 1}.png")
        return self.relate("image", name)

    def drawing(self, svg: bytes) -> str:
        """The id of the relationship to a drawing in vectors."""
        name = self._drawings.setdefault(svg, f"word/media/drawing{len(self._drawings) + 1}.svg")
        return self.relate("image", name)

    def chart(self, xml: bytes, workbook: bytes) -> str:
        """The id of the relationship to a chart, which refers to its workbook as `rId1`."""
        number = len(self._charts) + 1
        book = Part(f"word/embeddings/chart{number}.xlsx", "package", workbook)
        chart = Part(f"word/charts/chart{number}.xml", "chart", xml, (Relationship("rId1", book.kind, book.name),))
        self._charts.append((chart, book))
        return self.relate("chart", chart.name)

    def media(self) -> list[Part]:
        """The pictures, drawings and charts as parts."""
        pictures = [Part(name, "image", png) for png, name in self._pictures.items()]
        drawings = [Part(name, "drawing", svg) for svg, name in self._drawings.items()]
        return [*pictures, *drawings, *chain.from_iterable(self._charts)]

    def object_id(self) -> int:
        """A number for a drawing or a content control that no other has."""
        self._object_id += 1
        return self._object_id

    def called(self, path: str) -> str:
        """How a brief for review calls a field."""
        review = self.setting.dress.review
        return review.paths.get(path, path) if review else path

    def control_id(self) -> int:
        """A number for a content control that no other has, in this part or another."""
        self._control_id += 1
        return self._control_id

    def revising(self, how: Revision) -> AbstractContextManager[None]:
        """While something is written that was inserted or deleted."""
        return _AS_BEFORE if how == self.revision else self._revising(how)

    @contextmanager
    def _revising(self, how: Revision) -> Iterator[None]:
        before, self.revision = self.revision, how
        try:
            yield
        finally:
            self.revision = before

    def revision_id(self) -> int:
        """A number for a tracked change that no other has."""
        self._revision_id += 1
        return self._revision_id

    def bookmarked(self, anchor: str, content: str) -> str:
        """Content inside the bookmark of an anchor. An anchor given twice is bookmarked where it stands first."""
        return self.named(self.setting.bookmarks.get(anchor), content)

    def named(self, name: str | None, content: str) -> str:
        """Content inside the bookmark of this name, if that is not set yet."""
        if name is None or name in self._bookmarked or not self.is_body:
            return content
        self._bookmarked.add(name)
        self._bookmark_id += 1
        at = self._bookmark_id
        return f'<w:bookmarkStart w:id="{at}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{at}"/>'
