"""The closed forms are what trying all cases gives: every corner of the open cells, and dense grids of weights."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.small import comparisons
from tests.hypothesis_profiles import examples

from briefgen.analysis import Comparison
from briefgen.analysis.acceptability import rank_acceptability
from briefgen.analysis.preference import SETS, Weightings, ahead, dominates, relation, score_intervals, switches

Rows = tuple[tuple[float, ...], ...]
NEAR = 1e-7
GRID = 10


def completions(compared: Comparison) -> list[Rows]:
    """Every case in which each open cell is at one of its ends. Linear figures reach their extremes there."""
    columns = len(compared.criteria)
    ends = [(each.low,) if each.sure else (each.low, each.high) for row in compared.values for each in row]
    return [tuple(case[at : at + columns] for at in range(0, len(case), columns)) for case in product(*ends)]


def grid(weights: tuple[float, ...], over: Weightings) -> list[tuple[float, ...]]:
    """Weightings of a set: the stated ones; all tenths; the corners of the order."""
    if over == "stated":
        return [weights]
    count = len(weights)
    tenths = [case for case in product(range(GRID + 1), repeat=count) if sum(case) == GRID]
    found = [tuple(part / GRID for part in case) for case in tenths]
    found += [
        tuple((1 / sum(case)) if chosen else 0.0 for chosen in case)
        for case in product((0, 1), repeat=count)
        if any(case)
    ]
    found.append(weights)
    if over == "any":
        return found
    return [case for case in found if keeps_order(case, weights)]


def keeps_order(case: tuple[float, ...], weights: tuple[float, ...]) -> bool:
    places = range(len(weights))
    return all(case[i] >= case[j] - 1e-12 for i in places for j in places if weights[i] > weights[j])


def total(weights: tuple[float, ...], row: tuple[float, ...]) -> float:
    return sum(weight * each for weight, each in zip(weights, row, strict=True))


@given(comparisons(options=3, criteria=3))
def test_score_intervals_are_the_extremes_of_all_cases(compared: Comparison) -> None:
    totals = [[total(compared.weights, row) for row in case] for case in completions(compared)]
    for at, found in enumerate(score_intervals(compared)):
        assert abs(found.low - min(case[at] for case in totals)) < NEAR
        assert abs(found.high - max(case[at] for case in totals)) < NEAR


@given(comparisons(options=2, criteria=4))
def test_preferences_hold_in_all_cases_or_in_some(compared: Comparison) -> None:
    for over in SETS:
        gaps = [
            total(weights, case[0]) - total(weights, case[1])
            for weights in grid(compared.weights, over)
            for case in completions(compared)
        ]
        expected = "necessary" if min(gaps) >= -NEAR else "possible" if max(gaps) >= -NEAR else "impossible"
        assert relation(compared, "A", "B", over) == expected
        sure = [total(compared.weights, case[0]) - total(compared.weights, case[1]) for case in completions(compared)]
        assert ahead(compared, "A", "B", over) == (min(sure) > NEAR and min(gaps) >= -NEAR)


@given(comparisons(options=2, criteria=4))
def test_one_option_dominates_another_where_it_does_in_every_case(compared: Comparison) -> None:
    def better(case: Rows) -> bool:
        pairs = list(zip(*case, strict=True))
        return all(one >= other for one, other in pairs) and any(one > other for one, other in pairs)

    cases = completions(compared)
    assert dominates(compared, "A", "B") == all(map(better, cases))
    strictly = all(one > other for case in cases for one, other in zip(*case, strict=True))
    assert dominates(compared, "A", "B", strictly=True) == strictly


@given(comparisons(options=2, criteria=4))
def test_beyond_a_switching_weight_and_nowhere_before_it_the_order_is_another(compared: Comparison) -> None:
    """One weight walks from 0 to 1 in small steps, the others shrink or grow in proportion."""
    found = {(each.criterion, each.overtaken): each for each in switches(compared, "A", "B")}
    known = all(each.sure for row in compared.values for each in row)
    cases = completions(compared)
    for at, (criterion, stated) in enumerate(zip(compared.criteria, compared.weights, strict=True)):
        if stated > 0.999:
            assert not any(key[0] == criterion for key in found)
            continue
        for overtaken in (False, True):
            if known and not overtaken:
                continue
            choose = max if overtaken else min

            def gap(weight: float, at: int = at, stated: float = stated, choose: object = choose) -> float:
                scale = (1 - weight) / (1 - stated)
                moved = tuple(weight if n == at else each * scale for n, each in enumerate(compared.weights))
                return choose(total(moved, case[0]) - total(moved, case[1]) for case in cases)  # type: ignore[operator, no-any-return]

            steps = [step / 60 for step in range(61)]
            switch = found.get((criterion, overtaken))
            if gap(stated) <= NEAR:
                assert switch is None
            elif switch is None:
                assert all(gap(step) >= -NEAR for step in steps)
            else:
                for step in steps:
                    beyond = step > switch.weight + 1e-6 if switch.more else step < switch.weight - 1e-6
                    short = step < switch.weight - 1e-6 if switch.more else step > switch.weight + 1e-6
                    assert not beyond or gap(step) < 0
                    assert not short or gap(step) > 0
                assert abs(gap(switch.weight)) < NEAR


@given(comparisons(options=3, criteria=3), st.sampled_from(["ordered", "any"]))
@examples(0.1)
def test_rank_acceptabilities_are_the_shares_of_a_dense_grid(compared: Comparison, over: Weightings) -> None:
    """With known values: the middles of a fine net over the weightings, each with the share of its order."""
    known = Comparison(
        compared.options,
        compared.criteria,
        compared.weights,
        tuple(tuple(type(each)(each.low, each.low) for each in row) for row in compared.values),
    )
    net = 40
    points = [
        case
        for case in product(*[[(2 * part + 1) / (2 * net) for part in range(net)]] * (len(known.criteria) - 1))
        if sum(case) < 1
    ]
    weightings = [(*case, 1 - sum(case)) for case in points]
    kept = [case for case in weightings if over == "any" or keeps_order(case, known.weights)]
    assert over != "stated"
    found = rank_acceptability(known, over, seed=3, samples=4000)
    for at, option in enumerate(known.options):
        first = 0.0
        for case in kept:
            totals = [total(case, tuple(each.low for each in row)) for row in known.values]
            best = [n for n, each in enumerate(totals) if each >= max(totals) - 1e-9]
            first += (at in best) / len(best)
        assert abs(found.first(option) - first / len(kept)) < found.error + 0.03
