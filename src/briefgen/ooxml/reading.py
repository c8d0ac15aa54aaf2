"""The paragraphs of a DOCX in reading order: what each is, by its style, and what it says."""

from collections.abc import Iterator
from typing import cast

from briefgen.diagnostic import Failure
from briefgen.ooxml.opening import Element, Opened, open_package
from briefgen.ooxml.tags import w

_P, _R, _STYLE, _VAL = w("p"), w("r"), w("style"), w("val")
_NOTE_STYLE = "footnote reference"


def read_texts(data: bytes) -> list[tuple[str, str]]:
    """(kind, text) of each paragraph of a DOCX that has words; raises Failure where the file is not safe to read."""
    opened, diagnostics = open_package(data)
    if opened is None:
        raise Failure(*diagnostics)
    return list(texts(opened))


def texts(opened: Opened) -> Iterator[tuple[str, str]]:
    """(kind, text) of each paragraph of the body that has words.

    `kind` is the name of the paragraph's style (`heading 1`, `Table Text`). The label of a caption or of a list item
    comes apart, before its paragraph, under the name of its character style (`Caption Label`). Fields give
    their cached result, a line break a space; the numbers of notes are left out.
    """
    document = opened.xml.get("word/document.xml")
    if document is None:
        return
    names = _style_names(opened)
    for paragraph in cast("Element", document).iter(_P):
        own = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        kind = names.get(own.get(_VAL, ""), "") if own is not None else "Normal"
        label_style, label, body = "", [], []
        fields: list[bool] = []
        for run in paragraph.iter(_R):
            if next(run.iterancestors(_P)) is not paragraph:
                continue  # of a text box inside
            style = run.find(f"{w('rPr')}/{w('rStyle')}")
            name = names.get(style.get(_VAL, ""), "") if style is not None else ""
            text = _run_text(run, fields)
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


def _style_names(opened: Opened) -> dict[str, str]:
    styles = opened.xml.get("word/styles.xml")
    if styles is None:
        return {}
    found = {}
    for style in cast("Element", styles).iter(_STYLE):
        name = style.find(w("name"))
        if name is not None:
            found[style.get(w("styleId"), "")] = name.get(_VAL, "")
    return found


def _run_text(run: Element, fields: list[bool]) -> str:
    """What a run shows. `fields` holds the open fields, and is changed: True where we stand in the code of one."""
    out: list[str] = []
    for child in run:
        if child.tag == w("fldChar"):
            match child.get(w("fldCharType")):
                case "begin":
                    fields.append(True)
                case "separate" if fields:
                    fields[-1] = False
                case "end" if fields:
                    fields.pop()
        elif True in fields:
            continue
        elif child.tag == w("t"):
            out.append(child.text or "")
        elif child.tag == w("tab"):
            out.append("\t")
        elif child.tag == w("br"):
            out.append(" ")
        elif child.tag == w("noBreakHyphen"):
            out.append("-")
    return "".join(out)
