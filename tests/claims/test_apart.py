"""Numbers that are no part of a date, by the plain reading of it."""

from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from briefgen.claims.dates import apart
from briefgen.claims.numbers import Quantity

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda each: (each[0], each[0] + each[1])))


@given(SPANS, SPANS)
def test_a_figure_is_left_out_exactly_where_it_overlaps_a_date(figures: Any, dates: Any) -> None:
    all_of_them = [Quantity((1.0,), start, end, "number") for start, end in figures]
    when: list[Any] = [SimpleNamespace(start=start, end=end) for start, end in dates]
    plainly = [each for each in all_of_them if not any(each.overlaps(start, end) for start, end in dates)]
    assert list(apart(all_of_them, when)) == plainly
