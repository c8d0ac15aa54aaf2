"""XLIFF 1.2 (OASIS Standard, 1 February 2008), written and read. A file that comes back is untrusted."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

import msgspec
from lxml import etree
from lxml.etree import _Element

from briefgen.core.xml import in_attribute, in_text
from briefgen.model.reading.language_codes import is_language
from briefgen.translation.units import Code, Pieces, Unit

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"


def write(units: list[Unit], scenario: str, source: str, target: str, audience: str = "") -> bytes:
    """The file of all units. `scenario` is the name of its folder, `source` and `target` are language codes; `audience`
    is the id of the readers to whom its texts were cut, which `category` names."""
    category = f' category="{in_attribute(audience)}"' if audience else ""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff version="1.2" xmlns="{NAMESPACE}">',
        f'<file original="{in_attribute(scenario)}" datatype="x-briefgen" source-language="{source}"'
        f' target-language="{target}"{category}>',
        '<header><tool tool-id="briefgen" tool-name="briefgen"/></header>',
        "<body>",
    ]
    for unit in units:
        name = in_attribute(unit.id)
        lines.append(f'<trans-unit id="{name}" resname="{name}" xml:space="preserve">')
        lines.append(f'<source xml:lang="{source}">{_unit_content(unit.source)}</source>')
        if unit.target is not None:
            lines.append(f'<target xml:lang="{target}" state="translated">{_unit_content(unit.target)}</target>')
        lines.append(f"<note>{in_text(unit.note)}</note>")
        lines.append("</trans-unit>")
    return "\n".join([*lines, "</body>", "</file>", "</xliff>", ""]).encode()


def _unit_content(pieces: Pieces) -> str:
    return "".join(in_text(piece) if isinstance(piece, str) else _code(piece) for piece in pieces)


def _code(code: Code) -> str:
    match code.kind:
        case "alone":
            kind = "x-citation" if code.written.startswith("[@") else "x-markdown"
            return f'<ph id="{code.number}" ctype="{kind}">{in_text(code.written)}</ph>'
        case "opens":
            return f'<bpt id="{code.number}">{in_text(code.written)}</bpt>'
        case "closes":
            return f'<ept id="{code.number}">{in_text(code.written)}</ept>'


# A file of XLIFF as it came back. It is an outsider's: no entities, no DTD, nothing is fetched, and all is
# bounded.

MOST_BYTES = 20_000_000
MOST_UNITS = 50_000
MOST_CHARACTERS = 100_000
"""Of one unit."""

CodeId: TypeAlias = tuple[Literal["alone", "opens", "closes"], str]
"""A code of the file: what it does, and the number that it has there."""


class NotXliff(Exception):  # noqa: N818  (said of a file)
    """Why a file is not taken."""


class Translated(msgspec.Struct, frozen=True):
    """A unit as it came back; a target without words is None."""

    id: str
    source: tuple[str | CodeId, ...] | None
    target: tuple[str | CodeId, ...] | None
    strange: str = ""
    """An element that is not allowed in a text."""


class Delivered(NamedTuple):
    """What a file says."""

    lang: str
    """That it was translated into."""
    audience: str
    """The id of the audience for which its texts were filtered; empty: none."""
    units: list[Translated]


def read(data: bytes) -> Delivered:
    """The translations in a returned file; or NotXliff."""
    if len(data) > MOST_BYTES:
        raise NotXliff(f"it is larger than {MOST_BYTES // 1_000_000} MB")
    if b"<!" in data.replace(b"<!--", b"").replace(b"<![CDATA[", b"") or b"<\0!" in data or b"\0<\0!" in data:
        raise NotXliff("it has a document type, which no XLIFF needs")
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise NotXliff(f"it is no sound XML ({fault})") from None
    if root.tag != f"{{{NAMESPACE}}}xliff":
        given = root.get("version") or "" if str(root.tag).endswith("}xliff") else ""
        raise NotXliff(f"it is XLIFF {given[:10]}, and 1.2 is wanted" if given else "it is no XLIFF 1.2")
    files = list(root.iter(_tag("file")))
    languages = {each.get("target-language") or "" for each in files}
    if len(languages) != 1 or not is_language(lang := languages.pop()):
        raise NotXliff("it does not name one language that it was translated into (target-language)")
    found = list(root.iter(_tag("trans-unit")))
    if len(found) > MOST_UNITS:
        raise NotXliff(f"it has more than {MOST_UNITS:,} units")
    return Delivered(lang, (files[0].get("category") or "")[:100], [_unit(each) for each in found])


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _unit(element: "_Element") -> Translated:
    source, target = element.find(_tag("source")), element.find(_tag("target"))
    name = (element.get("resname") or element.get("id") or "")[:1_000]
    try:
        translated = None if target is None else tuple(_returned_content(target))
        words = sum(len(each) for each in translated or () if isinstance(each, str))
        if words > MOST_CHARACTERS:
            raise NotXliff(f"more than {MOST_CHARACTERS:,} characters")
        return Translated(name, None if source is None else tuple(_returned_content(source)), translated or None)
    except NotXliff as fault:
        return Translated(name, None, None, str(fault))


def _returned_content(element: "_Element") -> Iterator[str | CodeId]:
    if element.text:
        yield element.text
    for child in element:
        name = str(child.tag).removeprefix(f"{{{NAMESPACE}}}")
        number = (child.get("id") or "")[:20]
        match name:
            case "ph" | "x":
                yield "alone", number
            case "bpt" | "bx":
                yield "opens", child.get("rid") or number
            case "ept" | "ex":
                yield "closes", child.get("rid") or number
            case "it":
                yield "opens" if child.get("pos") == "open" else "closes", number
            case "g":
                yield "opens", number
                yield from _returned_content(child)
                yield "closes", number
            case "mrk":
                yield from _returned_content(child)
            case _:
                raise NotXliff(f"`{name[:40]}` within its words")
        if child.tail:
            yield child.tail
