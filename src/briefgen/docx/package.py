"""The package of a brief and its parts: opened from the base document, written into, saved the same each time."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from hashlib import sha256
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any, Literal
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import msgspec
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, PartFactory
from docx.opc.pkgwriter import _ContentTypesItem
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.parts.image import ImagePart
from docx.parts.story import StoryPart

import docx
from briefgen.core.xml import in_attribute
from briefgen.document import Revision
from briefgen.docx.context import Context
from briefgen.docx.numbering import NumberedList
from briefgen.docx.styles import add_theme
from briefgen.ooxml.opening import NotesPart
from briefgen.ooxml.tags import SVG, XML_HEAD
from briefgen.theme import Theme

BASE = Path(__file__).with_name("base.docx")
"""python-docx's own template, cleaned, with the styles of the shipped theme: `make base`."""
BLOCKS = "<?blocks?>"
"""Placeholder for the blocks of a section. No author's text can produce a processing instruction."""

_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date of the ZIP format, for reproducible files."""
_LEVEL = 4
"""Compression level. The default of 6 takes twice as long and saves 10%."""
_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_COMPRESSED = ("png", "jpeg", "gif", "xlsx")


class BodyPart(DocumentPart):
    """The part with the body. Its blocks are inserted as bytes when it is saved: python-docx does not need them, and
    their tree would take most of the memory."""

    blocks: Sequence[bytes] = ()
    """In the order of their placeholders."""

    @property
    def blob(self) -> bytes:
        """The part with its blocks."""
        first, *rest = super().blob.split(BLOCKS.encode(), len(self.blocks))
        return b"".join([first, *chain.from_iterable(zip(self.blocks, rest, strict=True))])


PartFactory.part_type_for[CONTENT_TYPE.WML_FOOTNOTES] = NotesPart
PartFactory.part_type_for[CONTENT_TYPE.WML_DOCUMENT_MAIN] = BodyPart


def open_base(theme: Theme) -> Document:
    """The base document with the styles of a theme. It ships with those of the default theme, since python-docx needs
    45 ms to add 70 styles."""
    document = docx.Document(str(BASE))
    core = document.core_properties._element
    if document.core_properties.identifier != digest(theme):
        add_theme(document, theme)
    (identifier,) = core.xpath("dc:identifier")
    core.remove(identifier)
    return document


def body_of(document: Document) -> BodyPart:
    """The part with the body of a document."""
    assert isinstance(document.part, BodyPart)
    return document.part


def footnotes_of(document: Document) -> NotesPart:
    """The part with the footnotes of a document."""
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    assert isinstance(part, NotesPart)
    return part


def digest(theme: Theme) -> str:
    """The digest of a theme."""
    return sha256(msgspec.msgpack.encode(theme)).hexdigest()[:32]


def save(package: Package) -> bytes:
    """The bytes of the file: content types first, then the members by name, without the timestamps of python-docx. The
    package cannot be used afterwards."""
    parts = sorted(package.parts, key=lambda part: part.partname)
    members = {"_rels/.rels": package.rels.xml}
    for part in parts:
        members[part.partname.membername] = part.blob
        if part.rels:
            members[part.partname.rels_uri.membername] = part.rels.xml
    content_types: Any = _ContentTypesItem
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in [("[Content_Types].xml", content_types.from_parts(parts).blob), *sorted(members.items())]:
            entry = ZipInfo(name, _DATE)
            entry.create_system = 0  # else it differs between Windows and the rest
            entry.compress_type = ZIP_STORED if name.endswith(_COMPRESSED) else ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=_LEVEL)
    _release(parts)
    return out.getvalue()


def _release(parts: Iterable[Any]) -> None:
    """Empty the parts: they form reference cycles with the package, so their trees would stay in memory until the
    garbage collector runs, which is rare in a batch."""
    for part in parts:
        vars(part).clear()


def new_part(owner: Part | Package, name: str, content_type: str, data: bytes) -> Part:
    """A new part in the package of `owner`, without relationships to it."""
    package = owner if isinstance(owner, Package) else owner.package
    return Part(PackURI(f"/{name}"), content_type, data, package)


def add_custom_xml(owner: Part, number: int, namespace: str, identifier: str, data: bytes) -> None:
    """Add data that Word stores with a document (ISO/IEC 29500-1, 15.2.5 and 22.5.2.1). `identifier`: a GUID."""
    properties = (
        f'{XML_HEAD}<ds:datastoreItem xmlns:ds="{_DATA_STORE}" ds:itemID="{identifier}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{in_attribute(namespace)}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    item = new_part(owner, f"customXml/item{number}.xml", CONTENT_TYPE.XML, data)
    described = new_part(
        owner, f"customXml/itemProps{number}.xml", CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, properties.encode()
    )
    item.relate_to(described, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    owner.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


# The state of the part that is being written: the body, the notes, a header or a footer.

_FIRST_CONTROL, _FIRST_CONTROL_OF_NOTES = 100_000_000, 200_000_000
"""Far above the ids of drawings and other controls."""


_FIRST_REVISION, _FIRST_REVISION_OF_NOTES = 1_000_000, 2_000_000
"""Above the ids of bookmarks: all annotations share one id space (ISO/IEC 29500-1, 17.13)."""

_UNCHANGED = nullcontext()


class PartWriter:
    """The part being written: its relationships, and counters for what must be unique in it.

    Only the body may set bookmarks and notes.
    """

    def __init__(
        self, context: Context, part: StoryPart, kind: Literal["document", "footnotes", "header", "footer"]
    ) -> None:
        self.context = context
        self.part = part
        self.is_body = kind == "document"
        self.controlled = context.options.review is not None and kind in ("document", "footnotes")
        """Authored and computed text is in content controls."""
        self.controls: dict[str, tuple[str, int]] = {}
        """Tag of a control → path and block of its field."""
        self.cited: dict[tuple[int, Revision], str] = {}
        """Number of a note with a mark, and the revision of that mark → its bookmark, in document order."""
        self.revision: Revision = ""
        """The revision of the content being written."""
        self.ends_in_revision = False
        """The last paragraph mark is inserted or deleted; where that is not allowed, another paragraph must follow."""
        self.sequences: dict[str, int] = {}
        """Name of a sequence (tables, figures) → its last number."""
        self.lists: list[NumberedList] = []
        """The numbered lists, each with its own numbering."""
        self.after_table = False
        """The last block is a table: Word would merge a second one with it, and a cell must end with a paragraph."""
        self.space_above = 0
        """Minimum space above the next paragraph, in twips."""
        self.break_page = False
        """The next paragraph begins a page."""
        self._addresses: dict[str, str] = {}
        self._pictures: dict[bytes, str] = {}
        self._charts = 0
        self._bookmarked: set[str] = set()
        self._bookmark_id = 0
        self._object_id = 0
        self._revision_id = _FIRST_REVISION if self.is_body else _FIRST_REVISION_OF_NOTES
        self._control_id = _FIRST_CONTROL if self.is_body else _FIRST_CONTROL_OF_NOTES

    def address(self, target: str) -> str:
        """The id of the relationship to a URL. python-docx would search all relationships each time."""
        if target not in self._addresses:
            identity = self._addresses[target] = f"rId{1_000 + len(self._addresses)}"
            self.part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, target, identity, is_external=True)
        return self._addresses[target]

    def picture(self, png: bytes) -> str:
        """The id of the relationship to a picture; the same bytes are stored once."""
        if png not in self._pictures:  # python-docx would parse the image for its size, and may raise
            name = PackURI(f"/word/media/image{len(self._pictures) + 1}.png")
            self._pictures[png] = self.part.relate_to(ImagePart(name, CONTENT_TYPE.PNG, png), RELATIONSHIP_TYPE.IMAGE)
        return self._pictures[png]

    def drawing(self, svg: bytes) -> str:
        """The id of the relationship to an SVG drawing."""
        if svg not in self._pictures:
            name = PackURI(f"/word/media/drawing{len(self._pictures) + 1}.svg")
            part = Part(name, SVG, svg, self.part.package)
            self._pictures[svg] = self.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return self._pictures[svg]

    def chart(self, xml: bytes, workbook: bytes) -> str:
        """The id of the relationship to a chart, which refers to its workbook as `rId1`."""
        self._charts += 1
        book = new_part(self.part, f"word/embeddings/chart{self._charts}.xlsx", CONTENT_TYPE.SML_SHEET, workbook)
        chart = new_part(self.part, f"word/charts/chart{self._charts}.xml", CONTENT_TYPE.DML_CHART, xml)
        chart.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
        return self.part.relate_to(chart, RELATIONSHIP_TYPE.CHART)

    def object_id(self) -> int:
        """A unique id for a drawing or a content control."""
        self._object_id += 1
        return self._object_id

    def field_name(self, path: str) -> str:
        """The name of a field in a brief for review."""
        review = self.context.options.review
        return review.paths.get(path, path) if review else path

    def control_id(self) -> int:
        """A unique id for a content control, across parts."""
        self._control_id += 1
        return self._control_id

    def revision_context(self, revision: Revision) -> AbstractContextManager[None]:
        """Set the revision of the content that is written inside the `with` block."""
        return _UNCHANGED if revision == self.revision else self._revision_block(revision)

    @contextmanager
    def _revision_block(self, revision: Revision) -> Iterator[None]:
        before, self.revision = self.revision, revision
        try:
            yield
        finally:
            self.revision = before

    def revision_id(self) -> int:
        """A unique id for a tracked change."""
        self._revision_id += 1
        return self._revision_id

    def bookmarked(self, anchor: str, content: str) -> str:
        """Content inside the bookmark of an anchor. Only its first occurrence is bookmarked."""
        return self.in_bookmark(self.context.bookmarks.get(anchor), content)

    def in_bookmark(self, name: str | None, content: str) -> str:
        """Content inside a bookmark, unless that bookmark exists already."""
        if name is None or name in self._bookmarked or not self.is_body:
            return content
        self._bookmarked.add(name)
        self._bookmark_id += 1
        at = self._bookmark_id
        return f'<w:bookmarkStart w:id="{at}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{at}"/>'
