"""The evidence annex: each sentence of the paper, the facts that it rests on, their passages, and what is missing."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from briefgen.agreement.trace import Hole, Statement
from briefgen.document import Cell, Column, Inline, Inlines, Row, Run, Table
from briefgen.exhibits.trace_rows import opened, rows
from briefgen.exhibits.trace_words import HOLES, KINDS, MEANINGS, state
from briefgen.exhibits.words import Words, paragraph
from briefgen.scenario.model import Scenario

_ = str  # marks interface messages; they are translated where they are shown

_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (_("Question, bottom line and recommendation"), ("question", "bottom_line", "recommendation")),
    (_("Issue and background"), ("issue", "background", "key_dates", "figures")),
    (_("Criteria"), ("criteria", "criteria_note")),
    ("", ("options",)),  # a part for each, under its name
    (_("Where the parties stand"), ("stakeholders",)),
    (_("Judgements and assumptions"), ("judgements", "assumptions")),
    (_("Gaps, signs and other readings"), ("gaps", "indicators", "dissents", "handling")),
    (_("What is said of the sources and of this paper"), ("sources", "sourcing", "as_of_note", "edition")),
    (_("Facts that no sentence rests on"), ("facts",)),
)
"""Heading, and the keys of the scenario that stand under it."""


class Part(msgspec.Struct, frozen=True):
    """A part of the paper, traced."""

    heading: Inlines
    anchor: str
    table: Table
    sentences: int
    """Those of it; a cell or a position that has none counts as well."""
    open: int
    """Those of them to which something is missing."""


class Annex(msgspec.Struct, frozen=True):
    """The whole paper."""

    parts: tuple[Part, ...]
    sentences: int
    open: int
    overview: Table
    """How many sentences there are of each kind, and of how many what is missing."""
    usual: str
    """How far most passages are verified, said once; empty where there are none. Rows say it of the others."""


def annex(scenario: Scenario, statements: Sequence[Statement], words: Words) -> Annex:
    """The annex in the language of the trace. Facts have their place beside the sentences that rest on them."""
    used = {ground.fact_id for each in statements for ground in each.grounds if ground.link != "own"}
    shown = [each for each in statements if not (_top(each) == "facts" and each.path.split(".")[1] in used)]
    usual = _usual(shown, words)
    parts: list[Part] = []
    told: set[str] = set()
    for anchor, heading, keys in _headings(scenario, words):
        below = [each for each in shown if _belongs(each, keys)]
        if below:
            parts.append(
                Part(heading, anchor, _table(below, anchor, words, usual, told), len(below), _open_ones(below))
            )
    return Annex(tuple(parts), len(shown), _open_ones(shown), _overview(shown, words), usual)


def _headings(scenario: Scenario, words: Words) -> Iterator[tuple[str, Inlines, tuple[str, ...]]]:
    for heading, keys in _PARTS:
        if heading:
            yield f"trace-{keys[0].replace('_', '-')}", (words.say(heading),), keys
        else:
            for option in scenario.options:
                yield f"trace-option-{option.id}", words.label(option.name), (f"options.{option.id}",)


def _belongs(statement: Statement, keys: tuple[str, ...]) -> bool:
    return any(statement.path == key or statement.path.startswith(f"{key}.") for key in keys)


def _top(statement: Statement) -> str:
    return statement.path.partition(".")[0]


def _open_ones(statements: Sequence[Statement]) -> int:
    return sum(bool(each.every_hole) for each in statements)


def _usual(statements: Sequence[Statement], words: Words) -> str:
    passages = [passage for each in statements for ground in each.grounds for passage in ground.passages]
    told = Counter(said for passage in passages if (said := state(passage, words)))
    return told.most_common(1)[0][0] if told else ""


def _overview(statements: Sequence[Statement], words: Words) -> Table:
    of = Counter(kind for each in statements for kind in each.kinds)
    missing = Counter(hole for each in statements for hole in each.every_hole)
    body = [
        _count(words.figure(_capital(words.locale.text(KINDS[kind]))), of[kind], MEANINGS[kind], words)
        for kind in KINDS
        if of[kind]
    ]
    body += [_count(_named(hole, words), missing[hole], MEANINGS[hole], words) for hole in HOLES if missing[hole]]
    heads = (_("Sentences, cells and positions"), _("How many"), _("What that means"))
    return Table(
        columns=(Column(), Column(align="right"), Column()),
        head=(Row(tuple(Cell((paragraph(words.say(head)),), header=True) for head in heads)),),
        body=tuple(body),
        anchor="trace-overview",
        description=words.locale.text(_("How many sentences there are of each kind, and what is missing to how many.")),
    )


def _named(hole: Hole, words: Words) -> Run:
    said = opened((hole,), words)
    return msgspec.structs.replace(said, text=said.text.removesuffix("."))


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


def _count(name: Inline, number: int, meaning: str, words: Words) -> Row:
    return Row((
        Cell((paragraph(name),), header=True),
        Cell((paragraph(words.figure(words.locale.number(number))),)),
        Cell((paragraph(words.say(meaning)),)),
    ))  # fmt: skip


def _table(statements: Sequence[Statement], anchor: str, words: Words, usual: str, told: set[str]) -> Table:
    """`told`: the facts that were shown before, with who said them, how to read them, and their passages whole."""
    heads = (_("Sentence"), _("Rests on"), _("Passage and source"))
    return Table(
        columns=(Column(share=0.27), Column(share=0.38), Column(share=0.35)),
        head=(Row(tuple(Cell((paragraph(words.say(head)),), header=True) for head in heads)),),
        body=tuple(rows(statements, words, usual, told)),
        anchor=f"{anchor}-table",
        description=words.locale.text(
            _("Each sentence with the facts that it rests on, and the passages of each fact with their sources.")
        ),
    )
