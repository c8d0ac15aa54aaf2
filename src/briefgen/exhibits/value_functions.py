"""What scores are worth: the value function of each weighted criterion, so that anyone can work out the scores."""

from briefgen.analysis import Analysis
from briefgen.analysis.coverage import weighted
from briefgen.analysis.value import value_function
from briefgen.document import Cell, Column, Inlines, Row, Table
from briefgen.exhibits.words import Words, paragraph
from briefgen.scenario.model import Criterion, Scenario

_ = str  # marks interface messages; they are translated where they are shown


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
    """The scores that are worth 0 and 100, with their unit or label."""
    low, high = (_score(criterion, score, words) for score in (criterion.scale.low, criterion.scale.high))
    return (low, high) if criterion.direction == "more-is-better" else (high, low)


def between(criterion: Criterion, words: Words) -> Inlines:
    """What is worth what between the ends."""
    function = value_function(criterion)
    if function is None:
        return ()
    if function.linear:
        return (words.say(_("in proportion")),)
    number = words.locale.number
    said = words.locale.text(_("{score} is worth {worth}"))
    points = [
        said.format(score=number(score), worth=number(round(100 * worth, 6))) for score, worth in function.points[1:-1]
    ]
    return (words.figure(words.locale.text(_("; ")).join(points)),)


def _score(criterion: Criterion, score: float, words: Words) -> Inlines:
    scale = criterion.scale
    shown = words.figure(words.locale.number(score))
    after = scale.unit or scale.labels.get(f"{score:g}")
    if after is None:
        return (shown,)
    return (shown, words.figure(" " if scale.unit else ", "), *words.label(after))
