"""The terms of likelihood in use, with the range of each."""

import msgspec

from briefgen.document import Cell, Column, Inlines, Row, Table
from briefgen.exhibits.words import Words, paragraph
from briefgen.model.scenario import Scenario
from briefgen.model.vocabulary import SCALES


class Likelihood(msgspec.Struct, frozen=True):
    """A term of the scenario's scale."""

    id: str
    """The term, as the scenario writes it."""
    words: Inlines


def likelihoods(scenario: Scenario, words: Words) -> tuple[Likelihood, ...]:
    """Every term of the scale, or none where no scale is declared."""
    if scenario.likelihood_scale is None:
        return ()
    out: list[Likelihood] = []
    for step in SCALES[scenario.likelihood_scale].bands:
        share = words.locale.formats.percent.format(number=f"{step.low}–{step.high}")
        out += [Likelihood(term, (words.figure(f"{words.locale.text(term)} ({share})"),)) for term in step.terms]
    return tuple(out)


# The likelihood scale in use, with the range of each term: one word means different things on different scales.

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
