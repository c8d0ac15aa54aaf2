"""The bytes of an untrusted Word file → a python-docx document part, or why the file is refused.

python-docx unpacks and parses whatever it is given, so everything is checked before: size, number, names and
compression of the members of the ZIP file, and no part that is parsed may declare a document type (ISO/IEC 29500-2,
8.1.4). Parts are found by following relationships within the package; what lies outside is never followed. The part
classes and element classes are python-docx's, the parser is stricter than its own: no comments, no network, no DTD.
Files saved as “Strict Open XML Document” are read with the transitional namespaces (ISO/IEC 29500-4).
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, cast

import msgspec
from docx.opc.constants import NAMESPACE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.ns import qn
from docx.oxml.parser import element_class_lookup
from docx.package import Package
from docx.parts.comments import CommentsPart
from docx.parts.document import DocumentPart
from docx.parts.hdrftr import FooterPart, HeaderPart
from docx.parts.image import ImagePart
from docx.parts.numbering import NumberingPart
from docx.parts.settings import SettingsPart
from docx.parts.story import StoryPart
from docx.parts.styles import StylesPart
from lxml import etree

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.ooxml import BROKEN, Element

RT_COMMENTS_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"

_MAX_SOURCES = 400
"""The most parts with relationships: python-docx walks through parts recursively."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The signature of a compound file: Word 97, or an encrypted package."""

_RELATIONSHIP = f"{{{NAMESPACE.OPC_RELATIONSHIPS}}}Relationship"
_STRICT = re.compile(r"http://purl\.oclc\.org/ooxml/(\w+)/")
_TRANSITIONAL = r"http://schemas.openxmlformats.org/\1/2006/"


class Limits(msgspec.Struct, frozen=True):
    """How much a package may hold. Sizes in bytes."""

    file: int = 50 << 20
    members: int = 2_000
    member: int = 64 << 20
    total: int = 200 << 20
    ratio: int = 200
    """The highest compression ratio of a member above a megabyte; text is seldom above 20."""
    tags: int = 20_000_000
    """Signs `<` in all parsed parts: an element takes far more memory than its text."""


BRIEF_LIMITS = Limits(file=20 << 20, member=24 << 20, total=100 << 20, tags=600_000)
"""A brief of 200 pages has a DOCX of 2 MB, a document.xml of 9 MB, and 200,000 signs `<`."""


class NotesPart(StoryPart):
    """Footnotes or endnotes, which python-docx has no class for."""


_PART_CLASSES: Mapping[str, type[Part]] = {
    RT.OFFICE_DOCUMENT: DocumentPart,
    RT.STYLES: StylesPart,
    RT.NUMBERING: NumberingPart,
    RT.SETTINGS: SettingsPart,
    RT.HEADER: HeaderPart,
    RT.FOOTER: FooterPart,
    RT.FOOTNOTES: NotesPart,
    RT.ENDNOTES: NotesPart,
    RT.COMMENTS: CommentsPart,
    RT_COMMENTS_EXTENDED: XmlPart,
    RT.CORE_PROPERTIES: CorePropertiesPart,
    RT.CUSTOM_PROPERTIES: XmlPart,
    RT.CUSTOM_XML: XmlPart,
    RT.FONT_TABLE: XmlPart,
    RT.THEME: XmlPart,
    RT.IMAGE: ImagePart,
}
"""By relationship type, as a program finds a part; content types of templates and of other programs differ."""


class _RefusedError(Exception):
    """Why a package is not read."""


def open_docx(data: bytes, name: str = "", limits: Limits | None = None) -> DocumentPart | Diagnostic:
    """The main part of a Word file with all parts it leads to; `name` of the file is for the message."""
    try:
        members = _members(data, limits or Limits())
        return _Loader(members, (limits or Limits()).tags).document()
    except _RefusedError as exception:
        return refusal(str(exception), name)
    except RecursionError:
        return refusal("it is nested too deep", name)


def refusal(why: str, name: str) -> Diagnostic:
    """The diagnostic for a file that is not read. `why` completes a sentence: “it holds macros”."""
    hint = "Save it again in Word as .docx, without a password."
    return error("unsafe-docx", f"This file is not read: {why}.", None, hint, name)


def related_parts(source: Part | Package, reltype: str) -> Iterator[Part]:
    """The parts of a type that a part or the package refers to, in the order of its relationships."""
    return (rel.target_part for rel in source.rels.values() if rel.reltype == reltype and not rel.is_external)


def related_xml(source: Part | Package, reltype: str) -> "Element | None":
    """The root element of the first part of a type that a part or the package refers to."""
    part = next(related_parts(source, reltype), None)
    return part.element if isinstance(part, XmlPart) else None


def core_properties(package: Package) -> dict[str, str]:
    """The core properties by the local names of their elements: `title`, `creator`, `modified`.

    python-docx's own object invents properties where a file has none, and has no publisher.
    """
    root = related_xml(package, RT.CORE_PROPERTIES)
    return {str(each.tag).rpartition("}")[2]: each.text or "" for each in (root if root is not None else ())}


class _Loader:
    """Loads the parts of a package by following relationships."""

    def __init__(self, members: Mapping[str, bytes], tags: int) -> None:
        self._members = members
        self._tags_left = tags
        self._package = Package()
        self._parts: dict[str, Part] = {}

    def document(self) -> DocumentPart:
        if sum(name.endswith(".rels") for name in self._members) > _MAX_SOURCES:
            raise _RefusedError(f"more than {_MAX_SOURCES} parts of it refer to others")
        types = self._content_types()
        todo: list[Part | Package] = [self._package]
        while todo:
            source = todo.pop()
            uri = source.partname if isinstance(source, Part) else PACKAGE_URI
            for rid, reltype, target, is_external in self._relationships(uri):
                if is_external:
                    source.load_rel(reltype, target, rid, is_external=True)
                    continue
                partname = PackURI.from_rel_ref(uri.baseURI, target)
                if partname.membername not in self._members:
                    continue  # Word, too, passes over what is missing
                if partname not in self._parts:
                    self._parts[partname] = self._part(partname, types, reltype)
                    todo.append(self._parts[partname])
                source.load_rel(reltype, self._parts[partname], rid)
        self._package.after_unmarshal()  # type: ignore[no-untyped-call]
        main = next(related_parts(self._package, RT.OFFICE_DOCUMENT), None)
        if not isinstance(main, DocumentPart) or main.element.tag != qn("w:document"):
            raise _RefusedError("it holds no document of Word")
        return main

    def _part(self, partname: PackURI, types: Mapping[str, str], reltype: str) -> Part:
        content_type = types.get(partname.lower()) or types.get(partname.ext.lower(), "")
        cls = _PART_CLASSES.get(reltype, Part)
        if issubclass(cls, XmlPart):
            return cls(partname, content_type, self._parse(partname.membername), self._package)
        part: Part = cls.load(partname, content_type, self._members[partname.membername], self._package)
        return part

    def _relationships(self, source: PackURI) -> Iterator[tuple[str, str, str, bool]]:
        """Id, type, target and externality of each relationship of a part."""
        name = source.rels_uri.membername
        for each in self._parse(name).iter(_RELATIONSHIP) if name in self._members else ():
            rid, reltype, target = each.get("Id", ""), each.get("Type", ""), each.get("Target", "")
            if rid and reltype and target:
                yield rid, _STRICT.sub(_TRANSITIONAL, reltype), target, each.get("TargetMode") == "External"

    def _content_types(self) -> dict[str, str]:
        """Content types by part name or extension, in lower case."""
        name = "[Content_Types].xml"
        return {
            (each.get("PartName") or each.get("Extension") or "").lower(): each.get("ContentType", "")
            for each in (self._parse(name) if name in self._members else ())
        }

    def _parse(self, name: str) -> Any:
        """The root element of a part."""
        content = self._members[name]
        self._tags_left -= content.count(b"<")
        if self._tags_left < 0:
            raise _RefusedError("it has more in it than a brief can have")
        if b"<!DOCTYPE" in content:
            raise _RefusedError(f"the part {name!a} declares a document type")
        try:
            root = etree.fromstring(content, _parser())
        except (etree.XMLSyntaxError, ValueError) as exception:
            raise _RefusedError(f"the part {name!a} is not XML") from exception
        if cast(Any, root.getroottree().docinfo).doctype:  # in another encoding
            raise _RefusedError(f"the part {name!a} declares a document type")
        if any(_STRICT.match(namespace) for namespace in root.nsmap.values()):
            root = etree.fromstring(etree.tostring(_renamed(root)), _parser())
        return root


def _renamed(root: Any) -> Any:
    """Give elements and attributes their transitional names."""
    for element in root.iter("*"):
        element.tag = _STRICT.sub(_TRANSITIONAL, element.tag)
        for key in [key for key in element.attrib if _STRICT.search(key)]:
            element.set(_STRICT.sub(_TRANSITIONAL, key), element.attrib.pop(key))
    return root


def _members(data: bytes, limits: Limits) -> dict[str, bytes]:
    """The content of all members by name."""
    if len(data) > limits.file:
        raise _RefusedError(f"it is larger than {limits.file >> 20} MB")
    if data.startswith(_OLE):
        raise _RefusedError("it is encrypted, or in the format of Word 97")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _check(infos, limits)
            left = limits.total
            out: dict[str, bytes] = {}
            for info in infos:
                out[info.filename] = content = _unpack(archive, info, min(limits.member, left))
                left -= len(content)
            return out
    except BROKEN as exception:
        raise _RefusedError("it is not a whole ZIP file") from exception


def _check(infos: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Raise if the ZIP directory exceeds the limits or is ambiguous."""
    if len(infos) > limits.members:
        raise _RefusedError(f"it has more than {limits.members} parts")
    seen: set[str] = set()
    total = 0
    for info in infos:
        name = info.filename
        if name.lower() in seen:  # OPC: names of parts are equal without regard to case
            raise _RefusedError(f"it has two parts named {name!a}")
        seen.add(name.lower())
        if info.flag_bits & 1:
            raise _RefusedError("a part of it is encrypted")
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            raise _RefusedError(f"a part has the name {name!a}")
        total += info.file_size
        packed = max(info.compress_size, 1)
        if info.file_size > 1 << 20 and info.file_size / packed > limits.ratio:
            raise _RefusedError(f"the part {name!a} unpacks to more than {limits.ratio} times its size")
        if info.file_size > limits.member or total > limits.total:
            raise _RefusedError("it unpacks to too much")
    places = sorted((info.header_offset, info.compress_size) for info in infos)
    if any(start + size > following for (start, size), (following, _) in pairwise(places)):
        raise _RefusedError("its parts overlap")


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    with archive.open(info) as file:  # the directory may give a smaller size than the member has
        content = file.read(limit + 1)
    if len(content) > limit:
        raise _RefusedError("it unpacks to too much")
    return content


def _parser() -> etree.XMLParser:
    """A strict parser with python-docx's element classes: no network, entities, comments or processing instructions."""
    # `huge_tree=False` leaves on the parser's own limits: depth 256, 10 MB a text, growth of entities.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    parser.set_element_class_lookup(element_class_lookup)
    return parser
