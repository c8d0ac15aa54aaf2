"""`briefgen render`."""

import sys
from typing import TYPE_CHECKING, Literal

import click

from briefgen.cli.looks import looks_of_several
from briefgen.cli.scenario_argument import scenario_arguments

if TYPE_CHECKING:
    from briefgen.verbs.order import Order


@click.command("render")
@scenario_arguments
@click.option(
    "--to",
    "formats",
    multiple=True,
    type=click.Choice(["docx", "pdf", "html", "native"]),
    help="Format; may be given more than once.  [default: docx and pdf]",
)
@looks_of_several
@click.option(
    "--paginate-with", type=click.Choice(["layout", "soffice"]), default="layout", show_default=True,
    help="Where the page numbers in the DOCX come from: they are worked out, or LibreOffice finds them.",
)  # fmt: skip
@click.option(
    "--since", default="", metavar="OLD",
    help="Say what changed since that edition: a folder, or REVISION:PATH as for `redline`.",
)  # fmt: skip
@click.option("--embed-fonts", is_flag=True, help="Put the fonts into the DOCX.")
@click.option("--review", is_flag=True, help="Write a DOCX for reviewers, whose edits `briefgen review` takes home.")
@click.option("--no-sources", is_flag=True, help="Leave out of the PDF what it was made from.")
@click.option("--strict", is_flag=True, help="Refuse to write where there are warnings.")
@click.option(
    "--force", is_flag=True, help="Write over briefs that were edited since, and make those anew that have not changed."
)
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N",
    help="How many briefs are made at the same time.  [default: as many as there are cores]",
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
    jobs: int | None,
) -> None:
    """Write the briefs of scenarios, and print the path of each.

    SCENARIO is a scenario's folder or its scenario.yaml; a folder of scenarios means all of them. With several
    audiences or languages there is a brief for each of them. A brief with errors is not written; the others are all
    the same. One of which nothing has changed since it was written is left as it is.
    """
    import gc

    from msgspec.structs import replace

    from briefgen.cli.outcome import exit_code
    from briefgen.cli.rendering import show_rendering
    from briefgen.world import World

    gc.freeze()  # what is loaded by now stays, and need not be looked through
    if review and any(form != "docx" for form in formats):
        raise click.UsageError("With --review, DOCX alone is written.")
    order = replace(
        order,
        formats=tuple(dict.fromkeys(formats)) or (("docx",) if review else ("docx", "pdf")),
        office_pages=paginate_with == "soffice",
        embed_fonts=embed_fonts,
        review=review,
        since=since,
        sources=not no_sources,
    )
    diagnostics = show_rendering(World.here(), scenarios, order, audience, lang, jobs)
    sys.exit(exit_code(diagnostics, order.strict))
