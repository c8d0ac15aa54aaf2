"""A header or footer of a house style → the same without what acts, leads outside, or belongs to its document.

A field such as INCLUDEPICTURE, DDEAUTO or LINK fetches from an address when it is updated (ISO/IEC 29500-1, 17.16.5):
of all but harmless fields the last result stays.
"""

from collections.abc import Mapping

import msgspec
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import _Relationship

from briefgen.docx.elements import fragments
from briefgen.docx.house.xml import Element, remove, unwrap
from briefgen.ooxml.elements import value
from briefgen.ooxml.tags import R, w

_HARMLESS = frozenset({
    "AUTHOR", "COMMENTS", "CREATEDATE", "DATE", "DOCPROPERTY", "FILENAME", "KEYWORDS", "NUMPAGES", "PAGE", "PRINTDATE",
    "SAVEDATE", "SECTION", "SECTIONPAGES", "STYLEREF", "SUBJECT", "SYMBOL", "TIME", "TITLE",
})  # fmt: skip
"""Kinds of field that read nothing but the document and the clock."""
_SIGNATURES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif"}
"""The first bytes of a picture → its format: raster pictures alone, since EMF and SVG are programs of a kind."""
_REMOVED = tuple(
    w(name)
    for name in (
        "object", "control", "altChunk", "subDoc", "del", "moveFrom", "commentRangeStart", "commentRangeEnd",
        "bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "proofErr", "rPrChange", "pPrChange", "tblPrChange",
        "trPrChange", "tcPrChange", "tblGridChange", "sectPrChange", "moveFromRangeStart", "moveFromRangeEnd",
        "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd", "attachedSchema",
    )
)  # fmt: skip
_UNWRAPPED = tuple(w(name) for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml"))
_ACTIVE = {
    w("object"): "an embedded object", w("control"): "a control", w("altChunk"): "an inserted file",
    w("subDoc"): "an inserted file",
}  # fmt: skip
_DISPENSABLE = ("}hlinkClick", "}hlinkHover", "}svgBlip")
"""Parts of a picture without which it looks the same."""
_HOLDERS = (w("drawing"), w("pict"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent")
_CHAR, _CODE = w("fldChar"), w("instrText")


class Field(msgspec.Struct):
    """A field, which is spread over runs."""

    words: list[str]
    """Its code, in words: `["DOCPROPERTY", "Marking"]`."""
    marks: list[Element]
    """Its begin, separator and end, and the runs with its code."""
    result: list[Element]
    whole: bool = False
    nested: bool = False


def fields(root: Element) -> list[Field]:
    """The fields of a part, in the order of their ends; then those that do not end. A mark without field is one."""
    opened: list[Field] = []
    done: list[Field] = []
    in_code: set[int] = set()
    for run in root.iter(w("r")):
        mark = run.find(_CHAR)
        kind = value(mark, "", "fldCharType") if mark is not None else ""
        if kind == "begin":
            opened.append(Field([], [run], [], nested=bool(opened)))
            in_code.add(id(opened[-1]))
        elif kind == "separate" and opened:
            in_code.discard(id(opened[-1]))
            opened[-1].marks.append(run)
        elif kind == "end" and opened:
            field = opened.pop()
            field.marks.append(run)
            field.whole = True
            done.append(field)
        elif kind:
            done.append(Field([], [run], []))
        elif opened and id(opened[-1]) in in_code:
            opened[-1].words.append("".join(code.text or "" for code in run.iter(_CODE)))
            opened[-1].marks.append(run)
        elif opened:
            opened[-1].result.append(run)
    for field in (*done, *opened):
        field.words = "".join(field.words).replace('"', " ").split()
    return done + opened


def clean(
    root: Element, relations: Mapping[str, _Relationship], media: dict[bytes, Part]
) -> tuple[dict[str, Part], list[str]]:
    """Clean a part. Its relationships to pictures, and what it lost, in words. `media`: the pictures of all parts by
    their bytes, each stored once."""
    lost = [_ACTIVE[element.tag] for element in root.iter(*_ACTIVE)]
    lost += [
        "a link to an address" if each.reltype == RT.HYPERLINK else "something that lies outside the file"
        for each in relations.values()
        if each.is_external
    ]
    for element in list(root.iter(*_REMOVED)):
        remove(element)
    for element in list(root.iter(*_UNWRAPPED)):
        unwrap(element)
    for run in list(root.iter(w("r"))):
        if run.find(w("commentReference")) is not None:
            remove(run)
    lost += [f"a field {kind[:40]}" for kind in _flatten(root)]
    pictures: dict[str, Part] = {}
    for element in list(root.iter()):
        for key in [key for key in element.attrib if str(key).rpartition("}")[2] == "href"]:  # of VML
            del element.attrib[key]
        for reference in [str(given) for key, given in element.attrib.items() if str(key).startswith(f"{{{R}}}")]:
            if element.getroottree().getroot() is not root:
                break  # removed with what held it
            if picture := _picture(relations.get(reference), media):
                pictures[reference] = picture
            elif str(element.tag).endswith(_DISPENSABLE):
                remove(element)
            else:
                lost.append("a picture that is no PNG, JPEG or GIF")
                remove(next((above for above in element.iterancestors() if above.tag in _HOLDERS), element))
    return pictures, lost


def _flatten(root: Element) -> list[str]:
    """Replace each field that is not harmless by its result, and spread the others over runs. The kinds that went."""
    lost = []
    for simple in list(root.iter(w("fldSimple"))):
        code = value(simple, "", "instr")
        kind = next(iter(code.upper().split()), "?")
        if kind in _HARMLESS:
            begin, instruction, separator, end = fragments(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"/></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
            )
            instruction[0].text = code
            simple[:] = [begin, instruction, separator, *simple, end]
        else:
            lost.append(kind)
        unwrap(simple)
    for field in fields(root):
        kind = field.words[0].upper() if field.words else "?"
        if kind not in _HARMLESS or not field.whole or field.nested:
            lost.append(kind)
            for run in field.marks:
                remove(run)
    marks = {run for field in fields(root) for run in field.marks}
    for code in list(root.iter(_CODE)):  # the code of a field that never began
        if code.getparent() not in marks:
            remove(code)
    return lost


def _picture(relation: _Relationship | None, media: dict[bytes, Part]) -> Part | None:
    data = relation.target_part.blob if relation and not relation.is_external else b""
    form = next((form for start, form in _SIGNATURES.items() if data.startswith(start)), None)
    if form is None:
        return None
    if data not in media:
        name = PackURI(f"/word/media/house{len(media) + 1}.{form}")
        media[data] = Part(name, f"image/{form}", data)
    return media[data]
