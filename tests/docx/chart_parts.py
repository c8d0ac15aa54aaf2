"""The charts of a Word file: the chart part, and the cells of its workbook."""

import io
import re
import zipfile
from typing import NamedTuple

from docx.opc.constants import NAMESPACE
from lxml import etree

from briefgen.ooxml.tags import C, R

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

Value = str | float

_C, _S = f"{{{C}}}", f"{{{SPREADSHEET}}}"
_REFERENCE = re.compile(r"Sheet1!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?")


class NativeChart(NamedTuple):
    """A chart part and what its workbook holds."""

    root: etree._Element
    cells: dict[tuple[int, int], Value]
    """(row, column) from 1 → value."""

    def table(self) -> list[list[Value | None]]:
        """The sheet, row by row."""
        rows, columns = (max(place[at] for place in self.cells) for at in (0, 1))
        return [[self.cells.get((row, column)) for column in range(1, columns + 1)] for row in range(1, rows + 1)]

    def series(self) -> dict[str, etree._Element]:
        """Name → series."""
        return {e.findtext(f"{_C}tx//{_C}v", ""): e for e in self.root.iter(_C + "ser")}

    def caches(self) -> list[tuple[list[Value | None], list[Value | None]]]:
        """For each reference: the values cached in the chart part, and those of the cells."""
        found = []
        for kind in ("strRef", "numRef"):
            for reference in self.root.iter(_C + kind):
                cache = reference[1]
                count = int(cache.find(_C + "ptCount").get("val"))  # type: ignore[union-attr,arg-type]
                cached: list[Value | None] = [None] * count
                for point in cache.iter(_C + "pt"):
                    text = point[0].text or ""
                    cached[int(point.get("idx", ""))] = text if kind == "strRef" else float(text)
                found.append((cached, [self.cells.get(place) for place in _places(reference[0].text or "")]))
        return found


def charts_of(data: bytes) -> list[NativeChart]:
    """The charts of a file, in the order of their numbers."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = sorted((n for n in archive.namelist() if n.startswith("word/charts/chart")), key=lambda n: (len(n), n))
        return [_chart(archive, name) for name in names]


def workbooks_of(data: bytes) -> list[bytes]:
    """The workbooks of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name) for name in sorted(archive.namelist()) if name.endswith(".xlsx")]


def _chart(archive: zipfile.ZipFile, name: str) -> NativeChart:
    root = etree.fromstring(archive.read(name))
    relations = etree.fromstring(archive.read(name.replace("charts/", "charts/_rels/") + ".rels"))
    external = root.find(_C + "externalData")
    assert external is not None
    (target,) = (
        e.get("Target", "")
        for e in relations.iter(f"{{{NAMESPACE.OPC_RELATIONSHIPS}}}Relationship")
        if e.get("Id") == external.get(f"{{{R}}}id")
    )
    book = archive.read("word/" + target.removeprefix("../"))
    with zipfile.ZipFile(io.BytesIO(book)) as inner:
        sheet = etree.fromstring(inner.read("xl/worksheets/sheet1.xml"))
        shared = etree.fromstring(inner.read("xl/sharedStrings.xml"))
    strings = ["".join(t.text or "" for t in each.iter(_S + "t")) for each in shared]
    assert not list(sheet.iter(_S + "f")) and not list(sheet.iter(_S + "hyperlink")), "labels are text"
    cells: dict[tuple[int, int], Value] = {}
    for cell in sheet.iter(_S + "c"):
        letters, row = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r", "")).groups()  # type: ignore[union-attr]
        if (value := cell.findtext(_S + "v")) is not None:
            cells[int(row), _number(letters)] = strings[int(value)] if cell.get("t") == "s" else float(value)
    return NativeChart(root, cells)


def _places(reference: str) -> list[tuple[int, int]]:
    found = _REFERENCE.fullmatch(reference)
    assert found, reference
    first, top, last, bottom = found.groups()
    columns = range(_number(first), _number(last or first) + 1)
    return [(row, column) for row in range(int(top), int(bottom or top) + 1) for column in columns]


def _number(letters: str) -> int:
    out = 0
    for letter in letters:
        out = out * 26 + ord(letter) - 64
    return out
