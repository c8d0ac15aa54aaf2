"""`briefgen render`."""

import sys
from typing import TYPE_CHECKING, Literal

import click
from msgspec.structs import replace

from briefgen.cli.looks import looks_of_several
from briefgen.cli.outcome import exit_code
from briefgen.cli.rendering import show_rendering
from briefgen.cli.scenario_argument import scenario_arguments
from briefgen.cli.watching import watch as render_until_stopped
from briefgen.world import World

if TYPE_CHECKING:
    from briefgen.cli.rendering import Rendered
    from briefgen.verbs.order import Order


@click.command("render")
@scenario_arguments
@click.option(
    "--to",
    "formats",
    multiple=True,
    type=click.Choice(["docx", "pdf", "html", "native"]),
    help="Format; may be repeated.  [default: docx and pdf]",
)
@looks_of_several
@click.option(
    "--paginate-with", type=click.Choice(["layout", "soffice"]), default="layout", show_default=True,
    help="How page numbers in the DOCX are found: by briefgen's own layout, or by LibreOffice.",
)  # fmt: skip
@click.option(
    "--since", default="", metavar="OLD",
    help="List what changed since that edition: a folder, or REVISION:PATH as for `redline`.",
)  # fmt: skip
@click.option("--embed-fonts", is_flag=True, help="Embed the fonts in the DOCX.")
@click.option("--review", is_flag=True, help="Write a DOCX for reviewers, whose edits `briefgen review` can import.")
@click.option("--no-sources", is_flag=True, help="Do not attach the source files to the PDF.")
@click.option("--strict", is_flag=True, help="Do not write briefs that have warnings.")
@click.option("--force", is_flag=True, help="Overwrite briefs that were edited, and re-render unchanged ones.")
@click.option("--watch", is_flag=True, help="Render again whenever a file of the scenario changes, until Ctrl-C.")
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N",
    help="Briefs to render at the same time.  [default: one for each core]",
)  # fmt: skip
def command(
    scenarios: tuple[str, ...],
    formats: tuple[Literal["docx", "pdf", "html", "native"], ...],
    order: "Order",
    audience: tuple[str, ...],
    lang: tuple[str, ...],
    paginate_with: str,
    since: str,
    embed_fonts: bool,
    review: bool,
    no_sources: bool,
    watch: bool,
    jobs: int | None,
) -> None:
    """Write the briefs of scenarios, and print the path of each.

    SCENARIO is a scenario's folder or its scenario.yaml; a folder of scenarios means all of them. Inside a scenario's
    folder it can be left out. With several audiences or languages, each gets its own brief. Briefs with errors are not
    written; the others still are. Unchanged briefs are skipped.
    """
    if review and any(form != "docx" for form in formats):
        raise click.UsageError("--review writes DOCX only: remove the other formats.")
    order = replace(
        order,
        formats=tuple(dict.fromkeys(formats)) or (("docx",) if review else ("docx", "pdf")),
        office_pages=paginate_with == "soffice",
        embed_fonts=embed_fonts,
        review=review,
        since=since,
        sources=not no_sources,
    )
    world = World.here()

    def rendered(in_short: bool) -> "Rendered":
        return show_rendering(world, scenarios, order, audience, lang, jobs, in_short)

    if watch:
        sys.exit(render_until_stopped(world, rendered))
    sys.exit(exit_code(rendered(False).diagnostics, order.strict))
