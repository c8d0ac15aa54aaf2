"""Sensitivity: the scores of the options over the weight that turns the order soonest."""

from briefgen.analysis import Analysis, Comparison
from briefgen.analysis.interval import Interval
from briefgen.analysis.scores import weighted_sum
from briefgen.analysis.switching import Switch, switches
from briefgen.analysis.verdict import Leader, Winner
from briefgen.document import Caption, Course, Figure, Sensitivity, Turn, plain
from briefgen.exhibits.turning import outward, turning
from briefgen.exhibits.words import Words
from briefgen.scenario.model import Scenario

_ = str  # marks interface messages; they are translated where they are shown

MOST = 5
"""Options; more lines cannot be told apart. Those that come first most often are kept."""
_TURNS = 3

_FINDINGS = {
    (True, True): _("“{option}” loses its lead to “{other}” if “{criterion}” counts for more than {weight} percent"),
    (True, False): _("“{option}” loses its lead to “{other}” if “{criterion}” counts for less than {weight} percent"),
    (False, True): _("“{option}” may fall behind “{other}” if “{criterion}” counts for more than {weight} percent"),
    (False, False): _("“{option}” may fall behind “{other}” if “{criterion}” counts for less than {weight} percent"),
}
"""By whether the other option is then surely ahead, and whether the weight rises."""

_POINTS = {
    (True, True): _("above {weight}: “{other}” is ahead"),
    (True, False): _("below {weight}: “{other}” is ahead"),
    (False, True): _("above {weight}: “{other}” may be ahead"),
    (False, False): _("below {weight}: “{other}” may be ahead"),
}


def sensitivity(analysis: Analysis, scenario: Scenario, words: Words) -> Figure | None:
    """The figure, or nothing where no option leads, or where no weight alone turns the order."""
    ranked, shares = analysis.ranked, analysis.acceptability
    if ranked is None or shares is None or not isinstance(analysis.verdict, Winner | Leader):
        return None
    leader = analysis.verdict.option
    found = turning(ranked, leader)
    if not found:
        return None
    first = found[0]
    names = {option.id: words.label(option.name) for option in scenario.options}
    criterion = next(words.label(each.name) for each in scenario.criteria if each.id == first.criterion)
    rest = sorted((option for option in ranked.options if option != leader), key=shares.first, reverse=True)
    shown = [leader, *sorted(rest, key=lambda option: option != first.behind)[: MOST - 1]]
    at = ranked.criteria.index(first.criterion)
    turns = [
        switch
        for option in shown[1:]
        for switch in switches(ranked, leader, option)
        if switch.criterion == first.criterion and 0 < outward(switch) < 100
    ]
    turns.sort(key=lambda switch: (not switch.overtaken, abs(switch.weight - switch.stated)))
    percent = words.locale.percent
    chart = Sensitivity(
        tuple(Course(names[option], *_ends(ranked, option, at), leads=option == leader) for option in shown),
        round(100 * first.stated, 6),
        words.sentence(_("{weight}, as stated"), weight=percent(100 * first.stated)),
        tuple(
            Turn(
                round(100 * switch.weight, 4),
                round(_score(ranked, leader, at, switch), 4),
                words.sentence(
                    _POINTS[switch.overtaken, switch.more], weight=percent(outward(switch)), other=names[switch.behind]
                ),
            )
            for switch in turns[:_TURNS]
        ),
        words.sentence(_("Weight of “{criterion}”; the others keep their proportions"), criterion=criterion),
        words.sentence(_("Score, 0 to 100")),
        words.locale.formats.percent,
    )
    title = words.sentence(
        _FINDINGS[first.overtaken, first.more], option=names[leader], other=names[first.behind], criterion=criterion,
        weight=words.locale.number(outward(first)),
    )  # fmt: skip
    return Figure(chart, _told(chart, words), Caption("", title), "sensitivity")


def _ends(ranked: Comparison, option: str, at: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """The score with no weight on a criterion, and with all of it there, in points of 100."""
    row, rest = ranked.row(option), 1 - ranked.weights[at]
    weights = [0.0 if place == at else weight / rest for place, weight in enumerate(ranked.weights)]
    return _points(weighted_sum(weights, row)), _points(row[at])


def _points(value: Interval) -> tuple[float, float]:
    return round(100 * value.low, 4), round(100 * value.high, 4)


def _score(ranked: Comparison, leader: str, at: int, switch: Switch) -> float:
    """Of the leader where the lines cross: its most where it is surely overtaken, its least where it may be."""
    without, alone = (ends[switch.overtaken] for ends in _ends(ranked, leader, at))
    return without + (alone - without) * switch.weight


def _told(chart: Sensitivity, words: Words) -> str:
    """The data in words."""
    locale = words.locale

    def reach(ends: tuple[float, float]) -> str:
        low, high = (locale.number(round(end)) for end in ends)
        return low if low == high else f"{low}–{high}"

    courses = [
        locale.text(_("{option} scores {without} where it counts for nothing, and {alone} where nothing else counts."))
        .format(option=plain(course.label), without=reach(course.without), alone=reach(course.alone))
        for course in chart.options
    ]  # fmt: skip
    points = locale.text(_("; ")).join([plain(chart.stated), *(plain(turn.label) for turn in chart.turns)])
    return " ".join([plain(chart.across) + ".", *courses, points + "."])
