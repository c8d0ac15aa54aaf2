"""`briefgen redline`."""

import sys
from typing import Literal

import click

from briefgen.cli.completing import scenarios
from briefgen.cli.looks import looks


@click.command("redline")
@click.argument("old", metavar="OLD", shell_complete=scenarios)
@click.argument("new", metavar="NEW", shell_complete=scenarios)
@click.option(
    "--to",
    "formats",
    multiple=True,
    type=click.Choice(["docx", "pdf", "html"]),
    help="Format; may be given more than once.  [default: docx]",
)
@looks
@click.option("--force", is_flag=True, help="Write over a redline that was edited since.")
def command(
    old: str,
    new: str,
    formats: tuple[Literal["docx", "pdf", "html"], ...],
    out: str,
    template: str | None,
    theme: str | None,
    page: Literal["a4", "letter"] | None,
    option: str,
    audience: str,
    lang: str,
    texts: tuple[str, ...],
    reference: str,
    force: bool,
) -> None:
    """Write what changed from one edition of a scenario to another, and print the path of each file.

    OLD and NEW are a scenario's folder, or one at a revision of git: REVISION:PATH, as in `HEAD~3:scenarios/bus`; or
    Word files that briefgen wrote. The DOCX has tracked changes, which Word accepts and rejects; docs/redline.md says
    what is shown as a change.
    """
    from pathlib import Path

    from briefgen.cli.outcome import exit_code
    from briefgen.cli.text import show
    from briefgen.verbs.house_style import dressed
    from briefgen.verbs.order import Order
    from briefgen.verbs.redline import redline
    from briefgen.world import World

    world = World.here()
    order = Order(
        formats=tuple(dict.fromkeys(formats)) or ("docx",),
        out=Path(out),
        template=template,
        theme=theme,
        paper=page,
        option=option,
        audience=audience,
        lang=lang,
        texts=tuple(Path(folder) for folder in texts),
        reference=Path(reference) if reference else None,
        force=force,
    )
    order, diagnostics = dressed(world, order)
    written: list[Path] = []
    if order.house is not None or not order.reference:
        written, found = redline(world, old, new, order)
        diagnostics += found
    show(diagnostics)
    for path in written:
        click.echo(world.printed(path))
    sys.exit(exit_code(diagnostics))
