"""What the sources do not say: the empty cells of the comparison, and the positions that are not stated, by name."""

from collections.abc import Sequence

import msgspec

from briefgen.analysis import position, state
from briefgen.document import Cell, Column, Inline, Row, Table
from briefgen.exhibits.words import Words, paragraph
from briefgen.prose import Label
from briefgen.scenario.model import Scenario

_ = str  # marks interface messages; they are translated where they are shown


class Silence(msgspec.Struct, frozen=True):
    """Counted and named."""

    cells: int
    positions: int
    table: Table | None
    """One row an option that something is not stated on; none where nothing is missing."""


def silence(scenario: Scenario, words: Words, part: bool = False) -> Silence:
    """What is missing, option by option. `part`: the scenario is a part of one that may say more, so that silence of
    this paper is no silence of the parties."""
    rows: list[Row] = []
    cells = positions = 0
    for option in scenario.options:
        empty = [each.name for each in scenario.criteria if state(option.assessments.get(each.id)) == "empty"]
        silent = [each.name for each in scenario.stakeholders if position(each, option).stance == "not-stated"]
        cells += len(empty)
        positions += len(silent)
        if empty or silent:
            name = Cell((paragraph(*words.label(option.name)),), header=True)
            rows.append(Row((name, _named(empty, _("no criterion"), words), _named(silent, _("no party"), words))))
    unheard = (
        _("Parties on whose position this paper says nothing") if part else _("Parties that have not stated a position")
    )
    heads = (_("Option"), _("Criteria with an empty cell"), unheard)
    table = Table(
        columns=(Column(),) * 3,
        head=(Row(tuple(Cell((paragraph(words.say(head)),), header=True) for head in heads)),),
        body=tuple(rows),
        anchor="silence",
        description=words.locale.text(
            _("One row for each option: the criteria and the parties of which nothing is said.")
            if part
            else _(
                "One row for each option: the criteria on which nothing is stated, and the parties that say nothing."
            )
        ),
    )
    return Silence(cells, positions, table if rows else None)


def _named(names: Sequence[Label], none: str, words: Words) -> Cell:
    """How many, and which; `none` where there are none."""
    if not names:
        return Cell((paragraph(words.say(none, "muted")),))
    line: list[Inline] = [words.figure(words.locale.number(len(names)), "strong"), words.say(_(": "))]
    for number, name in enumerate(names):
        line += [words.say(_("; ")), *words.label(name)] if number else words.label(name)
    return Cell((paragraph(*line),))
