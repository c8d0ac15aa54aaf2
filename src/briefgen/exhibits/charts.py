"""The charts of a scenario: contributions, rank acceptability, sensitivity and timeline."""

import datetime as dt

import msgspec

from briefgen.analysis import Analysis, Comparison
from briefgen.analysis.analyse import Leader, Winner
from briefgen.analysis.preference import Switch, score_intervals, switches, weighted_sum
from briefgen.analysis.values import TOLERANCE, Interval
from briefgen.document import (
    Acceptability,
    Caption,
    Contributions,
    Course,
    Figure,
    Inlines,
    LineBreak,
    Moment,
    Portion,
    Ranked,
    Scored,
    Sensitivity,
    Timeline,
    Turn,
    Weighed,
    plain,
)
from briefgen.document.walk import runs
from briefgen.exhibits.ranking import outward, switches_against
from briefgen.exhibits.scores import in_percent
from briefgen.exhibits.words import Words
from briefgen.locale import Locale
from briefgen.markup.model import Label
from briefgen.model.scenario import KeyDate, Scenario

_ = str  # marks interface messages; they are translated where they are shown


class Charts(msgspec.Struct, frozen=True):
    """One field a chart, each a figure with its finding as its title; none where there is nothing to show."""

    timeline: Figure | None
    """The key dates, the deadline and the day up to which the evidence reaches."""
    contributions: Figure | None
    """What each criterion adds to the score of each option; where options are ranked."""
    sensitivity: Figure | None
    """The scores over the weight that changes the order soonest; where an option leads."""
    acceptability: Figure | None
    """How often each option takes each rank; where options are ranked."""


def charts(scenario: Scenario, analysis: Analysis, locale: Locale, lang: str) -> Charts:
    """The charts in one language."""
    words = Words(locale, lang)
    return Charts(
        timeline(scenario, words),
        contributions(analysis, scenario, words),
        sensitivity(analysis, scenario, words),
        acceptability(analysis, scenario, words),
    )


# Contributions: what each criterion adds to the score of each option, and what is unknown.

MAX_OPTIONS = 12
"""Options, and criteria; more cannot be distinguished."""
_NAMED = 3
"""Options that a title names."""


def contributions(analysis: Analysis, scenario: Scenario, words: Words) -> Figure | None:
    """The figure, or nothing where options are not ranked. Options excluded from the ranking are last."""
    whole, ranked = analysis.whole, analysis.acceptability
    if whole is None or ranked is None or max(len(whole.options), len(whole.criteria)) > MAX_OPTIONS:
        return None
    options = {option.id: option for option in scenario.options}
    criteria = {criterion.id: criterion for criterion in scenario.criteria}
    scores = dict(zip(whole.options, score_intervals(whole), strict=True))
    failed = {each.option: each.on("fail") for each in analysis.screened}
    order = sorted(ranked.options, key=ranked.first, reverse=True)
    order += [option for option in whole.options if option not in ranked.options]
    rows = []
    for key in order:
        cells = [options[key].assessments.get(criterion) for criterion in whole.criteria]
        portions = tuple(
            Portion(
                round(100 * weight * value.low, 4),
                round(100 * weight * value.high, 4),
                cell is None or cell.score is None,
            )
            for weight, value, cell in zip(whole.weights, whole.row(key), cells, strict=True)
        )
        fails = failed.get(key, ())
        remark = words.sentence(
            _("out of the ranking: fails {criteria}"), criteria=words.names([criteria[each].name for each in fails])
        )
        score = (words.figure(in_percent(scores[key], words)),)
        rows.append(Scored(words.label(options[key].name), portions, score, remark if fails else ()))
    chart = Contributions(
        tuple(
            Weighed(
                words.label(criteria[criterion].name),
                round(100 * weight, 6),
                words.locale.number(round(100 * weight, 6)),
            )
            for criterion, weight in zip(whole.criteria, whole.weights, strict=True)
        ),
        tuple(rows),
        words.sentence(_("Score, 0 to 100")),
    )
    ends = {option: scores[option] for option in order if option in ranked.options}
    title = _contributions_finding(ends, {option.id: option.name for option in scenario.options}, words)
    return Figure(chart, _contributions_description(chart, words), Caption("", title), "contributions")


def _contributions_finding(scores: dict[str, Interval], names: dict[str, Label], words: Words) -> Inlines:
    """Which of the ranked options can come first at the stated weights."""
    most = max(score.low for score in scores.values())
    able = [option for option, score in scores.items() if score.high >= most - TOLERANCE]
    if len(able) == 1:
        return words.sentence(
            _("At the stated weights “{option}” scores more than any other option can"),
            option=words.label(names[able[0]]),
        )
    if len(able) <= _NAMED:
        among = words.names([names[option] for option in able])
        return words.sentence(
            _("At the stated weights {options} can each come first: their scores overlap"), options=among
        )
    return words.plural(
        "At the stated weights {n} of {all} options can come first: their scores overlap",
        "At the stated weights {n} of {all} options can come first: their scores overlap",
        len(able),
        all=words.locale.number(len(scores)),
    )


def _contributions_description(chart: Contributions, words: Words) -> str:
    """The data in words."""
    locale = words.locale
    options = []
    for option in chart.options:
        parts = []
        for criterion, portion in zip(chart.criteria, option.portions, strict=True):
            low, high = (locale.number(round(end, 1)) for end in (portion.low, portion.high))
            message = _("{criterion} {points} of {weight}")
            if portion.empty:
                message = _("{criterion} not known, up to {weight}")
            points = low if low == high else f"{low}–{high}"
            parts.append(
                locale.text(message).format(criterion=plain(criterion.label), points=points, weight=criterion.stated)
            )
        remark = f" ({plain(option.remark)})" if option.remark else ""
        options.append(
            locale.text(_("{option}{remark} scores {score} of 100: {parts}.")).format(
                option=plain(option.label),
                remark=remark,
                score=plain(option.score),
                parts=locale.text(_("; ")).join(parts),
            )
        )
    return " ".join(options)


# Rank acceptability: in how many of the cases that are left open each option comes first, second, …, last.

_RANKS = (_("first"), _("second"), _("third"))


def acceptability(analysis: Analysis, scenario: Scenario, words: Words) -> Figure | None:
    """The figure, or nothing where options are not ranked."""
    shares = analysis.acceptability
    if shares is None or len(shares.options) > MAX_OPTIONS:
        return None
    names = {option.id: words.label(option.name) for option in scenario.options}
    order = sorted(shares.options, key=shares.first, reverse=True)
    chart = Acceptability(
        tuple(_rank(at, words) for at in range(len(order))),
        tuple(
            Ranked(names[option], tuple(round(share, 4) for share in shares.shares[shares.options.index(option)]))
            for option in order
        ),
        words.locale.formats.percent,
    )
    often = words.locale.percent(100 * shares.first(order[0]))
    title = words.sentence(_("“{option}” comes first in {share} of the cases"), option=names[order[0]], share=often)
    return Figure(chart, _acceptability_description(chart, words), Caption("", title), "acceptability")


def _rank(at: int, words: Words) -> Inlines:
    if at < len(_RANKS):
        return words.sentence(_RANKS[at])
    return words.sentence(_("{n}th"), n=str(at + 1))


def _acceptability_description(chart: Acceptability, words: Words) -> str:
    """The data in words."""
    message = words.locale.text(_("{when}: {what}"))
    return " ".join(
        message.format(
            when=plain(option.label),
            what=", ".join(
                f"{plain(rank)} {words.locale.percent(100 * share)}"
                for rank, share in zip(chart.ranks, option.shares, strict=True)
            ),
        )
        + "."
        for option in chart.options
    )


# Sensitivity: the scores of the options over the weight that changes the order soonest.

MAX_LINES = 5
"""Options; more lines cannot be distinguished. Those that come first most often are shown."""
_TURNS = 3

_FINDINGS = {
    (True, True): _("“{option}” loses its lead to “{other}” if “{criterion}” counts for more than {weight} percent"),
    (True, False): _("“{option}” loses its lead to “{other}” if “{criterion}” counts for less than {weight} percent"),
    (False, True): _("“{option}” may fall behind “{other}” if “{criterion}” counts for more than {weight} percent"),
    (False, False): _("“{option}” may fall behind “{other}” if “{criterion}” counts for less than {weight} percent"),
}
"""By whether the other option is then certainly ahead, and whether the weight rises."""

_POINTS = {
    (True, True): _("above {weight}: “{other}” is ahead"),
    (True, False): _("below {weight}: “{other}” is ahead"),
    (False, True): _("above {weight}: “{other}” may be ahead"),
    (False, False): _("below {weight}: “{other}” may be ahead"),
}


def sensitivity(analysis: Analysis, scenario: Scenario, words: Words) -> Figure | None:
    """The figure, or nothing where no option leads, or where no single weight changes the order."""
    ranked, shares = analysis.ranked, analysis.acceptability
    if ranked is None or shares is None or not isinstance(analysis.verdict, Winner | Leader):
        return None
    leader = analysis.verdict.option
    found = switches_against(ranked, leader)
    if not found:
        return None
    first = found[0]
    names = {option.id: words.label(option.name) for option in scenario.options}
    criterion = next(words.label(each.name) for each in scenario.criteria if each.id == first.criterion)
    rest = sorted((option for option in ranked.options if option != leader), key=shares.first, reverse=True)
    shown = [leader, *sorted(rest, key=lambda option: option != first.behind)[: MAX_LINES - 1]]
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
    return Figure(chart, _sensitivity_description(chart, words), Caption("", title), "sensitivity")


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


def _sensitivity_description(chart: Sensitivity, words: Words) -> str:
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


# Timeline: what happened and what falls due, with the deadline and the day up to which the evidence reaches.

MIN_MOMENTS = 3
"""Days that are known; fewer make no timeline."""

MAX_MOMENTS = 30
"""Dates; more are a table."""


def timeline(scenario: Scenario, words: Words) -> Figure | None:
    """The figure, or nothing where there are too few dates or too many."""
    moments = _moments(scenario, words)
    if sum(moment.day is not None for moment in moments) < MIN_MOMENTS or len(moments) > MAX_MOMENTS:
        return None
    message = words.locale.text(_("{when}: {what}"))
    dates = words.locale.text(_("; ")).join(
        message.format(when=plain(moment.when), what=_bare(plain(moment.label))) for moment in moments
    )
    return Figure(
        Timeline(tuple(moments)),
        words.locale.text(_("A timeline. {dates}.")).format(dates=dates),
        Caption("", _timeline_finding(scenario, moments, words)),
        "timeline",
    )


def _moments(scenario: Scenario, words: Words) -> list[Moment]:
    """In order of time; what has no exact day stays after the date that it is listed after."""
    groups: list[list[Moment]] = []
    due = scenario.deadline
    for key in scenario.key_dates:
        is_due = key.date is not None and key.date == due
        moment = Moment(
            words.label(key.when) if key.when else (words.figure(words.locale.date(key.date)),) if key.date else (),
            _label(key, words),
            key.date.middle if key.date else None,
            "deadline" if is_due else "event",
        )
        due = None if is_due else due
        if key.date or not groups:
            groups.append([])
        groups[-1].append(moment)
    if due:
        day = (words.figure(words.locale.date(due)),)
        groups.append([Moment(day, (words.say(_("Decision due")),), due, "deadline")])
    if known := scenario.as_of:
        day = (words.figure(words.locale.date(known)),)
        groups.append([Moment(day, (words.say(_("The evidence reaches up to here")),), known, "as-of")])
    groups.sort(key=lambda group: group[0].day or dt.date.min)
    return [moment for group in groups for moment in group]


def _label(key: KeyDate, words: Words) -> Inlines:
    """The few words that the author has for it, or its own words without their citations."""
    if key.short:
        return words.label(key.short)
    line = words.line(key.event)
    return tuple(runs(tuple(words.figure(" ") if isinstance(each, LineBreak) else each for each in line)))


def _bare(text: str) -> str:
    """A sentence as a part of another one."""
    return " ".join(text.split()).rstrip(".")


def _timeline_finding(scenario: Scenario, moments: list[Moment], words: Words) -> Inlines:
    """What the timeline shows, in a sentence."""
    locale = words.locale
    dates = [moment for moment in moments if moment.kind != "as-of"]
    if scenario.deadline and scenario.as_of and scenario.deadline > scenario.as_of:
        days = (scenario.deadline - scenario.as_of).days
        after = len(moments) - 1 - next(at for at, moment in enumerate(moments) if moment.kind == "deadline")
        message = locale.plural(
            "From the evidence to the decision there is {n} day, with {after} of {all} key dates after it",
            "From the evidence to the decision there are {n} days, with {after} of {all} key dates after it",
            days,
        )
        counts = {"n": days, "after": after, "all": len(dates)}
        return (words.figure(message.format(**{slot: locale.number(count) for slot, count in counts.items()})),)
    first, last = plain(dates[0].when), plain(dates[-1].when)
    message = locale.plural("{n} date, from {first} to {last}", "{n} dates, from {first} to {last}", len(dates))
    return (words.figure(message.format(n=locale.number(len(dates)), first=first, last=last)),)
