"""`briefgen source`, `quote` and `lock`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING

import click

from briefgen.cli.arguments import files, folders, scenario_arguments, scenarios, texts_option
from briefgen.cli.output import exit_code, show
from briefgen.commands.options import scenario_file, scenario_files
from briefgen.core.report import Report
from briefgen.io.filesystem import World
from briefgen.io.names import printable

if TYPE_CHECKING:
    from briefgen.commands.sources import Hit, Recorded

UNDER_EVIDENCE = "    "
"""The indentation of an entry below the `evidence:` of a fact, in a file of facts and in `scenario.yaml` alike."""


@click.group("source")
def source_command() -> None:
    """Register the documents that evidence comes from."""


@source_command.command("add")
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
    from briefgen.commands.sources import source_add  # 60 ms

    world, report = World.here(), Report()
    added = source_add(report, world, Path(file), scenario, name, Path(texts) if texts else None, dry=dry)
    show(report)
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


@click.command("quote")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.argument("scenario", metavar="SCENARIO", shell_complete=scenarios)
@click.option("--add", "fact", default="", metavar="FACT-ID", help="Add the passage to this fact, new or not.")
@click.option(
    "--statement", default="", metavar="TEXT",
    help="With --add: what the new fact states, in your words.  [default: the passage itself]",
)  # fmt: skip
@click.option(
    "--pick", type=click.IntRange(1), default=None, metavar="N", help="With --add: which of several passages."
)
@texts_option
def quote_command(
    words: tuple[str, ...], scenario: str, fact: str, statement: str, pick: int | None, texts: tuple[Path, ...]
) -> None:
    """Find sentences by their words, and print the evidence entry for each, ready to paste below `evidence:`.

    Sentences that have the words as given come first, then those that have them near each other. With --add, the fact
    is added to the scenario.
    """
    from briefgen.commands.sources import add_quote, quote  # 60 ms

    world, report = World.here(), Report()
    if fact:
        one = scenario_file(report, world, scenario)
        found = [one] if one else []
    else:
        if statement or pick:
            raise click.UsageError("--statement and --pick go with --add FACT-ID.")
        found = scenario_files(report, world, (scenario,))
    hits = [hit for file in found for hit in quote(report, world, " ".join(words), file, texts)]
    recorded = add_quote(report, world, found[0], hits, fact, statement, pick or 0) if hits and fact else None
    if not recorded:
        _show_hits(hits)
    show(report)
    if recorded:
        _show_recorded(world, fact, recorded, hits[(pick or 1) - 1])
    sys.exit(exit_code(report))


def _show_hits(hits: Sequence["Hit"]) -> None:
    for number, hit in enumerate(hits, 1):
        where = f"page {hit.page}" if hit.page.isdigit() else hit.page
        count = f"{number}. " if len(hits) > 1 else ""
        click.echo(indent(printable(f"# {count}{hit.source}, {where}") + f"\n{hit.entry}", UNDER_EVIDENCE))


def _show_recorded(world: World, fact: str, recorded: "Recorded", hit: "Hit") -> None:
    file = world.printed(recorded.file)
    if recorded.known:
        click.echo(f"The fact `{fact}` has this passage already: {file}", err=True)
    else:
        click.echo(file)
        done = "Added" if recorded.is_new else "Added to"
        click.echo(f"{done} the fact `{fact}`: {printable(hit.quote)}", err=True)
    if recorded.statement:
        click.echo("Its statement is the passage word for word: put it in your own words.", err=True)


@click.command("lock")
@scenario_arguments
@texts_option
def lock_command(scenarios: tuple[str, ...], texts: tuple[Path, ...]) -> None:
    """Verify all quotes against the texts of their sources, and record the result in evidence.lock.

    With this record, the quotes count as verified on machines that do not have the texts. It contains none of
    their words.
    """
    from briefgen.commands.lock import lock  # 80 ms

    world, report = World.here(), Report()
    found = scenario_files(report, world, scenarios)
    show(report)
    for file in found:
        of_file = Report()
        written = lock(of_file, world, file, texts)
        show(of_file)
        report.extend(of_file)
        if written:
            click.echo(world.printed(written))
    sys.exit(exit_code(report))
