"""`briefgen check`."""

import sys
from pathlib import Path
from typing import Literal

import click

from briefgen.cli.annotations import workflow_commands
from briefgen.cli.arguments import audiences, folders, language_code, languages, scenario_arguments
from briefgen.cli.output import diagnostics_summary, exit_code, show
from briefgen.cli.render import Progress
from briefgen.commands.check import check
from briefgen.commands.options import targets
from briefgen.io.filesystem import World


@click.command("check")
@scenario_arguments
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "sarif", "github"]), default="text", help="Output format."
)
@click.option(
    "--texts", multiple=True, metavar="DIR", shell_complete=folders,
    help="A folder with texts of sources; may be repeated.",
)  # fmt: skip
@click.option(
    "--audience", default="", metavar="NAME", shell_complete=audiences,
    help="Also show what this audience would not see, and what would lose its evidence.",
)  # fmt: skip
@click.option(
    "--lang", default="", metavar="CODE", shell_complete=languages, callback=language_code,
    help="Also show which texts have no translation in this language.",
)  # fmt: skip
@click.option("--require-texts", is_flag=True, help="Fail if the text of a source is missing.")
@click.option(
    "--release", is_flag=True,
    help="Also report what is still open before the brief can be cleared; implies --strict.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
def command(
    scenarios: tuple[str, ...],
    form: Literal["text", "json", "sarif", "github"],
    texts: tuple[str, ...],
    audience: str,
    lang: str,
    require_texts: bool,
    release: bool,
    strict: bool,
) -> None:
    """Report every problem at once, with file, line, column, the line itself, and how to fix it.

    SCENARIO is a scenario's folder or its scenario.yaml; a folder of scenarios means all of them. Inside a scenario's
    folder it can be left out. Nothing is written.

    With --release, the check also reports drafts, unfinished texts, statements without evidence, ratings that are
    missing, and quotes that are not recorded; waivers and positions that no source states are listed to be confirmed.
    """
    world, named = World.here(), [Path(folder) for folder in texts]
    files, diagnostics = targets(world, scenarios)
    with Progress(len(files)) as progress:
        for file in files:
            progress.begin(world.printed(file.parent))
            diagnostics += check(world, file, named, require_texts, audience, lang, release)[1]
    if form == "json":
        from briefgen.cli.output import json_dumps

        click.echo(json_dumps(diagnostics))
    elif form == "sarif":
        from briefgen.cli.annotations import sarif_dumps

        click.echo(sarif_dumps(diagnostics))
    elif form == "github":
        for line in workflow_commands(diagnostics):
            click.echo(line)
    else:
        show(diagnostics)
        click.echo(
            f"{len(files)} scenario{'s' if len(files) != 1 else ''}: {diagnostics_summary(diagnostics)}.",
            err=bool(diagnostics),
        )
    sys.exit(exit_code(diagnostics, strict or release))
