"""Laws that hold of every comparison."""

from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.small import comparisons, table
from tests.hypothesis_profiles import examples

from briefgen.analysis import Comparison
from briefgen.analysis.acceptability import Acceptability, rank_acceptability
from briefgen.analysis.analyse import Leader, Level, PartialOrder, Undecided, Winner, ranking
from briefgen.analysis.preference import (
    SETS,
    ahead,
    dominates,
    drawing,
    preferences,
    relation,
    score_intervals,
    switches,
)
from briefgen.analysis.values import FULL_RANGE, Interval, value, value_function
from briefgen.markup.model import Label, Prose
from briefgen.model.options import Assessment, Criterion, Range, Scale


def with_cell(compared: Comparison, option: int, criterion: int, cell: Interval) -> Comparison:
    rows = [list(row) for row in compared.values]
    rows[option][criterion] = cell
    return msgspec.structs.replace(compared, values=tuple(map(tuple, rows)))


@given(comparisons(), st.data())
def test_emptying_a_cell_changes_nothing_between_other_options(compared: Comparison, data: st.DataObject) -> None:
    option = data.draw(st.integers(0, len(compared.options) - 1))
    criterion = data.draw(st.integers(0, len(compared.criteria) - 1))
    emptied = with_cell(compared, option, criterion, FULL_RANGE)
    others = [other for other in compared.options if other != compared.options[option]]
    for one in others:
        assert (
            score_intervals(emptied)[compared.options.index(one)]
            == score_intervals(compared)[compared.options.index(one)]
        )
        for other in others:
            if one != other:
                assert switches(emptied, one, other) == switches(compared, one, other)
                for over in SETS:
                    assert relation(emptied, one, other, over) == relation(compared, one, other, over)


@given(comparisons(), st.data())
def test_a_wider_interval_makes_nothing_necessary(compared: Comparison, data: st.DataObject) -> None:
    option = data.draw(st.integers(0, len(compared.options) - 1))
    criterion = data.draw(st.integers(0, len(compared.criteria) - 1))
    was = compared.values[option][criterion]
    wider = Interval(was.low * data.draw(st.floats(0, 1)), was.high + (1 - was.high) * data.draw(st.floats(0, 1)))
    widened = with_cell(compared, option, criterion, wider)
    for before, after in zip(preferences(compared), preferences(widened), strict=True):
        for over in SETS:
            assert getattr(after, over) != "necessary" or getattr(before, over) == "necessary"
            assert getattr(after, over) != "impossible" or getattr(before, over) == "impossible"
    for one in compared.options:
        for other in compared.options:
            assert one == other or not dominates(widened, one, other) or dominates(compared, one, other)


@given(comparisons())
def test_what_holds_for_more_weightings_holds_for_fewer(compared: Comparison) -> None:
    for each in preferences(compared):
        for wide, narrow in (("any", "ordered"), ("ordered", "stated")):
            assert getattr(each, wide) != "necessary" or getattr(each, narrow) == "necessary"
        assert dominates(compared, each.better, each.worse) <= (each.any == "necessary")


@given(comparisons())
def test_of_two_options_one_is_possibly_no_worse_and_not_both_are_ahead(compared: Comparison) -> None:
    for one in compared.options:
        for other in compared.options:
            if one != other:
                there, back = relation(compared, one, other, "stated"), relation(compared, other, one, "stated")
                assert (there == "impossible") <= (back == "necessary")
                assert not (ahead(compared, one, other) and ahead(compared, other, one))


@given(comparisons(), st.sampled_from(["ordered", "any"]), st.integers(0, 9))
@examples(0.4)
def test_acceptabilities_of_each_option_and_of_each_rank_add_up(compared: Comparison, over: str, seed: int) -> None:
    found = rank_acceptability(compared, over, seed, 200)  # type: ignore[arg-type]
    for row in found.shares:
        assert sum(row) == pytest.approx(1)
    for column in zip(*found.shares, strict=True):
        assert sum(column) == pytest.approx(1)


@given(comparisons())
@examples(0.4)
def test_a_sure_winner_in_the_order_comes_first_in_every_sample(compared: Comparison) -> None:
    found = rank_acceptability(compared, samples=200)
    match ranking(compared, found):
        case Winner(option=option, over=over):
            assert all(ahead(compared, option, other, over) for other in compared.options if other != option)
            if over != "stated":
                assert found.first(option) == pytest.approx(1)
        case Leader(option=option, share=share):
            assert share == found.first(option) > 0.5 + found.error
        case Level(options=options):
            scores = score_intervals(compared)
            assert len({round(scores[compared.options.index(each)].low, 9) for each in options}) == 1
        case PartialOrder(pairs=pairs):
            assert pairs
            assert all(ahead(compared, one, other) for one, other in pairs)
        case Undecided():
            assert not any(
                ahead(compared, one, two) for one in compared.options for two in compared.options if one != two
            )


WORDS, PROSE = Label("", {"en": "x"}), Prose("", "definition", {"en": "x"})


@given(
    st.integers(-50, 50), st.integers(1, 60), st.lists(st.integers(0, 8), min_size=2, max_size=4),
    st.sampled_from([0.5, 2.0, 16.0]), st.booleans(), st.integers(-100, 100),
)  # fmt: skip
def test_scaling_a_scale_changes_no_value(
    low: int, width: int, steps: list[int], factor: float, more: bool, shift: int
) -> None:
    """Millions or thousands of euros: what a score is worth does not depend on the unit."""

    def values(unit: float, offset: float) -> list[Interval]:
        def on(step: float) -> float:
            return (low + width * step / 8) * unit + offset

        worth = {str(on(4)): 30.0 if more else 80.0}
        criterion = Criterion(
            "c", WORDS, PROSE, better="higher" if more else "lower",
            scale=Scale(low * unit + offset, (low + width) * unit + offset, value=worth),
        )  # fmt: skip
        function = value_function(criterion)
        assert function is not None
        ranges = [Range(on(min(steps)), on(max(steps)))]
        return [value(function, Assessment(score=score)) for score in [*map(on, steps), *ranges]]

    for one, other in zip(values(1, 0), values(factor, shift), strict=True):
        assert (one.low, one.high) == pytest.approx((other.low, other.high))


def test_an_empty_cell_is_the_whole_scale() -> None:
    function = value_function(Criterion("c", WORDS, PROSE))
    for cell in (None, Assessment(), Assessment(leaning="for")):
        assert value(function, cell) == Interval(0, 1)


def test_a_score_off_its_scale_is_worth_anything() -> None:
    """`check` refuses it; a figure is never made of it."""
    function = value_function(Criterion("c", WORDS, PROSE))
    for score in (0.5, 6, float("nan"), float("inf"), Range(2, 9)):
        assert value(function, Assessment(score=score)) == Interval(0, 1)


def test_a_scale_without_length_makes_no_value_function() -> None:
    for scale in (Scale(5, 5), Scale(5, 1), Scale(float("nan"), 1), Scale(0, float("inf"))):
        assert value_function(Criterion("c", WORDS, PROSE, scale=scale)) is None


EVEN = table([(0.1, 0.9), 0.4, WHOLE_PAIR := (0.0, 1.0)], [0.5, (0.2, 0.8), 0.6], [0.3, WHOLE_PAIR, 0.5])


def test_the_same_seed_gives_the_same_figures() -> None:
    assert rank_acceptability(EVEN, seed=5) == rank_acceptability(EVEN, seed=5)


def test_other_seeds_stay_within_the_bound_of_error() -> None:
    runs = [rank_acceptability(EVEN, seed=seed, samples=2000) for seed in range(12)]
    assert len({run.shares for run in runs}) > 1
    best = rank_acceptability(EVEN, seed=99, samples=60_000)
    for run in runs:
        assert apart(run, best) < run.error + best.error


def apart(one: Acceptability, other: Acceptability) -> float:
    return max(
        abs(a - b) for row, line in zip(one.shares, other.shares, strict=True) for a, b in zip(row, line, strict=True)
    )


@given(st.lists(st.integers(1, 4), min_size=1, max_size=8), st.integers(0, 99))
def test_drawn_weights_add_up_and_keep_their_order(parts: list[int], seed: int) -> None:
    weights = [part / sum(parts) for part in parts]
    draw = drawing(weights, "ordered", Random(seed))
    for _ in range(20):
        drawn = draw()
        assert sum(drawn) == pytest.approx(1)
        assert all(
            drawn[i] >= drawn[j] for i in range(len(parts)) for j in range(len(parts)) if weights[i] > weights[j]
        )


def test_drawn_weights_lie_evenly() -> None:
    """Over all weightings of n, the largest weight is H(n)/n on average, the smallest 1/n²."""
    draw = drawing([0.4, 0.3, 0.2, 0.1], "ordered", Random(11))
    drawn = [draw() for _ in range(20_000)]
    means = [sum(column) / len(drawn) for column in zip(*drawn, strict=True)]
    expected = [sum(1 / k for k in range(rank, 5)) / 4 for rank in range(1, 5)]
    assert means == pytest.approx(expected, abs=0.005)
