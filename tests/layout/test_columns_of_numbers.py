"""Columns of numbers: decimal signs are aligned."""

import msgspec
import pytest
from tests.factory import document, table
from tests.layout.reading import lines, painted

from briefgen.fonts import load
from briefgen.layout import TextLine, paginate
from briefgen.theme import Theme


def column(theme: Theme, *cells: str, lang: str = "en", align: str = "") -> list[TextLine]:
    given = table(f"Well | Yield{align}", *(f"Wendle | {cell}" for cell in cells))
    made = msgspec.structs.replace(document(given, notes=["A source."]), lang=lang)
    pages = paginate(made, theme)
    return [line for line in lines(pages[0]) if pages.elements[line.element].tag in ("TD", "TH") and line.x > 200]


def units(line: TextLine, sign: str) -> float:
    """Where the last figure of the whole number ends."""
    (run, *_) = line.runs
    whole = run.text.split(sign)[0].rstrip("% ")
    return run.x + load(run.style.font).width(whole) * run.style.size


@pytest.mark.parametrize(
    ("lang", "sign", "cells"),
    [
        ("en", ".", ("12.5", "7", "1,250.25", "0.125")),
        ("fr", ",", ("12,5", "7", "1250,25", "0,125")),
        ("en", ".", ("12.5%", "7%", "100%")),
        ("en", ".", ("12.5^1", "7", "−3.25")),
        ("en", ".", ("1", "22", "333")),
    ],
)
def test_decimal_signs_are_aligned(theme: Theme, lang: str, sign: str, cells: tuple[str, ...]) -> None:
    head, *found = column(theme, *cells, lang=lang)
    assert len({round(units(line, sign), 1) for line in found}) == 1
    assert len({round(line.x, 1) for line in found}) > 1
    edge = max(line.x + line.width for line in found)
    assert head.x + head.width == pytest.approx(edge, abs=0.6)


@pytest.mark.parametrize(
    "cells",
    [
        ("12.5", "seven"),
        ("12.5", "7–9"),
        ("12.5", "1,5"),
        ("12.5",),
        ("2022-10-28", "7"),
    ],
)
def test_a_column_of_anything_else_is_unchanged(theme: Theme, cells: tuple[str, ...]) -> None:
    _, *found = column(theme, *cells)
    assert len({round(line.x, 2) for line in found}) == 1


def test_a_dash_for_nothing_leaves_a_column_of_numbers(theme: Theme) -> None:
    _, *found = column(theme, "12.5", "–", "7")
    assert [painted(line) for line in found] == ["12.5", "–", "7"]
    assert units(found[0], ".") == pytest.approx(units(found[2], "."), abs=0.05)
