"""`briefgen review --apply`: writes the edits, reports the result, and checks the scenario."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import click

from briefgen.cli.applied_text import lines, summary
from briefgen.cli.outcome import exit_code
from briefgen.cli.reviewed_json import dumps
from briefgen.cli.text import show
from briefgen.diagnostic import Diagnostic
from briefgen.merging import Conflict, Unplaced
from briefgen.verbs.apply_review import apply_review
from briefgen.verbs.check import check
from briefgen.verbs.review import Reviews
from briefgen.world import World


def apply(
    world: World, file: Path, reviews: Reviews, told: Sequence[Diagnostic], form: Literal["text", "json"],
    comments: bool, texts: Sequence[Path],
) -> int:  # fmt: skip
    """Applies a review and prints what there is to say. Returns the exit code: 0 where all was written and the scenario
    has no error, 2 where nothing could be written, else 1."""
    applied, diagnostics = apply_review(world, reviews, file, comments)
    diagnostics = [*told, *diagnostics]
    if applied:
        diagnostics += check(world, file, texts)[1]
    if form == "json":
        click.echo(dumps(reviews, diagnostics, applied))
    else:
        for line in lines(applied) if applied else ():
            click.echo(line)
        show(diagnostics)
        if applied:
            click.echo(summary(applied), err=True)
    if applied is None:
        return 2
    doubtful = applied.left or any(isinstance(each, Conflict | Unplaced) for each in applied.home.outcomes)
    return exit_code(diagnostics, strict=False) or int(bool(doubtful))
