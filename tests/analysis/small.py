"""Comparisons by hand, and at random."""

from hypothesis import strategies as st

from briefgen.analysis.comparison import Comparison
from briefgen.analysis.values import Interval

Cell = float | tuple[float, float]


def table(*rows: list[Cell], weights: list[float] | None = None) -> Comparison:
    """A comparison of A, B, C …; a cell is a number or a pair. Without weights, all weigh the same."""
    count = len(rows[0])
    return Comparison(
        tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"[: len(rows)]),
        tuple(f"c{at}" for at in range(1, count + 1)),
        tuple(weights or [1 / count] * count),
        tuple(
            tuple(Interval(*cell) if isinstance(cell, tuple) else Interval(cell, cell) for cell in row) for row in rows
        ),
    )


STEPS = st.integers(0, 8).map(lambda step: step / 8)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    kind = draw(st.sampled_from(["sure", "range", "empty"]))
    if kind == "empty":
        return Interval(0.0, 1.0)
    low, high = sorted((draw(STEPS), draw(STEPS)))
    return Interval(low, low if kind == "sure" else high)


@st.composite
def comparisons(draw: st.DrawFn, options: int = 4, criteria: int = 4) -> Comparison:
    """Small ones, with coarse numbers, so that ties and equal weights are frequent."""
    rows, columns = draw(st.integers(2, options)), draw(st.integers(1, criteria))
    parts = draw(st.lists(st.integers(1, 5), min_size=columns, max_size=columns))
    weights = [part / sum(parts) for part in parts]
    return Comparison(
        tuple("ABCDEF"[:rows]),
        tuple(f"c{at}" for at in range(1, columns + 1)),
        tuple(weights),
        tuple(tuple(draw(intervals()) for _ in range(columns)) for _ in range(rows)),
    )
