"""`briefgen trace`."""

import json
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import click
import msgspec

from briefgen.claims.trace import Ground, Passage, Statement
from briefgen.cli.arguments import audiences, folders, language_code, languages, scenario_arguments
from briefgen.cli.output import as_objects, exit_code, readership, show
from briefgen.cli.output import csv_dumps as as_csv
from briefgen.commands.options import targets
from briefgen.commands.scan import scanned_words
from briefgen.commands.trace import Traced, trace_scenario
from briefgen.core.diagnostic import Diagnostic
from briefgen.document import plain
from briefgen.exhibits import Words
from briefgen.exhibits.notes import passage as quoted
from briefgen.exhibits.trace import HOLES, KINDS, holes, kinds, place, source_and_page, state
from briefgen.io.filesystem import World
from briefgen.io.names import printable
from briefgen.locale import Locale
from briefgen.locale import load as load_locale
from briefgen.markup.model import Label


class TraceRow(msgspec.Struct, frozen=True):
    """One passage under its sentence; what there is none of is empty."""

    scenario: str
    path: str
    sentence: str
    kind: str
    """Its kinds, joined by `+`: `factual`, `factual+inferred`."""
    fact: str = ""
    link: str = ""
    statement: str = ""
    attributed_to: str = ""
    passage: str = ""
    source: str = ""
    title: str = ""
    page: str = ""
    where: str = ""
    state: str = ""
    verified_on: str = ""
    holes: str = ""
    """Those of the sentence, this fact and this passage, joined by spaces."""


def rows(traced: Traced) -> Iterator[TraceRow]:
    """All rows of one scenario, in the order of the model."""
    words = Words(load_locale(traced.lang), traced.lang)

    def text(label: Label | None) -> str:
        return plain(words.label(label)) if label else ""

    for each in traced.statements:
        start = TraceRow(traced.loaded.name, each.path, each.words, "+".join(each.kinds), holes=" ".join(each.holes))
        if not each.grounds:
            yield start
        for ground in each.grounds:
            fact = ground.fact
            held = msgspec.structs.replace(
                start,
                fact=ground.fact_id,
                link=ground.link,
                statement=plain(words.line(fact.statement)) if fact else "",
                attributed_to=text(fact.attributed_to) if fact else "",
                holes=" ".join([*each.holes, *ground.holes]),
            )
            if not ground.passages:
                yield held
            for passage in ground.passages:
                yield msgspec.structs.replace(
                    held,
                    passage=" ".join(passage.evidence.quote.split()),
                    source=passage.evidence.source,
                    title=text(passage.source.title) if passage.source else "",
                    page=text(passage.evidence.page),
                    where=passage.where if not passage.where.isdecimal() else f"page {passage.where}",
                    state=passage.state,
                    verified_on=passage.day.isoformat() if passage.day else "",
                    holes=" ".join([*each.holes, *ground.holes, *passage.holes]),
                )


# A trace as CSV.


def trace_as_csv(traced: Sequence[Traced]) -> str:
    """One table of all scenarios: a row for each passage, a column for each field of `TraceRow`."""
    head = TraceRow.__struct_fields__
    return as_csv(head, ([getattr(row, name) for name in head] for each in traced for row in rows(each)))


# Traces as JSON, for programs.


def trace_as_json(traced: Sequence[Traced], diagnostics: Iterable[Diagnostic] | None) -> str:
    """One object with a list `traces` of `{scenario, language, rows}`, the rows as in the CSV, and a list
    `diagnostics`, as `check` has it; without, where there are none for those who read it."""
    traces = [
        {
            "scenario": each.loaded.name,
            "language": each.lang,
            "rows": [msgspec.structs.asdict(row) for row in rows(each)],
        }
        for each in traced
    ]
    # ASCII, so that no control or bidi character reaches a terminal.
    told = {} if diagnostics is None else {"diagnostics": as_objects(diagnostics)}
    return json.dumps({"traces": traces, **told}, ensure_ascii=True, indent=1)


# A trace as lines for a terminal: field, sentence, fact, passage, source, each a step further in.

_ = str  # marks interface messages; they are translated where they are shown

WIDTH = 98
STEP = "  "
_SPACES = {0xA0: " ", 0x202F: " "}
"""No-break spaces, which not every terminal shows as a space."""


def trace_lines(traced: Traced, locale: Locale) -> list[str]:
    """The whole trace of one scenario."""
    return [printable(line.translate(_SPACES)) for line in _lines(traced, Words(locale, traced.lang))]


def _lines(traced: Traced, words: Words) -> Iterator[str]:
    yield plain(words.label(traced.loaded.scenario.title))
    if traced.addressed:
        yield from readership(traced.addressed.readers, words, WIDTH)
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
    told = text(_("Open: {holes}.")).format(holes=missing) if missing else text(_("Nothing is open."))
    return f"{counts}. {told}" if counts else told


def _ground(ground: Ground, words: Words) -> Iterator[str]:
    said = plain(words.line(ground.fact.statement)) if ground.fact and ground.link != "own" else ""
    yield from _wrapped(f"@{ground.fact_id}  {said}".rstrip(), 2)
    yield from _missing(holes(ground.holes, words), 3)
    for passage in ground.passages:
        yield from _wrapped(plain(quoted(passage.evidence, passage.source, words, "")), 3)
        yield from _wrapped(_stands(ground, passage, words), 3)
        yield from _missing(holes(passage.holes, words), 3)


def _stands(ground: Ground, passage: Passage, words: Words) -> str:
    speaker = ground.fact.attributed_to if ground.fact else None
    parts = [plain(source_and_page(passage, words)), place(passage, words)]
    parts += [plain(words.label(speaker)) if speaker else "", state(passage, words)]
    return " · ".join(filter(None, parts))


def _missing(told: str, depth: int) -> Iterator[str]:
    if told:
        yield from _wrapped(f"× {told}", depth)


def _wrapped(text: str, depth: int) -> Iterator[str]:
    yield from textwrap.wrap(
        text, WIDTH, initial_indent=STEP * depth, subsequent_indent=STEP * depth, break_on_hyphens=False
    )


# `briefgen trace`.


@click.command("trace")
@scenario_arguments
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", help="Output format.")
@click.option("--holes", is_flag=True, help="Only statements without evidence, and what else is missing.")
@click.option(
    "--audience", default="", metavar="NAME", shell_complete=audiences,
    help="Audience; anything above its marking is left out.",
)  # fmt: skip
@click.option(
    "--lang", default="", metavar="CODE", shell_complete=languages, callback=language_code,
    help="Output language.  [default: the scenario's]",
)  # fmt: skip
@click.option(
    "--texts", multiple=True, metavar="DIR", shell_complete=folders,
    help="A folder with texts of sources; may be repeated.",
)  # fmt: skip
def command(
    scenarios: tuple[str, ...],
    form: Literal["table", "csv", "json"],
    holes: bool,
    audience: str,
    lang: str,
    texts: tuple[str, ...],
) -> None:
    """Show what each sentence is based on: its fact, the passage, the source, and whether the quote is verified.

    It also shows what is missing: a sentence that cites nothing, a fact without a passage, a quote that is not found,
    an empty rating, a position that no source states. With --audience, standard output contains nothing that is
    withheld from this audience; messages for the author go to standard error.
    """
    world = World.here()
    files, diagnostics = targets(world, scenarios)
    traced: list[Traced] = []
    for file in files:
        made, found = trace_scenario(world, file, lang, [Path(folder) for folder in texts], audience)
        diagnostics += found
        if made is None:
            continue
        made = made.hanging() if holes else made
        if audience:
            leaks = _problems_for_audience(made, form)
            diagnostics += leaks
            made = None if leaks else made
        traced += [made] if made else []
    match form:
        case "json":
            if audience:
                show(diagnostics)  # they may name what is withheld
            click.echo(trace_as_json(traced, None if audience else diagnostics))
        case "csv":
            show(each for each in diagnostics if each.severity == "error")
            click.echo(trace_as_csv(traced).encode(), nl=False)  # bytes: Windows would make CR CR LF of CRLF
        case _:
            show(each for each in diagnostics if each.severity == "error")
            for number, each in enumerate(traced):
                click.echo("\n" * bool(number) + "\n".join(trace_lines(each, load_locale(each.lang))))
    sys.exit(exit_code(diagnostics))


_STATES = ("cited", "listed", "own", "verified", "as-locked", "unverified")


def _problems_for_audience(traced: Traced, form: str) -> list[Diagnostic]:
    """Why a trace cannot be shown in this form (`table`, `csv`, `json`) to those whom it is for; nothing if it can."""
    if traced.addressed is None:
        return []
    match form:
        case "json":
            text = trace_as_json([traced], None)
        case "csv":
            text = trace_as_csv([traced])
        case _:
            text = "\n".join(trace_lines(traced, load_locale(traced.lang)))
    words = Words(load_locale(traced.lang), traced.lang)
    places = (passage.where for each in traced.statements for ground in each.grounds for passage in ground.passages)
    own = (" ".join((*TraceRow.__struct_fields__, *KINDS, *HOLES, *_STATES, "traces", "language", "rows")),)
    counts = trace_summary(traced.statements, words)
    ending = {"table": "txt"}.get(form, form)
    return scanned_words(traced.addressed, text, ending, own, (counts, traced.lang, *places), computed=False)
