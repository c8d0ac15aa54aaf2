"""`briefgen source`."""

import sys

import click

from briefgen.cli.completing import files, folders, scenarios


@click.group("source")
def command() -> None:
    """Add the documents that evidence comes from."""


@command.command("add")
@click.argument("file", metavar="FILE", shell_complete=files)
@click.option(
    "--scenario", default=".", metavar="DIR", shell_complete=scenarios,
    help="The scenario to add it to.  [default: this folder]",
)  # fmt: skip
@click.option(
    "--id", "name", default="", metavar="ID", help="Its id in the list of sources.  [default: from the file's name]"
)
@click.option(
    "--texts", default="", metavar="DIR", shell_complete=folders,
    help="Where to write the text.  [default: texts/ in the scenario]",
)  # fmt: skip
def add(file: str, scenario: str, name: str, texts: str) -> None:
    """Take the text out of FILE (TXT, Markdown, HTML, PDF or DOCX), and print its entry for the register of sources.

    The text is written as texts/ID.txt, with a form feed between pages. The entry is for you to look through and to put
    into the list of sources.
    """
    from pathlib import Path

    from briefgen.cli.text import show
    from briefgen.scenario.read import SCENARIO
    from briefgen.verbs.source_add import source_add
    from briefgen.world import World

    world = World.here()
    place = Path(scenario)
    place = place if place.suffix in (".yaml", ".yml") else place / SCENARIO
    added, diagnostics = source_add(world, Path(file), place, name, Path(texts) if texts else None)
    show(diagnostics)
    if added is None:
        sys.exit(2)
    click.echo(added.entry, nl=False)
    pages = f", {added.pages} page{'s' if added.pages != 1 else ''}" if added.pages else ""
    click.echo(f"Text: {world.printed(added.text)}{pages}.", err=True)
    for note in added.notes:
        click.echo(note, err=True)
    click.echo(
        "If it may not be passed on, keep the text out of version control, or in a folder of its own (--texts DIR).",
        err=True,
    )
