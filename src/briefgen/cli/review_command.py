"""`briefgen review`."""

import sys
from pathlib import Path
from typing import Literal

import click
from msgspec.structs import replace

from briefgen.cli.arguments import (
    as_paths,
    as_render_options,
    audiences,
    files,
    folders,
    language_code,
    languages,
    scenarios,
    themes,
)
from briefgen.cli.output import show
from briefgen.commands.options import RenderOptions, scenario_file
from briefgen.core.report import Report
from briefgen.io.filesystem import World


@click.command("review")
@click.argument("edited", nargs=-1, required=True, metavar="EDITED.docx...", shell_complete=files)
@click.option(
    "--scenario", required=True, metavar="DIR", shell_complete=scenarios,
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
    "--texts", multiple=True, metavar="DIR", shell_complete=folders, callback=as_paths,
    help="With --apply: a folder with texts of sources, for the check; may be repeated.",
)  # fmt: skip
@as_render_options
def review_command(
    edited: tuple[str, ...],
    scenario: str,
    form: Literal["text", "json"],
    applies: bool,
    comments: bool,
    options: RenderOptions,
) -> None:
    """Show what reviewers changed in Word, and where each edit belongs in the scenario.

    EDITED.docx is a brief written by `render --review`, as it was returned; several copies of the same brief are
    merged. Without --apply nothing is changed, and exit code 1 means that edits were found. With --apply, exit code 1
    means that some are left for you to make. With --to, a summary is written and its path printed. With --audience,
    the summary covers briefs that were sent to this audience, or to others who may see no more.
    """
    if comments and not applies:
        raise click.UsageError("--comments works only with --apply.")
    if options.formats and (applies or form == "json"):
        raise click.UsageError("--to cannot be combined with --apply or --format json: write the summary first.")
    if options.audience and not options.formats:
        raise click.UsageError("--audience works only with --to.")
    from briefgen.cli.review import apply, reviewed_as_json, reviewed_lines, reviewed_summary, write  # 300 ms
    from briefgen.commands.review import review_files  # 0 ms, imported by the line above
    from briefgen.commands.review_audience import review_for  # 0 ms, imported by the line above

    world, report = World.here(), Report()
    file = scenario_file(report, world, scenario)
    diagnostics = list(report)
    reviews = readers = None
    paths = [Path(name) for name in edited]
    if file and applies and (unfinished := world.around(file).recover()):
        file, diagnostics = None, unfinished
    if file and options.audience:
        readers, diagnostics = review_for(world, paths, file, options.audience)
        reviews = readers.reviews if readers else None
    elif file:
        reviews, diagnostics = review_files(world, paths, file)
    if file and reviews and applies:
        sys.exit(apply(world, file, reviews, diagnostics, form, comments, options.texts))
    if reviews and options.formats:
        options = replace(options, formats=tuple(dict.fromkeys(options.formats)))
        sys.exit(write(world, reviews, options, diagnostics, readers))
    if form == "json":
        click.echo(reviewed_as_json(reviews, diagnostics))
    else:
        show(diagnostics)
        if reviews:
            for line in reviewed_lines(reviews):
                click.echo(line)
            click.echo(reviewed_summary(reviews), err=bool(reviews.found))
    sys.exit(2 if reviews is None else int(bool(reviews.found)))
