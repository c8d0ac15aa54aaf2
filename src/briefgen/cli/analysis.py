"""`briefgen trace` and `analyse`."""

import sys
from pathlib import Path
from typing import Literal

import click

from briefgen.cli.arguments import audience_option, output_language_option, scenario_arguments, texts_option
from briefgen.cli.output import exit_code, show
from briefgen.commands.options import scenario_files
from briefgen.core.report import Report
from briefgen.io.filesystem import World


@click.command("trace")
@scenario_arguments
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", help="Output format.")
@click.option("--holes", is_flag=True, help="Only statements without evidence, and what else is missing.")
@audience_option
@output_language_option
@texts_option
def trace_command(
    scenarios: tuple[str, ...],
    form: Literal["table", "csv", "json"],
    holes: bool,
    audience: str,
    lang: str,
    texts: tuple[Path, ...],
) -> None:
    """Show what each sentence is based on: its fact, the passage, the source, and whether the quote is verified.

    It also shows what is missing: a sentence that cites nothing, a fact without a passage, a quote that is not found,
    an empty rating, a position that no source states. With --audience, standard output contains nothing that is
    withheld from this audience; messages for the author go to standard error.
    """
    from briefgen.cli.trace_output import leaks_of_trace, trace_as_json, trace_lines, trace_table  # 205 ms
    from briefgen.commands.trace import trace_scenario  # 0 ms, after the line above

    world, report = World.here(), Report()
    traced = []
    for file in scenario_files(report, world, scenarios):
        made = trace_scenario(report, world, file, lang, texts, audience)
        if made is None:
            continue
        made = made.holes() if holes else made
        leaks = leaks_of_trace(made, form)
        report.extend(leaks)
        traced += [] if leaks else [made]
    match form:
        case "json":
            if audience:
                show(report)  # on standard error: the messages may name what is withheld
            click.echo(trace_as_json(traced, None if audience else report))
        case "csv":
            show(report.errors)
            click.echo(trace_table(traced).csv().encode(), nl=False)  # bytes: Windows would write CR CR LF for CRLF
        case "table":
            show(report.errors)
            for number, each in enumerate(traced):
                click.echo("\n" * bool(number) + "\n".join(trace_lines(each)))
    sys.exit(exit_code(report))


@click.command("analyse")
@scenario_arguments
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, for programs.")
@audience_option
@output_language_option
@click.option("--seed", type=click.IntRange(0, 2**32), default=1, show_default=True, help="Random seed.")
@click.option(
    "--samples", type=click.IntRange(100, 1_000_000), metavar="N",
    help="Random cases for the rank acceptabilities.  [default: 10,000, fewer for large comparisons]",
)  # fmt: skip
@texts_option
def analyse_command(
    scenarios: tuple[str, ...],
    as_json: bool,
    audience: str,
    lang: str,
    seed: int,
    samples: int | None,
    texts: tuple[Path, ...],
) -> None:
    """Compare the options, as far as the evidence allows.

    Prints coverage, screening, score values and intervals, preferences, switching weights, rank acceptabilities and a
    summary in words; docs/analysis.md explains each. With --audience, everything is calculated from what this audience
    may see, and standard output contains nothing else.
    """
    from briefgen.cli.analysis_output import analysis_as_json, analysis_lines, leaks_of_analysis  # 210 ms
    from briefgen.commands.analyse import analyse  # 0 ms, after the line above

    world, report = World.here(), Report()
    analysed = []
    for file in scenario_files(report, world, scenarios):
        made = analyse(report, world, file, texts, seed, samples, audience, lang)
        if made is None:
            continue
        leaks = leaks_of_analysis(made, as_json)
        report.extend(leaks)
        analysed += [] if leaks else [made]
    if as_json:
        if audience:
            show(report)  # on standard error: the messages may name what is withheld
        click.echo(analysis_as_json(analysed, None if audience else report))
    else:
        show(report)
        for number, each in enumerate(analysed):
            click.echo("\n" * bool(number) + "\n".join(analysis_lines(each)))
    sys.exit(exit_code(report))
