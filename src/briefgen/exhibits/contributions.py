"""Contributions: what each criterion adds to the score of each option, and what is still open."""

from briefgen.analysis import Analysis
from briefgen.analysis.interval import TOLERANCE, Interval
from briefgen.analysis.scores import score_intervals
from briefgen.document import Caption, Contributions, Figure, Inlines, Portion, Scored, Weighed, plain
from briefgen.exhibits.scores import in_percent
from briefgen.exhibits.words import Words
from briefgen.prose import Label
from briefgen.scenario.model import Scenario

_ = str  # marks interface messages; they are translated where they are shown

MOST = 12
"""Options, and criteria; more cannot be told apart."""
_NAMED = 3
"""Options that a title names."""


def contributions(analysis: Analysis, scenario: Scenario, words: Words) -> Figure | None:
    """The figure, or nothing where options are not ranked. Options out of the ranking stand last."""
    whole, ranked = analysis.whole, analysis.acceptability
    if whole is None or ranked is None or max(len(whole.options), len(whole.criteria)) > MOST:
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
    title = _finding(ends, {option.id: option.name for option in scenario.options}, words)
    return Figure(chart, _told(chart, words), Caption("", title), "contributions")


def _finding(scores: dict[str, Interval], names: dict[str, Label], words: Words) -> Inlines:
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


def _told(chart: Contributions, words: Words) -> str:
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
