"""The charts of a Word file: what each chart part says, and what its workbook holds."""

import io
import re
import zipfile
from typing import NamedTuple

from lxml import etree

from briefgen.ooxml.tags import RELATIONSHIPS, SPREADSHEET, C, R

Value = str | float

_C, _S = f"{{{C}}}", f"{{{SPREADSHEET}}}"
_REFERENCE = re.compile(r"Sheet1!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?")
_PLACE = re.compile(r"\$?([A-Z]+)\$?(\d+)")


class Shown(NamedTuple):
    """A chart."""

    root: etree._Element
    cells: dict[str, Value]
    """`B2` → what stands there."""
    formulas: dict[str, str]

    def table(self) -> list[list[Value | None]]:
        """The sheet, row by row."""
        places = [_split(place) for place in self.cells]
        return [
            [self.cells.get(f"{_letters(column)}{row}") for column in range(1, max(c for c, _r in places) + 1)]
            for row in range(1, max(row for _c, row in places) + 1)
        ]

    def caches(self) -> list[tuple[list[Value | None], list[Value | None]]]:
        """For each reference: what the chart part keeps, and what the cells hold."""
        found = []
        for kind in ("strRef", "numRef"):
            for reference in self.root.iter(_C + kind):
                cache = reference[1]
                count = int(cache.find(_C + "ptCount").get("val"))  # type: ignore[union-attr,arg-type]
                kept: list[Value | None] = [None] * count
                for point in cache.iter(_C + "pt"):
                    text = point[0].text or ""
                    kept[int(point.get("idx", ""))] = text if kind == "strRef" else float(text)
                found.append((kept, [self.cells.get(place) for place in _places(reference[0].text or "")]))
        return found

    def worked(self) -> list[tuple[str, float, float]]:
        """For each formula: what it is, what it comes to, and what stands there."""

        def value(found: re.Match[str]) -> str:
            return repr(self.cells[found[1] + found[2]])

        out = []
        for place, formula in self.formulas.items():
            assert re.fullmatch(r"[-+*/(),$.A-Z0-9]+", formula), formula
            expression = _PLACE.sub(value, formula).replace("MAX", "max")
            out.append((formula, eval(expression), float(self.cells[place])))
        return out


def charts_of(data: bytes) -> list[Shown]:
    """The charts of a file, in the order of their numbers."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = sorted((n for n in archive.namelist() if n.startswith("word/charts/chart")), key=lambda n: (len(n), n))
        return [_shown(archive, name) for name in names]


def workbooks_of(data: bytes) -> list[bytes]:
    """The workbooks of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name) for name in archive.namelist() if name.endswith(".xlsx")]


def _shown(archive: zipfile.ZipFile, name: str) -> Shown:
    root = etree.fromstring(archive.read(name))
    relations = etree.fromstring(archive.read(name.replace("charts/", "charts/_rels/") + ".rels"))
    external = root.find(_C + "externalData")
    assert external is not None
    wanted = external.get(f"{{{R}}}id")
    (target,) = (
        e.get("Target", "") for e in relations.iter(f"{{{RELATIONSHIPS}}}Relationship") if e.get("Id") == wanted
    )
    book = archive.read("word/" + target.removeprefix("../"))
    with zipfile.ZipFile(io.BytesIO(book)) as inner:
        sheet = etree.fromstring(inner.read("xl/worksheets/sheet1.xml"))
    cells: dict[str, Value] = {}
    formulas: dict[str, str] = {}
    for cell in sheet.iter(_S + "c"):
        place = cell.get("r", "")
        if cell.get("t") == "inlineStr":
            cells[place] = "".join(t.text or "" for t in cell.iter(_S + "t"))
        else:
            cells[place] = float(cell.findtext(_S + "v", ""))
            if formula := cell.findtext(_S + "f", ""):
                formulas[place] = formula
    return Shown(root, cells, formulas)


def _places(reference: str) -> list[str]:
    found = _REFERENCE.fullmatch(reference)
    assert found, reference
    first, top, last, bottom = found.groups()
    columns = range(_number(first), _number(last or first) + 1)
    return [f"{_letters(column)}{row}" for row in range(int(top), int(bottom or top) + 1) for column in columns]


def _split(place: str) -> tuple[int, int]:
    found = _PLACE.fullmatch(place)
    assert found
    return _number(found[1]), int(found[2])


def _number(letters: str) -> int:
    out = 0
    for letter in letters:
        out = out * 26 + ord(letter) - 64
    return out


def _letters(number: int) -> str:
    out = ""
    while number:
        number, rest = divmod(number - 1, 26)
        out = chr(65 + rest) + out
    return out
