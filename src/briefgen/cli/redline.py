"""`briefgen redline`."""

import sys
from typing import TYPE_CHECKING, Literal

import click
from msgspec.structs import replace

from briefgen.cli.arguments import looks, scenarios
from briefgen.cli.output import exit_code, show
from briefgen.commands.redline import redline
from briefgen.commands.themes import dressed
from briefgen.io.filesystem import World

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.commands.options import Order


@click.command("redline")
@click.argument("old", metavar="OLD", shell_complete=scenarios)
@click.argument("new", metavar="NEW", shell_complete=scenarios)
@click.option(
    "--to",
    "formats",
    multiple=True,
    type=click.Choice(["docx", "pdf", "html"]),
    help="Format; may be repeated.  [default: docx]",
)
@looks
@click.option("--force", is_flag=True, help="Overwrite a redline that was edited.")
def command(old: str, new: str, formats: tuple[Literal["docx", "pdf", "html"], ...], order: "Order") -> None:
    """Show what changed from one edition of a scenario to another, and print the path of each file.

    OLD and NEW are scenario folders, or folders at a git revision (REVISION:PATH, as in `HEAD~3:scenarios/bus`), or
    Word files that briefgen wrote. The DOCX has tracked changes that you can accept or reject in Word; docs/redline.md
    says what counts as a change.
    """
    world = World.here()
    order, diagnostics = dressed(world, replace(order, formats=tuple(dict.fromkeys(formats)) or ("docx",)))
    paths: list[Path] = []
    if order.house is not None or not order.reference:
        paths, found = redline(world, old, new, order)
        diagnostics += found
    show(diagnostics)
    for path in paths:
        click.echo(world.printed(path))
    sys.exit(exit_code(diagnostics))
