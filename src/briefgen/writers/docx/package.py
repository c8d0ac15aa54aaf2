"""The package of a brief: opened from the base document, given further parts, saved the same each time."""

from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import msgspec
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, PartFactory
from docx.opc.pkgwriter import _ContentTypesItem
from docx.package import Package
from docx.parts.story import StoryPart

import docx
from briefgen import ooxml
from briefgen.ooxml.tags import RELATIONS, TYPES
from briefgen.theme import Theme
from briefgen.writers.docx.styles import add_theme

BASE = Path(__file__).with_name("base.docx")
"""python-docx's own template, cleaned, with the styles of the shipped theme: `make base`."""

_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a ZIP file can hold: the clock has no say."""
_LEVEL = 4
"""Of compression. A brief is a tenth smaller at the usual 6, which takes twice as long: markup repeats itself."""
_COMPRESSED = ("png", "jpeg", "gif", "xlsx")


class FootnotesPart(StoryPart):
    """The part with the footnotes, which python-docx does not know."""


PartFactory.part_type_for[CONTENT_TYPE.WML_FOOTNOTES] = FootnotesPart


def open_base(theme: Theme) -> Document:
    """The base document in the styles of a theme. Those of the shipped one are made beforehand, since 70 styles take
    python-docx 45 ms."""
    document = docx.Document(str(BASE))
    core = document.core_properties._element
    if document.core_properties.identifier != digest(theme):
        add_theme(document, theme)
    (identifier,) = core.xpath("dc:identifier")
    core.remove(identifier)
    return document


def footnotes_of(document: Document) -> FootnotesPart:
    """The part with the footnotes of a document."""
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    assert isinstance(part, FootnotesPart)
    return part


def digest(theme: Theme) -> str:
    """A name for exactly this theme."""
    return sha256(msgspec.msgpack.encode(theme)).hexdigest()[:32]


def save(package: Package) -> bytes:
    """The file: content types first, then the members by name. python-docx itself stamps them with the clock. The
    package is of no use afterwards."""
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
    """Empty the parts: they and the package refer to each other, and their trees would stay in memory until Python
    looks for such cycles, which in a batch of briefs is rare."""
    for part in parts:
        part._blob = part._element = None


def attach(owner: Part, parts: Iterable[ooxml.Part]) -> list[str]:
    """Add parts to the package of `owner`, each related to those that it names. The ids by which `owner` refers to
    those that no other part names."""
    given = list(parts)
    made = {each.name: _part(each, owner.package) for each in given}
    named = set()
    for each in given:
        for relation in each.relationships:
            target = relation.target if relation.external else made[relation.target]
            made[each.name].load_rel(RELATIONS[relation.kind], target, relation.id, relation.external)
            named.add(relation.target)
    return [owner.relate_to(made[each.name], RELATIONS[each.kind]) for each in given if each.name not in named]


def _part(given: ooxml.Part, package: Package) -> Part:
    return Part(PackURI(f"/{given.name}"), TYPES[given.kind], given.data, package)
