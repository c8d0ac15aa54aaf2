"""`briefgen extract`."""

import sys
from pathlib import Path

import click

from briefgen.cli.arguments import files, folders
from briefgen.cli.output import exit_code, show
from briefgen.commands.extract import extract
from briefgen.io.filesystem import World


@click.command("extract")
@click.argument("brief", metavar="BRIEF.pdf", shell_complete=files)
@click.argument("folder", metavar="DIR", shell_complete=folders)
def command(brief: str, folder: str) -> None:
    """Recover the source files from the PDF of a brief, and print the path of each.

    DIR must be new or empty. It will contain a scenario with what the brief used, its templates and its theme;
    `briefgen render DIR` makes the same PDF again. docs/archive.md says what is included.
    """
    world = World.here()
    written, diagnostics = extract(world, Path(brief), Path(folder))
    show(diagnostics)
    for path in written:
        click.echo(world.printed(path))
    if written:
        click.echo(f"Next: briefgen render {world.printed(Path(folder))} --to pdf", err=True)
    sys.exit(exit_code(diagnostics))
