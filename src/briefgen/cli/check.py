"""`briefgen check`."""

import sys
from typing import Literal

import click

from briefgen.cli.completing import audiences, folders, languages
from briefgen.cli.completing import scenarios as known_scenarios
from briefgen.cli.language import language_code


@click.command("check")
@click.argument("scenarios", nargs=-1, required=True, metavar="SCENARIO...", shell_complete=known_scenarios)
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "sarif", "github"]), default="text", help="How to tell it."
)
@click.option(
    "--texts", multiple=True, metavar="DIR", shell_complete=folders,
    help="A folder with texts of sources; may be given more than once.",
)  # fmt: skip
@click.option(
    "--audience", default="", metavar="NAME", shell_complete=audiences,
    help="Tell as well what these readers would miss, and what would then hang in the air.",
)  # fmt: skip
@click.option(
    "--lang", default="", metavar="CODE", shell_complete=languages, callback=language_code,
    help="Tell as well which texts have no words in this language.",
)  # fmt: skip
@click.option("--require-texts", is_flag=True, help="Fail where the text of a source is not at hand.")
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
def command(
    scenarios: tuple[str, ...],
    form: Literal["text", "json", "sarif", "github"],
    texts: tuple[str, ...],
    audience: str,
    lang: str,
    require_texts: bool,
    strict: bool,
) -> None:
    """Tell every problem of scenarios at once: file, line, column, the line itself, what to do.

    SCENARIO is a scenario's folder or its scenario.yaml; a folder of scenarios means all of them. Nothing is written.
    """
    from pathlib import Path

    from briefgen.cli.outcome import exit_code
    from briefgen.cli.progress import Progress
    from briefgen.verbs.check import check
    from briefgen.verbs.targets import targets
    from briefgen.world import World

    world = World.here()
    files, diagnostics = targets(world, scenarios)
    with Progress(len(files)) as progress:
        for file in files:
            progress.begin(world.printed(file.parent))
            diagnostics += check(world, file, [Path(folder) for folder in texts], require_texts, audience, lang)[1]
    if form == "json":
        from briefgen.cli.json import dumps

        click.echo(dumps(diagnostics))
    elif form == "sarif":
        from briefgen.cli.sarif import dumps

        click.echo(dumps(diagnostics))
    elif form == "github":
        from briefgen.cli.github import lines

        for line in lines(diagnostics):
            click.echo(line)
    else:
        from briefgen.cli.text import show, summary

        show(diagnostics)
        click.echo(
            f"{len(files)} scenario{'s' if len(files) != 1 else ''}: {summary(diagnostics)}.", err=bool(diagnostics)
        )
    sys.exit(exit_code(diagnostics, strict))
