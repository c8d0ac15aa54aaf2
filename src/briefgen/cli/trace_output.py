"""The trace of a scenario as text for a terminal, as CSV, and as JSON."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from briefgen.claims.trace import Ground, Passage, Statement
from briefgen.cli.output import Table, as_json, as_objects, for_terminal
from briefgen.commands.paper import Readers
from briefgen.commands.scan import scan_output
from briefgen.commands.trace import Traced, TraceRow, trace_rows
from briefgen.core.diagnostic import Diagnostic
from briefgen.document import plain
from briefgen.exhibits import Words
from briefgen.exhibits.notes import passage as quoted
from briefgen.exhibits.trace import HOLES, KINDS, holes, kinds, place, source_and_page, state
from briefgen.locale import load as load_locale

_ = str  # marks interface messages; they are translated where they are shown

WIDTH = 98
STEP = "  "


def words_in(lang: str) -> Words:
    """The text of the interface in a language."""
    return Words(load_locale(lang), lang)


def audience_note(readers: Readers, words: Words, width: int) -> Iterator[str]:
    """A note that the output is for one audience and its figures were recomputed; nothing if none was."""
    if not readers.recomputed:
        return
    text = words.locale.text
    made = _("Made for one audience: {name}. Tables, counts and figures are computed only from what this paper shows.")
    note = text(made).format(name=plain(words.label(readers.name)))
    if readers.recomputed == "weights":
        weights = _("The weights of its criteria keep the proportions that the authors gave them, and add up to 100.")
        note += " " + text(weights)
    yield from textwrap.wrap(note, width, break_on_hyphens=False)


def trace_table(traced: Sequence[Traced]) -> Table:
    """A row for each passage, a column for each field of `TraceRow`."""
    rows = (msgspec.structs.astuple(row) for each in traced for row in trace_rows(each))
    return Table(rows, TraceRow.__struct_fields__)


def trace_as_json(traced: Sequence[Traced], diagnostics: Iterable[Diagnostic] | None) -> str:
    """One object with a list `traces` of `{scenario, language, rows}`, the rows as in the CSV, and a list
    `diagnostics` as in `check`, if given."""
    traces = [
        {"scenario": each.loaded.name, "language": each.lang, "rows": trace_table([each]).objects()} for each in traced
    ]
    found = {} if diagnostics is None else {"diagnostics": as_objects(diagnostics)}
    return as_json({"traces": traces, **found})


def trace_lines(traced: Traced) -> list[str]:
    """The trace as text: field, sentence, fact, passage and source, each indented further."""
    return for_terminal(_lines(traced))


def _lines(traced: Traced) -> Iterator[str]:
    words = words_in(traced.lang)
    yield plain(words.label(traced.loaded.scenario.title))
    if traced.view:
        yield from audience_note(traced.view.readers, words, WIDTH)
    yield from _wrapped(trace_summary(traced.statements, words), 0)
    path = ""
    for each in traced.statements:
        if each.path != path:
            yield ""
            yield each.path
            path = each.path
        yield from _wrapped(f"{each.words} [{kinds(each.kinds, words)}]", 1)
        yield from _missing(holes(each.holes, words), 2)
        for ground in each.grounds:
            yield from _ground(ground, words)


def trace_summary(statements: tuple[Statement, ...], words: Words) -> str:
    """“stated as a fact: 31, judgement: 12. Open: cites nothing: 3.”."""
    kinds_of = Counter(kind for each in statements for kind in each.kinds)
    found = Counter(hole for each in statements for hole in each.every_hole)
    number, text = words.locale.number, words.locale.text
    colon = text(_(": "))
    counts = ", ".join(text(KINDS[kind]) + colon + number(kinds_of[kind]) for kind in KINDS if kinds_of[kind])
    missing = ", ".join(text(HOLES[hole]) + colon + number(found[hole]) for hole in HOLES if found[hole])
    holes = text(_("Open: {holes}.")).format(holes=missing) if missing else text(_("Nothing is open."))
    return f"{counts}. {holes}" if counts else holes


def _ground(ground: Ground, words: Words) -> Iterator[str]:
    statement = plain(words.line(ground.fact.statement)) if ground.fact and ground.link != "own" else ""
    yield from _wrapped(f"@{ground.fact_id}  {statement}".rstrip(), 2)
    yield from _missing(holes(ground.holes, words), 3)
    for passage in ground.passages:
        yield from _wrapped(plain(quoted(passage.evidence, passage.source, words, "")), 3)
        yield from _wrapped(_source(ground, passage, words), 3)
        yield from _missing(holes(passage.holes, words), 3)


def _source(ground: Ground, passage: Passage, words: Words) -> str:
    speaker = ground.fact.attributed_to if ground.fact else None
    parts = [plain(source_and_page(passage, words)), place(passage, words)]
    parts += [plain(words.label(speaker)) if speaker else "", state(passage, words)]
    return " · ".join(filter(None, parts))


def _missing(holes: str, depth: int) -> Iterator[str]:
    if holes:
        yield from _wrapped(f"× {holes}", depth)


def _wrapped(text: str, depth: int) -> Iterator[str]:
    yield from textwrap.wrap(
        text, WIDTH, initial_indent=STEP * depth, subsequent_indent=STEP * depth, break_on_hyphens=False
    )


# What may be printed for an audience.

_STATES = ("cited", "listed", "own", "verified", "as-locked", "unverified")


def leaks_of_trace(traced: Traced, form: str) -> list[Diagnostic]:
    """An error for each text in the output (`table`, `csv` or `json`) that is withheld from its audience."""
    if traced.view is None:
        return []
    match form:
        case "json":
            text = trace_as_json([traced], None)
        case "csv":
            text = trace_table([traced]).csv()
        case _:
            text, form = "\n".join(trace_lines(traced)), "txt"
    places = (passage.where for each in traced.statements for ground in each.grounds for passage in ground.passages)
    own = (" ".join((*TraceRow.__struct_fields__, *KINDS, *HOLES, *_STATES, "traces", "language", "rows")),)
    counts = trace_summary(traced.statements, words_in(traced.lang))
    return scan_output(traced.view, text, form, own, (counts, traced.lang, *places), computed=False)
