"""`briefgen review`."""

import sys
from typing import Literal

import click

from briefgen.cli.completing import files
from briefgen.cli.completing import scenarios as known_scenarios


@click.command("review")
@click.argument("edited", nargs=-1, required=True, metavar="EDITED.docx...", shell_complete=files)
@click.option(
    "--scenario", required=True, metavar="DIR", shell_complete=known_scenarios,
    help="The scenario that the brief was made from.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to tell it.")
def command(edited: tuple[str, ...], scenario: str, form: Literal["text", "json"]) -> None:
    """Tell what reviewers changed in Word, each edit at its place in the scenario.

    EDITED.docx is a brief that `render --review` wrote, as it came back; several of the same brief are brought
    together. Nothing is written. Exit code 1 means that something was found.
    """
    from pathlib import Path

    from briefgen.verbs.review import review_files
    from briefgen.verbs.targets import one_target
    from briefgen.world import World

    world = World.here()
    file, diagnostics = one_target(world, scenario)
    reviews = None
    if file:
        reviews, diagnostics = review_files(world, [Path(name) for name in edited], file)
    if form == "json":
        from briefgen.cli.reviewed_json import dumps

        click.echo(dumps(reviews, diagnostics))
    else:
        from briefgen.cli.reviewed_text import lines, summary
        from briefgen.cli.text import show

        show(diagnostics)
        if reviews:
            for line in lines(reviews):
                click.echo(line)
            click.echo(summary(reviews), err=bool(reviews.found))
    sys.exit(2 if reviews is None else int(bool(reviews.found)))
