"""`briefgen new`."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefgen.cli.output import show
from briefgen.core.report import Report
from briefgen.io.filesystem import World

if TYPE_CHECKING:
    from briefgen.commands.new import Answers


@click.command("new")
@click.argument("folder", metavar="DIR")
@click.option("--question", default="", metavar="TEXT", help="The decision sought, as one question.")
@click.option(
    "--title", default="", metavar="TEXT", help="A short title for the paper.  [default: from the name of DIR]"
)
@click.option("--decision-maker", default="", metavar="TEXT", help="Who decides.")
@click.option(
    "--option", "options", multiple=True, metavar="TEXT",
    help="The name of an option; repeat for each, at least two, the one without a change first.",
)  # fmt: skip
@click.option("--language", "--lang", default="", metavar="CODE", help="The language that it is written in.")
@click.option("--as-of", default="", metavar="DATE", help="The day up to which the evidence reaches: 2026-01-31.")
@click.option("--deadline", default="", metavar="DATE", help="By when to decide: 2026-12-31.")
@click.option("--yes", "-y", is_flag=True, help="Ask nothing.")
def new_command(folder: str, yes: bool, **given: Any) -> None:
    """Write a new scenario, which renders at once.

    Without options it is a complete example. With options it is an outline of your own, with commented examples to fill
    in. On a terminal you are asked for what the options do not say.
    """
    from briefgen.commands.new import Answers, new  # 45 ms

    world, report = World.here(), Report()
    answers = Answers(**given)
    if not yes and sys.stdin.isatty() and sys.stdout.isatty():
        answers = _asked(world, answers, Path(folder))
    written = new(report, world, Path(folder), answers)
    show(report)
    if report:
        sys.exit(2)
    for path in written:
        click.echo(world.printed(path))
    click.echo(f"Next: briefgen render {world.printed(Path(folder))}", err=True)


def _asked(world: World, given: "Answers", folder: Path) -> "Answers":
    """The answers of the person at the terminal. The defaults are those of the example, until another question is
    given."""
    from briefgen.commands.new import Answers, example, is_day, with_defaults  # 0 ms, imported before
    from briefgen.model.reading.language_codes import is_language  # 0 ms, imported before

    click.echo(
        "Press Enter to accept the default in brackets. You can change everything later in any editor.", err=True
    )
    offered = example(world)
    question = given.question or _ask("The question to decide", offered.question)
    if given != Answers() or question != offered.question:
        offered = with_defaults(Answers(question=question), world.today(), (world.cwd / folder).resolve().name)
    day = "Write year-month-day: 2026-01-31."
    return Answers(
        question=question,
        title=given.title or _ask("A short title", offered.title),
        decision_maker=given.decision_maker or _ask("Who decides", offered.decision_maker),
        options=given.options
        or tuple(
            _ask(
                "Options, separated by semicolons, the one without a change first", "; ".join(offered.options),
                lambda text: len([each for each in text.split(";") if each.strip()]) > 1, "Name at least two.",
            ).split(";")
        ),
        deadline=given.deadline or _ask("Deadline", offered.deadline, lambda text: not text or is_day(text), day),
        language=given.language
        or _ask("Language, as a code", offered.language, is_language, "Not a language code. Examples: en, fr, pt-BR."),
        as_of=given.as_of or _ask("As of (the day up to which the evidence reaches)", offered.as_of, is_day, day),
    )  # fmt: skip


def _ask(what: str, default: str, fits: Callable[[str], bool] = bool, hint: str = "") -> str:
    """One answer; asked again if it is not valid."""

    def checked(text: str) -> str:
        if not fits(text.strip()):
            raise click.BadParameter(hint)
        return text.strip()

    what = what if default else f"{what} [none]"
    answer: str = click.prompt(what, default=default, show_default=bool(default), value_proc=checked, err=True)
    return answer
