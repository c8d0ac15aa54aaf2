"""`briefgen redline`."""

import sys
from pathlib import Path

import click
from msgspec.structs import replace

from briefgen.cli.arguments import as_render_options, brief_options, scenarios
from briefgen.cli.output import exit_code, show
from briefgen.commands.options import RenderOptions
from briefgen.core.report import Report
from briefgen.io.filesystem import World


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
@brief_options
@click.option("--force", is_flag=True, help="Overwrite a redline that was edited.")
@as_render_options
def redline_command(old: str, new: str, options: RenderOptions) -> None:
    """Show what changed from one edition of a scenario to another, and print the path of each file.

    OLD and NEW are scenario folders, or folders at a git revision (REVISION:PATH, as in `HEAD~3:scenarios/bus`), or
    Word files that briefgen wrote. The DOCX has tracked changes that you can accept or reject in Word; docs/redline.md
    says what counts as a change.
    """
    from briefgen.commands.redline import redline  # 280 ms
    from briefgen.commands.themes import with_reference_document  # 0 ms, after the line above

    world, report = World.here(), Report()
    options = replace(options, formats=tuple(dict.fromkeys(options.formats)) or ("docx",))
    options = with_reference_document(report, world, options)
    paths: list[Path] = []
    if options.reference_document is not None or not options.reference:
        paths = redline(report, world, old, new, options)
    show(report)
    for path in paths:
        click.echo(world.printed(path))
    sys.exit(exit_code(report))
