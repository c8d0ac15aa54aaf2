"""`briefgen new`."""

import sys

import click


@click.command("new")
@click.argument("folder", metavar="DIR")
def command(folder: str) -> None:
    """Begin a scenario: a commented one that renders at once."""
    from pathlib import Path

    from briefgen.cli.text import show
    from briefgen.verbs.new import new
    from briefgen.world import World

    world = World.here()
    written, diagnostics = new(world, Path(folder))
    show(diagnostics)
    if diagnostics:
        sys.exit(2)
    for path in written:
        click.echo(world.shown(path))
    click.echo(f"Next: briefgen render {world.shown(Path(folder))}", err=True)
