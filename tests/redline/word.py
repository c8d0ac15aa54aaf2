"""Word's “Accept All Changes” and “Reject All Changes”, done to the XML (ISO/IEC 29500-1, 17.13.5)."""

import io
import zipfile

from lxml import etree

from briefgen.ooxml.tags import w


def accept_all(data: bytes) -> bytes:
    """The file with all its tracked changes accepted."""
    return _settled(data, gone="del", stays="ins")


def reject_all(data: bytes) -> bytes:
    """The file with all its tracked changes rejected."""
    return _settled(data, gone="ins", stays="del")


def _settled(data: bytes, gone: str, stays: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as made:
        for name in package.namelist():
            part = package.read(name)
            if name in ("word/document.xml", "word/footnotes.xml"):
                root = etree.fromstring(part)
                _settle(root, w(gone), w(stays))
                part = etree.tostring(root)
            made.writestr(name, part)
    return out.getvalue()


def _settle(root: etree._Element, gone: str, stays: str) -> None:
    for row in list(root.iter(w("tr"))):
        if row.find(f"{w('trPr')}/{gone}") is not None:
            row.getparent().remove(row)
    for table in list(root.iter(w("tbl"))):
        if table.find(w("tr")) is None:
            table.getparent().remove(table)
    for change in list(root.iter(gone)):
        if change.getparent().tag not in (w("rPr"), w("trPr")):
            change.getparent().remove(change)
    for change in list(root.iter(stays)):
        holder = change.getparent()
        if holder.tag not in (w("rPr"), w("trPr")):
            at = holder.index(change)
            holder[at : at + 1] = list(change)
    for deleted, words in (("delText", "t"), ("delInstrText", "instrText")):
        for element in root.iter(w(deleted)):
            element.tag = w(words)
    for paragraph in list(root.iter(w("p"))):
        if paragraph.find(f"{w('pPr')}/{w('rPr')}/{gone}") is not None:
            _merge(paragraph)
    for element in list(root.iter(stays)):
        element.getparent().remove(element)


def _merge(paragraph: etree._Element) -> None:
    """Without its mark a paragraph becomes the start of the next one, which keeps its looks. Before a table, or at the
    end of a cell, there is none: Word then keeps the mark if there are words."""
    left = [child for child in paragraph if child.tag not in (w("pPr"), w("bookmarkStart"), w("bookmarkEnd"))]
    after = paragraph.getnext()
    if not left and after is not None and after.tag in (w("p"), w("tbl"), w("sdt")):
        paragraph.getparent().remove(paragraph)
    elif after is not None and after.tag == w("p"):
        at = 1 if after.find(w("pPr")) is not None else 0
        after[at:at] = left
        paragraph.getparent().remove(paragraph)
