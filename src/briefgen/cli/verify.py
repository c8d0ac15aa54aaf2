"""`briefgen verify`."""

import sys
from pathlib import Path
from typing import Literal

import click

from briefgen.cli.completing import files, folders
from briefgen.cli.completing import scenarios as known_scenarios
from briefgen.cli.outcome import exit_code
from briefgen.cli.text import show
from briefgen.cli.verified_json import dumps
from briefgen.cli.verified_text import lines
from briefgen.verbs.targets import targets
from briefgen.verbs.verify import verify_brief
from briefgen.world import World


@click.command("verify")
@click.argument("brief", metavar="BRIEF.pdf", shell_complete=files)
@click.option(
    "--scenario", default="", metavar="DIR", shell_complete=known_scenarios,
    help="The scenario as it is today, to see what changed since.",
)  # fmt: skip
@click.option(
    "--texts", multiple=True, metavar="DIR", shell_complete=folders,
    help="A folder with texts of sources; may be repeated.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Output format.")
def command(brief: str, scenario: str, texts: tuple[str, ...], form: Literal["text", "json"]) -> None:
    """Check that a PDF still matches its source files, and that its quotes are still in the sources.

    The brief is rendered again from the files attached to it, and compared. Its quotes are looked up in the texts that
    you name, or in the scenario as it is today. Nothing is written.
    """
    world = World.here()
    found, diagnostics = targets(world, (scenario,)) if scenario else ([], [])
    verified = None
    if not diagnostics:
        named = [Path(folder) for folder in texts]
        verified, diagnostics = verify_brief(world, Path(brief), found[0] if found else None, named)
    if form == "json":
        click.echo(dumps(verified, diagnostics))
    else:
        show(diagnostics)
        for line in lines(verified) if verified else ():
            click.echo(line)
    sys.exit(exit_code(diagnostics))
