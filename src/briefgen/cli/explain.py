"""`briefgen explain`."""

import sys

import click

from briefgen.cli.completing import codes
from briefgen.cli.text import show
from briefgen.verbs.explain import explain


@click.command("explain")
@click.argument("code", shell_complete=codes)
def command(code: str) -> None:
    """Explain a diagnostic code: what it means, an example, how to fix it."""
    page, diagnostics = explain(code)
    show(diagnostics)
    if page is None:
        sys.exit(2)
    click.echo(page)
