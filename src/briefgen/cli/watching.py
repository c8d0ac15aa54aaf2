"""`briefgen render --watch`: renders again whenever a file changes that the briefs depend on."""

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from briefgen.cli.crash import report_of
from briefgen.cli.outcome import exit_code
from briefgen.cli.rendering import Rendered
from briefgen.cli.text import summary
from briefgen.world import Lookup, Lookups, World
from briefgen.world.lookups import answer

INTERVAL = 0.4
"""Seconds between two looks at the files."""
SETTLING = 0.1
"""Seconds that an editor has to finish writing after the first change was noticed."""


def watch(world: World, render: Callable[[bool], Rendered]) -> int:
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
        parts.append(summary(each for each in rendered.diagnostics if each.severity != "info" and not each.waived))
    return ", ".join(parts)


def _count(lookups: Lookups) -> str:
    number = sum(lookup.kind == "content" and found != "missing" for lookup, found in lookups.answers.items())
    return "1 file" if number == 1 else f"{number} files"
