"""`briefgen analyse`."""

import sys
from pathlib import Path

import click

from briefgen.cli import comparison_json, comparison_text
from briefgen.cli.completing import audiences, folders, languages
from briefgen.cli.language import language_code
from briefgen.cli.last_look import looked_through_analysis
from briefgen.cli.outcome import exit_code
from briefgen.cli.scenario_argument import scenario_arguments
from briefgen.cli.text import show
from briefgen.locale import load as load_locale
from briefgen.verbs.analyse import Analysed, analyse
from briefgen.verbs.targets import targets
from briefgen.world import World


@click.command("analyse")
@scenario_arguments
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, for programs.")
@click.option(
    "--audience", default="", metavar="NAME", shell_complete=audiences,
    help="Audience; anything above its marking is left out.",
)  # fmt: skip
@click.option(
    "--lang",
    default="",
    metavar="CODE",
    shell_complete=languages,
    callback=language_code,
    help="Output language.  [default: the scenario's]",
)
@click.option("--seed", type=click.IntRange(0, 2**32), default=1, show_default=True, help="Random seed.")
@click.option(
    "--samples", type=click.IntRange(100, 1_000_000), metavar="N",
    help="Random cases for the rank acceptabilities.  [default: 10,000, fewer for large comparisons]",
)  # fmt: skip
@click.option(
    "--texts", multiple=True, metavar="DIR", shell_complete=folders,
    help="A folder with texts of sources; may be repeated.",
)  # fmt: skip
def command(
    scenarios: tuple[str, ...],
    as_json: bool,
    audience: str,
    lang: str,
    seed: int,
    samples: int | None,
    texts: tuple[str, ...],
) -> None:
    """Compare the options, as far as the evidence allows.

    Prints coverage, screening, score values and intervals, preferences, switching weights, rank acceptabilities and a
    summary in words; docs/analysis.md explains each. With --audience, everything is calculated from what this audience
    may see, and standard output contains nothing else.
    """
    world = World.here()
    files, diagnostics = targets(world, scenarios)
    analysed: list[Analysed] = []
    for file in files:
        made, found = analyse(world, file, [Path(folder) for folder in texts], seed, samples, audience, lang)
        diagnostics += found
        if audience and made:
            leaks = looked_through_analysis(made, as_json, lang)
            diagnostics += leaks
            made = None if leaks else made
        analysed += [made] if made else []
    if as_json:
        if audience:
            show(diagnostics)  # they may name what is withheld
        click.echo(comparison_json.dumps(analysed, None if audience else diagnostics, lang))
    else:
        show(diagnostics)
        for number, each in enumerate(analysed):
            spoken = lang or each.loaded.scenario.language
            click.echo("\n" * bool(number) + "\n".join(comparison_text.lines(each, load_locale(spoken), spoken)))
    sys.exit(exit_code(diagnostics))
