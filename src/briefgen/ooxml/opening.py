"""An untrusted DOCX → its parts, parsed, or why it is refused.

A Word file comes from anywhere. Its size is bounded before anything is unpacked and again while it is (a header may
lie), its XML is parsed without entities, DTD or network, and nothing that it points to is followed.
"""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import msgspec

from briefgen.diagnostic import Diagnostic, error
from briefgen.ooxml.strict import transitional

if TYPE_CHECKING:
    from lxml import etree

Element: TypeAlias = "etree._Element"


BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""What zipfile raises on broken archives, as its source has it; NotImplementedError: an unknown compression."""


class Limits(msgspec.Struct, frozen=True):
    """How much a package may hold. Sizes in bytes."""

    file: int = 50 << 20
    members: int = 2_000
    member: int = 64 << 20
    total: int = 200 << 20
    ratio: int = 200
    """Unpacked to packed, of a member above a megabyte: text seldom passes 20."""
    marks: int = 20_000_000
    """Signs `<` in all of its XML: an element takes far more room when it is parsed than when it is written."""


class Opened(msgspec.Struct, frozen=True):
    """A package that was safe to read."""

    xml: Mapping[str, Any]
    """Name of a part → its root element (`Element`)."""
    other: Mapping[str, bytes]
    """Name of a part that is not XML → its bytes."""
    names: tuple[str, ...] = ()
    """Of all parts, those among them that were not wanted."""


class _RefusedError(Exception):
    """Why a package is not read."""


def open_package(
    data: bytes, name: str = "", limits: Limits | None = None, wanted: Callable[[str], bool] = lambda _: True
) -> tuple[Opened | None, list[Diagnostic]]:
    """The parts of a package; no package where a diagnostic says why it is refused. `name` is for the message; a part
    whose name is not `wanted` is not unpacked."""
    limits = limits or Limits()
    try:
        names, members = _members(data, limits, wanted)
        texts = {member: content for member, content in members.items() if member.endswith((".xml", ".rels"))}
        if sum(content.count(b"<") for content in texts.values()) > limits.marks:
            raise _RefusedError("it has more in it than a brief can have")
        xml = {member: _parse(member, content) for member, content in texts.items()}
    except _RefusedError as fault:
        return None, [refusal(str(fault), name)]
    return Opened(xml, {member: content for member, content in members.items() if member not in xml}, names), []


def refusal(why: str, name: str) -> Diagnostic:
    """What is told of a file that is not read. `why` goes on a sentence: “it holds macros”."""
    hint = "Save it again in Word as .docx, without a password."
    return error("unsafe-docx", f"This file is not read: {why}.", None, hint, name)


def _members(data: bytes, limits: Limits, wanted: Callable[[str], bool]) -> tuple[tuple[str, ...], dict[str, bytes]]:
    """The names of all members, and the content of those that are wanted."""
    if len(data) > limits.file:
        raise _RefusedError(f"it is larger than {limits.file >> 20} MB")
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise _RefusedError("it is encrypted, or in the format of Word 97")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _survey(infos, limits)
            left = limits.total
            out: dict[str, bytes] = {}
            for info in infos:
                if not wanted(info.filename):
                    continue
                out[info.filename] = content = _unpack(archive, info, min(limits.member, left))
                left -= len(content)
            return tuple(info.filename for info in infos), out
    except BROKEN as fault:
        raise _RefusedError("it is not a whole ZIP file") from fault


def _survey(infos: list[zipfile.ZipInfo], limits: Limits) -> None:
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
    with archive.open(info) as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise _RefusedError("it unpacks to too much")
    return content


def _parse(name: str, content: bytes) -> Element:
    from lxml import etree  # here, so that a writer does not pay for reading

    # `huge_tree=False` leaves on the parser's own limits: depth 256, 10 MB a text, growth of entities.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    if b"<!DOCTYPE" in content:  # ISO/IEC 29500-2, 8.1.4: no DTD in a part
        raise _RefusedError(f"the part {name!a} declares a document type")
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise _RefusedError(f"the part {name!a} is not XML") from fault
    if cast(Any, root.getroottree().docinfo).doctype:  # in another encoding
        raise _RefusedError(f"the part {name!a} declares a document type")
    transitional(root)
    return root
