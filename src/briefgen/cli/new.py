"""`briefgen new`."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from briefgen.verbs.wishes import Wishes
    from briefgen.world import World


@click.command("new")
@click.argument("folder", metavar="DIR")
@click.option("--question", default="", metavar="TEXT", help="The decision sought, as one question.")
@click.option("--title", default="", metavar="TEXT", help="What the paper is called.  [default: the question]")
@click.option("--decision-maker", default="", metavar="TEXT", help="Who decides.")
@click.option(
    "--option", "options", multiple=True, metavar="TEXT",
    help="The name of an option; once for each, first the one to go on as today.",
)  # fmt: skip
@click.option("--language", "--lang", default="", metavar="CODE", help="The language that it is written in.")
@click.option("--as-of", default="", metavar="DATE", help="How far the evidence reaches: 2026-01-31.")
@click.option("--yes", "-y", is_flag=True, help="Ask nothing.")
def command(
    folder: str,
    question: str,
    title: str,
    decision_maker: str,
    options: tuple[str, ...],
    language: str,
    as_of: str,
    yes: bool,
) -> None:
    """Begin a scenario that renders at once.

    With nothing said of the decision, it is a commented example. Otherwise it is an outline of your own, with commented
    lines for the rest. On a terminal you are asked for what the options do not say.
    """
    from pathlib import Path

    from briefgen.cli.text import show
    from briefgen.verbs.new import new
    from briefgen.verbs.wishes import Wishes
    from briefgen.world import World

    world = World.here()
    wishes = Wishes(question, title, decision_maker, options, language, as_of)
    if not yes and sys.stdin.isatty() and sys.stdout.isatty():
        wishes = _asked(world, wishes)
    written, diagnostics = new(world, Path(folder), wishes)
    show(diagnostics)
    if diagnostics:
        sys.exit(2)
    for path in written:
        click.echo(world.printed(path))
    click.echo(f"Next: briefgen render {world.printed(Path(folder))}", err=True)


def _asked(world: "World", given: "Wishes") -> "Wishes":
    """The wishes, with the answers of the person at the terminal. What is offered is that of the example, until
    something of the person's own is known."""
    from briefgen.scenario.reading.language_codes import is_language
    from briefgen.verbs.new import example
    from briefgen.verbs.wishes import Wishes, filled, is_day

    click.echo("Enter takes what stands in brackets. Everything can be changed later, in any editor.", err=True)
    offered = example(world)
    question = given.question or _ask("The question to decide", offered.question)
    if given != Wishes() or question != offered.question:
        offered = filled(Wishes(question=question), world.today())
    decision_maker = given.decision_maker or _ask("Who decides", offered.decision_maker)
    options = given.options or _ask(
        "Options, with semicolons between; first the one to go on as today", "; ".join(offered.options)
    ).split(";")
    return Wishes(
        question=question,
        title=given.title or offered.title,
        decision_maker=decision_maker,
        options=tuple(options),
        language=given.language or _ask("Language, as a code", offered.language, is_language, "Write en, fr, pt-BR."),
        as_of=given.as_of
        or _ask("As of (how far the evidence reaches)", offered.as_of, is_day, "Write year-month-day: 2026-01-31."),
    )


def _ask(what: str, default: str, fits: Callable[[str], bool] = bool, hint: str = "") -> str:
    """One answer; asked again where it does not fit."""

    def checked(text: str) -> str:
        if not fits(text.strip()):
            raise click.BadParameter(hint)
        return text.strip()

    answer: str = click.prompt(what, default=default, value_proc=checked, err=True)
    return answer
