"""`briefgen publish`."""

import sys
from typing import Literal

import click

from briefgen.cli.completing import audiences, folders, languages, templates, themes
from briefgen.cli.completing import scenarios as known_scenarios


@click.command("publish")
@click.argument("scenarios", nargs=-1, required=True, metavar="SCENARIO...", shell_complete=known_scenarios)
@click.option("--out", required=True, metavar="SITE", shell_complete=folders, help="The folder of the site.")
@click.option(
    "--audience",
    default="public",
    metavar="NAME",
    show_default=True,
    shell_complete=audiences,
    help="The readers whom the site is for: what is marked above them does not get in.",
)
@click.option(
    "--to",
    "formats",
    multiple=True,
    type=click.Choice(["html", "pdf", "docx"]),
    help="Format; may be given more than once. A web page is always made.  [default: all three]",
)
@click.option("--title", default="", metavar="TEXT", help="What the site is called.  [default: Policy briefs]")
@click.option(
    "--lang",
    default="",
    metavar="CODE",
    shell_complete=languages,
    help="Language of the site's own words.  [default: the scenarios']",
)
@click.option(
    "--template", metavar="NAME", shell_complete=templates, help="What kind of brief.  [default: options-paper]"
)
@click.option(
    "--theme",
    metavar="NAME",
    shell_complete=themes,
    help="How it looks: a theme, or a YAML file of your own.  [default: plain]",
)
@click.option("--page", type=click.Choice(["a4", "letter"]), help="The paper.  [default: a4]")
@click.option(
    "--texts",
    multiple=True,
    metavar="DIR",
    shell_complete=folders,
    help="A folder with texts of sources; may be given more than once.",
)
@click.option("--strict", is_flag=True, help="Refuse to publish where there are warnings.")
@click.option("--force", is_flag=True, help="Make all briefs anew, and write over files that were changed in the site.")
def command(
    scenarios: tuple[str, ...],
    out: str,
    audience: str,
    formats: tuple[Literal["html", "pdf", "docx"], ...],
    title: str,
    lang: str,
    template: str | None,
    theme: str | None,
    page: Literal["a4", "letter"] | None,
    texts: tuple[str, ...],
    strict: bool,
    force: bool,
) -> None:
    """Make a site of briefs, or bring it up to date, and print the path of its first page.

    It needs no server: a folder that readers can open is enough. Each brief is there in all its languages as a web
    page, in PDF and for Word, with its earlier editions and what changed. Where something is wrong, the site stays as
    it was.
    """
    from pathlib import Path

    from briefgen.cli.outcome import exit_code
    from briefgen.cli.progress import Progress
    from briefgen.cli.text import show
    from briefgen.verbs.order import Order
    from briefgen.verbs.publish import Publication, publish
    from briefgen.verbs.render import apart
    from briefgen.verbs.targets import targets
    from briefgen.world import World

    world = World.here()
    both: tuple[Literal["pdf", "docx"], ...] = ("pdf", "docx")
    kinds = tuple(form for form in both if not formats or form in formats)
    order = Order(
        formats=kinds, template=template, theme=theme, paper=page, audience=audience,
        texts=tuple(Path(folder) for folder in texts), strict=strict, force=force,
    )  # fmt: skip
    files, diagnostics = targets(world, scenarios)
    files, clashes = apart(world, files)
    diagnostics += clashes
    if not diagnostics:
        with Progress(len(files)) as progress:
            asked = Publication(site=Path(out), order=order, title=title, lang=lang)
            published, diagnostics = publish(
                world, files, asked, lambda file: progress.begin(world.printed(file.parent))
            )
    show(diagnostics)
    if not diagnostics or exit_code(diagnostics, strict) == 0:
        click.echo(world.printed(Path(out) / "index.html"))
        click.echo(published.told(), err=True)
    sys.exit(exit_code(diagnostics, strict))
