"""`briefgen render`."""

import os
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from shutil import get_terminal_size
from types import TracebackType
from typing import Literal, Self, TextIO

import click
import msgspec
from msgspec.structs import replace

from briefgen.cli.arguments import looks_of_several, scenario_arguments
from briefgen.cli.output import columns, diagnostics_summary, exit_code, show
from briefgen.commands.batch import Outcome, Shared, Watch, batch, cached, shared_by
from briefgen.commands.options import Order, Wanted, targets, wanted
from briefgen.commands.render import apart
from briefgen.core.diagnostic import Diagnostic
from briefgen.io.filesystem import World
from briefgen.io.lookups import Lookup, Lookups, answer
from briefgen.io.names import printed
from briefgen.io.read import SCENARIO

MOMENT = 0.5
"""Seconds that pass without a word."""


class Progress:
    """`with Progress(len(files)) as progress`. Without a terminal, on one that cannot go back in its line (TERM=dumb)
    and for a single scenario it says nothing. It has no colour and no escape sequence."""

    def __init__(
        self, scenarios: int, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._scenarios = scenarios
        self._stream = stream or sys.stderr
        self._clock = clock
        self._due = clock() + MOMENT
        self._speaks = self._stream.isatty() and os.environ.get("TERM") != "dumb"
        self._number = 0
        self._name = ""
        self._shown = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _fault: object, _trace: TracebackType | None) -> None:
        self.clear()

    def begin(self, name: str) -> None:
        """The next scenario has begun."""
        self.at(self._number + 1, [name])

    def at(self, number: int, names: Sequence[str], of: int | None = None) -> None:
        """These are at work, of which the last has this number; `of` how many, if it was not known before."""
        self._number = number
        self._name = ", ".join(names)
        if of is not None:
            self._scenarios = of
        self.step("")

    def step(self, what: str) -> None:
        """Something is being made of the scenario: a format."""
        if self._speaks and self._scenarios > 1 and self._clock() >= self._due:
            line = f"{self._number} of {self._scenarios}: {self._name}{' → ' if what else ''}{what}"
            line = _cut(line, get_terminal_size().columns - 1)
            self._write(line)

    def clear(self) -> None:
        """Takes the line away, so that something else can be printed."""
        if self._shown:
            self._write("")
            self._stream.write("\r")
            self._stream.flush()

    def _write(self, line: str) -> None:
        """The line in place of the one before, of which nothing stays behind."""
        width = columns(line)
        self._stream.write("\r" + line + " " * (self._shown - width))
        self._stream.flush()
        self._shown = width


def _cut(line: str, width: int) -> str:
    while columns(line) > width:
        line = line[:-2] + "…"
    return line


# What is said when briefgen itself is at fault.


def report_of(fault: Exception) -> str:
    """Two lines for the person, and the whole story where the variable BRIEFGEN_DEBUG asks for it."""
    if os.environ.get("BRIEFGEN_DEBUG"):
        return "".join(traceback.format_exception(fault))
    return f"briefgen: {in_short(fault)}.\nPlease report it, with what BRIEFGEN_DEBUG=1 shows."


def in_short(fault: Exception) -> str:
    """What and where, without a word of what was being read."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    place = f"{os.path.basename(os.path.dirname(last.filename))}/{os.path.basename(last.filename)}:{last.lineno}"  # noqa: PTH119, PTH120
    return f"a bug in briefgen, not a problem in your files: {type(fault).__name__} at {place}"


def of_one(fault: Exception) -> str:
    """The same of one brief among others, which go on; the whole story goes to the standard error at once."""
    if os.environ.get("BRIEFGEN_DEBUG"):
        traceback.print_exception(fault)
    return in_short(fault)


# A run of `briefgen render`: what was found, the path of each file, and a summary.


class Rendered(msgspec.Struct, frozen=True):
    """What came of a run."""

    diagnostics: list[Diagnostic]
    outcomes: list[Outcome]
    """Of each brief; none where the run could not begin."""
    lookups: Lookups
    """What all of them are made from."""


def show_rendering(
    world: World,
    scenarios: tuple[str, ...],
    order: Order,
    audiences: Sequence[str],
    langs: Sequence[str],
    jobs: int | None,
    in_short: bool = False,
) -> Rendered:
    """Renders, and shows what was found, the path of each file and a summary; `in_short`, only what was found."""
    files, faults = targets(world, scenarios)
    files, clashes = apart(world, files)
    if order.since and len(files) > 1:
        raise click.UsageError("--since renders one scenario: OLD is an earlier edition of it.")
    faults += world.recover(order.out)
    for file in files:
        faults += world.around(file).recover()
    briefs = wanted(world, files, order, audiences, langs)
    known = [cached(world, brief) for brief in briefs]
    shared, found = (Shared(), []) if briefs and None not in known else shared_by(world, order)
    diagnostics = found + faults + clashes
    show(diagnostics)
    if shared is None:
        return Rendered(diagnostics, [], Lookups())
    outcomes: list[Outcome] = []
    with Progress(len(briefs)) as progress:
        shown = _Shown(world, progress, in_short)
        with closing(batch(world, briefs, known, shared, jobs, shown.watch())) as making:
            for outcome in making:
                shown.show(outcome)
                outcomes.append(outcome)
    diagnostics += [item for outcome in outcomes for item in outcome.diagnostics]
    if not in_short:
        _show_summary(world, outcomes)
    return Rendered(diagnostics, outcomes, _all_lookups(world, scenarios, shared, outcomes))


def _all_lookups(world: World, scenarios: Sequence[str], shared: Shared, outcomes: Sequence[Outcome]) -> Lookups:
    """What the briefs are made from, and which folders hold scenarios."""
    lookups = Lookups()
    for each in (shared.lookups, *(outcome.lookups for outcome in outcomes)):
        lookups.update(each)
    for folder in (world.cwd / name for name in scenarios):
        asked = [Lookup("names", str(folder), "*"), Lookup("file", str(folder / SCENARIO))]
        if folder.is_dir() and not (folder / SCENARIO).is_file():
            asked += [Lookup("file", str(each / SCENARIO)) for each in folder.iterdir()]
            for lookup in asked:
                lookups.add(lookup, answer(lookup))
    return lookups


class _Shown:
    """Shows a run, each message about a scenario once."""

    def __init__(self, world: World, progress: Progress, in_short: bool) -> None:
        self._world, self._progress, self._in_short = world, progress, in_short
        self._file: Path | None = None
        self._told: set[tuple[str, str, str, int, int]] = set()

    def watch(self) -> Watch:
        """For the line that says where it has come to."""
        return Watch(self._in_hand, self._progress.step, of_one)

    def show(self, outcome: Outcome) -> None:
        """What was found, unless it was shown for another brief of the same scenario, and the paths."""
        if outcome.wanted.file != self._file:
            self._file, self._told = outcome.wanted.file, set()
        self._progress.clear()
        show(self._new(outcome.diagnostics))
        for path in () if self._in_short else outcome.paths:
            click.echo(self._world.printed(path))

    def _new(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        for item in diagnostics:
            place = (item.span.start, item.span.end) if item.span else (-1, -1)
            key = (item.code, item.where, item.message, *place)
            if key not in self._told:
                self._told.add(key)
                yield item

    def _in_hand(self, briefs: Sequence[Wanted], number: int, of: int) -> None:
        self._progress.at(number, [printed(brief.name(self._world)) for brief in briefs], of)


def _show_summary(world: World, outcomes: Sequence[Outcome]) -> None:
    """Of several briefs, a line on each that failed or has warnings; and how many there are of which kind."""
    states = [outcome.state for outcome in outcomes]
    unchanged = [outcome for outcome in outcomes if outcome.state == "unchanged"]
    if len(outcomes) > 1:
        for outcome in outcomes:
            if any(not item.waived and item.severity != "info" for item in outcome.diagnostics):
                said = "not written" if outcome.state == "failed" else "written"
                click.echo(
                    f"{printed(outcome.wanted.name(world))}: {said}, {diagnostics_summary(outcome.diagnostics)}",
                    err=True,
                )
    if len(outcomes) > 1 or unchanged:
        warned = sum(outcome.warnings > 0 for outcome in unchanged)
        line = _summary(states.count("written"), len(unchanged), warned, states.count("failed"))
        click.echo(line, err=True)


def _summary(written: int, unchanged: int, warned: int, failed: int) -> str:
    """“100 briefs: 97 written, 2 unchanged, 1 failed.” Of the unchanged ones, `warned` had warnings when they were
    made."""
    number = written + unchanged + failed
    as_before = f" ({warned} of them with warnings as before; `--force` shows them)" if warned else ""
    if warned and unchanged == 1:
        as_before = ", with warnings as before (`--force` shows them)"
    if number == 1 and unchanged:
        return f"1 brief: unchanged{as_before}."
    counts = [
        f"{written} written" if written else "",
        f"{unchanged} unchanged{as_before}" if unchanged else "",
        f"{failed} failed" if failed else "",
    ]
    return f"{number} brief{'' if number == 1 else 's'}: {', '.join(filter(None, counts))}."


# `briefgen render --watch`: renders again whenever a file changes that the briefs depend on.

INTERVAL = 0.4
"""Seconds between two looks at the files."""
SETTLING = 0.1
"""Seconds that an editor has to finish writing after the first change was noticed."""


def render_until_stopped(world: World, render: Callable[[bool], Rendered]) -> int:
    """Renders until Ctrl-C, and returns the exit code. `render` is told whether to show diagnostics alone."""
    try:
        rendered = render(False)
        if not rendered.outcomes:
            return exit_code(rendered.diagnostics)  # there is nothing to watch
        lookups = rendered.lookups
        click.echo(f"Watching {_count(lookups)} for changes. Press Ctrl-C to stop.", err=True)
        while True:
            changed = _next_change(lookups)
            time.sleep(SETTLING)
            name = world.printed(Path(changed.path))
            try:
                rendered = render(True)
            except click.ClickException as fault:
                said, lookups = fault.format_message(), _as_now(lookups)
            except Exception as fault:  # noqa: BLE001  (a bug in one run does not end the watch)
                click.echo(report_of(fault), err=True)
                said, lookups = "not written", _as_now(lookups)
            else:
                said = _said(world, rendered)
                lookups = rendered.lookups if rendered.outcomes else _as_now(lookups)
            click.echo(f"{datetime.now():%H:%M:%S} {name} changed: {said}")
    except KeyboardInterrupt:
        click.echo("Stopped watching.", err=True)
        return 0


def _next_change(lookups: Lookups) -> Lookup:
    while True:
        changed = next(lookups.changed(), None)
        if changed is not None:
            return changed
        time.sleep(INTERVAL)


def _as_now(lookups: Lookups) -> Lookups:
    """The same lookups with the answers of this moment, for a run that did not get far enough to make them."""
    return Lookups({lookup: answer(lookup) for lookup in lookups.answers})


def _said(world: World, rendered: Rendered) -> str:
    """“wrote briefs/bus.pdf”, “not written, 1 error”."""
    written = [world.printed(path) for each in rendered.outcomes if each.state == "written" for path in each.paths]
    failed = sum(each.state == "failed" for each in rendered.outcomes)
    same = [world.printed(path) for each in rendered.outcomes if each.state == "unchanged" for path in each.paths]
    parts = [f"wrote {', '.join(written)}"] if written else [f"{', '.join(same)} unchanged"] if same else []
    if failed or not rendered.outcomes:
        parts.append(f"{failed} briefs not written" if len(rendered.outcomes) > 1 else "not written")
    if any(each.severity != "info" and not each.waived for each in rendered.diagnostics):
        parts.append(
            diagnostics_summary(each for each in rendered.diagnostics if each.severity != "info" and not each.waived)
        )
    return ", ".join(parts)


def _count(lookups: Lookups) -> str:
    number = sum(lookup.kind == "content" and found != "missing" for lookup, found in lookups.answers.items())
    return "1 file" if number == 1 else f"{number} files"


# `briefgen render`.


@click.command("render")
@scenario_arguments
@click.option(
    "--to",
    "formats",
    multiple=True,
    type=click.Choice(["docx", "pdf", "html", "native"]),
    help="Format; may be repeated.  [default: docx and pdf]",
)
@looks_of_several
@click.option(
    "--paginate-with", type=click.Choice(["layout", "soffice"]), default="layout", show_default=True,
    help="How page numbers in the DOCX are found: by briefgen's own layout, or by LibreOffice.",
)  # fmt: skip
@click.option(
    "--since", default="", metavar="OLD",
    help="List what changed since that edition: a folder, or REVISION:PATH as for `redline`.",
)  # fmt: skip
@click.option("--embed-fonts", is_flag=True, help="Embed the fonts in the DOCX.")
@click.option("--review", is_flag=True, help="Write a DOCX for reviewers, whose edits `briefgen review` can import.")
@click.option("--no-sources", is_flag=True, help="Do not attach the source files to the PDF.")
@click.option("--strict", is_flag=True, help="Do not write briefs that have warnings.")
@click.option("--force", is_flag=True, help="Overwrite briefs that were edited, and re-render unchanged ones.")
@click.option("--watch", is_flag=True, help="Render again whenever a file of the scenario changes, until Ctrl-C.")
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N",
    help="Briefs to render at the same time.  [default: one for each core]",
)  # fmt: skip
def command(
    scenarios: tuple[str, ...],
    formats: tuple[Literal["docx", "pdf", "html", "native"], ...],
    order: "Order",
    audience: tuple[str, ...],
    lang: tuple[str, ...],
    paginate_with: str,
    since: str,
    embed_fonts: bool,
    review: bool,
    no_sources: bool,
    watch: bool,
    jobs: int | None,
) -> None:
    """Write the briefs of scenarios, and print the path of each.

    SCENARIO is a scenario's folder or its scenario.yaml; a folder of scenarios means all of them. Inside a scenario's
    folder it can be left out. With several audiences or languages, each gets its own brief. Briefs with errors are not
    written; the others still are. Unchanged briefs are skipped.
    """
    if review and any(form != "docx" for form in formats):
        raise click.UsageError("--review writes DOCX only: remove the other formats.")
    order = replace(
        order,
        formats=tuple(dict.fromkeys(formats)) or (("docx",) if review else ("docx", "pdf")),
        office_pages=paginate_with == "soffice",
        embed_fonts=embed_fonts,
        review=review,
        since=since,
        sources=not no_sources,
    )
    world = World.here()

    def rendered(in_short: bool) -> "Rendered":
        return show_rendering(world, scenarios, order, audience, lang, jobs, in_short)

    if watch:
        sys.exit(render_until_stopped(world, rendered))
    sys.exit(exit_code(rendered(False).diagnostics, order.strict))
