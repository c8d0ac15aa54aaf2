"""The likelihood scale in use, with the range of each term: one word means different things on different scales."""

from briefgen.document import Cell, Column, Row, Table
from briefgen.exhibits.words import Words, paragraph
from briefgen.scenario.model import Scenario
from briefgen.scenario.vocabulary import SCALES

_ = str  # marks interface messages; they are translated where they are shown


def likelihood_scale(scenario: Scenario, words: Words) -> Table | None:
    """One row a step, or nothing where the scenario declares no scale."""
    if scenario.likelihood_scale is None:
        return None
    scale = SCALES[scenario.likelihood_scale]
    heads = (_("Term"), _("Means"))
    body = [
        Row((
            Cell((paragraph(words.figure(" / ".join(words.locale.text(term) for term in step.terms))),), header=True),
            Cell((paragraph(words.figure(words.locale.formats.percent.format(number=f"{step.low}–{step.high}"))),)),
        ))
        for step in scale.bands
    ]  # fmt: skip
    return Table(
        columns=(Column(share=0.6), Column(share=0.4, align="left")),
        head=(Row(tuple(Cell((paragraph(words.say(head)),), header=True) for head in heads)),),
        body=tuple(body),
        anchor="likelihood-scale",
        description=words.locale.text(
            _(
                "The terms of likelihood, from the least to the most likely, each with its range in percent."
            )
        ),
    )  # fmt: skip
