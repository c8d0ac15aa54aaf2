"""Totals and shares of tables, read from the text of their cells and recomputed."""

import math
import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

import msgspec

from briefgen.claims.lexicon import Lexicon, lexicon
from briefgen.claims.printed_figures import printed_figures
from briefgen.formulas.printing import result_text
from briefgen.formulas.quantities import Quantity
from briefgen.formulas.totals import Difference, Entry, check_shares, check_totals, check_whole
from briefgen.formulas.units import PLAIN, SHARE
from briefgen.locale import load


class TableDifference(msgspec.Struct, frozen=True):
    """A cell of a table that is not what the others give; the row is counted without the header."""

    row: int
    column: int
    printed: str
    expected: str


_SHARES = re.compile(r"%|\b(?:share|proportion|part|parts|répartition|porcentaje|proporción|cuota)\b", re.IGNORECASE)
_SCALED = re.compile(r"\b(?:thousand|milli|milliard|milliers|billion|mn|bn|miles)|millón|'000", re.IGNORECASE)
_NOTHING = re.compile(r"[-–—.…\s]*|n/?a\.?|n\.?d\.?", re.IGNORECASE)
_RATES = re.compile(
    r"\b(?:average|mean|median|rate|ratio|index|price|per|taux|moyenne|médiane|prix|indice|par|tasa|media|mediana|"
    r"promedio|precio|por|índice)\b|/",
    re.IGNORECASE,
)
"""Headers of figures that are not added: the last row has the rate of the whole."""


def check_table(header: Sequence[str], rows: Sequence[Sequence[str]], lang: str) -> list[TableDifference]:
    """The totals and shares of a table that differ from its other cells, by columns and by rows."""
    known = lexicon(lang)
    if known is None or not rows or not all(rows):
        return []
    names = [*header, *[""] * max(map(len, rows))]
    columns = [
        [_entry(row[0], row[at], names[at], known) for row in rows] for at in range(1, min(len(row) for row in rows))
    ]
    found: list[tuple[int, int, Difference]] = []
    for at, entries in enumerate(columns, start=1):
        found += [(each.index, at, each) for each in _of_column(entries, names[at])]
    for at, (amounts, shares) in enumerate(pairwise(columns), start=2):
        found += [(each.index, at, each) for each in check_shares(amounts, shares)]
    found += _of_rows(rows, names, known)
    locale = load(lang)
    cells = {(row, column): each for row, column, each in reversed(found)}
    return [
        TableDifference(row, column, rows[row][column], result_text(each.expected, locale))
        for (row, column), each in sorted(cells.items(), key=lambda cell: cell[0])
    ]


def _of_column(entries: Sequence[Entry], name: str) -> list[Difference]:
    """The wrong totals of a column, or a whole that its shares miss; rates are not added."""
    total = next((entry.figure for entry in entries if entry.kind == "total"), None)
    are_shares = bool(_SHARES.search(name))
    if total is None:
        return [each for each in check_whole(entries) if are_shares and _is_about_whole(each.printed)]
    if _RATES.search(name) or (total.unit == SHARE and not are_shares and not _is_about_whole(total)):
        return []
    return check_totals(entries)


def _of_rows(rows: Sequence[Sequence[str]], names: Sequence[str], known: Lexicon) -> list[tuple[int, int, Difference]]:
    """The wrong totals at the ends of rows; none where most rows differ, or the total is a product."""
    if any(_RATES.search(name) for name in names[1:]):
        return []
    found: list[tuple[int, int, Difference]] = []
    rows_with_total = 0
    for at, row in enumerate(rows):
        across = [_entry(name, cell, name, known) for name, cell in zip(names[1:], row[1:], strict=False)]
        rows_with_total += any(entry.kind == "total" and entry.figure is not None for entry in across)
        items = [entry.figure.low for entry in across if entry.kind == "item" and entry.figure is not None]
        found += [(at, each.index + 1, each) for each in check_totals(across) if math.prod(items) != each.printed.low]
    wrong_rows = {at for at, _, _ in found}
    return found if len(wrong_rows) * 2 <= rows_with_total or rows_with_total < _FEW_ROWS else []


_FEW_ROWS = 3
"""Rows of which a majority says nothing."""


def _is_about_whole(figure: Quantity) -> bool:
    """Whether a percentage was meant to be 100."""
    return 80 <= figure.low <= 120


def _entry(label: str, cell: str, name: str, known: Lexicon) -> Entry:
    """A cell with its label and the name of its column; a dash is nothing, several figures cannot be read."""
    if _NOTHING.fullmatch(cell):
        return Entry(label, Quantity(Fraction(0), Fraction(0)))
    figures = list(printed_figures(cell, known))
    alone = [figure for figure in figures if not figure.in_range]
    if len(alone) != 1:
        return Entry(label, None)
    printed = alone[0]
    unit = SHARE if printed.unit == PLAIN and "%" in name else printed.unit
    if printed.figure.precision < 1 or any(map(str.isalpha, cell[printed.figure.start : printed.figure.end])):
        step = printed.step
    else:
        step = Fraction(1 if _SCALED.search(name) else 0)
    return Entry(label, Quantity(printed.lows[0], printed.highs[0], unit, step))
