"""`briefgen analyse`."""

import sys

import click

from briefgen.cli.completing import audiences, folders, languages
from briefgen.cli.scenario_argument import scenario_arguments


@click.command("analyse")
@scenario_arguments
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, for programs.")
@click.option(
    "--audience", default="", metavar="NAME", shell_complete=audiences,
    help="The readers whom it is for: what is marked above them is left out.",
)  # fmt: skip
@click.option(
    "--lang",
    default="",
    metavar="CODE",
    shell_complete=languages,
    help="Language of names and words.  [default: the scenario's]",
)
@click.option("--seed", type=click.IntRange(0, 2**32), default=1, show_default=True, help="Where chance begins.")
@click.option(
    "--samples", type=click.IntRange(100, 1_000_000), metavar="N",
    help="Cases drawn for the rank acceptabilities; 10,000, or fewer where there is much to compare.",
)  # fmt: skip
@click.option(
    "--texts", multiple=True, metavar="DIR", shell_complete=folders,
    help="A folder with texts of sources; may be given more than once.",
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
    """Compare the options of scenarios, as far as the evidence carries it.

    Coverage, screening, what scores are worth, score intervals, preferences, switching weights and rank
    acceptabilities, and the verdict in words. docs/analysis.md says what each of them means. With --audience all of it
    is worked out from what these readers may see, and the standard output holds nothing else.
    """
    from pathlib import Path

    from briefgen.cli.outcome import exit_code
    from briefgen.cli.text import show
    from briefgen.locale import load as load_locale
    from briefgen.verbs.analyse import Analysed, analyse
    from briefgen.verbs.targets import targets
    from briefgen.world import World

    world = World.here()
    files, diagnostics = targets(world, scenarios)
    analysed: list[Analysed] = []
    for file in files:
        made, found = analyse(world, file, [Path(folder) for folder in texts], seed, samples, audience)
        diagnostics += found
        if audience and made:
            from briefgen.cli.last_look import looked_through_analysis  # an analysis of the whole has no need of it

            leaks = looked_through_analysis(made, as_json, lang)
            diagnostics += leaks
            made = None if leaks else made
        analysed += [made] if made else []
    if as_json:
        from briefgen.cli.comparison_json import dumps

        if audience:
            show(diagnostics)  # they may name what is withheld
        click.echo(dumps(analysed, None if audience else diagnostics, lang))
    else:
        from briefgen.cli.comparison_text import lines

        show(diagnostics)
        for number, each in enumerate(analysed):
            spoken = lang or each.loaded.scenario.language
            click.echo("\n" * bool(number) + "\n".join(lines(each, load_locale(spoken), spoken)))
    sys.exit(exit_code(diagnostics))
