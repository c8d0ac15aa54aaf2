"""`briefgen new`."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from briefgen.verbs.wishes import Wishes
    from briefgen.world import World

_NO_LANGUAGE = "Not a language code. Examples: en, fr, pt-BR."
_NO_DATE = "Not a date. Write year-month-day, for example 2026-01-31."


@click.command("new")
@click.argument("folder", metavar="DIR")
@click.option("--question", default="", metavar="TEXT", help="The decision to be made, as one question.")
@click.option("--title", default="", metavar="TEXT", help="Title of the brief.  [default: the question]")
@click.option("--decision-maker", default="", metavar="TEXT", help="Who decides.")
@click.option(
    "--option", "options", multiple=True, metavar="TEXT",
    help="The name of an option; repeat for each, with ‘no change’ first.",
)  # fmt: skip
@click.option("--language", "--lang", default="", metavar="CODE", help="The language you write in.")
@click.option("--as-of", default="", metavar="DATE", help="The date of the latest evidence: 2026-01-31.")
@click.option("--yes", "-y", is_flag=True, help="Do not ask questions.")
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
    """Start a scenario that renders at once.

    Without options, this writes a commented example. With options, it writes an outline of your own, with comments for
    the rest. In a terminal, it asks for what the options leave out.
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
    """The answers of the person at the terminal. The defaults are those of the example, until an answer differs."""
    from briefgen.scenario.reading.language_codes import is_language
    from briefgen.verbs.new import example
    from briefgen.verbs.wishes import Wishes, filled, is_day

    click.echo("Press Enter to accept the default in brackets. You can change everything later.", err=True)
    offered = example(world)
    question = given.question or _ask("The question to decide", offered.question)
    if given != Wishes() or question != offered.question:
        offered = filled(Wishes(question=question), world.today())
    decision_maker = given.decision_maker or _ask("Who decides", offered.decision_maker)
    options = given.options or _ask(
        "Options, separated by semicolons, with ‘no change’ first", "; ".join(offered.options)
    ).split(";")
    return Wishes(
        question=question,
        title=given.title or offered.title,
        decision_maker=decision_maker,
        options=tuple(options),
        language=given.language or _ask("Language, as a code", offered.language, is_language, _NO_LANGUAGE),
        as_of=given.as_of
        or _ask(
            "As of (date of the latest evidence)",
            offered.as_of,
            is_day,
            "Not a date. Write year-month-day, for example 2026-01-31.",
        ),
    )


def _ask(what: str, default: str, fits: Callable[[str], bool] = bool, hint: str = "") -> str:
    """One answer; asked again if it is not valid."""

    def checked(text: str) -> str:
        if not fits(text.strip()):
            raise click.BadParameter(hint)
        return text.strip()

    answer: str = click.prompt(what, default=default, value_proc=checked, err=True)
    return answer
