"""`briefgen translations`."""

import sys
from pathlib import Path

import click

from briefgen.cli.arguments import audiences, files, folders, language_code, languages, scenarios
from briefgen.cli.output import exit_code, show
from briefgen.commands.options import scenario_file
from briefgen.core.report import Report
from briefgen.io.filesystem import World


@click.group("translations")
def translations_command() -> None:
    """Export texts for a translator, and import the translation."""


@translations_command.command("export")
@click.argument("scenario", metavar="SCENARIO", shell_complete=scenarios)
@click.option(
    "--lang",
    required=True,
    metavar="CODE",
    shell_complete=languages,
    callback=language_code,
    help="The language to translate into.",
)
@click.option(
    "--out",
    default="",
    metavar="FILE",
    shell_complete=files,
    help="Output file.  [default: NAME-CODE.xlf in this folder]",
)
@click.option(
    "--audience", default="", metavar="NAME", shell_complete=audiences,
    help="The audience the translator belongs to; anything above its marking is left out.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Overwrite a file that was changed.")
def export_command(scenario: str, lang: str, out: str, audience: str, force: bool) -> None:
    """Write all texts of SCENARIO as XLIFF 1.2 for a translation tool, with existing translations.

    Citations, spans and links are codes that the tool keeps as they are. With --audience, the file contains nothing
    that is withheld from this audience, and importing it leaves withheld text as it is.
    """
    from briefgen.commands.translations import export  # 195 ms

    world, report = World.here(), Report()
    file = scenario_file(report, world, scenario)
    made = None
    if file:
        made, found = export(world, file, lang, Path(out) if out else None, force, audience)
        report.extend(found)
    show(each for each in report if not audience or each.severity != "info")
    if made is None:
        sys.exit(2)
    click.echo(world.printed(made.path))
    left = f" {made.withheld} more are withheld from `{audience}`, whole or in part." if made.withheld else ""
    click.echo(f"{made.units} texts, {made.translated} of them translated.{left}", err=True)


@translations_command.command("import")
@click.argument("xliff", metavar="FILE.xlf", shell_complete=files)
@click.argument("scenario", metavar="SCENARIO", shell_complete=scenarios)
@click.option(
    "--texts", multiple=True, metavar="DIR", shell_complete=folders,
    help="A folder with texts of sources, for the check; may be repeated.",
)  # fmt: skip
def import_command(xliff: str, scenario: str, texts: tuple[str, ...]) -> None:
    """Write the translations in FILE.xlf into SCENARIO, next to the original texts, and check it.

    A text that lost a citation, or whose original has changed since, is reported and not written. Exit code 1 means
    that there is such a text, or that the check found an error.
    """
    from briefgen.commands.check import check  # 130 ms
    from briefgen.commands.translations import bring_back  # 65 ms, after the line above

    world, report = World.here(), Report()
    file = scenario_file(report, world, scenario)
    made = None
    if file:
        made, found = bring_back(world, Path(xliff), file)
        report.extend(found)
    if file is None or made is None:
        show(report)
        sys.exit(2)
    check(report, world, file, [Path(each) for each in texts])
    show(report)
    for path in made.files:
        click.echo(world.printed(path))
    click.echo(
        f"{made.written} texts written in `{made.lang}`, {made.same} unchanged, {made.untranslated} not translated.",
        err=True,
    )
    sys.exit(exit_code(report))
