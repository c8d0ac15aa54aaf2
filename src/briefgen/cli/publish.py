"""`briefgen publish`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click
from msgspec.structs import replace

from briefgen.cli.arguments import (
    audiences,
    folders,
    interface_language,
    languages,
    looks_of_a_site,
    scenario_arguments,
)
from briefgen.cli.output import exit_code, show
from briefgen.cli.render import Progress
from briefgen.commands.options import targets
from briefgen.commands.publish.page import Publication
from briefgen.commands.publish.publish import publish
from briefgen.commands.render import apart
from briefgen.io.filesystem import World

if TYPE_CHECKING:
    from briefgen.commands.options import Order


@click.command("publish")
@scenario_arguments
@click.option("--out", "site", required=True, metavar="SITE", shell_complete=folders, help="The folder of the site.")
@click.option(
    "--audience",
    default="public",
    metavar="NAME",
    show_default=True,
    shell_complete=audiences,
    help="The audience of the site; anything above its marking is left out.",
)
@click.option(
    "--to",
    "formats",
    multiple=True,
    type=click.Choice(["html", "pdf", "docx"]),
    help="Format; may be repeated. A web page is always made.  [default: all three]",
)
@click.option("--title", default="", metavar="TEXT", help="Title of the site.  [default: Policy briefs]")
@click.option(
    "--lang",
    "speaks",
    default="",
    metavar="CODE",
    shell_complete=languages,
    callback=interface_language,
    help="Language of the site's own text.  [default: the scenarios']",
)
@looks_of_a_site
@click.option("--strict", is_flag=True, help="Do not publish if there are warnings.")
@click.option("--force", is_flag=True, help="Rebuild all briefs, and overwrite files that were changed in the site.")
def command(
    scenarios: tuple[str, ...],
    site: str,
    formats: tuple[Literal["html", "pdf", "docx"], ...],
    title: str,
    speaks: str,
    order: "Order",
) -> None:
    """Build or update a website of briefs, and print the path of its first page.

    It needs no server: readers can open it from a folder. Each brief is there in all its languages as a web page, in
    PDF and in Word, with its earlier editions and what changed. If there are errors, the site is left as it was.
    """
    world = World.here()
    both: tuple[Literal["pdf", "docx"], ...] = ("pdf", "docx")
    order = replace(order, formats=tuple(form for form in both if not formats or form in formats))
    files, diagnostics = targets(world, scenarios)
    files, clashes = apart(world, files)
    diagnostics += clashes
    if not diagnostics:
        with Progress(len(files)) as progress:
            asked = Publication(site=Path(site), order=order, title=title, lang=speaks)
            published, diagnostics = publish(
                world, files, asked, lambda file: progress.begin(world.printed(file.parent))
            )
    show(diagnostics)
    if not diagnostics or exit_code(diagnostics, order.strict) == 0:
        click.echo(world.printed(Path(site) / "index.html"))
        click.echo(published.told(), err=True)
    sys.exit(exit_code(diagnostics, order.strict))
