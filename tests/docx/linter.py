"""What validators of Open XML do not look for, and Word does: pairs, references, grids."""

from collections.abc import Callable, Iterator
from itertools import takewhile
from posixpath import normpath

from lxml import etree
from tests.word_files import part_names, xml_parts

from briefgen.ooxml.tags import PIC, WP, C, R, w

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def faults(data: bytes) -> list[str]:
    """What is wrong with a DOCX, in words; nothing where all is well."""
    xml = xml_parts(data)
    stories = {
        name: root for name, root in xml.items()
        if name.startswith("word/") and root.tag in {w("document"), w("footnotes"), w("hdr"), w("ftr")}
    }  # fmt: skip
    document, styles = xml["word/document.xml"], xml["word/styles.xml"]
    parts = part_names(data)
    return [
        *_bookmarks(document),
        *(fault for name, root in stories.items() for fault in _fields(name, root)),
        *(fault for name, root in stories.items() for fault in _targets(name, root, document)),
        *(fault for name, root in stories.items() for fault in _relations(name, root, xml, parts)),
        *_notes(document, xml["word/footnotes.xml"]),
        *(fault for root in stories.values() for fault in _tables(root)),
        *_styles([*stories.values(), styles, xml["word/numbering.xml"]], styles),
        *_numbers(document, xml["word/numbering.xml"], styles),
        *_repeated("drawing id", [e.get("id") for root in stories.values() for e in root.iter(f"{{{WP}}}docPr")]),
        *_repeated("content control id", [e.get(w("val")) for e in document.iterfind(f".//{w('sdtPr')}/{w('id')}")]),
        *(
            f"a picture without words: {e.get('name')}"
            for e in document.iter(f"{{{PIC}}}cNvPr")
            if e.get("descr") is None
        ),
        *(
            f"a chart without words: {e.get('name')}"
            for e in document.iter(f"{{{WP}}}docPr")
            if e.get("descr") is None and e.find(".//{*}decorative") is None
        ),
        *(
            fault
            for name, root in xml.items()
            if root.tag == f"{{{C}}}chartSpace"
            for fault in (*_relations(name, root, xml, parts), *_chart(name, root))
        ),
        *_types(xml["[Content_Types].xml"], parts),
    ]


def _repeated(what: str, values: list[str | None]) -> Iterator[str]:
    yield from (
        f"{what} {value} stands {values.count(value)} times"
        for value in dict.fromkeys(values)
        if values.count(value) > 1
    )


def _bookmarks(document: etree._Element) -> Iterator[str]:
    starts = [e.get(w("id")) for e in document.iter(w("bookmarkStart"))]
    ends = [e.get(w("id")) for e in document.iter(w("bookmarkEnd"))]
    if sorted(map(str, starts)) != sorted(map(str, ends)):
        yield f"bookmarks that do not begin and end: {set(starts) ^ set(ends)}"
    yield from _repeated("bookmark id", starts)
    names = [str(e.get(w("name"))) for e in document.iter(w("bookmarkStart"))]
    yield from _repeated("bookmark name", [name.lower() for name in names])
    yield from (f"bookmark name {n!r}" for n in names if len(n) > 40 or not n.isascii() or not n.isidentifier())


def _fields(name: str, root: etree._Element) -> Iterator[str]:
    holders = root.findall(w("footnote")) or [root]
    for holder in holders:
        open_fields: list[str] = []
        for mark in holder.iter(w("fldChar")):
            kind = mark.get(w("fldCharType"))
            if kind == "begin":
                open_fields.append("begin")
            elif not open_fields or (kind == "separate" and open_fields[-1] != "begin"):
                yield f"{name}: a field has {kind} out of place"
            elif kind == "separate":
                open_fields[-1] = "separate"
            else:
                open_fields.pop()
        if open_fields:
            yield f"{name}: {len(open_fields)} fields without end"


_KINDS = {
    "PAGEREF", "REF", "NOTEREF", "TOC", "SEQ", "PAGE", "NUMPAGES", "DOCPROPERTY", "TITLE", "STYLEREF",
}  # fmt: skip


def _targets(name: str, root: etree._Element, document: etree._Element) -> Iterator[str]:
    known = {e.get(w("name")) for e in document.iter(w("bookmarkStart"))}
    noted = {
        start.get(w("name")) for start in document.iter(w("bookmarkStart"))
        if (after := start.getnext()) is not None and after.find(w("footnoteReference")) is not None
    }  # fmt: skip
    for code in root.iter(w("instrText")):
        kind, *rest = (code.text or "").split()
        if kind == "PAGEREF" and rest[0] not in known:
            yield f"{name}: PAGEREF to {rest[0]}, which is no bookmark"
        if kind == "REF" and rest[0] not in known:
            yield f"{name}: REF to {rest[0]}, which is no bookmark"
        elif kind == "REF" and (shown := _result(code)) != (held := _held(rest[0], document)):
            yield f"{name}: REF to {rest[0]} shows {shown!r}, and that holds {held!r}"
        if kind == "NOTEREF" and rest[0] not in noted:
            yield f"{name}: NOTEREF to {rest[0]}, which holds no note"
        if kind not in _KINDS:
            yield f"{name}: a field of the kind {kind!r}"
    for link in root.iter(w("hyperlink")):
        if (anchor := link.get(w("anchor"))) and anchor not in known:
            yield f"{name}: a link to {anchor}, which is no bookmark"


def _result(code: etree._Element) -> str:
    """What a field without another one in it shows."""
    run = code.getparent()
    assert run is not None
    return _until(run, lambda after: after.find(f"{w('fldChar')}[@{w('fldCharType')}='end']") is not None)


def _held(name: str, document: etree._Element) -> str:
    """The text in a bookmark that ends where it begins: in the same paragraph."""
    start = next(e for e in document.iter(w("bookmarkStart")) if e.get(w("name")) == name)
    return _until(start, lambda after: after.tag == w("bookmarkEnd") and after.get(w("id")) == start.get(w("id")))


def _until(element: etree._Element, ends: Callable[[etree._Element], bool]) -> str:
    after = takewhile(lambda each: not ends(each), element.itersiblings())
    return "".join(text.text or "" for each in after for text in each.iter(w("t")))


def _relations(name: str, root: etree._Element, xml: dict[str, etree._Element], parts: set[str]) -> Iterator[str]:
    folder, _, file = name.rpartition("/")
    relations = xml.get(f"{folder}/_rels/{file}.rels")
    given = {e.get("Id"): e for e in relations.iter(_RELATIONSHIP)} if relations is not None else {}
    used = {value for e in root.iter() for key, value in e.attrib.items() if str(key).startswith(f"{{{R}}}")}
    yield from (f"{name}: relationship {rid} is not there" for rid in sorted(used - set(given)))
    for rid, relation in given.items():
        if relation.get("TargetMode") == "External":
            if rid not in used:
                yield f"{name}: the address {relation.get('Target')} is not used"
        elif normpath(f"{folder}/{relation.get('Target')}") not in parts:
            yield f"{name}: the part {relation.get('Target')} is not there"


def _notes(document: etree._Element, footnotes: etree._Element) -> Iterator[str]:
    referred = [e.get(w("id")) for e in document.iter(w("footnoteReference"))]
    given = [e.get(w("id")) for e in footnotes.iter(w("footnote"))]
    yield from _repeated("reference to footnote", referred)
    yield from _repeated("footnote", given)
    if {"-1", "0", *map(str, referred)} != set(map(str, given)):
        yield f"footnotes {given} for references {referred}"


def _tables(root: etree._Element) -> Iterator[str]:
    for table in root.iter(w("tbl")):
        if (after := table.getnext()) is not None and after.tag == w("tbl"):
            yield "two tables that Word would join"
        grid = [int(e.get(w("w"), "0")) for e in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
        if not 1 <= len(grid) <= 63:
            yield f"a table of {len(grid)} columns"
        above: dict[int, int] = {}
        for row in table.iterfind(w("tr")):
            at, merged = 0, {}
            for cell in row.iterfind(w("tc")):
                properties = cell.find(w("tcPr"))
                assert properties is not None
                span_given = properties.find(w("gridSpan"))
                span = int(span_given.get(w("val"), "1")) if span_given is not None else 1
                width = properties.find(w("tcW"))
                if width is None or int(width.get(w("w"), "0")) != sum(grid[at : at + span]):
                    yield "a cell is not as wide as its columns"
                merge = properties.find(w("vMerge"))
                if merge is not None:
                    merged[at] = span
                    if merge.get(w("val")) != "restart" and above.get(at) != span:
                        yield "a cell continues a cell that is not above it"
                if cell[-1].tag != w("p"):
                    yield "a cell does not end with a paragraph"
                at += span
            if at != len(grid):
                yield f"a row of {at} columns in a table of {len(grid)}"
            above = merged


def _styles(roots: list[etree._Element], styles: etree._Element) -> Iterator[str]:
    kinds = {e.get(w("styleId")): e.get(w("type")) for e in styles.iter(w("style"))}
    yield from _repeated("style", [e.get(w("styleId")) for e in styles.iter(w("style"))])
    yield from _repeated("style name", [str(e.get(w("val"))).lower() for e in styles.iter(w("name"))])
    for root in roots:
        for tag, kind in (
            ("pStyle", "paragraph"),
            ("rStyle", "character"),
            ("tblStyle", "table"),
            ("next", "paragraph"),
        ):
            for used in {e.get(w("val")) for e in root.iter(w(tag))}:
                if kinds.get(used) != kind:
                    yield f"{kind} style {used} is not defined"
    for style in styles.iter(w("style")):
        based = style.find(w("basedOn"))
        if based is not None and kinds.get(based.get(w("val"))) != style.get(w("type")):
            yield f"style {style.get(w('styleId'))} is based on {based.get(w('val'))}"


def _numbers(document: etree._Element, numbering: etree._Element, styles: etree._Element) -> Iterator[str]:
    definitions = [e.get(w("abstractNumId")) for e in numbering.iterfind(w("abstractNum"))]
    lists = [e.get(w("numId")) for e in numbering.iterfind(w("num"))]
    yield from _repeated("numbering definition", definitions)
    yield from _repeated("list", lists)
    based = {e.get(w("val")) for e in numbering.iterfind(f"{w('num')}/{w('abstractNumId')}")}
    yield from (f"numbering definition {a} is not there" for a in based - set(definitions))
    used = {e.get(w("val")) for root in (document, styles) for e in root.iter(w("numId"))}
    yield from (f"list {n} is not there" for n in used - set(lists))
    yield from _levels(document, numbering)
    yield from (f"level {e.get(w('val'))}" for e in document.iter(w("ilvl")) if not 0 <= int(e.get(w("val"), "9")) < 9)


def _levels(document: etree._Element, numbering: etree._Element) -> Iterator[str]:
    held = {
        e.get(w("abstractNumId")): {level.get(w("ilvl")) for level in e.iterfind(w("lvl"))}
        for e in numbering.iterfind(w("abstractNum"))
        if e.find(w("numStyleLink")) is None
    }
    counted = {e.get(w("numId")): e.find(w("abstractNumId")).get(w("val")) for e in numbering.iterfind(w("num"))}
    for e in document.iter(w("numPr")):
        level, at = (
            e.find(w(name)).get(w("val")) if e.find(w(name)) is not None else "0" for name in ("ilvl", "numId")
        )
        if level not in held.get(counted.get(at), {level}):
            yield f"list {at} has no level {level}"


def _chart(name: str, root: etree._Element) -> Iterator[str]:
    own = [e.get("val") for e in root.iterfind(f".//{{{C}}}plotArea/*/{{{C}}}axId") if _is_axis(e.getparent())]
    if sorted(map(str, own)) != ["1", "2"]:
        yield f"{name}: axes with the numbers {own}"
    for number in ("idx", "order"):
        given = [e.get("val") for e in root.iterfind(f".//{{{C}}}ser/{{{C}}}{number}")]
        if given != [str(at) for at in range(len(given))]:
            yield f"{name}: {number} of its series is {given}"
    for cache in root.iter(f"{{{C}}}strCache", f"{{{C}}}numCache"):
        count = int(cache.find(f"{{{C}}}ptCount").get("val"))
        if [e for e in cache.iter(f"{{{C}}}pt") if int(e.get("idx")) >= count]:
            yield f"{name}: a cache has more points than it says"


def _is_axis(element: etree._Element | None) -> bool:
    return element is not None and element.tag in (f"{{{C}}}catAx", f"{{{C}}}valAx")


def _types(types: etree._Element, parts: set[str]) -> Iterator[str]:
    named = {str(e.get("PartName")).lstrip("/") for e in types if e.get("PartName")}
    yield from (f"content type of {name}, which is not there" for name in named - parts)
    endings = tuple(f".{e.get('Extension')}" for e in types if e.get("Extension") not in (None, "xml"))
    for name in sorted(parts - named - {"[Content_Types].xml"}):
        if not name.endswith(endings) and not name.startswith("customXml/item"):  # of which XML alone is known
            yield f"{name} has no content type"
