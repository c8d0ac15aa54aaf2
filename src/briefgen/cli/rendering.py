"""`briefgen render`, as it is told while it goes: what was found, the path of each file, and what it came to."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import click

from briefgen.cli.again import remember
from briefgen.cli.crash import of_one
from briefgen.cli.progress import Progress
from briefgen.cli.summary import summary
from briefgen.cli.text import show
from briefgen.cli.text import summary as counted
from briefgen.diagnostic import Diagnostic
from briefgen.verbs.batch import Outcome, Shared, Watch, batch, shared_by
from briefgen.verbs.order import Order
from briefgen.verbs.record import Record
from briefgen.verbs.render import apart
from briefgen.verbs.targets import targets
from briefgen.verbs.wanted import Wanted, wanted
from briefgen.world import World
from briefgen.world.names import printed


def show_rendering(
    world: World,
    scenarios: tuple[str, ...],
    order: Order,
    audiences: Sequence[str],
    langs: Sequence[str],
    jobs: int | None,
) -> list[Diagnostic]:
    """Renders, and says so; returns all that there was to say."""
    files, faults = targets(world, scenarios)
    files, clashes = apart(world, files)
    if order.since and len(files) > 1:
        raise click.UsageError("With --since, one scenario is rendered: OLD is an earlier edition of it.")
    faults += world.recover(order.out)
    for file in files:
        faults += world.around(file).recover()
    briefs = wanted(world, files, order, audiences, langs)
    record = Record(world, order.out)
    known = [record.unchanged(brief) for brief in briefs]
    shared, found = (Shared(), []) if briefs and None not in known else shared_by(world, order)
    diagnostics = found + faults + clashes
    show(diagnostics)
    if shared is None:
        return diagnostics
    outcomes: list[Outcome] = []
    with Progress(len(briefs)) as progress, closing(record):
        shown = _Shown(world, progress)
        with closing(batch(world, briefs, known, record, shared, jobs, shown.watch())) as making:
            for outcome in making:
                shown.show(outcome)
                outcomes.append(outcome)
    diagnostics += [item for outcome in outcomes for item in outcome.diagnostics]
    _show_summary(world, outcomes)
    if not any(item.severity == "error" for item in diagnostics):
        remember(sys.argv[1:], scenarios, shared.seen, [outcome.made for outcome in outcomes])
    return diagnostics


class _Shown:
    """What of a run has been told already."""

    def __init__(self, world: World, progress: Progress) -> None:
        self._world, self._progress = world, progress
        self._file: Path | None = None
        self._told: set[tuple[str, str, str, int, int]] = set()

    def watch(self) -> Watch:
        """For the line that says where it has come to."""
        return Watch(self._in_hand, self._progress.step, of_one)

    def show(self, outcome: Outcome) -> None:
        """What was found, if it was not told of another brief of the same scenario, and the paths."""
        if outcome.wanted.file != self._file:
            self._file, self._told = outcome.wanted.file, set()
        self._progress.clear()
        show(self._new(outcome.diagnostics))
        for path in outcome.paths:
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
                click.echo(f"{printed(outcome.wanted.name(world))}: {said}, {counted(outcome.diagnostics)}", err=True)
    if len(outcomes) > 1 or unchanged:
        warned = sum(outcome.warnings > 0 for outcome in unchanged)
        line = summary(states.count("written"), len(unchanged), warned, states.count("failed"))
        click.echo(line, err=True)
