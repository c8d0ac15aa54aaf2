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
from briefgen.kept.seen import Looking, Question, Seen, answer
from briefgen.world import World

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
        seen = rendered.seen
        click.echo(f"Watching {_count(seen)} for changes. Press Ctrl-C to stop.", err=True)
        while True:
            changed = _next_change(seen)
            time.sleep(SETTLING)
            name = world.printed(Path(changed.path))
            try:
                rendered = render(True)
            except click.ClickException as fault:
                said, seen = fault.format_message(), _as_now(seen)
            except Exception as fault:  # noqa: BLE001  (a bug in one run does not end the watch)
                click.echo(report_of(fault), err=True)
                said, seen = "not written", _as_now(seen)
            else:
                said = _said(world, rendered)
                seen = rendered.seen if rendered.outcomes else _as_now(seen)
            click.echo(f"{datetime.now():%H:%M:%S} {name} changed: {said}")
    except KeyboardInterrupt:
        click.echo("Stopped watching.", err=True)
        return 0


def _next_change(seen: Seen) -> Question:
    while True:
        changed = next(Looking().changed(seen.answers, seen.states), None)
        if changed is not None:
            return changed
        time.sleep(INTERVAL)


def _as_now(seen: Seen) -> Seen:
    """The same questions with the answers of this moment, for a run that did not get as far as asking them."""
    now = Seen()
    now.answers = {question: answer(question) for question in seen.answers}
    return now


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


def _count(seen: Seen) -> str:
    number = len({question.path for question in seen.answers if question.kind == "bytes"})
    return "1 file" if number == 1 else f"{number} files"
