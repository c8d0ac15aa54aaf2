"""Parts and paragraphs of Word files that tests made, read without the checks for files from outside."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

_NOTE_STYLE = "footnote reference"


def unzipped(data: bytes) -> dict[str, bytes]:
    """Name of a part → its bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A Word file of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def xml_parts(data: bytes) -> dict[str, Any]:
    """Name of a part of XML → its root element."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def part_names(data: bytes) -> set[str]:
    """The names of all parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return set(archive.namelist())


def read_texts(data: bytes) -> list[tuple[str, str]]:
    """(kind, text) of each paragraph of the body that has words.

    `kind` is the name of the paragraph's style (`heading 1`, `Table Text`). The label of a caption or of a list item
    comes apart, before its paragraph, under the name of its character style (`Caption Label`). Fields give
    their cached result, a line break a space; the numbers of notes are left out.
    """
    return list(_texts(xml_parts(data)))


def _texts(parts: dict[str, Any]) -> Iterator[tuple[str, str]]:
    names = {
        style.get(qn("w:styleId")): style.find(qn("w:name")).get(qn("w:val"))
        for style in parts["word/styles.xml"].iter(qn("w:style"))
    }
    for paragraph in parts["word/document.xml"].iter(qn("w:p")):
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        kind = names[own.get(qn("w:val"))] if own is not None else "Normal"
        label_style, label, body = "", [], []
        fields: list[bool] = []
        for run in paragraph.iter(qn("w:r")):
            if next(run.iterancestors(qn("w:p"))) is not paragraph:
                continue  # of a text box inside
            style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
            name = names[style.get(qn("w:val"))] if style is not None else ""
            text = _shown(run, fields)
            if name.lower() == _NOTE_STYLE:
                continue
            if name.endswith(" Label"):
                label_style = name
                label.append(text)
            else:
                body.append(text)
        for found, words in ((label_style, "".join(label).strip()), (kind, "".join(body).strip())):
            if words:
                yield found, words


def _shown(run: Any, fields: list[bool]) -> str:
    """The visible text of a run. `fields` has the open fields, True in the code of one, and is changed."""
    out: list[str] = []
    for child in run:
        if child.tag == qn("w:fldChar"):
            match child.get(qn("w:fldCharType")):
                case "begin":
                    fields.append(True)
                case "separate" if fields:
                    fields[-1] = False
                case "end" if fields:
                    fields.pop()
        elif True in fields:
            continue
        elif child.tag == qn("w:t"):
            out.append(child.text or "")
        elif child.tag == qn("w:tab"):
            out.append("\t")
        elif child.tag == qn("w:br"):
            out.append(" ")
        elif child.tag == qn("w:noBreakHyphen"):
            out.append("-")
    return "".join(out)
