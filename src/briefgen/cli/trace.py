"""`briefgen trace`."""

import sys
from pathlib import Path
from typing import Literal

import click

from briefgen.cli import trace_csv, trace_json, trace_text
from briefgen.cli.completing import audiences, folders, languages
from briefgen.cli.language import language_code
from briefgen.cli.last_look import looked_through_trace
from briefgen.cli.outcome import exit_code
from briefgen.cli.scenario_argument import scenario_arguments
from briefgen.cli.text import show
from briefgen.locale import load as load_locale
from briefgen.verbs.targets import targets
from briefgen.verbs.trace import Traced, trace_scenario
from briefgen.world import World


@click.command("trace")
@scenario_arguments
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", help="Output format.")
@click.option("--holes", is_flag=True, help="Only statements without evidence, and what else is missing.")
@click.option(
    "--audience", default="", metavar="NAME", shell_complete=audiences,
    help="Audience; anything above its marking is left out.",
)  # fmt: skip
@click.option(
    "--lang", default="", metavar="CODE", shell_complete=languages, callback=language_code,
    help="Output language.  [default: the scenario's]",
)  # fmt: skip
@click.option(
    "--texts", multiple=True, metavar="DIR", shell_complete=folders,
    help="A folder with texts of sources; may be repeated.",
)  # fmt: skip
def command(
    scenarios: tuple[str, ...],
    form: Literal["table", "csv", "json"],
    holes: bool,
    audience: str,
    lang: str,
    texts: tuple[str, ...],
) -> None:
    """Show what each sentence is based on: its fact, the passage, the source, and whether the quote is verified.

    It also shows what is missing: a sentence that cites nothing, a fact without a passage, a quote that is not found,
    an empty rating, a position that no source states. With --audience, standard output contains nothing that is
    withheld from this audience; messages for the author go to standard error.
    """
    world = World.here()
    files, diagnostics = targets(world, scenarios)
    traced: list[Traced] = []
    for file in files:
        made, found = trace_scenario(world, file, lang, [Path(folder) for folder in texts], audience)
        diagnostics += found
        if made is None:
            continue
        made = made.hanging() if holes else made
        if audience:
            leaks = looked_through_trace(made, form)
            diagnostics += leaks
            made = None if leaks else made
        traced += [made] if made else []
    match form:
        case "json":
            if audience:
                show(diagnostics)  # they may name what is withheld
            click.echo(trace_json.dumps(traced, None if audience else diagnostics))
        case "csv":
            show(each for each in diagnostics if each.severity == "error")
            click.echo(trace_csv.dumps(traced).encode(), nl=False)  # bytes: Windows would make CR CR LF of CRLF
        case _:
            show(each for each in diagnostics if each.severity == "error")
            for number, each in enumerate(traced):
                click.echo("\n" * bool(number) + "\n".join(trace_text.lines(each, load_locale(each.lang))))
    sys.exit(exit_code(diagnostics))
