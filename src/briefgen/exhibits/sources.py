"""The sources of a brief as a whole, how far their quotes are verified, and what they leave out."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

import msgspec

from briefgen.analysis import position, state
from briefgen.document import Cell, Column, Inline, Inlines, Row, Table
from briefgen.evidence import Checked, SourceStatus
from briefgen.exhibits.words import Words, paragraph
from briefgen.markup.model import Label
from briefgen.model.scenario import Scenario

_ = str  # marks interface messages; they are translated where they are shown

Kind = Literal["news", "report", "statistics", "law", "statement", "interview", "dataset", "other"]


def plural(one: str, many: str) -> tuple[str, str]:
    """Marks an interface message that has a plural."""
    return one, many


_KINDS: dict[Kind, tuple[str, str]] = {
    "news": plural("{n} article or broadcast", "{n} articles or broadcasts"),
    "report": plural("{n} report", "{n} reports"),
    "statistics": plural("{n} set of published figures", "{n} sets of published figures"),
    "law": plural("{n} law", "{n} laws"),
    "statement": plural("{n} statement of a party", "{n} statements of parties"),
    "interview": plural("{n} interview", "{n} interviews"),
    "dataset": plural("{n} dataset", "{n} datasets"),
    "other": plural("{n} other document", "{n} other documents"),
}


class Verification(msgspec.Struct, frozen=True):
    """Of one source."""

    id: str
    words: Inlines
    """“The 31 quotes from it stand in its text, word for word.”"""


class Sourcing(msgspec.Struct, frozen=True):
    """All of them."""

    statement: Inlines
    """How many sources there are, of which kinds, how far they can be relied on, and how many facts rest on only one:
    for a paper whose authors say nothing of it themselves."""
    verifications: tuple[Verification, ...]
    """One for each source, for `find`."""


def sourcing(scenario: Scenario, checked: Checked, words: Words) -> Sourcing:
    """What the scenario itself shows of its sources."""
    return Sourcing(
        (words.figure(" ".join(_statement(scenario, words))),),
        tuple(
            Verification(source.id, (words.figure(_verified(checked.statuses.get(source.id), words)),))
            for source in scenario.sources
        ),
    )


def _verified(status: SourceStatus | None, words: Words) -> str:
    """How far the quotes of a source are verified. The sentence has no date of its own, so that a brief does not change
    from day to day."""
    say = words.locale.text
    if status is None or not status.quotes:
        return say(_("Nothing is quoted from it."))
    n = status.quotes
    number = words.locale.number(n)
    if status.state == "verified":
        message = words.locale.plural(
            "The {n} quote from it stands in its text, word for word.",
            "The {n} quotes from it stand in its text, word for word.",
            n,
        )
        return message.format(n=number)
    if status.state == "as-locked" and status.day:
        message = words.locale.plural(
            "The {n} quote from it was verified word for word on {date}; its text was not at hand when this paper "
            "was made.",
            "The {n} quotes from it were verified word for word on {date}; its text was not at hand when this paper "
            "was made.",
            n,
        )
        return message.format(n=number, date=words.locale.date(status.day))
    message = words.locale.text(_("Quotes from it that could not be verified: {n} of {all}."))
    return message.format(n=words.locale.number(status.unverified), all=number)


def _statement(scenario: Scenario, words: Words) -> list[str]:
    say, number = words.locale.text, words.locale.number
    total = len(scenario.sources)
    if not total:
        return [say(_("This paper names no source."))]
    kinds = Counter(source.kind for source in scenario.sources)
    named = [
        words.locale.plural(*forms, kinds[kind]).format(n=number(kinds[kind]))
        for kind, forms in _KINDS.items()
        if kinds[kind]
    ]
    out = [say(_("What this paper states rests on {sources}.")).format(sources=words.locale.join(named))]
    grades = Counter(source.reliability for source in scenario.sources if source.reliability)
    if grades:
        each = [
            words.locale.plural("{grade} for {n} source", "{grade} for {n} sources", n).format(grade=grade, n=number(n))
            for grade, n in sorted(grades.items())
        ]
        out.append(
            say(_("Reliability on the Admiralty scale, from A to F: {grades}.")).format(grades=words.locale.join(each))
        )
    if ungraded := total - sum(grades.values()):
        message = words.locale.plural(
            "The reliability of {n} source is not graded.", "The reliability of {n} sources is not graded.", ungraded
        )
        out.append(message.format(n=number(ungraded)))
    facts = len(scenario.facts)
    alone = sum(len({evidence.source for evidence in fact.evidence}) == 1 for fact in scenario.facts)
    if alone and total > 1:
        out.append(
            say(_("Facts that rest on one source only: {n} of {all}.")).format(n=number(alone), all=number(facts))
        )
    elif alone:
        out.append(say(_("There is no second source for any of it.")))
    return out


# What is missing: the empty cells of the comparison, and the positions that are not stated.


class MissingPositions(msgspec.Struct, frozen=True):
    """Empty cells and positions that are not stated."""

    cells: int
    positions: int
    table: Table | None
    """One row for each option of which something is missing; None where nothing is."""


def missing_positions(scenario: Scenario, words: Words, part: bool = False) -> MissingPositions:
    """What is missing, option by option. `part`: the scenario is a part of one that may say more, so that parties may
    have stated what this paper leaves out."""
    rows: list[Row] = []
    cells = positions = 0
    for option in scenario.options:
        empty = [each.name for each in scenario.criteria if state(option.assessments.get(each.id)) == "empty"]
        unstated = [each.name for each in scenario.stakeholders if position(each, option).stance == "not-stated"]
        cells += len(empty)
        positions += len(unstated)
        if empty or unstated:
            name = Cell((paragraph(*words.label(option.name)),), header=True)
            rows.append(Row((name, _named(empty, _("no criterion"), words), _named(unstated, _("no party"), words))))
    parties_head = (
        _("Parties on whose position this paper says nothing") if part else _("Parties that have not stated a position")
    )
    heads = (_("Option"), _("Criteria with an empty cell"), parties_head)
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
    return MissingPositions(cells, positions, table if rows else None)


def _named(names: Sequence[Label], none: str, words: Words) -> Cell:
    """How many, and which; `none` where there are none."""
    if not names:
        return Cell((paragraph(words.say(none, "muted")),))
    line: list[Inline] = [words.figure(words.locale.number(len(names)), "strong"), words.say(_(": "))]
    for number, name in enumerate(names):
        line += [words.say(_("; ")), *words.label(name)] if number else words.label(name)
    return Cell((paragraph(*line),))
