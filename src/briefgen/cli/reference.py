"""`briefgen reference`."""

import sys
from pathlib import Path

import click

from briefgen.cli.arguments import interface_language, languages, themes
from briefgen.cli.output import exit_code, show
from briefgen.commands.reference import reference
from briefgen.commands.themes import find_theme
from briefgen.io.filesystem import World
from briefgen.locale import load


@click.command("reference")
@click.option("-o", "--out", default="house.docx", metavar="FILE", show_default=True, help="Output file.")
@click.option(
    "--theme",
    default="plain",
    metavar="NAME",
    show_default=True,
    shell_complete=themes,
    help="The theme to start from.",
)
@click.option("--page", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="Paper size.")
@click.option(
    "--lang",
    default="en",
    metavar="CODE",
    show_default=True,
    shell_complete=languages,
    callback=interface_language,
    help="Language of its text.",
)
@click.option("--force", is_flag=True, help="Overwrite a file that was edited.")
def command(out: str, theme: str, page: str, lang: str, force: bool) -> None:
    """Write a Word file that shows each style of a brief.

    Change the styles in Word, put your logo in the header, and pass the file to `render --reference`.
    """
    world = World.here()
    found, diagnostics = find_theme(world, theme)
    if found is not None:
        diagnostics += reference(
            world, Path(out), found.theme, "letter" if page == "letter" else "a4", load(lang), force
        )
    show(diagnostics)
    if not diagnostics:
        click.echo(world.printed(Path(out)))
    sys.exit(exit_code(diagnostics))
