"""`briefgen source`."""

import sys
from pathlib import Path
from textwrap import indent

import click

from briefgen.cli.arguments import files, folders, scenarios
from briefgen.cli.output import show
from briefgen.commands.sources import source_add
from briefgen.io.filesystem import World


@click.group("source")
def command() -> None:
    """Register the documents that evidence comes from."""


@command.command("add")
@click.argument("file", metavar="FILE", shell_complete=files)
@click.argument("scenario", metavar="[SCENARIO]", default="", shell_complete=scenarios)
@click.option("--id", "name", default="", metavar="ID", help="The id of the source.  [default: from the file's name]")
@click.option(
    "--texts", default="", metavar="DIR", shell_complete=folders,
    help="Where to write the text.  [default: texts/ in the scenario]",
)  # fmt: skip
@click.option("--print", "dry", is_flag=True, help="Print the entry for the list of sources, and write nothing.")
def add(file: str, scenario: str, name: str, texts: str, dry: bool) -> None:
    """Register FILE (TXT, Markdown, HTML, PDF or DOCX) as a source of SCENARIO.

    The text is written to texts/ID.txt, with a form feed after each page, and an entry is added to the list of sources,
    in the file in which the scenario keeps it. SCENARIO may be left out inside its folder, or if FILE is in it.
    """
    world = World.here()
    added, diagnostics = source_add(world, Path(file), scenario, name, Path(texts) if texts else None, dry=dry)
    show(diagnostics)
    if added is None:
        sys.exit(2)
    if dry:
        click.echo(added.entry, nl=False)
    for path in added.written:
        click.echo(world.printed(path))
    if added.known:
        click.echo(f"{world.printed(Path(file))} is registered already, as `{added.id}`.", err=True)
    for note in added.notes:
        click.echo(note, err=True)
    if added.lines:
        click.echo(f"This is the text of the source `{added.id}`. Write in its entry:", err=True)
        click.echo(indent(added.lines, "  "), err=True, nl=False)
    elif added.written and not added.known:
        pages = f" ({added.pages} page{'s' if added.pages != 1 else ''})" if added.pages else ""
        click.echo(f"Registered as `{added.id}`{pages}. Read through its entry, and complete it.", err=True)
        click.echo("If the text may not be passed on, keep it out of version control.", err=True)
        folder = world.printed(added.scenario.parent)
        click.echo(f"Next: briefgen quote WORDS {folder} --add FACT-ID", err=True)
