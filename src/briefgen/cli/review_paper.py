"""`briefgen review --to`: writes the summary of a review and prints its paths."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.reviewed_text import summary
from briefgen.cli.text import show
from briefgen.diagnostic import Diagnostic
from briefgen.verbs.house_style import dressed
from briefgen.verbs.order import Order
from briefgen.verbs.review import Reviews
from briefgen.verbs.review_summary import review_summary
from briefgen.world import World

if TYPE_CHECKING:
    from briefgen.verbs.review_audience import Addressing


def write(
    world: World, reviews: Reviews, order: Order, told: Sequence[Diagnostic], readers: "Addressing | None" = None
) -> int:
    """Returns the exit code: 2 where nothing could be written, else 1 where something was found, else 0."""
    order, faults = dressed(world, order)
    written: list[Path] = []
    if order.house is not None or not order.reference:
        written, found = review_summary(world, reviews, order, readers)
        faults = faults + found
    show([*told, *faults])
    for path in written:
        click.echo(world.printed(path))
    click.echo(summary(reviews), err=True)
    return int(bool(reviews.found)) if written else 2
