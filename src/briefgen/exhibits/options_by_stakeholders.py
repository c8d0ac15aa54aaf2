"""Options × stakeholders: who stands where, on record or by inference; silence is shown as silence."""

from briefgen.analysis import position
from briefgen.document import Cell, Column, Inline, Row, Table
from briefgen.exhibits.signs import sign_of_position
from briefgen.exhibits.words import Words, paragraph
from briefgen.scenario.model import Position, Scenario

_ = str  # marks interface messages; they are translated where they are shown


def options_by_stakeholders(scenario: Scenario, words: Words) -> Table:
    """One row a stakeholder, one column an option."""
    head = [Cell((paragraph(words.say(_("Party"))),), header=True)]
    head += [Cell((paragraph(*words.label(option.name)),), header=True) for option in scenario.options]
    body = [
        Row((
            Cell((paragraph(*words.label(party.name)),), header=True),
            *(_cell(position(party, option), words) for option in scenario.options),
        ))
        for party in scenario.stakeholders
    ]  # fmt: skip
    return Table(
        columns=(Column(), *(Column() for _option in scenario.options)),
        head=(Row(tuple(head)),),
        body=tuple(body),
        anchor="options-by-stakeholders",
        description=words.locale.text(
            _(
                "One row for each party, one column for each option. Each cell gives the party's stance, whether "
                "it is stated or inferred, or says that it is not stated."
            )
        ),
    )  # fmt: skip


def _cell(stance: Position, words: Words) -> Cell:
    sign = sign_of_position(stance)
    if stance.stance == "not-stated":
        return Cell((paragraph(words.say(sign.message, "muted")),))
    inferred = stance.basis == "inferred"
    content: list[Inline] = []
    if sign.shape and sign.tone:
        content.append(words.figure(f"{sign.shape} ", "sign", sign.tone))
    if inferred:
        content.append(words.say(sign.message, "inferred"))
    elif sign.tone:
        content.append(words.say(sign.message, "strong", sign.tone))
    else:
        content.append(words.say(sign.message))
    content += words.citations(stance.text)
    ground = sign.tone if sign.tone and not inferred else ""
    return Cell((paragraph(*content),), ground=ground)
