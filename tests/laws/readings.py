"""What a reader of each format finds: kinds and words of headings, paragraphs, items, cells and captions, in order.

Contents, references to pages, note marks, notes at the foot and running heads are left out: formats show them in ways
of their own. White space is folded, since a line may end anywhere; what leaves no ink is not compared.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Literal, TypeAlias, assert_never
from unicodedata import normalize

import pikepdf
from lxml import etree

from briefgen.document import (
    Block, Callout, Contents, Document, Figure, Heading, Inline, Inlines, LineBreak, Link, List, NoteMark, PageBreak,
    Paragraph, Quotation, Reference, Run, Table, TitleBlock,
)  # fmt: skip
from briefgen.ooxml import open_package
from briefgen.ooxml.tags import w
from briefgen.ooxml.text import allowed
from tests.pdf.structure import _content as content_of, _kids as kids_of

Place: TypeAlias = Literal["paragraph", "item", "cell"]
Reading: TypeAlias = "list[tuple[str, str]]"
"""(kind, words) of each stretch that has words. A kind is `title`, `heading 1` …, `caption` or a Place; `item` is the
first paragraph of an item, `cell` any paragraph in a table."""

Content: TypeAlias = "dict[tuple[tuple[int, int], int], str]"
"""(page, number) → the text of that marked content."""

_NO_INK = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069\ufe0e\ufe0f]")


def folded(words: str) -> str:
    """Words as they are compared."""
    return " ".join(_NO_INK.sub("", normalize("NFC", allowed(words))).split())


def kept(found: Iterator[tuple[str, str]]) -> Reading:
    """The stretches that have words."""
    return [(kind, words) for kind, text in found if (words := folded(text))]


# Document


def of_document(document: Document) -> Reading:
    """What every format must say."""
    return kept(stretch for block in document.blocks for stretch in _block(block, "paragraph"))


def _words(inlines: Inlines) -> str:
    def one(inline: Inline) -> str:
        match inline:
            case Run(text=text):
                return text
            case Link(content=content):
                return "".join(run.text for run in content)
            case LineBreak():
                return " "
            case NoteMark() | Reference():
                return ""
            case _:
                assert_never(inline)

    return "".join(map(one, inlines))


def _block(block: Block, place: Place) -> Iterator[tuple[str, str]]:
    match block:
        case Heading(level=level, content=content):
            yield f"heading {level}", _words(content)
        case Paragraph(content=content):
            yield place, _words(content)
        case TitleBlock():
            yield "paragraph", _words(block.kind)
            yield "title", _words(block.title)
            yield "paragraph", _words(block.question)
            for entry in block.entries:
                yield "paragraph", _words(entry.label)
                yield "paragraph", _words(entry.value)
        case List(items=items):
            for item in items:
                for at, inner in enumerate(item.blocks):
                    first = at == 0 and place != "cell" and isinstance(inner, Paragraph)
                    yield from _block(inner, "item" if first else place)
        case Table():
            if block.caption:
                yield "caption", f"{block.caption.label} {_words(block.caption.content)}"
            for row in (*block.head, *block.body):
                for cell in row.cells:
                    for inner in cell.blocks:
                        yield from _block(inner, "cell")
            for paragraph in block.key:
                yield place, _words(paragraph.content)
        case Callout():
            yield place, _words(block.title)
            for inner in block.blocks:
                yield from _block(inner, place)
        case Quotation():
            for inner in block.blocks:
                yield from _block(inner, place)
            yield place, _words(block.attribution)
        case Figure():
            if block.caption:
                yield "caption", f"{block.caption.label} {_words(block.caption.content)}"
        case Contents(title=title):
            yield place, _words(title)
        case PageBreak():
            pass
        case _:
            assert_never(block)


# Native dump

_QUOTED = r'"((?:[^"\\]|\\.)*)"'
_TOKEN = re.compile(rf"page-of\({_QUOTED}, {_QUOTED}\)|([^\s\"]*){_QUOTED}|(?<!\S)([/|])(?!\S)")
_BETWEEN = "\n"
_ESCAPE = re.compile(r"\\u\{([0-9A-F]+)\}|\\(.)")
_NATIVE_KINDS = {"kind": "paragraph", "title": "title", "question": "paragraph", "decision": "paragraph", "remark": "paragraph",
                 "body": "", "lead": "", "small": "", "label": "", "key": "paragraph", "attribution": "paragraph",
                 "contents": "paragraph", "caption": "caption"}  # fmt: skip


def of_native(data: bytes) -> Reading:
    """The words of a dump, told by the first word of their line; what holds a line is told by its indentation."""
    lines = data.decode().splitlines()
    body = [line for line in lines[1:] if not re.match(r"note-\d+", line)]
    start = next(at for at, line in enumerate(body) if not line.startswith(" "))
    return kept(_native(body[start:]))


def _native(lines: list[str]) -> Iterator[tuple[str, str]]:
    holders: list[tuple[int, str, bool]] = []  # (indentation, `cell` or `item`, whether a paragraph was met in it)
    for line in lines:
        indent = len(line) - len(line.lstrip())
        while holders and holders[-1][0] >= indent:
            holders.pop()
        word = re.match(r"[\w-]+", line.lstrip())
        name = word[0].rstrip(":") if word else ""
        if name in ("cell", "header-cell"):
            holders.append((indent, "cell", False))
            yield "cell", _native_words(line)
        elif name == "-":
            words = _native_words(line)
            inside = any(kind == "cell" for _, kind, _ in holders)
            holders.append((indent, "item", bool(words)))
            yield "cell" if inside else "item", words
        elif heading := re.fullmatch(r"heading-(\d)", name):
            yield f"heading {heading[1]}", _native_words(line)
        elif name == "entry":
            label, value = _native_words(line).split(_BETWEEN)
            yield "paragraph", label
            yield "paragraph", value
        elif name in _NATIVE_KINDS:
            yield _NATIVE_KINDS[name] or _native_place(holders, indent), _native_words(line)
        if holders and holders[-1][1] == "item" and holders[-1][0] < indent:
            holders[-1] = (*holders[-1][:2], True)


def _native_place(holders: list[tuple[int, str, bool]], indent: int) -> str:
    if any(kind == "cell" for _, kind, _ in holders):
        return "cell"
    first = bool(holders) and holders[-1][0] == indent - 2 and not holders[-1][2]
    return "item" if first else "paragraph"


def _native_words(line: str) -> str:
    out = []
    label = line.lstrip().startswith("caption ")
    for token in _TOKEN.finditer(line):
        prefix, quoted, sign = token[3], token[4], token[5]
        if sign:
            out.append(" " if sign == "/" else _BETWEEN)
        elif prefix == "":
            out.append(_ESCAPE.sub(_character, quoted) + " " * label)
            label = False
    return "".join(out)


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else {"n": "\n", "t": "\t", "r": "\r"}.get(found[2], found[2])


# DOCX

_LABELS = ("Brief Caption Label", "Brief Item Label")


def of_docx(data: bytes) -> Reading:
    """The paragraphs of the body, by the styles and the numbering that Word shows them with."""
    opened, faults = open_package(data)
    assert opened is not None, faults
    styles = opened.xml["word/styles.xml"]
    names = {style.get(w("styleId")): style.find(w("name")).get(w("val")) for style in styles.iter(w("style"))}
    return kept(_docx(opened.xml["word/document.xml"], names))


def _docx(root: etree._Element, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    for paragraph in root.iter(w("p")):
        properties = paragraph.find(w("pPr"))
        own = properties.find(w("pStyle"))
        style = names[own.get(w("val"))]
        if style.startswith("toc "):
            continue
        label, words = _docx_words(paragraph, names)
        labelled = style in ("List Bullet", "List Number") or properties.find(w("numPr")) is not None
        strip = style in ("Brief Entry", "Brief Entry Label")
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


def _docx_words(paragraph: etree._Element, names: dict[str, str]) -> tuple[str, str]:
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


# PDF


def of_pdf(data: bytes) -> Reading:
    """The structure tree as a reader program goes through it. The title is the first heading, sections follow below."""
    with pikepdf.open(BytesIO(data)) as opened:
        return kept(_pdf(opened.Root.StructTreeRoot.K, None, content_of(opened), "paragraph"))


def _pdf(element: pikepdf.Object, page: pikepdf.Object | None, content: Content, place: Place) -> Iterator[tuple[str, str]]:
    page = element.get("/Pg", page)
    tag, words = str(element.S)[1:], ""
    below: list[pikepdf.Object] = []
    if tag in ("Note", "TOC", "Lbl", "Figure"):
        return
    for kid in kids_of(element):
        if isinstance(kid, int):
            words += content[page.objgen, kid]
        elif kid.get("/Type") == "/MCR":
            words += content[kid.get("/Pg", page).objgen, int(kid.MCID)]
        elif kid.get("/S") in ("/Link", "/Span"):
            words += next(_pdf(kid, page, content, place))[1]
        elif kid.get("/S") == "/Reference":  # its number goes, a space behind it stays
            words += " " * next(_pdf(kid, page, content, place))[1].endswith(" ")
        elif kid.get("/Type") != "/OBJR":
            below.append(kid)
    if tag in ("TD", "TH"):
        place = "cell"
    elif tag == "LBody" and place != "cell":
        place = "item"
    yield _pdf_kind(tag, place), words
    first = place == "item" and not folded(words)
    for kid in below:
        yield from _pdf(kid, page, content, place if first or place == "cell" else "paragraph")
        first = False


def _pdf_kind(tag: str, place: Place) -> str:
    if heading := re.fullmatch("H([1-6])", tag):
        return f"heading {int(heading[1]) - 1}" if heading[1] != "1" else "title"
    return "caption" if tag == "Caption" else place
