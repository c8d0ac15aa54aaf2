"""`briefgen trace`."""

import sys
from typing import Literal

import click

from briefgen.cli.completing import audiences, folders, languages
from briefgen.cli.language import language_code
from briefgen.cli.scenario_argument import scenario_arguments


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
    from pathlib import Path

    from briefgen.cli.outcome import exit_code
    from briefgen.cli.text import show
    from briefgen.locale import load as load_locale
    from briefgen.verbs.targets import targets
    from briefgen.verbs.trace import Traced, trace_scenario
    from briefgen.world import World

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
            from briefgen.cli.last_look import looked_through_trace  # only for an audience

            leaks = looked_through_trace(made, form)
            diagnostics += leaks
            made = None if leaks else made
        traced += [made] if made else []
    match form:
        case "json":
            from briefgen.cli.trace_json import dumps

            if audience:
                show(diagnostics)  # they may name what is withheld
            click.echo(dumps(traced, None if audience else diagnostics))
        case "csv":
            from briefgen.cli.trace_csv import dumps as rows

            show(each for each in diagnostics if each.severity == "error")
            click.echo(rows(traced).encode(), nl=False)  # bytes: Windows would make CR CR LF of CRLF
        case _:
            from briefgen.cli.trace_text import lines

            show(each for each in diagnostics if each.severity == "error")
            for number, each in enumerate(traced):
                click.echo("\n" * bool(number) + "\n".join(lines(each, load_locale(each.lang))))
    sys.exit(exit_code(diagnostics))
