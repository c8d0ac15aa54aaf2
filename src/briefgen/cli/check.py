"""`briefgen check`, `explain` and `doctor`."""

import sys
from pathlib import Path
from typing import Literal

import click

from briefgen.cli.arguments import audiences, codes, language_code, languages, scenario_arguments, texts_option
from briefgen.cli.output import Progress, Table, as_json, diagnostics_summary, exit_code, for_terminal, json_dumps, show
from briefgen.commands.options import scenario_files
from briefgen.core.report import Report
from briefgen.io.filesystem import World


@click.command("check")
@scenario_arguments
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "sarif", "github"]), default="text", help="Output format."
)
@texts_option
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
def check_command(
    scenarios: tuple[str, ...],
    form: Literal["text", "json", "sarif", "github"],
    texts: tuple[Path, ...],
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
    from briefgen.commands.check import check  # 130 ms

    world, report = World.here(), Report()
    files = scenario_files(report, world, scenarios)
    with Progress(len(files)) as progress:
        for file in files:
            progress.begin(world.printed(file.parent))
            check(report, world, file, texts, require_texts, audience, lang, release)
    match form:
        case "json":
            click.echo(json_dumps(report))
        case "sarif" | "github":
            from briefgen.cli.annotations import sarif_dumps, workflow_commands  # 5 ms, after the line above

            lines = [sarif_dumps(report)] if form == "sarif" else workflow_commands(report)
            for line in lines:
                click.echo(line)
        case "text":
            show(report)
            number = f"{len(files)} scenario{'s' if len(files) != 1 else ''}"
            click.echo(f"{number}: {diagnostics_summary(report)}.", err=bool(report))
    sys.exit(exit_code(report, strict or release))


@click.command("explain")
@click.argument("code", shell_complete=codes)
def explain_command(code: str) -> None:
    """Explain a diagnostic code: what it means, an example, how to fix it."""
    from briefgen.commands.explain import explain  # 75 ms

    report = Report()
    page = explain(report, code)
    show(report)
    if page is None:
        sys.exit(2)
    click.echo(page)


@click.command("doctor")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Output format.")
def doctor_command(form: Literal["text", "json"]) -> None:
    """Show what is installed: versions, fonts, and the other programs that briefgen can use.

    Paste this into a bug report. It names no file of yours, and nothing secret. Exit code 1 means that something which
    briefgen needs is missing or damaged.
    """
    from briefgen.commands.doctor import installed  # 30 ms

    components = installed()
    if form == "json":
        click.echo(as_json({each.name: {"found": each.found, "ok": each.ok, "note": each.note} for each in components}))
    else:
        table = Table((each.name, each.found, each.note) for each in components)
        for line in for_terminal(table.lines()):
            click.echo(line)
    sys.exit(int(not all(each.ok for each in components)))
