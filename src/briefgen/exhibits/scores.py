"""The scores of the options as tables: intervals, value functions, and rank acceptability."""

from math import ceil

import msgspec

from briefgen.analysis import Analysis
from briefgen.analysis.coverage import weighted
from briefgen.analysis.preference import Outcome, score_intervals
from briefgen.analysis.values import Interval, value_function
from briefgen.document import Cell, Column, Inlines, Row, Table
from briefgen.exhibits.words import Words, paragraph
from briefgen.model.options import Criterion, Option
from briefgen.model.scenario import Scenario

_ = str  # marks interface messages; they are translated where they are shown

_OUTCOMES: dict[Outcome, str] = {"pass": _("pass"), "fail": _("fail"), "open": _("not known")}


class Ranking(msgspec.Struct, frozen=True):
    """The table, with what its key says."""

    scores: Table
    samples: int
    """Cases that were drawn."""
    error: float
    """Points by which a share can be off, with 99 % certainty; rounded up."""


def ranking(analysis: Analysis, scenario: Scenario, words: Words) -> Ranking | None:
    """One row an option; nothing where options are not ranked. Options that fail the screening have
    their scores as well, since the decision-maker may be able to change a screening criterion."""
    if analysis.whole is None or analysis.acceptability is None:
        return None
    screened = any(each.outcomes for each in analysis.screened)
    heads = (_("Option"), *((_("Screening"),) if screened else ()), _("Score, 0 to 100"), _("Comes first"))
    scores = dict(zip(analysis.whole.options, score_intervals(analysis.whole), strict=True))
    outcomes = {each.option: each.whole for each in analysis.screened}
    body = tuple(
        _row(option, scores[option.id], outcomes[option.id] if screened else None, analysis, words)
        for option in scenario.options
    )
    table = Table(
        columns=(*(Column() for _head in heads[:-2]), Column(align="right"), Column(align="right")),
        head=(Row(tuple(Cell((paragraph(words.say(head)),), header=True) for head in heads)),),
        body=body,
        anchor="scores",
        description=words.locale.text(
            _(
                "One row for each option: whether it passes the screening, the least and the most that it scores, "
                "and how often it comes first."
            )
        ),
    )
    return Ranking(table, analysis.acceptability.samples, ceil(1000 * analysis.acceptability.error) / 10)


def _row(option: Option, score: Interval, outcome: Outcome | None, analysis: Analysis, words: Words) -> Row:
    ranked = analysis.acceptability
    first = (
        words.figure(words.locale.percent(100 * ranked.first(option.id)))
        if ranked and option.id in ranked.options
        else words.say(_("out of the ranking"), "muted")
    )
    lines = [paragraph(words.figure(in_percent(score, words))), paragraph(first)]
    if outcome:
        lines.insert(0, paragraph(words.say(_OUTCOMES[outcome], *(("strong",) if outcome == "fail" else ()))))
    name = Cell((paragraph(*words.label(option.name)),), header=True)
    return Row((name, *(Cell((line,)) for line in lines)))


def in_percent(score: Interval, words: Words) -> str:
    """An interval of scores as whole numbers from 0 to 100: “47–61”."""
    low, high = (words.locale.number(round(100 * end)) for end in (score.low, score.high))
    return low if low == high else f"{low}–{high}"


# The value function of each weighted criterion, so that readers can compute the scores.


def value_functions(analysis: Analysis, scenario: Scenario, words: Words) -> Table | None:
    """One row a weighted criterion; nothing where nothing is scored."""
    if analysis.whole is None:
        return None
    heads = (_("Criterion"), _("Weight"), _("Worth 0"), _("Worth 100"), _("Between them"))
    return Table(
        columns=(Column(), Column(align="right"), *(Column() for _column in range(3))),
        head=(Row(tuple(Cell((paragraph(words.say(head)),), header=True) for head in heads)),),
        body=tuple(
            Row((
                Cell((paragraph(*words.label(criterion.name)),), header=True),
                Cell((paragraph(words.figure(words.locale.number(criterion.weight or 0))),)),
                *(Cell((paragraph(*end),)) for end in ends(criterion, words)),
                Cell((paragraph(*between(criterion, words)),)),
            ))
            for criterion in weighted(scenario)
        ),
        anchor="value-functions",
        description=words.locale.text(
            _(
                "One row for each weighted criterion: its weight, the scores that are worth nothing and "
                "everything, and what is worth what between them."
            )
        ),
    )  # fmt: skip


def ends(criterion: Criterion, words: Words) -> tuple[Inlines, Inlines]:
    """The scores with a value of 0 and of 100, with their unit or label."""
    low, high = (_score(criterion, score, words) for score in (criterion.scale.low, criterion.scale.high))
    return (low, high) if criterion.better == "higher" else (high, low)


def between(criterion: Criterion, words: Words) -> Inlines:
    """The values between these."""
    function = value_function(criterion)
    if function is None:
        return ()
    if function.linear:
        return (words.say(_("in proportion")),)
    number = words.locale.number
    message = words.locale.text(_("{score} is worth {worth}"))
    points = [
        message.format(score=number(score), worth=number(round(100 * worth, 6)))
        for score, worth in function.points[1:-1]
    ]
    return (words.figure(words.locale.text(_("; ")).join(points)),)


def _score(criterion: Criterion, score: float, words: Words) -> Inlines:
    scale = criterion.scale
    shown = words.figure(words.locale.number(score))
    after = scale.unit or scale.labels.get(f"{score:g}")
    if after is None:
        return (shown,)
    return (shown, words.figure(" " if scale.unit else ", "), *words.label(after))
