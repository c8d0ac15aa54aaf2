"""`briefgen lock`."""

import sys
from pathlib import Path

import click

from briefgen.cli.arguments import folders, scenario_arguments
from briefgen.cli.output import exit_code, show
from briefgen.commands.lock import lock
from briefgen.commands.options import targets
from briefgen.io.filesystem import World


@click.command("lock")
@scenario_arguments
@click.option(
    "--texts", multiple=True, metavar="DIR", shell_complete=folders,
    help="A folder with texts of sources; may be repeated.",
)  # fmt: skip
def command(scenarios: tuple[str, ...], texts: tuple[str, ...]) -> None:
    """Verify all quotes against the texts of their sources, and record the result in evidence.lock.

    With this record, the quotes count as verified on machines that do not have the texts. It contains none of
    their words.
    """
    world = World.here()
    files, diagnostics = targets(world, scenarios)
    show(diagnostics)
    for file in files:
        written, found = lock(world, file, [Path(folder) for folder in texts])
        show(found)
        diagnostics += found
        if written:
            click.echo(world.printed(written))
    sys.exit(exit_code(diagnostics))
