"""`briefgen quote`."""

import sys

import click

from briefgen.cli.completing import folders
from briefgen.cli.completing import scenarios as known_scenarios

UNDER_EVIDENCE = "    "
"""Where an entry belongs below the `evidence:` of a fact, in a file of facts and in `scenario.yaml` alike."""


@click.command("quote")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.argument("scenario", metavar="SCENARIO", shell_complete=known_scenarios)
@click.option(
    "--texts", multiple=True, metavar="DIR", shell_complete=folders,
    help="A folder with texts of sources; may be repeated.",
)  # fmt: skip
def command(words: tuple[str, ...], scenario: str, texts: tuple[str, ...]) -> None:
    """Find passages by their words, and print the evidence entry for each, ready to paste below `evidence:`.

    The passages that have the words as given come first, then those that have them near each other.
    """
    from pathlib import Path
    from textwrap import indent

    from briefgen.cli.outcome import exit_code
    from briefgen.cli.text import show
    from briefgen.verbs.quote import quote
    from briefgen.verbs.targets import targets
    from briefgen.world import World
    from briefgen.world.names import printable

    world = World.here()
    files, diagnostics = targets(world, (scenario,))
    for file in files:
        hits, found = quote(world, " ".join(words), file, [Path(folder) for folder in texts])
        diagnostics += found
        for hit in hits:
            where = hit.where if " " in hit.where else f"page {hit.where}"
            context = " ".join(f"…{hit.before}[{hit.quote}]{hit.after}…".split())
            note = "# Too short as it stands: quote the whole passage that says it.\n" if hit.short else ""
            entry = f"# {hit.source}, {where}: {printable(context)}\n{note}{hit.entry}"
            click.echo(indent(entry, UNDER_EVIDENCE))
    show(diagnostics)
    sys.exit(exit_code(diagnostics))
