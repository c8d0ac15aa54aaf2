"""The options at a glance: the table of a first page that can be read alone."""

from briefgen.analysis import evidenced_criteria, position
from briefgen.analysis.coverage import weighted
from briefgen.document import Block, Cell, Column, Inline, Row, Table
from briefgen.exhibits.signs import sign_of_position
from briefgen.exhibits.words import Words, paragraph
from briefgen.scenario.model import Option, Scenario, Stance

_ = str  # marks interface messages; they are translated where they are shown

NAMED = 2
"""Parties of one stance that are named on the first page; the whole list, with its passages, has its own table."""

_STANCES: tuple[tuple[Stance, str], ...] = (
    ("supports", _("supported by")),
    ("opposes", _("opposed by")),
    ("conditional", _("on conditions:")),
    ("mixed", _("mixed:")),
)


def options_at_a_glance(scenario: Scenario, words: Words) -> Table:
    """One row an option."""
    heads = (_("Option"), _("What it means"), _("Positions on record"), _("Evidence"))
    body = []
    for option in scenario.options:
        name: list[Block] = [paragraph(*words.label(option.name))]
        if option.baseline:
            name.append(paragraph(words.say(_("baseline")), small=True))
        meaning = option.definition or option.summary
        evidence = evidence_on(scenario, option, words)
        body.append(
            Row((
                Cell(tuple(name), header=True),
                Cell(words.prose(meaning) if meaning else ()),
                Cell(_stated(scenario, option, words)),
                Cell((paragraph(words.figure(evidence, "muted")),)),
            ))
        )  # fmt: skip
    return Table(
        columns=(Column(),) * 4,
        head=(Row(tuple(Cell((paragraph(words.say(head)),), header=True) for head in heads)),),
        body=tuple(body),
        anchor="options-at-a-glance",
        description=words.locale.text(
            _(
                "One row for each option: what it means, who is on record for or against it, and on how many "
                "criteria there is evidence."
            )
        ),
    )  # fmt: skip


def evidence_on(scenario: Scenario, option: Option, words: Words) -> str:
    """On how many of the weighted criteria there is evidence for an option."""
    found, total = evidenced_criteria(scenario, option), len(weighted(scenario))
    said = words.locale.plural("{found} of {n} criterion", "{found} of {n} criteria", total)
    return said.format(found=words.locale.number(found), n=words.locale.number(total))


def _stated(scenario: Scenario, option: Option, words: Words) -> tuple[Block, ...]:
    """The parties whose stance a source states: a line a stance, the first few by name."""
    lines = []
    for stance, message in _STANCES:
        held = [(party, at) for party in scenario.stakeholders if (at := position(party, option)).stance == stance]
        held = [(party, at) for party, at in held if at.basis == "stated"]
        if not held:
            continue
        sign = sign_of_position(held[0][1])
        tone = (sign.tone,) if sign.tone else ()
        line: list[Inline] = [words.figure(f"{sign.shape} ", "sign", *tone), words.say(message, "muted")]
        named = held if len(held) <= NAMED + 1 else held[:NAMED]  # “and 1 more” is no shorter than its name
        for number, (party, _at) in enumerate(named):
            line += [words.figure(", " if number else " "), *words.label(party.name)]
        if len(held) > len(named):
            more = len(held) - len(named)
            said = words.locale.plural("and {n} more", "and {n} more", more).format(n=words.locale.number(more))
            line.append(words.figure(f" {said}"))
        lines.append(paragraph(*line))
    return tuple(lines) or (paragraph(words.say(_("none on record"), "muted")),)
