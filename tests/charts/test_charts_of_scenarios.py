"""What of a scenario is drawn, and that the charts show the figures of the analysis."""

import datetime as dt
import re

import pytest
from msgspec.structs import replace
from tests.factory import document
from tests.laws.briefs import loaded, theme

from briefgen.analysis import Analysis, analyse
from briefgen.analysis.preference import score_intervals
from briefgen.commands.render import write
from briefgen.document import Acceptability, Contributions, Sensitivity, Timeline, plain
from briefgen.exhibits import Charts, charts
from briefgen.locale import load
from briefgen.model.scenario import Scenario
from briefgen.release.filter import rescaled


def drawn(scenario: Scenario) -> tuple[Charts, Analysis]:
    analysis = analyse(scenario, samples=200)
    return charts(scenario, analysis, load("en"), "en"), analysis


@pytest.fixture(scope="module")
def kelmouth() -> tuple[Charts, Analysis]:
    return drawn(loaded("kelmouth-2026").scenario)


def test_what_the_evidence_does_not_carry_is_not_drawn() -> None:
    found, _analysis = drawn(loaded("haiti-2022").scenario)
    assert found == Charts(None, None, None, None)


def test_the_timeline_holds_deadline_and_evidence_and_keeps_what_has_no_day_in_its_order(
    kelmouth: tuple[Charts, Analysis],
) -> None:
    figure = kelmouth[0].timeline
    assert figure and figure.caption and isinstance(figure.picture, Timeline)
    lines = [f"{moment.kind}: {plain(moment.when)}: {plain(moment.label)}" for moment in figure.picture.moments]
    assert lines == [
        "event: 17 November 2024: North Main fails",
        "as-of: 20 February 2026: The evidence reaches up to here",
        "event: 9 April 2026: Committee recommends",
        "deadline: 23 April 2026: Council decides",
        "event: 30 June 2026: Plan due at the Inspectorate",
        "event: 15 September 2026: Applications to the State fund close",
        "event: end of November 2026: Result of the pumping test",
        "event: 31 December 2026: Last day for a contract with the union, as proposed",
        "event: spring 2027: Fund decides",
        "event: 31 December 2030: Ten days without the main must be possible",
    ]
    assert plain(figure.caption.content) == (
        "From the evidence to the decision there are 62 days, with 6 of 9 key dates after it"
    )
    for moment in figure.picture.moments:
        assert f"{plain(moment.when)}: {plain(moment.label)}" in figure.alt


def test_a_deadline_that_is_no_key_date_has_a_line_of_its_own() -> None:
    scenario = replace(loaded("kelmouth-2026").scenario, deadline=dt.date(2026, 5, 1))
    figure = drawn(scenario)[0].timeline
    assert figure and isinstance(figure.picture, Timeline)
    due = [moment for moment in figure.picture.moments if moment.kind == "deadline"]
    assert [plain(moment.label) for moment in due] == ["Decision due"]


def test_two_days_make_no_timeline() -> None:
    scenario = loaded("kelmouth-2026").scenario
    few = replace(scenario, key_dates=scenario.key_dates[:1], as_of=None)
    assert drawn(few)[0].timeline is None
    assert drawn(replace(few, as_of=scenario.as_of))[0].timeline is not None


def test_without_words_for_the_timeline_those_of_the_event_stand_there_without_citations() -> None:
    scenario = loaded("kelmouth-2026").scenario
    bare = replace(scenario, key_dates=tuple(replace(key, short=None) for key in scenario.key_dates))
    figure = drawn(bare)[0].timeline
    assert figure and isinstance(figure.picture, Timeline)
    assert plain(figure.picture.moments[0].label).startswith("The North Main fails and is out of service for 61 hours")
    assert "@" not in figure.alt


@pytest.mark.parametrize("name", ["kelmouth-2026", "starter"])
def test_contributions_add_up_to_the_scores(name: str) -> None:
    found, analysis = drawn(loaded(name).scenario)
    assert found.contributions and isinstance(found.contributions.picture, Contributions) and analysis.whole
    scores = dict(zip(analysis.whole.options, score_intervals(analysis.whole), strict=True))
    expected = sorted((100 * score.low, 100 * score.high) for score in scores.values())
    shown = sorted((option.low, option.high) for option in found.contributions.picture.options)
    assert shown == [pytest.approx(pair, abs=0.01) for pair in expected]
    for option in found.contributions.picture.options:
        for portion, criterion in zip(option.portions, found.contributions.picture.criteria, strict=True):
            assert not portion.empty or (portion.low, portion.high) == (0, criterion.weight)


def test_what_fails_the_screening_stands_last_and_says_why(kelmouth: tuple[Charts, Analysis]) -> None:
    figure = kelmouth[0].contributions
    assert figure and isinstance(figure.picture, Contributions)
    assert [plain(option.remark) for option in figure.picture.options] == [
        "", "", "out of the ranking: fails “Ten-day reserve”", "out of the ranking: fails “Debt limit”",
    ]  # fmt: skip


def test_sensitivity_passes_through_the_scores_and_turns_where_the_lines_cross(
    kelmouth: tuple[Charts, Analysis],
) -> None:
    found, analysis = kelmouth
    assert found.sensitivity and isinstance(found.sensitivity.picture, Sensitivity) and analysis.ranked
    chart = found.sensitivity.picture
    leader, rival = chart.options

    def at(end: int, weight: float) -> tuple[float, float]:
        def line(course) -> float:  # type: ignore[no-untyped-def]
            return course.without[end] + (course.alone[end] - course.without[end]) * weight / 100

        return line(leader), line(rival)

    scores = dict(zip(analysis.ranked.options, score_intervals(analysis.ranked), strict=True))
    assert at(0, chart.weight) == pytest.approx((100 * scores["link"].low, 100 * scores["well-field"].low), abs=0.01)
    assert at(1, chart.weight) == pytest.approx((100 * scores["link"].high, 100 * scores["well-field"].high), abs=0.01)
    (turn,) = chart.turns
    assert at(1, turn.weight)[0] == pytest.approx(turn.score, abs=0.01)
    assert at(0, turn.weight)[1] == pytest.approx(turn.score, abs=0.01)
    assert plain(turn.label) == "above 62%: “Well field” is ahead"


def test_shares_of_ranks_are_those_of_the_analysis(kelmouth: tuple[Charts, Analysis]) -> None:
    found, analysis = kelmouth
    assert found.acceptability and isinstance(found.acceptability.picture, Acceptability) and analysis.acceptability
    first = [ranked.shares[0] for ranked in found.acceptability.picture.options]
    assert first == sorted(first, reverse=True)
    assert first[0] == pytest.approx(analysis.acceptability.first("link"), abs=1e-4)
    assert found.acceptability.alt.startswith("Link and reline: first ")


@pytest.mark.parametrize(("lang", "point"), [("en", "."), ("fr", ","), ("es", ",")])
def test_weights_that_were_rescaled_for_an_audience_are_rounded(lang: str, point: str) -> None:
    whole = loaded("kelmouth-2026").scenario
    gone = next(criterion for criterion in whole.criteria if criterion.kind == "weighted")
    left, changed = rescaled(whole, replace(whole, criteria=tuple(each for each in whole.criteria if each != gone)))
    assert changed
    figure = charts(left, analyse(left, samples=200), load(lang), lang).contributions
    assert figure and isinstance(figure.picture, Contributions)
    weights = [each.stated for each in figure.picture.criteria]
    assert any(point in weight for weight in weights)
    assert all(re.fullmatch(rf"\d+({re.escape(point)}\d\d?)?", weight) for weight in weights)
    page = write(document(figure), theme(), "a4", ("html",))["html"].decode()
    shown = figure.alt + " ".join(re.findall(r"<text[^>]*>(.*?)</text>", page))
    assert f" {weights[0]}" in shown
    assert not re.search(r"\d[.,]\d{3,}", shown)
