"""Column widths by content."""

import pytest

from briefgen.layout.column_widths import IntrinsicWidths, distributed_widths

NONE = (None, None, None)


def test_columns_always_fill_the_width() -> None:
    for least, most in ((10, 20), (10, 900), (200, 900)):
        assert sum(distributed_widths([IntrinsicWidths(least, most)] * 3, NONE, 440)) == pytest.approx(440)


def test_short_columns_get_what_they_need_on_one_line() -> None:
    short, long, other = distributed_widths(
        [IntrinsicWidths(30, 60), IntrinsicWidths(50, 900), IntrinsicWidths(50, 1800)], NONE, 440
    )
    assert 60 <= short < 60.1
    assert long < other


def test_no_column_is_narrower_than_its_longest_word() -> None:
    widths = distributed_widths(
        [IntrinsicWidths(150, 160), IntrinsicWidths(90, 900), IntrinsicWidths(20, 5000)], NONE, 440
    )
    assert widths[0] >= 150 and widths[1] >= 90


def test_where_words_do_not_fit_the_longest_gives_way() -> None:
    widths = distributed_widths(
        [IntrinsicWidths(40, 40), IntrinsicWidths(40, 40), IntrinsicWidths(900, 900)], NONE, 300
    )
    assert widths[:2] == pytest.approx([40.02, 40.02])


def test_a_share_is_a_share_of_the_whole() -> None:
    assert distributed_widths([IntrinsicWidths(1, 10), IntrinsicWidths(1, 900)], (0.25, None), 400)[0] == pytest.approx(
        100
    )
    assert distributed_widths([IntrinsicWidths(1, 10)] * 2, (1.0, 3.0), 400) == pytest.approx([100, 300])


def test_shares_leave_room_for_the_words_of_the_other_columns() -> None:
    widths = distributed_widths([IntrinsicWidths(1, 10), IntrinsicWidths(80, 900)], (5.0, None), 400)
    assert widths[1] >= 80
