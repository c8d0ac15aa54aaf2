"""The options at a glance: the table of a first page that can be read alone."""

from briefgen.analysis import evidenced_criteria, position
from briefgen.analysis.coverage import weighted
from briefgen.document import Block, Cell, Column, Row, Table
from briefgen.exhibits.signs import sign_of_position
from briefgen.exhibits.words import Words, paragraph
from briefgen.scenario.model import Option, Scenario

_ = str  # marks interface messages; they are translated where they are shown


def options_at_a_glance(scenario: Scenario, words: Words) -> Table:
    """One row an option."""
    heads = (_("Option"), _("What it means"), _("Positions on record"), _("Evidence"))
    total = len(weighted(scenario))
    body = []
    for option in scenario.options:
        name: list[Block] = [paragraph(*words.label(option.name))]
        if option.baseline:
            name.append(paragraph(words.say(_("baseline")), small=True))
        meaning = option.definition or option.summary
        found = evidenced_criteria(scenario, option)
        evidence = words.locale.text(_("{found} of {total} criteria")).format(found=found, total=total)
        body.append(
            Row((
                Cell(tuple(name), header=True),
                Cell(words.prose(meaning) if meaning else ()),
                Cell(_stated(scenario, option, words)),
                Cell((paragraph(words.figure(evidence, "muted")),)),
            ))
        )  # fmt: skip
    return Table(
        columns=(Column(share=0.18), Column(share=0.42), Column(share=0.24), Column(share=0.16)),
        head=(Row(tuple(Cell((paragraph(words.say(head)),), header=True) for head in heads)),),
        body=tuple(body),
        anchor="options-at-a-glance",
        description=words.locale.text(_("One row for each option: what it means, who is on record for or against it, and on how many criteria there is evidence.")),
    )  # fmt: skip


def _stated(scenario: Scenario, option: Option, words: Words) -> tuple[Block, ...]:
    """The parties whose stance a source states, each on a line of its own."""
    lines = []
    for party in scenario.stakeholders:
        stance = position(party, option)
        if stance.stance == "not-stated" or stance.basis != "stated":
            continue
        sign = sign_of_position(stance)
        tone = (sign.tone,) if sign.tone else ()
        shape = (words.figure(f"{sign.shape} ", "sign", *tone),) if sign.shape else ()
        lines.append(
            paragraph(*shape, *words.label(party.name), words.figure(" "), words.say(sign.message, "muted"), *words.citations(stance.text))
        )
    return tuple(lines) or (paragraph(words.say(_("none on record"), "muted")),)
