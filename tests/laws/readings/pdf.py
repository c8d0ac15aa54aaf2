"""The words of a PDF, as a reader program goes through its structure tree."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TypeAlias

import pikepdf
from tests.laws.readings.found import Place, Reading, Stretch, folded, kept
from tests.pdf.structure import _content as content_of
from tests.pdf.structure import _kids as kids_of

Content: TypeAlias = dict[tuple[tuple[int, int], int], str]
"""(page, number) → the text of that marked content."""


def of_pdf(data: bytes) -> Reading:
    """What stands in the tree. The title is the heading of the first level; sections follow below it."""
    with pikepdf.open(BytesIO(data)) as opened:
        return kept(_walk(opened.Root.StructTreeRoot.K, None, content_of(opened), "paragraph"))


def _walk(element: pikepdf.Object, page: pikepdf.Object | None, content: Content, place: Place) -> Iterator[Stretch]:
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
            words += next(_walk(kid, page, content, place))[1]
        elif kid.get("/S") == "/Reference":  # its number goes, a space behind it stays
            words += " " * next(_walk(kid, page, content, place))[1].endswith(" ")
        elif kid.get("/Type") != "/OBJR":
            below.append(kid)
    if tag in ("TD", "TH"):
        place = "cell"
    elif tag == "LBody" and place != "cell":
        place = "item"
    yield _kind(tag, place), words
    first = place == "item" and not folded(words)
    for kid in below:
        yield from _walk(kid, page, content, place if first or place == "cell" else "paragraph")
        first = False


def _kind(tag: str, place: Place) -> str:
    if heading := re.fullmatch("H([1-6])", tag):
        return f"heading {int(heading[1]) - 1}" if heading[1] != "1" else "title"
    return "caption" if tag == "Caption" else place
