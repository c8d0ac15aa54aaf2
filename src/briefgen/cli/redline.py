"""`briefgen redline`."""

import sys
from typing import TYPE_CHECKING, Literal

import click

from briefgen.cli.completing import scenarios
from briefgen.cli.looks import looks

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.verbs.order import Order


@click.command("redline")
@click.argument("old", metavar="OLD", shell_complete=scenarios)
@click.argument("new", metavar="NEW", shell_complete=scenarios)
@click.option(
    "--to",
    "formats",
    multiple=True,
    type=click.Choice(["docx", "pdf", "html"]),
    help="Format; may be given more than once.  [default: docx]",
)
@looks
@click.option("--force", is_flag=True, help="Write over a redline that was edited since.")
def command(old: str, new: str, formats: tuple[Literal["docx", "pdf", "html"], ...], order: "Order") -> None:
    """Write what changed from one edition of a scenario to another, and print the path of each file.

    OLD and NEW are a scenario's folder, or one at a revision of git: REVISION:PATH, as in `HEAD~3:scenarios/bus`; or
    Word files that briefgen wrote. The DOCX has tracked changes, which Word accepts and rejects; docs/redline.md says
    what is shown as a change.
    """
    from msgspec.structs import replace

    from briefgen.cli.outcome import exit_code
    from briefgen.cli.text import show
    from briefgen.verbs.house_style import dressed
    from briefgen.verbs.redline import redline
    from briefgen.world import World

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
