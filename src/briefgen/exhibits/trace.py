"""The evidence annex: each sentence of the paper, the facts that it rests on, their passages, and what is missing."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from briefgen.agreement.trace import Ground, Hole, Passage, Statement
from briefgen.document import Authored, Block, Cell, Column, Computed, Inline, Inlines, Mark, Origin, Row, Run, Table
from briefgen.exhibits.notes import first_words, path_of
from briefgen.exhibits.notes import passage as quoted
from briefgen.exhibits.trace_words import HOLES, KINDS, holes, kinds, place, source_and_page, state
from briefgen.exhibits.words import Words, paragraph
from briefgen.prose.language import same
from briefgen.prose.untranslated import is_name, marked
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

_WITHOUT_GROUND = {
    "judgement": _("The authors’ own judgement; no passage is cited."),
    "assumption": _("Taken as given, without evidence."),
    "definition": _("Says what is meant; no passage is needed."),
    "computed": _("Worked out by the authors; no passage is cited."),
    "inferred": _("Inferred by the authors; no passage is cited."),
    "factual": _("Introduces what follows."),
}


_SILENCES: frozenset[Hole] = frozenset({"empty-cell", "not-stated"})
"""Nobody's fault: the sources do not say."""


class Part(msgspec.Struct, frozen=True):
    """A part of the paper, traced."""

    heading: Inlines
    anchor: str
    table: Table
    sentences: int
    """Rows of it; one that is a cell or a position counts as well."""
    open: int
    """Those of them to which something is missing."""


class Annex(msgspec.Struct, frozen=True):
    """The whole paper."""

    parts: tuple[Part, ...]
    sentences: int
    open: int
    overview: Table
    """How many sentences there are of each kind, and of how many what is missing."""


def annex(scenario: Scenario, statements: Sequence[Statement], words: Words) -> Annex:
    """The annex in the language of the trace. Facts have their place beside the sentences that rest on them."""
    used = {ground.fact_id for each in statements for ground in each.grounds if ground.link != "own"}
    shown = [each for each in statements if not (_top(each) == "facts" and each.path.split(".")[1] in used)]
    parts: list[Part] = []
    told: set[str] = set()
    for anchor, heading, keys in _headings(scenario, words):
        below = [each for each in shown if _belongs(each, keys)]
        if below:
            parts.append(Part(heading, anchor, _table(below, anchor, words, told), len(below), _open_ones(below)))
    return Annex(tuple(parts), len(shown), _open_ones(shown), _overview(shown, words))


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


def _overview(statements: Sequence[Statement], words: Words) -> Table:
    of = Counter(kind for each in statements for kind in each.kinds)
    missing = Counter(hole for each in statements for hole in each.every_hole)
    rows = [_count(words.say(KINDS[kind]), of[kind], words) for kind in KINDS if of[kind]]
    rows += [_count(_opened((hole,), words), missing[hole], words) for hole in HOLES if missing[hole]]
    heads = (_("Sentences, cells and positions"), _("How many"))
    return Table(
        columns=(Column(share=0.75), Column(share=0.25, align="right")),
        head=(Row(tuple(Cell((paragraph(words.say(head)),), header=True) for head in heads)),),
        body=tuple(rows),
        anchor="trace-overview",
        description=words.locale.text(_("How many sentences there are of each kind, and what is missing to how many.")),
    )


def _count(name: Inline, number: int, words: Words) -> Row:
    return Row((Cell((paragraph(name),), header=True), Cell((paragraph(words.figure(words.locale.number(number))),))))


def _table(statements: Sequence[Statement], anchor: str, words: Words, told: set[str]) -> Table:
    """`told`: the facts that were shown before, with who said them, how to read them, and their passages whole."""
    heads = (_("Sentence"), _("Rests on"), _("Passage and source"))
    return Table(
        columns=(Column(share=0.28), Column(share=0.35), Column(share=0.37)),
        head=(Row(tuple(Cell((paragraph(words.say(head)),), header=True) for head in heads)),),
        body=tuple(row for each in statements for row in _rows(each, words, told)),
        anchor=f"{anchor}-table",
        description=words.locale.text(
            _("Each sentence with the facts that it rests on, and the passages of each fact with their sources.")
        ),
    )


def _rows(statement: Statement, words: Words, told: set[str]) -> Iterator[Row]:
    sentence = Cell(_sentence(statement, words), rowspan=max(1, len(statement.grounds)))
    if not statement.grounds:
        yield Row((sentence, _groundless(statement, words)))
    for number, ground in enumerate(statement.grounds):
        before = ground.fact_id in told
        cells = (_fact(ground, words, before), _passages(ground, words, before))
        told.add(ground.fact_id)
        yield Row((sentence, *cells) if number == 0 else cells)


def _sentence(statement: Statement, words: Words) -> tuple[Block, ...]:
    key = statement.path.rpartition(".")[2]
    about = not {"cell", "position"}.isdisjoint(statement.kinds)
    lang = "" if about or same(key, words.lang) else key
    said = Run(words.figure(statement.words).text, Computed(of=statement.path), lang=lang)
    if about:
        return (paragraph(said),)
    of = statement.path
    mark = (words.figure(f" [{lang}]", "muted", of=of),) if lang and not is_name(of.rpartition(".")[0]) else ()
    return (paragraph(said, *mark), paragraph(words.figure(kinds(statement.kinds, words), of=of), small=True))


def _groundless(statement: Statement, words: Words) -> Cell:
    if statement.holes:
        ground: Literal["tint", "against"] = "tint" if _SILENCES.issuperset(statement.holes) else "against"
        return Cell((paragraph(_opened(statement.holes, words, statement.path)),), colspan=2, ground=ground)
    kind = next((each for each in statement.kinds if each in _WITHOUT_GROUND), "factual")
    return Cell((paragraph(words.say(_WITHOUT_GROUND[kind], "muted")),), colspan=2)


def _fact(ground: Ground, words: Words, told: bool) -> Cell:
    """Its statement; the first time with what its note says of it: who said it, how it was worked out, how not to read
    it."""
    fact = ground.fact
    if fact is None:
        return Cell((paragraph(words.figure(ground.fact_id)), _missing(ground.holes, words, "")), ground="against")
    said = paragraph(*_locked(words.line(fact.statement), words.lang))
    out: list[Block] = [said] if ground.link != "own" else [paragraph(words.say(_("its own passages"), "muted"))]
    if fact.attributed_to and not told:
        out.append(paragraph(*_locked(words.label(fact.attributed_to), words.lang), small=True))
    for message, remark in ((_("Worked out:"), fact.computed), (_("Caution:"), fact.caution)):
        if remark and not told:
            out.append(
                paragraph(words.say(message), words.figure(" "), *_locked(words.line(remark), words.lang), small=True)
            )
    if ground.holes:
        out.append(_missing(ground.holes, words, f"facts.{fact.id}"))
    return Cell(tuple(out), ground="against" if ground.holes else "")


def _passages(ground: Ground, words: Words, told: bool) -> Cell:
    """Whole the first time, with how far each is verified; then their first words."""
    one = _in_short if told else _whole
    numbered = enumerate(ground.passages, 1)
    blocks = [
        block
        for number, passage in numbered
        for block in one(passage, words, path_of(ground.fact, number) if ground.fact else "")
    ]
    return Cell(tuple(blocks), ground="against" if any(each.holes for each in ground.passages) else "")


def _in_short(passage: Passage, words: Words, path: str) -> Iterator[Block]:
    first = first_words(passage.evidence, passage.source, words, path)
    yield paragraph(first, words.figure(" "), *_locked(source_and_page(passage, words), words.lang), small=True)
    if passage.holes:
        yield _missing(passage.holes, words, path)


def _whole(passage: Passage, words: Words, path: str) -> Iterator[Block]:
    yield paragraph(*_locked(quoted(passage.evidence, passage.source, words, path), words.lang))
    line: list[Inline] = list(_locked(source_and_page(passage, words), words.lang))
    line += [words.figure(f" · {told}", of=path) for told in (place(passage, words), state(passage, words)) if told]
    yield paragraph(*line, small=True)
    if passage.holes:
        yield _missing(passage.holes, words, path)


def _missing(of: tuple[Hole, ...], words: Words, path: str) -> Block:
    return paragraph(_opened(of, words, path), small=True)


def _opened(of: tuple[Hole, ...], words: Words, path: str = "") -> Run:
    told = words.locale.text(_("Open: {holes}.")).format(holes=holes(of, words))
    marks: tuple[Mark, ...] = ("strong",) if _SILENCES.issuperset(of) else ("strong", "against")
    return words.figure(told, *marks, of=path)


def _locked(inlines: Inlines, lang: str) -> Inlines:
    """The same words, but not to be edited here: they stand once for each sentence that rests on them."""
    return tuple(
        Run(run.text, _not_edited(run.origin), run.marks, run.lang)
        for run in marked(inlines, lang)
        if isinstance(run, Run)
    )


def _not_edited(origin: Origin) -> Computed:
    match origin:
        case Authored(path=path):
            return Computed(of=path)
        case Computed():
            return origin
        case _:
            return Computed()
