"""The tags of tables, between paragraphs."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

_TAGS = re.compile(
    r"<w:tbl>|<w:trPr>((?:[^<]|<(?!/?w:trPr>))*+)</w:trPr>|<w:tcPr>((?:[^<]|<(?!/?w:tcPr>))*+)</w:tcPr>"
    r"|</w:tc>|</w:tr>|</w:tbl>"
)
_WIDTH, _SPAN = re.compile(r'<w:tcW w:w="(\d+)"'), re.compile(r'<w:gridSpan w:val="(\d+)"/>')


class Tag(NamedTuple):
    """The beginning or the end of a table, a row or a cell."""

    kind: Literal["table", "row", "cell", "end of cell", "end of row", "end of table"]
    head: bool = False
    """Of a row: it is repeated on each page."""
    width: float = 0
    """Of a cell, in points."""
    span: int = 1
    merge: Literal["", "begins", "goes on"] = ""
    """Of a cell: it reaches down, or is covered by one that does."""


@lru_cache(maxsize=1024)
def tags(xml: str) -> tuple[Tag, ...]:
    """The tags of tables in what stands between two paragraphs, of which most documents have few that differ."""
    return tuple(map(_tag, _TAGS.finditer(xml)))


def _merge(cell: str) -> Literal["", "begins", "goes on"]:
    if '<w:vMerge w:val="restart"/>' in cell:
        return "begins"
    return "goes on" if "<w:vMerge/>" in cell else ""


def _tag(found: re.Match[str]) -> Tag:
    row, cell = found.groups()
    if row is not None:
        return Tag("row", head="<w:tblHeader/>" in row)
    if cell is not None:
        width, span = _WIDTH.search(cell), _SPAN.search(cell)
        return Tag("cell", False, int(width[1]) / 20 if width else 0.0, int(span[1]) if span else 1, _merge(cell))
    match found[0]:
        case "<w:tbl>":
            return Tag("table")
        case "</w:tc>":
            return Tag("end of cell")
        case "</w:tr>":
            return Tag("end of row")
        case _:
            return Tag("end of table")
