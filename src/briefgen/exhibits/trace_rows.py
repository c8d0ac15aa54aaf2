"""The rows of an evidence annex: sentences beside their facts and passages, what several of them share said once."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from briefgen.agreement.trace import Ground, Hole, Passage, Statement
from briefgen.document import (
    Authored,
    Block,
    Blocks,
    Cell,
    Computed,
    Inline,
    Inlines,
    LineBreak,
    Mark,
    Origin,
    Row,
    Run,
    plain,
)
from briefgen.document.rebuilding import rebuilt
from briefgen.document.walk import runs
from briefgen.exhibits.notes import first_words, path_of
from briefgen.exhibits.notes import passage as quoted
from briefgen.exhibits.trace_words import holes, kinds, place, source_and_page, state
from briefgen.exhibits.words import Words, paragraph
from briefgen.prose import as_inlines
from briefgen.prose.language import same
from briefgen.prose.untranslated import is_name, marked

_ = str  # marks interface messages; they are translated where they are shown

_WITHOUT_GROUND = {
    "judgement": _("Judgement; no passage is cited."),
    "assumption": _("Assumption; taken as given."),
    "definition": _("Definition; no passage is needed."),
    "computed": _("Worked out; no passage is cited."),
    "inferred": _("Inferred; no passage is cited."),
    "factual": _("Introduces what follows."),
}

_SILENCES: frozenset[Hole] = frozenset({"empty-cell", "not-stated"})
"""Nobody's fault: the sources do not say."""


def rows(statements: Sequence[Statement], words: Words, usual: str, told: set[str]) -> Iterator[Row]:
    """Those of one part of a paper. `usual`: how far a passage is verified of which nothing is said; `told`: the facts
    that were shown before, to which those that are shown here are added."""
    for _shared, run in groupby(enumerate(statements), lambda each: _shared_by(*each)):
        group = [statement for _number, statement in run]
        if not group[0].grounds:
            yield _groundless(group, words)
            continue
        first, *others = group
        sentence = Cell(_sentence(first, words), rowspan=len(first.grounds))
        for number, ground in enumerate(first.grounds):
            before = ground.fact_id in told
            cells = (_fact(ground, words, before), _passages(ground, words, usual, before))
            told.add(ground.fact_id)
            yield Row(cells if number else (sentence, *cells))
        same_ones = _("The same facts as above.") if len(first.grounds) > 1 else _("The same fact as above.")
        for statement in others:
            yield Row((Cell(_sentence(statement, words)), Cell((paragraph(words.say(same_ones, "muted")),), colspan=2)))


def _shared_by(number: int, statement: Statement) -> object:
    """What neighbours share that is said once for them: their facts, or that the sources are silent; else a key of its
    own."""
    if statement.holes and not statement.grounds and _SILENCES.issuperset(statement.holes):
        return statement.holes
    if statement.grounds and not statement.every_hole and all(ground.link != "own" for ground in statement.grounds):
        return tuple(ground.fact_id for ground in statement.grounds)
    return number


def _groundless(group: Sequence[Statement], words: Words) -> Row:
    """Sentences that rest on nothing take the room of the facts; what they are, or what is missing, stands behind."""
    first = group[0]
    if first.holes:
        ground: Literal["tint", "against"] = "tint" if _SILENCES.issuperset(first.holes) else "against"
        said = tuple(block for each in group for block in _sentence(each, words))
        of = first.path if len(group) == 1 else ""
        return Row((Cell(said, colspan=2), Cell((paragraph(opened(first.holes, words, of)),), ground=ground)))
    kind = next((each for each in first.kinds if each in _WITHOUT_GROUND), "factual")
    said = _sentence(first, words)
    if first.kinds == (kind,) and kind != "factual":
        said = said[:1]
    return Row((Cell(said, colspan=2), Cell((paragraph(words.say(_WITHOUT_GROUND[kind], "muted")),))))


def _sentence(statement: Statement, words: Words) -> tuple[Block, ...]:
    key = statement.path.rpartition(".")[2]
    about = not {"cell", "position"}.isdisjoint(statement.kinds)
    lang = "" if about or same(key, words.lang) else key
    said = Run(words.figure(statement.words).text, Computed(of=statement.path), lang=lang)
    if about:
        return (paragraph(said),)
    of = statement.path
    mark = (words.figure(f" [{lang}]", "muted", of=of),) if lang and not is_name(of.rpartition(".")[0]) else ()
    number = (words.figure(f"{statement.number}\u00a0", of=of),) if statement.number else ()
    return (paragraph(*number, said, *mark), paragraph(words.figure(kinds(statement.kinds, words), of=of), small=True))


def _fact(ground: Ground, words: Words, told: bool) -> Cell:
    """Its statement; the first time with what its note says of it: who said it, how it was worked out, how not to read
    it."""
    fact = ground.fact
    if fact is None:
        missing = (paragraph(words.figure(ground.fact_id)), _missing(ground.holes, words, ""))
        return Cell(missing, ground="against")
    out: list[Block] = []
    if ground.link == "own":
        out.append(paragraph(words.say(_("its own passages"), "muted")))
    else:
        out += _locked_blocks(words.prose(fact.statement), words.lang)
    if fact.attributed_to and not told:
        out.append(paragraph(*_locked(words.label(fact.attributed_to), words.lang), small=True))
    for message, remark in ((_("Worked out:"), fact.computed), (_("Caution:"), fact.caution)):
        if remark and not told:
            said = words.led((words.say(message), words.figure(" ")), remark, small=True)
            out += _locked_blocks(said, words.lang)
    if ground.holes:
        out.append(_missing(ground.holes, words, f"facts.{fact.id}"))
    return Cell(tuple(out), ground="against" if ground.holes else "")


def _passages(ground: Ground, words: Words, usual: str, told: bool) -> Cell:
    """Whole the first time, with how far each is verified; then their first words. Where several stand at one place, it
    is named behind the last."""
    numbered = enumerate(ground.passages, 1)
    each = [
        (passage, _home(passage, words, usual, told, path), path)
        for number, passage in numbered
        for path in (path_of(ground.fact, number) if ground.fact else "",)
    ]
    blocks: list[Block] = []
    for at, (passage, home, path) in enumerate(each):
        last = at + 1 == len(each) or bool(passage.holes) or plain(each[at + 1][1]) != plain(home)
        if told:
            first = first_words(passage.evidence, passage.source, words, path)
            blocks.append(paragraph(first, *((words.figure(" "), *home) if last else ()), small=True))
        else:
            blocks.append(paragraph(*_locked(quoted(passage.evidence, passage.source, words, path), words.lang)))
            blocks += [paragraph(*home, small=True)] if last else []
        if passage.holes:
            blocks.append(_missing(passage.holes, words, path))
    open_ones = any(passage.holes for passage in ground.passages)
    return Cell(tuple(blocks), ground="against" if open_ones else "")


def _home(passage: Passage, words: Words, usual: str, told: bool, path: str) -> Inlines:
    """Where a passage stands, and how far it is verified where that is not the usual."""
    line: list[Inline] = list(_locked(source_and_page(passage, words), words.lang))
    if not told:
        said = state(passage, words)
        more = place(passage, words), said if said != usual else ""
        line += [words.figure(f" · {each}", of=path) for each in more if each]
    return tuple(line)


def _missing(of: tuple[Hole, ...], words: Words, path: str) -> Block:
    return paragraph(opened(of, words, path), small=True)


def opened(of: tuple[Hole, ...], words: Words, path: str = "") -> Run:
    """What is missing, behind the word for it: “Open: no passage.”"""
    told = words.locale.text(_("Open: {holes}.")).format(holes=holes(of, words))
    marks: tuple[Mark, ...] = ("strong",) if _SILENCES.issuperset(of) else ("strong", "against")
    return words.figure(told, *marks, of=path)


def _locked_blocks(blocks: Blocks, lang: str) -> Blocks:
    return rebuilt(blocks, lambda line: _locked(line, lang))


def _locked(inlines: Inlines, lang: str) -> Inlines:
    """The same words without note marks and links, not to be edited here: they stand once for each sentence that rests
    on them."""
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
