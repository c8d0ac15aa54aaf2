"""The evidence annex: each sentence of the brief, its facts, their passages, and what is missing."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal

import msgspec

from briefgen.claims.statements import Nature
from briefgen.claims.trace import About, Ground, Hole, Passage, Statement
from briefgen.document import (
    Authored,
    Block,
    Blocks,
    Cell,
    Column,
    Computed,
    Inline,
    Inlines,
    LineBreak,
    Mark,
    Origin,
    Row,
    Run,
    Table,
    plain,
)
from briefgen.document.transform import transform
from briefgen.document.walk import runs
from briefgen.exhibits.notes import first_words, known_later, path_of
from briefgen.exhibits.notes import passage as quoted
from briefgen.exhibits.words import Words, paragraph
from briefgen.markup.model import same
from briefgen.markup.parse import as_inlines
from briefgen.markup.plain import is_name, marked
from briefgen.model.scenario import Scenario

_ = str  # marks interface messages; they are translated where they are shown

_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        _("Question, bottom line and recommendation"),
        ("question", "bottom_line", "recommendation", "asks", "next_steps"),
    ),
    (_("Issue and background"), ("issue", "background", "sections", "key_dates", "figures")),
    (_("Criteria"), ("criteria", "criteria_note")),
    ("", ("options",)),  # a part for each, under its name
    (_("Where the parties stand"), ("stakeholders",)),
    (_("Judgements and assumptions"), ("judgements", "assumptions")),
    (_("Gaps, signs and other readings"), ("gaps", "indicators", "dissents", "handling")),
    (_("What is said of the sources and of this paper"), ("sources", "sourcing", "as_of_note", "edition")),
    (_("Facts that no sentence rests on"), ("facts",)),
)
"""Heading, and the keys of the scenario under it."""


class Part(msgspec.Struct, frozen=True):
    """A part of the paper, traced."""

    heading: Inlines
    anchor: str
    table: Table
    sentences: int
    """Their number; a cell or a position without a sentence counts as one."""
    open: int
    """The number of those that lack something."""


class Annex(msgspec.Struct, frozen=True):
    """The whole paper."""

    parts: tuple[Part, ...]
    sentences: int
    open: int
    overview: Table
    """The number of sentences of each kind, and of those that lack something."""
    usual: str
    """How far most passages are verified; empty where there are none. Rows name it only for the others."""


def annex(scenario: Scenario, statements: Sequence[Statement], words: Words) -> Annex:
    """The annex in the language of the trace. Facts are next to the sentences that rest on them."""
    used = {ground.fact_id for each in statements for ground in each.grounds if ground.link != "own"}
    shown = [each for each in statements if not (_top(each) == "facts" and each.path.split(".")[1] in used)]
    usual = _usual(shown, words)
    parts: list[Part] = []
    shown_facts: set[str] = set()
    for anchor, heading, keys in _headings(scenario, words):
        below = [each for each in shown if _belongs(each, keys)]
        if below:
            parts.append(
                Part(heading, anchor, _table(below, anchor, words, usual, shown_facts), len(below), _count_open(below))
            )
    return Annex(tuple(parts), len(shown), _count_open(shown), _overview(shown, words), usual)


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


def _count_open(statements: Sequence[Statement]) -> int:
    return sum(bool(each.every_hole) for each in statements)


def _usual(statements: Sequence[Statement], words: Words) -> str:
    passages = [passage for each in statements for ground in each.grounds for passage in ground.passages]
    states = Counter(found for passage in passages if (found := state(passage, words)))
    return states.most_common(1)[0][0] if states else ""


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
    run = opened((hole,), words)
    return msgspec.structs.replace(run, text=run.text.removesuffix("."))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _count(name: Inline, number: int, meaning: str, words: Words) -> Row:
    return Row((
        Cell((paragraph(name),), header=True),
        Cell((paragraph(words.figure(words.locale.number(number))),)),
        Cell((paragraph(words.say(meaning)),)),
    ))  # fmt: skip


def _table(statements: Sequence[Statement], anchor: str, words: Words, usual: str, shown: set[str]) -> Table:
    """`shown`: the facts that were shown before, with their speakers, cautions and full passages."""
    heads = (_("Sentence"), _("Rests on"), _("Passage and source"))
    return Table(
        columns=(Column(share=0.27), Column(share=0.38), Column(share=0.35)),
        head=(Row(tuple(Cell((paragraph(words.say(head)),), header=True) for head in heads)),),
        body=tuple(rows(statements, words, usual, shown)),
        anchor=f"{anchor}-table",
        description=words.locale.text(
            _("Each sentence with the facts that it rests on, and the passages of each fact with their sources.")
        ),
    )


# The rows of an evidence annex: sentences next to their facts and passages, what several of them share given
# once.

_WITHOUT_FACTS = {
    "judgement": _("Judgement; no passage is cited."),
    "assumption": _("Assumption; taken as given."),
    "definition": _("Definition; no passage is needed."),
    "computed": _("Worked out; no passage is cited."),
    "inferred": _("Inferred; no passage is cited."),
    "factual": _("Introduces what follows."),
}

_SILENCES: frozenset[Hole] = frozenset({"empty-cell", "not-stated"})
"""Nobody's fault: the sources do not say."""


def rows(statements: Sequence[Statement], words: Words, usual: str, shown: set[str]) -> Iterator[Row]:
    """Those of one part of a paper. `usual`: how far a passage is verified where the row does not name it; `shown`: the
    facts that were shown before, to which those that are shown here are added."""
    for _shared, run in groupby(enumerate(statements), lambda each: _shared_by(*each)):
        group = [statement for _number, statement in run]
        if not group[0].grounds:
            yield _without_facts(group, words)
            continue
        first, *others = group
        sentence = Cell(_sentence(first, words), rowspan=len(first.grounds))
        for number, ground in enumerate(first.grounds):
            before = ground.fact_id in shown
            cells = (_fact(ground, words, before), _passages(ground, words, usual, before))
            shown.add(ground.fact_id)
            yield Row(cells if number else (sentence, *cells))
        same_ones = _("The same facts as above.") if len(first.grounds) > 1 else _("The same fact as above.")
        for statement in others:
            yield Row((Cell(_sentence(statement, words)), Cell((paragraph(words.say(same_ones, "muted")),), colspan=2)))


def _shared_by(number: int, statement: Statement) -> object:
    """What neighbours share and is shown once for them: their facts, or that the sources are silent; else a unique
    key."""
    if statement.holes and not statement.grounds and _SILENCES.issuperset(statement.holes):
        return statement.holes
    if statement.grounds and not statement.every_hole and all(ground.link != "own" for ground in statement.grounds):
        return tuple(ground.fact_id for ground in statement.grounds)
    return number


def _without_facts(group: Sequence[Statement], words: Words) -> Row:
    """Sentences that rest on nothing span the column of the facts; what they are, or what is missing, comes after
    them."""
    first = group[0]
    if first.holes:
        ground: Literal["tint", "against"] = "tint" if _SILENCES.issuperset(first.holes) else "against"
        content = tuple(block for each in group for block in _sentence(each, words))
        of = first.path if len(group) == 1 else ""
        return Row((Cell(content, colspan=2), Cell((paragraph(opened(first.holes, words, of)),), ground=ground)))
    kind = next((each for each in first.kinds if each in _WITHOUT_FACTS), "factual")
    content = _sentence(first, words)
    if first.kinds == (kind,) and kind != "factual":
        content = content[:1]
    return Row((Cell(content, colspan=2), Cell((paragraph(words.say(_WITHOUT_FACTS[kind], "muted")),))))


def _sentence(statement: Statement, words: Words) -> tuple[Block, ...]:
    key = statement.path.rpartition(".")[2]
    about = not {"cell", "position"}.isdisjoint(statement.kinds)
    lang = "" if about or same(key, words.lang) else key
    run = Run(words.figure(statement.words).text, Computed(of=statement.path), lang=lang)
    if about:
        return (paragraph(run),)
    of = statement.path
    mark = (words.figure(f" [{lang}]", "muted", of=of),) if lang and not is_name(of.rpartition(".")[0]) else ()
    number = (words.figure(f"{statement.number}\u00a0", of=of),) if statement.number else ()
    return (paragraph(*number, run, *mark), paragraph(words.figure(kinds(statement.kinds, words), of=of), small=True))


def _fact(ground: Ground, words: Words, shown: bool) -> Cell:
    """Its statement; the first time with its speaker, how it was computed, and the caution about it."""
    fact = ground.fact
    if fact is None:
        missing = (paragraph(words.figure(ground.fact_id)), _missing(ground.holes, words, ""))
        return Cell(missing, ground="against")
    out: list[Block] = []
    if ground.link == "own":
        out.append(paragraph(words.say(_("its own passages"), "muted")))
    else:
        out += _locked_blocks(words.prose(fact.statement), words.lang)
    if fact.attributed_to and not shown:
        out.append(paragraph(*_locked(words.label(fact.attributed_to), words.lang), small=True))
    if fact.hindsight and not shown:
        out.append(paragraph(known_later(words), small=True))
    for message, remark in ((_("Worked out:"), fact.computed), (_("Caution:"), fact.caution)):
        if remark and not shown:
            blocks = words.prefixed((words.say(message), words.figure(" ")), remark, small=True)
            out += _locked_blocks(blocks, words.lang)
    if ground.holes:
        out.append(_missing(ground.holes, words, f"facts.{fact.id}"))
    return Cell(tuple(out), ground="against" if ground.holes else "")


def _passages(ground: Ground, words: Words, usual: str, shown: bool) -> Cell:
    """In full the first time, with how far each is verified; then their first words. A place of several passages is
    named after the last."""
    numbered = enumerate(ground.passages, 1)
    each = [
        (passage, _place_line(passage, words, usual, shown, path), path)
        for number, passage in numbered
        for path in (path_of(ground.fact, number) if ground.fact else "",)
    ]
    blocks: list[Block] = []
    for at, (passage, line_of_place, path) in enumerate(each):
        last = at + 1 == len(each) or bool(passage.holes) or plain(each[at + 1][1]) != plain(line_of_place)
        if shown:
            first = first_words(passage.evidence, passage.source, words, path)
            blocks.append(paragraph(first, *((words.figure(" "), *line_of_place) if last else ()), small=True))
        else:
            blocks.append(paragraph(*_locked(quoted(passage.evidence, passage.source, words, path), words.lang)))
            blocks += [paragraph(*line_of_place, small=True)] if last else []
        if passage.holes:
            blocks.append(_missing(passage.holes, words, path))
    has_holes = any(passage.holes for passage in ground.passages)
    return Cell(tuple(blocks), ground="against" if has_holes else "")


def _place_line(passage: Passage, words: Words, usual: str, shown: bool, path: str) -> Inlines:
    """The place of a passage, and how far it is verified where that is not the usual."""
    line: list[Inline] = list(_locked(source_and_page(passage, words), words.lang))
    if not shown:
        verified = state(passage, words)
        more = place(passage, words), verified if verified != usual else ""
        line += [words.figure(f" · {each}", of=path) for each in more if each]
    return tuple(line)


def _missing(of: tuple[Hole, ...], words: Words, path: str) -> Block:
    return paragraph(opened(of, words, path), small=True)


def opened(of: tuple[Hole, ...], words: Words, path: str = "") -> Run:
    """What is missing: “Open: no passage.”"""
    message = words.locale.text(_("Open: {holes}.")).format(holes=holes(of, words))
    marks: tuple[Mark, ...] = ("strong",) if _SILENCES.issuperset(of) else ("strong", "against")
    return words.figure(message, *marks, of=path)


def _locked_blocks(blocks: Blocks, lang: str) -> Blocks:
    return transform(blocks, text=lambda text: _locked(text, lang))


def _locked(inlines: Inlines, lang: str) -> Inlines:
    """The words without note marks and links, locked: they are printed once for each sentence that rests on them."""
    out: list[Inline] = []
    for piece in as_inlines(marked(inlines, lang)):
        if isinstance(piece, LineBreak):
            out.append(piece)
        else:
            out += (Run(run.text, _not_edited(run.origin), run.marks, run.lang) for run in runs((piece,)))
    return tuple(out)


def _not_edited(origin: Origin) -> Computed:
    match origin:
        case Authored(path=path):
            return Computed(of=path)
        case Computed():
            return origin
        case _:
            return Computed()


# The words of a trace: what a sentence is, where a passage is, how far it is verified, what is missing.

KINDS: Mapping[Nature | About, str] = {
    "factual": _("stated as a fact"),
    "definition": _("definition"),
    "judgement": _("judgement"),
    "assumption": _("assumption"),
    "computed": _("worked out"),
    "inferred": _("inferred"),
    "cell": _("cell of the comparison"),
    "position": _("position"),
}

HOLES: Mapping[Hole, str] = {
    "cites-nothing": _("cites nothing"),
    "no-such-fact": _("there is no such fact"),
    "no-passage": _("no passage"),
    "no-such-source": _("there is no such source"),
    "not-found": _("not found in the text"),
    "not-verified": _("not verified"),
    "empty-cell": _("empty cell"),
    "not-stated": _("not stated"),
}
"""As printed after a sentence, a fact or a passage."""

MEANINGS: Mapping[Nature | About | Hole, str] = {
    "factual": _("Says how things are; a fact and its passage stand beside it."),
    "definition": _("Says what is meant or asked; no passage is needed."),
    "judgement": _("What the authors conclude; the facts that speak for it stand beside it."),
    "assumption": _("Taken as given, without evidence."),
    "computed": _("Worked out by the authors from figures of the sources."),
    "inferred": _("What no source says in these words: the authors read it from the facts beside it."),
    "cell": _("Without words of its own: empty, or with facts alone."),
    "position": _("Without words of its own: not stated, or said to be stated and not where."),
    "cites-nothing": _("Says how things are, and rests on no fact."),
    "no-such-fact": _("Names a fact that is not in the scenario."),
    "no-passage": _("Rests on a fact without a passage."),
    "no-such-source": _("Rests on a passage of a source that is not in the scenario."),
    "not-found": _("Rests on words that do not stand in the text of their source."),
    "not-verified": _("Rests on words that were not compared with the text of their source."),
    "empty-cell": _("Nothing is said of the option on this criterion."),
    "not-stated": _("Nothing is said of where the party stands on this option."),
}
"""Explanations of these words for readers."""


def kinds(of: tuple[Nature | About, ...], words: Words) -> str:
    """What a sentence is: “stated as a fact, inferred”."""
    return ", ".join(words.locale.text(KINDS[kind]) for kind in of)


def holes(of: tuple[Hole, ...], words: Words) -> str:
    """What is missing: “no passage”."""
    return ", ".join(words.locale.text(HOLES[hole]) for hole in of)


def source_and_page(passage: Passage, words: Words) -> Inlines:
    """“The article, par. 3”: as a note names it."""
    source = passage.source
    name: Inlines = words.label(source.short or source.title) if source else (words.figure(passage.evidence.source),)
    page = passage.evidence.page
    return (*name, words.figure(", "), *words.label(page)) if page else name


def place(passage: Passage, words: Words) -> str:
    """The line or page in the text of the source, unless the given page names it: “line 4”."""
    unit, _space, number = passage.where.rpartition(" ")
    if not number:
        return ""
    found = words.locale.text(_("line {number}") if unit else _("page {number}")).format(number=number)
    page = passage.evidence.page
    given = plain(words.label(page)) if page else ""
    return "" if given in (found, number) else found


def state(passage: Passage, words: Words) -> str:
    """How far it is verified; empty where that is a hole."""
    if passage.state == "as-locked" and passage.day:
        message = words.locale.text(_("as verified on {date}"))
        return message.format(date=words.locale.date(passage.day))
    return words.locale.text(_("found word for word")) if passage.state == "verified" else ""
