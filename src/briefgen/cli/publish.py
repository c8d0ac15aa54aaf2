"""`briefgen publish`."""

import sys
from pathlib import Path

import click
from msgspec.structs import replace

from briefgen.cli.arguments import (
    as_render_options,
    audiences,
    folders,
    interface_language,
    languages,
    scenario_arguments,
    style_options,
)
from briefgen.cli.output import Progress, exit_code, show
from briefgen.commands.options import RenderOptions, scenario_files
from briefgen.core.report import Report
from briefgen.io.filesystem import World


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
    "site_lang",
    default="",
    metavar="CODE",
    shell_complete=languages,
    callback=interface_language,
    help="Language of the site's own text.  [default: the scenarios']",
)
@style_options
@click.option("--strict", is_flag=True, help="Do not publish if there are warnings.")
@click.option("--force", is_flag=True, help="Rebuild all briefs, and overwrite files that were changed in the site.")
@as_render_options
def publish_command(scenarios: tuple[str, ...], site: str, title: str, site_lang: str, options: RenderOptions) -> None:
    """Build or update a website of briefs, and print the path of its first page.

    It needs no server: readers can open it from a folder. Each brief is there in all its languages as a web page, in
    PDF and in Word, with its earlier editions and what changed. If there are errors, the site is left as it was.
    """
    from briefgen.commands.batch import without_clashes  # 210 ms
    from briefgen.commands.publish import SiteOptions, publish  # 75 ms, after the line above

    world, report = World.here(), Report()
    downloads = tuple(form for form in ("pdf", "docx") if not options.formats or form in options.formats)
    site_options = SiteOptions(Path(site), replace(options, formats=downloads), title, site_lang)
    files = without_clashes(report, world, scenario_files(report, world, scenarios))
    published = None
    if not report:
        with Progress(len(files)) as progress:
            published = publish(
                report, world, files, site_options, lambda file: progress.begin(world.printed(file.parent))
            )  # fmt: skip
    show(report)
    code = exit_code(report, options.strict)
    if published is not None and code == 0:
        click.echo(world.printed(Path(site) / "index.html"))
        click.echo(published.summary, err=True)
    sys.exit(code)
