"""`briefgen review`."""

import sys
from pathlib import Path
from typing import Literal

import click

from briefgen.cli.applied import apply
from briefgen.cli.completing import audiences, files, folders, languages, themes
from briefgen.cli.completing import scenarios as known_scenarios
from briefgen.cli.language import language_code
from briefgen.cli.review_paper import write
from briefgen.cli.reviewed_json import dumps
from briefgen.cli.reviewed_text import lines, summary
from briefgen.cli.text import show
from briefgen.verbs.order import Order
from briefgen.verbs.review import review_files
from briefgen.verbs.review_audience import review_for
from briefgen.verbs.targets import one_target
from briefgen.world import World


@click.command("review")
@click.argument("edited", nargs=-1, required=True, metavar="EDITED.docx...", shell_complete=files)
@click.option(
    "--scenario", required=True, metavar="DIR", shell_complete=known_scenarios,
    help="The scenario that the brief was made from.",
)  # fmt: skip
@click.option(
    "--to", "formats", multiple=True, type=click.Choice(["docx", "html"]),
    help="Write a summary in this format; may be repeated.",
)  # fmt: skip
@click.option(
    "--out", default="briefs", metavar="DIR", show_default=True, shell_complete=folders,
    help="With --to: where to write it.",
)  # fmt: skip
@click.option(
    "--audience", default="", metavar="NAME", shell_complete=audiences,
    help="With --to: its audience; anything above its marking is left out.",
)  # fmt: skip
@click.option(
    "--lang", default="", metavar="CODE", shell_complete=languages, callback=language_code,
    help="With --to: its language.  [default: the scenario's]",
)  # fmt: skip
@click.option(
    "--theme", metavar="NAME", shell_complete=themes, help="With --to: its theme.  [default: plain]",
)  # fmt: skip
@click.option("--reference", default="", metavar="FILE", help="With --to: a Word template whose styles it uses.")
@click.option("--force", is_flag=True, help="With --to: overwrite a summary that was edited.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@click.option("--apply", "applies", is_flag=True, help="Write the edits into the scenario, then check it.")
@click.option("--comments", is_flag=True, help="With --apply: also write reviewers' comments, as YAML comments.")
@click.option(
    "--texts", multiple=True, metavar="DIR", shell_complete=folders,
    help="With --apply: a folder with texts of sources, for the check; may be repeated.",
)  # fmt: skip
def command(
    edited: tuple[str, ...],
    scenario: str,
    formats: tuple[Literal["docx", "html"], ...],
    out: str,
    audience: str,
    lang: str,
    theme: str | None,
    reference: str,
    force: bool,
    form: Literal["text", "json"],
    applies: bool,
    comments: bool,
    texts: tuple[str, ...],
) -> None:
    """Show what reviewers changed in Word, and where each edit belongs in the scenario.

    EDITED.docx is a brief written by `render --review`, as it was returned; several copies of the same brief are
    merged. Without --apply nothing is changed, and exit code 1 means that edits were found. With --apply, exit code 1
    means that some are left for you to make. With --to, a summary is written and its path printed. With --audience,
    the summary covers briefs that were sent to this audience, or to others who may see no more.
    """
    if comments and not applies:
        raise click.UsageError("--comments works only with --apply.")
    if formats and (applies or form == "json"):
        raise click.UsageError("--to cannot be combined with --apply or --format json: write the summary first.")
    if audience and not formats:
        raise click.UsageError("--audience works only with --to.")
    world = World.here()
    file, diagnostics = one_target(world, scenario)
    reviews = readers = None
    if file and applies and (unfinished := world.around(file).recover()):
        file, diagnostics = None, unfinished
    if file and audience:
        readers, diagnostics = review_for(world, [Path(name) for name in edited], file, audience)
        reviews = readers.reviews if readers else None
    elif file:
        reviews, diagnostics = review_files(world, [Path(name) for name in edited], file)
    if file and reviews and applies:
        sys.exit(apply(world, file, reviews, diagnostics, form, comments, [Path(folder) for folder in texts]))
    if reviews and formats:
        house = Path(reference) if reference else None
        order = Order(
            tuple(dict.fromkeys(formats)), Path(out), theme=theme, lang=lang, reference=house, force=force
        )  # fmt: skip
        sys.exit(write(world, reviews, order, diagnostics, readers))
    if form == "json":
        click.echo(dumps(reviews, diagnostics))
    else:
        show(diagnostics)
        if reviews:
            for line in lines(reviews):
                click.echo(line)
            click.echo(summary(reviews), err=bool(reviews.found))
    sys.exit(2 if reviews is None else int(bool(reviews.found)))
