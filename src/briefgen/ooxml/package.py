"""Parts → the bytes of a package, the same ones each time.

Open Packaging Conventions (ISO/IEC 29500-2): a ZIP file in which every part has a content type, and relationships tell
which part belongs to which.
"""

import io
import zipfile
import zlib
from collections.abc import Iterable
from posixpath import relpath

import msgspec

from briefgen.core.xml import in_attribute
from briefgen.ooxml.tags import CONTENT_TYPES, RELATIONS, RELATIONSHIPS, TYPES, XML_HEAD

_MEDIA = {"image": "png", "drawing": "svg", "font": "odttf", "jpeg": "jpeg", "gif": "gif"}
"""Kinds of part that are told by the ending of their names."""

_LEVEL = 4
"""Of compression. A brief is a tenth smaller at the usual 6, which takes twice as long: markup repeats itself."""

_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a ZIP file can hold: the clock has no say."""

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""What zipfile raises on broken archives; NotImplementedError: an unknown compression."""


class Relationship(msgspec.Struct, frozen=True):
    """From one part (or the package) to another, or to an address outside."""

    id: str
    kind: str
    """A key of RELATIONS."""
    target: str
    """The name of a part, or the address."""
    external: bool = False


class Part(msgspec.Struct, frozen=True):
    """A file of a package. `name` has no leading slash: `word/document.xml`; `kind` is a key of TYPES."""

    name: str
    kind: str
    data: bytes
    relationships: tuple[Relationship, ...] = ()


def pack(parts: Iterable[Part], relationships: Iterable[Relationship]) -> bytes:
    """A package of parts; `relationships` are those of the package itself. Content types come first, then by name."""
    listed = sorted(parts, key=lambda part: part.name)
    files = {part.name: part.data for part in listed}
    files["_rels/.rels"] = _relationships("", relationships)
    for part in listed:
        if part.relationships:
            folder, _, file = part.name.rpartition("/")
            files[f"{folder}/_rels/{file}.rels"] = _relationships(folder, part.relationships)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        _add(archive, "[Content_Types].xml", _content_types(listed))
        for name in sorted(files):
            _add(archive, name, files[name])
    return buffer.getvalue()


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _DATE)
    info.create_system = 0  # else it differs between Windows and the rest
    compressed = name.endswith((".png", ".jpeg", ".gif", ".xlsx"))
    info.compress_type = zipfile.ZIP_STORED if compressed else zipfile.ZIP_DEFLATED
    archive.writestr(info, data, compresslevel=_LEVEL)


def _content_types(parts: list[Part]) -> bytes:
    kinds = {part.kind for part in parts}
    media = "".join(
        f'<Default Extension="{ending}" ContentType="{TYPES[kind]}"/>'
        for kind, ending in _MEDIA.items()
        if kind in kinds
    )
    overrides = "".join(
        f'<Override PartName="/{in_attribute(part.name)}" ContentType="{TYPES[part.kind]}"/>'
        for part in parts
        if part.kind not in _MEDIA
    )
    return (
        f'{XML_HEAD}<Types xmlns="{CONTENT_TYPES}">{media}'
        f'<Default Extension="rels" ContentType="{TYPES["relationships"]}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def _relationships(folder: str, relationships: Iterable[Relationship]) -> bytes:
    lines = []
    for item in relationships:
        target = item.target if item.external or not folder else relpath(item.target, folder)
        mode = ' TargetMode="External"' if item.external else ""
        lines.append(
            f'<Relationship Id="{item.id}" Type="{RELATIONS[item.kind]}" Target="{in_attribute(target)}"{mode}/>'
        )
    return f'{XML_HEAD}<Relationships xmlns="{RELATIONSHIPS}">{"".join(lines)}</Relationships>'.encode()
