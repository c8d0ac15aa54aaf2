"""`briefgen quote`."""

import sys
from pathlib import Path
from textwrap import indent

import click

from briefgen.cli.arguments import folders
from briefgen.cli.arguments import scenarios as known_scenarios
from briefgen.cli.output import exit_code, show
from briefgen.commands.options import one_target, targets
from briefgen.commands.sources import add_quote, quote
from briefgen.io.filesystem import World
from briefgen.io.names import printable

UNDER_EVIDENCE = "    "
"""The indentation of an entry below the `evidence:` of a fact, in a file of facts and in `scenario.yaml` alike."""


@click.command("quote")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.argument("scenario", metavar="SCENARIO", shell_complete=known_scenarios)
@click.option("--add", "fact", default="", metavar="FACT-ID", help="Add the passage to this fact, new or not.")
@click.option(
    "--statement", default="", metavar="TEXT",
    help="With --add: what the new fact states, in your words.  [default: the passage itself]",
)  # fmt: skip
@click.option(
    "--pick", type=click.IntRange(1), default=None, metavar="N", help="With --add: which of several passages."
)
@click.option(
    "--texts", multiple=True, metavar="DIR", shell_complete=folders,
    help="A folder with texts of sources; may be repeated.",
)  # fmt: skip
def command(
    words: tuple[str, ...], scenario: str, fact: str, statement: str, pick: int | None, texts: tuple[str, ...]
) -> None:
    """Find sentences by their words, and print the evidence entry for each, ready to paste below `evidence:`.

    Sentences that have the words as given come first, then those that have them near each other. With --add, the fact
    is added to the scenario.
    """
    world = World.here()
    if fact:
        one, diagnostics = one_target(world, scenario)
        files = [one] if one else []
    else:
        if statement or pick:
            raise click.UsageError("--statement and --pick go with --add FACT-ID.")
        files, diagnostics = targets(world, (scenario,))
    hits = []
    for file in files:
        found, faults = quote(world, " ".join(words), file, [Path(folder) for folder in texts])
        hits += found
        diagnostics += faults
    if hits and fact:
        recorded, faults = add_quote(world, files[0], hits, fact, statement, pick or 0)
        diagnostics += faults
    else:
        recorded = None
    if hits and not recorded:
        for number, hit in enumerate(hits, 1):
            where = f"page {hit.page}" if hit.page.isdigit() else hit.page
            count = f"{number}. " if len(hits) > 1 else ""
            click.echo(indent(printable(f"# {count}{hit.source}, {where}") + f"\n{hit.entry}", UNDER_EVIDENCE))
    show(diagnostics)
    if recorded:
        file_name = world.printed(recorded.file)
        if recorded.known:
            click.echo(f"The fact `{fact}` has this passage already: {file_name}", err=True)
        else:
            click.echo(file_name)
            done = "Added" if recorded.is_new else "Added to"
            click.echo(f"{done} the fact `{fact}`: {printable(hits[(pick or 1) - 1].quote)}", err=True)
        if recorded.statement:
            click.echo("Its statement is the passage word for word: put it in your own words.", err=True)
    sys.exit(exit_code(diagnostics))
