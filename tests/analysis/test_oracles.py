"""Figures are those of published examples and of other programs; `oracles/README.md` says which, and which not."""

import json
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.analysis.small import table

from briefgen.analysis.acceptability import rank_acceptability, rank_shares
from briefgen.analysis.analyse import Level, ranking
from briefgen.analysis.preference import dominates, drawing, score_intervals, screening, switches, weighted_sum
from briefgen.analysis.values import Interval, value_function
from briefgen.markup.model import Label, Prose
from briefgen.model.options import Assessment, Criterion, Option, Scale
from briefgen.model.scenario import Scenario

WORDS, PROSE = Label("", {"en": "x"}), Prose("", "definition", {"en": "x"})
FOLDER = Path(__file__).parent / "oracles"


def oracle(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def sums(matrix: list[list[float]], weights: list[float]) -> list[float]:
    return [weighted_sum(weights, [Interval(each, each) for each in row]).low for row in matrix]


def by_column_sums(matrix: list[list[float]], direction: list[int]) -> list[list[float]]:
    """Costs as 1/x, then each column divided by its sum."""
    turned = [[x if d > 0 else 1 / x for x, d in zip(row, direction, strict=True)] for row in matrix]
    totals = [sum(column) for column in zip(*turned, strict=True)]
    return [[x / total for x, total in zip(row, totals, strict=True)] for row in turned]


def test_weighted_sums_of_kracka_2010() -> None:
    given = oracle("wsm_kracka2010")
    weights = [weight / sum(given["weights"]) for weight in given["weights"]]
    found = sums(by_column_sums(given["matrix"], given["direction"]), weights)
    assert found == pytest.approx(given["expected_scores"], abs=given["tolerance"])


def test_weighted_sums_of_pymcdm() -> None:
    given = oracle("wsm_pymcdm_self")
    found = sums(by_column_sums(given["matrix"], given["direction"]), given["weights"])
    assert found == pytest.approx(given["expected_scores"], abs=given["tolerance"])


def test_weighted_sums_take_weights_as_they_are() -> None:
    given = oracle("wsm_skc_trivial")
    assert sums(given["matrix"], given["weights"]) == given["expected_scores"]


def test_weighted_sums_of_the_quick_start_of_scikit_criteria() -> None:
    given = oracle("skc_quickstart_wsm_topsis")
    found = sums(by_column_sums(given["matrix"], given["direction"]), given["weights"])
    assert found == pytest.approx(given["wsm"]["expected_scores"], abs=given["tolerance"])


def test_five_options_that_tie_are_told_as_level() -> None:
    given = oracle("saw_ties_mcdm")
    tied = table(*given["matrix"], weights=given["weights"])
    assert [each.low for each in score_intervals(tied)] == given["expected_scores"]
    assert ranking(tied, rank_acceptability(tied)) == Level(tied.options)


def test_dominance_among_the_bonds_of_scikit_criteria() -> None:
    given = oracle("dominance_skc_bonds")
    screened = given["filter"]["ROE>=2"]
    matrix = [[x * d / 100 for x, d in zip(row, given["direction"], strict=True)] for row in given["matrix"]]
    names = dict(zip(given["options"], "ABCDEF", strict=True))
    bonds = table(*matrix).among({names[name] for name in screened})
    over_fx = [name for name in screened if name != "FX" and dominates(bonds, names[name], names["FX"])]
    assert over_fx == given["dominators_of_FX"]
    strictly = [name for name in screened if name != "FX" and dominates(bonds, names[name], names["FX"], strictly=True)]
    assert strictly == given["strict_dominators_of_FX"]
    dominated = [
        name
        for name in screened
        if any(dominates(bonds, names[other], names[name], strictly=True) for other in screened if other != name)
    ]
    assert dominated == given["dominated"]


def test_the_filter_of_the_bonds_as_a_screening() -> None:
    given = oracle("dominance_skc_bonds")
    options = tuple(
        Option(
            name.lower(), WORDS, assessments={"roe": Assessment(result="pass" if row[0] >= 2 else "fail")}
        )
        for name, row in zip(given["options"], given["matrix"], strict=True)
    )  # fmt: skip
    scenario = Scenario(WORDS, PROSE, WORDS, options, criteria=(Criterion("roe", WORDS, PROSE, kind="screening"),))
    passed = [each.option.upper() for each in screening(scenario) if each.whole == "pass"]
    assert passed == given["filter"]["ROE>=2"]


def test_switching_weights_in_closed_form() -> None:
    given = oracle("derived_switching_weight")
    compared = table(*given["values"], weights=given["weights"])
    assert [each.low for each in score_intervals(compared)] == pytest.approx(given["base_scores"])
    for expected in given["switching"]:
        found = {each.criterion: each for each in switches(compared, given["top"], expected["challenger"])}
        switch = found.get(f"c{expected['criterion']}")
        if expected["switching_weight"] is None:
            assert switch is None
        else:
            assert switch is not None
            assert switch.weight == pytest.approx(expected["switching_weight"], abs=1e-9)
            assert switch.weight - switch.stated == pytest.approx(expected["change_from_base"], abs=1e-9)
            assert switch.overtaken


@pytest.mark.parametrize("case", oracle("derived_smaa_exact")["cases"], ids=lambda case: f"{case['criteria']} criteria")
def test_first_ranks_in_exact_fractions(case: Any) -> None:
    compared = table(*[[float(Fraction(x)) for x in row] for row in case["values"]])
    found = rank_acceptability(compared, "any")
    for option, share in zip(compared.options, case["rank1_acceptability"], strict=True):
        assert abs(found.first(option) - Fraction(share)) < found.error


def test_an_option_that_never_comes_first() -> None:
    found = rank_acceptability(table([0.9, 0.8, 0.7], [0.2, 0.3, 0.4]), "any")
    assert found.shares == ((1.0, 0.0), (0.0, 1.0))


@pytest.mark.parametrize("at", range(4))
def test_value_functions_of_rsmaa(at: int) -> None:
    given = oracle("smaa_edges_pvf")["pvf"][at]
    cutoffs, values = given["cutoffs"], given["values"]
    scale = Scale(
        low=cutoffs[0],
        high=cutoffs[-1],
        value={str(x): 100 * y for x, y in zip(cutoffs[1:-1], values[1:-1], strict=True)},
    )
    direction = "higher" if values[0] < values[-1] else "lower"
    function = value_function(Criterion("c", WORDS, PROSE, better=direction, scale=scale))
    assert function is not None
    assert [function.at(x) for x in given["x"]] == pytest.approx(given["y"])


def test_rank_acceptabilities_of_the_benefit_risk_model_of_jsmaa() -> None:
    """Weights, value functions and counting are ours; the values are drawn here, since we draw only from intervals."""
    given = oracle("smaa_jsmaa_benefitrisk")
    random = Random(7)
    draw_weights = drawing([1 / 6] * 6, "any", random)
    functions = []
    for name in given["criteria"]:
        low, high = given["scale_checks"][name]
        direction = "higher" if given["distributions"][name]["dir"] > 0 else "lower"
        functions.append(value_function(Criterion(name, WORDS, PROSE, better=direction, scale=Scale(low, high))))

    def drawn(option: int, criterion: int) -> float:
        about = given["distributions"][given["criteria"][criterion]]
        mu, sigma = about["mu_sigma"][option]
        x = random.lognormvariate(mu, sigma) if about["type"] == "lognormal" else random.gauss(mu, sigma)
        (least, at_least), (most, at_most) = functions[criterion].points
        # Their scales span 95 % of each distribution, and go on straight beyond it; ours have ends.
        return at_least + (at_most - at_least) * (x - least) / (most - least)

    def scores() -> Any:
        for _ in range(20_000):
            weights = draw_weights()
            yield [sum(w * drawn(option, at) for at, w in enumerate(weights)) for option in range(4)]

    for found, expected in zip(rank_shares(scores(), 4), given["expected_rank_acceptability"], strict=True):
        assert found == pytest.approx(expected, abs=given["tolerance_ra"])
