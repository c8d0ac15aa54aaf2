"""What is too large to have been judged by a person is not compared; and figures and rules agree on what is faulty."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.analysis import Comparison, analyse, comparison
from briefgen.analysis.acceptability import DRAWS, SAMPLES, rank_acceptability
from briefgen.analysis.analyse import NotCompared
from briefgen.analysis.comparison import MOST_CRITERIA, MOST_OPTIONS
from briefgen.analysis.values import justified, value_function
from briefgen.lint.rules.scales import check_scales
from briefgen.markup.model import Label, Prose
from briefgen.model.options import Assessment, Criterion, Option, Scale
from briefgen.model.scenario import Scenario

WORDS, PROSE = Label("", {"en": "x"}), Prose("", "definition", {"en": "x"})


def scenario(options: int, criteria: int) -> Scenario:
    """One option is scored throughout; the cells of the others are empty."""
    keys = [f"c{at}" for at in range(criteria)]
    return Scenario(
        WORDS, PROSE, WORDS,
        (
            Option("o0", WORDS, assessments={key: Assessment(score=3) for key in keys}),
            *(Option(f"o{at}", WORDS) for at in range(1, options)),
        ),
        criteria=tuple(Criterion(key, WORDS, PROSE, weight=100 / criteria) for key in keys),
        evidence_threshold=0,
    )  # fmt: skip


@pytest.mark.parametrize(("options", "criteria"), [(MOST_OPTIONS + 1, 2), (2, MOST_CRITERIA + 1), (5000, 500)])
def test_more_than_can_be_judged_is_not_compared(options: int, criteria: int) -> None:
    assert analyse(scenario(options, criteria)).verdict == NotCompared("too-large")


def test_a_large_comparison_draws_fewer_cases_and_says_how_sure_it_is() -> None:
    large, small = comparison(scenario(40, 20)), comparison(scenario(5, 8))
    assert isinstance(large, Comparison)
    assert isinstance(small, Comparison)
    few, many = rank_acceptability(large), rank_acceptability(small)
    assert many.samples == SAMPLES
    assert few.samples == DRAWS // 800 < many.samples
    assert few.error > many.error


def test_a_criterion_without_weight_counts_for_nothing() -> None:
    made = scenario(2, 1)
    silent = Criterion("extra", WORDS, PROSE, weight=0)
    with_it = Scenario(WORDS, PROSE, WORDS, made.options, criteria=(*made.criteria, silent), evidence_threshold=0)
    assert comparison(with_it) == comparison(made)


KEYS = st.sampled_from(["1", "1.0", "2", "3", "3.5", "5", "6", "x", "nan", "1e400", ""])


@given(
    st.dictionaries(KEYS, st.sampled_from([0.0, 20.0, 50.0, 80.0, 100.0]), max_size=4),
    st.sampled_from([(1.0, 5.0), (5.0, 1.0), (0.0, 3.0)]),
    st.booleans(),
)
def test_a_value_function_is_missing_just_where_check_finds_a_fault(
    points: dict[str, float], ends: tuple[float, float], more: bool
) -> None:
    criterion = Criterion(
        "c", WORDS, PROSE, weight=100, better="higher" if more else "lower",
        scale=Scale(*ends, value=points),
    )  # fmt: skip
    made = Scenario(WORDS, PROSE, WORDS, (), criteria=(criterion,))
    assert (value_function(criterion) is None) == any(check_scales(made))


@pytest.mark.parametrize(
    ("number", "inputs", "printed"),
    [
        (33.333333333, [40, 35, 25], 33),
        (33.333333333, [42.5, 57.5], 33.3),
        (26.666666667, [26.666666667, 73.333333333], 27),  # weights that were scaled again for an audience
        (12.5, [], 12),
        (0.125, [0.25, 99.75], 0.12),
    ],
)
def test_a_number_is_as_precise_as_its_inputs(number: float, inputs: list[float], printed: float) -> None:
    assert justified(number, inputs) == printed
