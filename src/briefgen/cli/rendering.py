"""A run of `briefgen render`: what was found, the path of each file, and a summary."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import click
import msgspec

from briefgen.cli.crash import of_one
from briefgen.cli.progress import Progress
from briefgen.cli.text import show, summary
from briefgen.diagnostic import Diagnostic
from briefgen.verbs.batch import Outcome, Shared, Watch, batch, cached, shared_by
from briefgen.verbs.order import Order
from briefgen.verbs.render import apart
from briefgen.verbs.targets import targets
from briefgen.verbs.wanted import Wanted, wanted
from briefgen.world import SCENARIO, Lookup, Lookups, World
from briefgen.world.lookups import answer
from briefgen.world.names import printed


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
                click.echo(f"{printed(outcome.wanted.name(world))}: {said}, {summary(outcome.diagnostics)}", err=True)
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
