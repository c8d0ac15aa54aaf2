"""The data of a chart as a sheet of columns. The workbook and the caches of the chart part are written from the same
cells, so that what Word shows is what it shows again when someone opens the data."""

import re
from math import isfinite
from typing import NamedTuple, TypeAlias

import msgspec

from briefgen.xmltext import in_text

SHEET = "Sheet1"
_LONGEST = 32_000
"""Of a cell; Excel holds 32,767 characters."""
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class Worked(NamedTuple):
    """A number that follows from other cells: the formula, without its `=`, and what it comes to."""

    formula: str
    value: float


Cell: TypeAlias = str | float | Worked | None
"""None, and no words: nothing stands there, and a line that comes to it has a gap."""


class Column(msgspec.Struct, frozen=True):
    """A column: its head, and its cells from row 2 down."""

    head: str
    cells: tuple[Cell, ...]
    code: str = "0.0"
    """The number format; separators are those of the machine that shows it."""


class Sheet(msgspec.Struct, frozen=True):
    """Columns from A on."""

    columns: tuple[Column, ...]


class Span(NamedTuple):
    """Cells of one column, or, where it reaches across, of one row. Rows count from 1; row 1 holds the heads."""

    column: int
    first: int
    last: int
    across: int = 1
    """Columns."""


def cell(column: int, row: int) -> Span:
    """One cell."""
    return Span(column, row, row)


def head(column: int) -> Span:
    """The head of a column."""
    return cell(column, 1)


def below(sheet: Sheet, column: int) -> Span:
    """All cells of a column."""
    return Span(column, 2, 1 + len(sheet.columns[column].cells))


def letters(column: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    out = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        out = chr(ord("A") + rest) + out
    return out


def reference(span: Span) -> str:
    """`Sheet1!$B$2:$B$5`."""
    first = f"${letters(span.column)}${span.first}"
    last = f"${letters(span.column + span.across - 1)}${span.last}"
    return f"{SHEET}!{first}" if first == last else f"{SHEET}!{first}:{last}"


def digits(value: float) -> str:
    """A number as XML has it, to six places; what is none is 0."""
    if not isfinite(value):
        return "0"
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def share(percent: str) -> str:
    """The number format of a share of 1, as a language writes it: `{number}%` → `0%`."""
    before, _, after = percent.partition("{number}")
    return _literal(before) + "0" + _literal(after) if "%" in percent else "0%"


def points(percent: str) -> str:
    """The number format of a share that is given in points of 100: `{number}%` → `0\\%`."""
    before, _, after = percent.partition("{number}")
    return _literal(before, "") + "0" + _literal(after, "")


def _literal(text: str, kept: str = "%") -> str:
    """Characters that a number format shows as they are, but for those that keep their meaning."""
    return "".join(char if char in kept else f"\\{char}" for char in text)


def string(text: str) -> str:
    """Text for a cell or its cache. `_x0041_` would be read as a letter (ISO/IEC 29500-1, 22.9.2.19)."""
    return in_text(_ESCAPED.sub("_x005F_", text[:_LONGEST]))


def cells(sheet: Sheet, span: Span) -> tuple[Cell, ...]:
    """What a span holds."""
    return tuple(
        held
        for column in sheet.columns[span.column : span.column + span.across]
        for held in (column.head, *column.cells)[span.first - 1 : span.last]
    )


def strings_of(sheet: Sheet, span: Span) -> str:
    """A reference to words, with its cache."""
    held = cells(sheet, span)
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{string(text)}</c:v></c:pt>'
        for at, text in enumerate(held)
        if isinstance(text, str) and text
    )
    return (
        f"<c:strRef><c:f>{reference(span)}</c:f>"
        f'<c:strCache><c:ptCount val="{len(held)}"/>{points}</c:strCache></c:strRef>'
    )


def numbers_of(sheet: Sheet, span: Span) -> str:
    """A reference to numbers, with its cache."""
    held = [cell.value if isinstance(cell, Worked) else cell for cell in cells(sheet, span)]
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{digits(value)}</c:v></c:pt>'
        for at, value in enumerate(held)
        if isinstance(value, float | int)
    )
    code = in_text(sheet.columns[span.column].code)
    return (
        f"<c:numRef><c:f>{reference(span)}</c:f><c:numCache><c:formatCode>{code}</c:formatCode>"
        f'<c:ptCount val="{len(held)}"/>{points}</c:numCache></c:numRef>'
    )
