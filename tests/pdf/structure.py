"""The structure tree of a PDF as tags and text, as a screen reader finds it.

Text is taken from the marked content of the pages through each font's ToUnicode and through ActualText, as a reader
does; nothing is taken from where glyphs stand.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import pikepdf


class Heard(NamedTuple):
    """An element: its tag, its depth from the root, the text of its own content, and its attributes."""

    tag: str
    depth: int
    text: str
    """With the text of the links, references and spans inside it."""
    attributes: dict[str, object]


WITHIN = frozenset({"Span", "Link", "Reference"})
"""Elements that are a part of their parent's text."""


def actual_text(pdf: bytes) -> list[Heard]:
    """All elements in the order of the tree."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        content = _content(opened)
        return list(_walk(opened.Root.StructTreeRoot.K, None, content, 0))


def spoken(pdf: bytes, without: frozenset[str] = frozenset({"Lbl"})) -> list[tuple[str, str]]:
    """(tag, text) of each element that has text, words separated by one space, soft hyphens taken out."""
    return [
        (one.tag, text)
        for one in actual_text(pdf)
        if one.tag not in without and (text := " ".join(one.text.replace("\u00ad", "").split()))
    ]


def orders(pdf: bytes) -> dict[int, list[int]]:
    """Page → the numbers of its marked content in the order of the tree."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        pages = {page.obj.objgen: number for number, page in enumerate(opened.pages, 1)}
        out: dict[int, list[int]] = {number: [] for number in pages.values()}
        for page, number in _numbers(opened.Root.StructTreeRoot.K, None):
            out[pages[page.objgen]].append(number)
        return out


def artifacts(pdf: bytes) -> list[str]:
    """Page by page, the text that is marked as no content."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [
            " ".join("".join(text for number, text in _marked(page) if number is None).split()) for page in opened.pages
        ]


def _walk(
    element: pikepdf.Object, page: pikepdf.Object | None, content: dict[tuple[tuple[int, int], int], str], depth: int
) -> Iterator[Heard]:
    page = element.get("/Pg", page)
    tag = str(element.S)[1:]
    own: list[str] = []
    below: list[Heard] = []
    for kid in _kids(element):
        if isinstance(kid, int):
            assert page is not None
            own.append(content[page.objgen, kid])
        elif kid.get("/Type") == "/MCR":
            own.append(content[kid.get("/Pg", page).objgen, int(kid.MCID)])
        elif kid.get("/Type") == "/OBJR":
            continue
        else:
            inner = list(_walk(kid, page, content, depth + 1))
            if inner[0].tag in WITHIN:
                own.append(inner[0].text)
            below += inner
    yield Heard(tag, depth, "".join(own), _attributes(element))
    yield from below


def _attributes(element: pikepdf.Object) -> dict[str, object]:
    out: dict[str, object] = {}
    for key in ("Alt", "Lang", "ID"):
        if f"/{key}" in element:
            out[key] = str(element[f"/{key}"])
    given = element.get("/A")
    if given is not None:
        for key, value in given.items():
            if key != "/O":
                out[key[1:]] = [float(edge) for edge in value] if isinstance(value, pikepdf.Array) else (
                    str(value) if isinstance(value, pikepdf.Object) else value)  # fmt: skip
    return out


def _kids(element: pikepdf.Object) -> list[pikepdf.Object | int]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array | list) else [kids]


def _numbers(element: pikepdf.Object, page: pikepdf.Object | None) -> Iterator[tuple[pikepdf.Object, int]]:
    page = element.get("/Pg", page)
    for kid in _kids(element):
        if isinstance(kid, int):
            assert page is not None
            yield page, kid
        elif kid.get("/Type") == "/MCR":
            yield kid.get("/Pg", page), int(kid.MCID)
        elif kid.get("/Type") != "/OBJR":
            yield from _numbers(kid, page)


def _content(pdf: pikepdf.Pdf) -> dict[tuple[tuple[int, int], int], str]:
    """(page, number) → the text of that marked content."""
    out: dict[tuple[tuple[int, int], int], str] = {}
    for page in pdf.pages:
        for number, text in _marked(page):
            if number is not None:
                key = (page.obj.objgen, number)
                out[key] = out.get(key, "") + text
    return out


def _marked(page: pikepdf.Page) -> Iterator[tuple[int | None, str]]:
    """The stretches of text of a page, each with the number of the marked content that it stands in."""
    fonts = {name: _meanings(font) for name, font in page.obj.Resources.Font.items()}
    stack: list[tuple[int | None, bool]] = []
    codes: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BMC" | "BDC":
                properties = operands[1] if len(operands) > 1 else {}
                number = stack[-1][0] if stack else None
                if "/MCID" in properties:
                    number = int(properties["/MCID"])
                    yield number, ""
                actual = "/ActualText" in properties
                if actual and not (stack and stack[-1][1]):
                    yield number, str(properties["/ActualText"])
                stack.append((number, actual or bool(stack and stack[-1][1])))
            case "EMC":
                stack.pop()
            case "Tf":
                codes = fonts[str(operands[0])]
            case "Tj" | "TJ" if not (stack and stack[-1][1]):
                yield (stack[-1][0] if stack else None), "".join(codes[code] for code in _string(operands[0]))


def _string(operand: pikepdf.Object) -> bytes:
    """What a text-showing operator shows, without the kerns."""
    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    return b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))


def _meanings(font: pikepdf.Object) -> dict[int, str]:
    """Code → what it means, from the blocks of `bfchar` in a font's ToUnicode."""
    out: dict[int, str] = {}
    inside = False
    for line in bytes(font.ToUnicode.read_bytes()).decode("ascii").splitlines():
        if line.endswith("beginbfchar"):
            inside = True
        elif line == "endbfchar":
            inside = False
        elif inside:
            code, unicode = line.replace("<", "").replace(">", "").split()
            out[int(code, 16)] = bytes.fromhex(unicode).decode("utf-16-be")
    return out
