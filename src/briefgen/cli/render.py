"""`briefgen render`."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec
from msgspec.structs import replace

from briefgen.cli.arguments import as_render_options, briefs_options, scenario_arguments
from briefgen.cli.output import Progress, bug_in_worker, bug_report, diagnostics_summary, exit_code, show
from briefgen.commands.options import RenderOptions, scenario_files
from briefgen.core.diagnostic import Diagnostic
from briefgen.core.report import Report
from briefgen.io.filesystem import World
from briefgen.io.lookups import Lookup, Lookups, answer
from briefgen.io.names import printed
from briefgen.io.read import SCENARIO

if TYPE_CHECKING:
    from briefgen.commands.batch import Outcome, Shared, Target


@click.command("render")
@scenario_arguments
@click.option(
    "--to",
    "formats",
    multiple=True,
    type=click.Choice(["docx", "pdf", "html", "native"]),
    help="Format; may be repeated.  [default: docx and pdf]",
)
@briefs_options
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
@as_render_options
def render_command(
    scenarios: tuple[str, ...],
    options: RenderOptions,
    audiences: tuple[str, ...],
    langs: tuple[str, ...],
    paginate_with: str,
    no_sources: bool,
    watch: bool,
    jobs: int | None,
) -> None:
    """Write the briefs of scenarios, and print the path of each.

    SCENARIO is a scenario's folder or its scenario.yaml; a folder of scenarios means all of them. Inside a scenario's
    folder it can be left out. With several audiences or languages, each gets its own brief. Briefs with errors are not
    written; the others still are. Unchanged briefs are skipped.
    """
    if options.review and any(form != "docx" for form in options.formats):
        raise click.UsageError("--review writes DOCX only: remove the other formats.")
    options = replace(
        options,
        formats=tuple(dict.fromkeys(options.formats)) or (("docx",) if options.review else ("docx", "pdf")),
        office_pages=paginate_with == "soffice",
        sources=not no_sources,
    )
    world = World.here()

    def render(brief: bool) -> Rendered:
        return render_and_show(world, scenarios, options, audiences, langs, jobs, brief)

    if watch:
        sys.exit(render_until_stopped(world, render))
    sys.exit(exit_code(render(False).diagnostics, options.strict))


class Rendered(msgspec.Struct, frozen=True):
    """The result of a run."""

    diagnostics: Report
    outcomes: list["Outcome"]
    """Of each brief; none if the run could not begin."""
    lookups: Lookups
    """What all of them are made from."""


def render_and_show(
    world: World,
    scenarios: tuple[str, ...],
    options: RenderOptions,
    audiences: Sequence[str],
    langs: Sequence[str],
    jobs: int | None,
    brief: bool = False,
) -> Rendered:
    """Renders, and prints diagnostics, the path of each file and a summary; with `brief`, only the diagnostics."""
    from briefgen.commands.batch import Shared, Watch, batch, shared_by, targets, without_clashes  # 210 ms

    faults = Report()
    files = scenario_files(faults, world, scenarios)
    clashes = Report()
    files = without_clashes(clashes, world, files)
    if options.since and len(files) > 1:
        raise click.UsageError("--since renders one scenario: OLD is an earlier edition of it.")
    faults.extend(world.recover(options.out))
    for file in files:
        faults.extend(world.around(file).recover())
    briefs = targets(world, files, options, audiences, langs)
    cached = [each.cached(world) for each in briefs]
    report = Report()
    shared = shared_by(report, world, options) if None in cached or not briefs else Shared()
    report.extend([*faults, *clashes])
    show(report)
    if shared is None:
        return Rendered(report, [], Lookups())
    outcomes: list[Outcome] = []
    with Progress(len(briefs)) as progress:
        shown = _Shown(world, progress, brief)
        watch = Watch(shown.begun, progress.step, bug_in_worker)
        with closing(batch(world, briefs, cached, shared, jobs, watch)) as results:
            for outcome in results:
                shown.show(outcome)
                outcomes.append(outcome)
    report.extend(each for outcome in outcomes for each in outcome.diagnostics)
    if not brief:
        _show_summary(world, outcomes)
    return Rendered(report, outcomes, _all_lookups(world, scenarios, shared, outcomes))


def _all_lookups(world: World, scenarios: Sequence[str], shared: "Shared", outcomes: Sequence["Outcome"]) -> Lookups:
    """What the briefs are made from, and which folders contain scenarios."""
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
    """Prints the results of a run, each message about a scenario once."""

    def __init__(self, world: World, progress: Progress, brief: bool) -> None:
        self._world, self._progress, self._brief = world, progress, brief
        self._file: Path | None = None
        self._shown: set[tuple[str, str, str, int, int]] = set()

    def show(self, outcome: "Outcome") -> None:
        """Prints the diagnostics, unless they were printed for another brief of the same scenario, and the paths."""
        if outcome.target.file != self._file:
            self._file, self._shown = outcome.target.file, set()
        self._progress.clear()
        show(self._new(outcome.diagnostics))
        for path in () if self._brief else outcome.paths:
            click.echo(self._world.printed(path))

    def begun(self, briefs: Sequence["Target"], number: int, total: int) -> None:
        """Shows the briefs that are being made."""
        self._progress.at(number, [printed(brief.name(self._world)) for brief in briefs], total)

    def _new(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        for item in diagnostics:
            place = (item.span.start, item.span.end) if item.span else (-1, -1)
            key = (item.code, item.where, item.message, *place)
            if key not in self._shown:
                self._shown.add(key)
                yield item


def _show_summary(world: World, outcomes: Sequence["Outcome"]) -> None:
    """Of several briefs, prints a line for each that failed or has warnings, and how many were written."""
    states = [outcome.state for outcome in outcomes]
    unchanged = [outcome for outcome in outcomes if outcome.state == "unchanged"]
    if len(outcomes) > 1:
        for outcome in outcomes:
            if any(not item.waived and item.severity != "info" for item in outcome.diagnostics):
                result = "not written" if outcome.state == "failed" else "written"
                click.echo(
                    f"{printed(outcome.target.name(world))}: {result}, {diagnostics_summary(outcome.diagnostics)}",
                    err=True,
                )
    if len(outcomes) > 1 or unchanged:
        warned = sum(outcome.warnings > 0 for outcome in unchanged)
        line = _summary(states.count("written"), len(unchanged), warned, states.count("failed"))
        click.echo(line, err=True)


def _summary(written: int, unchanged: int, warned: int, failed: int) -> str:
    """“100 briefs: 97 written, 2 unchanged, 1 failed.” `warned`: how many unchanged briefs had warnings when they were
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
"""Seconds between two checks of the files."""
SETTLING = 0.1
"""Seconds that an editor has to finish writing after the first change is noticed."""


def render_until_stopped(world: World, render: Callable[[bool], Rendered]) -> int:
    """Renders until Ctrl-C, and returns the exit code. `render(True)` prints only diagnostics."""
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
                result, lookups = fault.format_message(), _answered_again(lookups)
            except Exception as fault:  # noqa: BLE001  (a bug in one run does not end the watch)
                click.echo(bug_report(fault), err=True)
                result, lookups = "not written", _answered_again(lookups)
            else:
                result = _result(world, rendered)
                lookups = rendered.lookups if rendered.outcomes else _answered_again(lookups)
            click.echo(f"{datetime.now():%H:%M:%S} {name} changed: {result}")
    except KeyboardInterrupt:
        click.echo("Stopped watching.", err=True)
        return 0


def _next_change(lookups: Lookups) -> Lookup:
    while True:
        changed = next(lookups.changed(), None)
        if changed is not None:
            return changed
        time.sleep(INTERVAL)


def _answered_again(lookups: Lookups) -> Lookups:
    """The same lookups with the answers now, for a run that did not get far enough to make them."""
    return Lookups({lookup: answer(lookup) for lookup in lookups.answers})


def _result(world: World, rendered: Rendered) -> str:
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
