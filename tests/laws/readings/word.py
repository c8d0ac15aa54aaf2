"""The words of a DOCX, by the styles and the numbering that Word shows its paragraphs with."""

from collections.abc import Iterator

from lxml import etree
from tests.laws.readings.found import Reading, Stretch, kept
from tests.word_files import xml_parts

from briefgen.ooxml.tags import w

_LABELS = ("Caption Label", "List Item Label")


def of_docx(data: bytes) -> Reading:
    """What stands in the body."""
    parts = xml_parts(data)
    styles = parts["word/styles.xml"]
    names = {style.get(w("styleId")): style.find(w("name")).get(w("val")) for style in styles.iter(w("style"))}
    return kept(_paragraphs(parts["word/document.xml"], names))


def _paragraphs(root: etree._Element, names: dict[str, str]) -> Iterator[Stretch]:
    for paragraph in root.iter(w("p")):
        properties = paragraph.find(w("pPr"))
        own = properties.find(w("pStyle"))
        style = names[own.get(w("val"))]
        if style.startswith("toc ") or style == "table of figures":
            continue
        label, words = _words(paragraph, names)
        labelled = style in ("List Bullet", "List Number") or properties.find(w("numPr")) is not None
        strip = style in ("Key Fact", "Key Fact Label")
        if style.startswith("heading "):
            yield style, words
        elif style == "Title":
            yield "title", words
        elif style == "caption":
            yield "caption", f"{label} {words}"
        elif next(paragraph.iterancestors(w("tc")), None) is not None and not strip:
            yield "cell", words
        else:
            yield "item" if labelled or label else "paragraph", words


def _words(paragraph: etree._Element, names: dict[str, str]) -> tuple[str, str]:
    """Its label, and the rest; results of fields that give the number of a page or a note are left out."""
    label, words = [], []
    skipping: list[bool] = []
    for run in paragraph.iter(w("r")):
        look = run.find(f"{w('rPr')}/{w('rStyle')}")
        name = names[look.get(w("val"))] if look is not None else ""
        for part in run:
            if part.tag == w("fldChar"):
                kind = part.get(w("fldCharType"))
                if kind == "begin":
                    skipping.append(False)
                elif kind == "end":
                    skipping.pop()
            elif part.tag == w("instrText"):
                skipping[-1] = skipping[-1] or (part.text or "").split()[0] in ("PAGEREF", "NOTEREF")
            elif part.tag in (w("t"), w("br"), w("tab")) and not any(skipping) and name != "footnote reference":
                (label if name in _LABELS else words).append(part.text or "" if part.tag == w("t") else " ")
    return "".join(label), "".join(words)
