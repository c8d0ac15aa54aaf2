"""Columns of text that stand under each other, whatever the width of their characters."""

from collections.abc import Sequence
from typing import Literal

from briefgen.cli.text import columns

GAP = "  "


def aligned(rows: Sequence[Sequence[str]], sides: Sequence[Literal["left", "right"]]) -> list[str]:
    """Rows as lines; `sides` says on which side each column is flush, and the last of them holds for the rest."""
    if not rows:
        return []
    widths = [max(columns(row[at]) for row in rows if at < len(row)) for at in range(max(map(len, rows)))]
    lines = []
    for row in rows:
        cells = []
        for at, cell in enumerate(row):
            space = " " * (widths[at] - columns(cell))
            cells.append(space + cell if sides[min(at, len(sides) - 1)] == "right" else cell + space)
        lines.append(GAP.join(cells).rstrip())
    return lines
