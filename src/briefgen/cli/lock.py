"""`briefgen lock`."""

import sys

import click

from briefgen.cli.completing import folders
from briefgen.cli.scenario_argument import scenario_arguments


@click.command("lock")
@scenario_arguments
@click.option(
    "--texts", multiple=True, metavar="DIR", shell_complete=folders,
    help="A folder with texts of sources; may be given more than once.",
)  # fmt: skip
def command(scenarios: tuple[str, ...], texts: tuple[str, ...]) -> None:
    """Verify all quotes in the texts of their sources, and record it in evidence.lock beside the scenario.

    With the record, the quotes can be relied on where the texts are not at hand. It holds no word of them.
    """
    from pathlib import Path

    from briefgen.cli.outcome import exit_code
    from briefgen.cli.text import show
    from briefgen.verbs.lock import lock
    from briefgen.verbs.targets import targets
    from briefgen.world import World

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
