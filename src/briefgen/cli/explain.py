"""`briefgen explain`."""

import sys

import click

from briefgen.cli.arguments import codes
from briefgen.cli.output import show
from briefgen.commands.explain import explain


@click.command("explain")
@click.argument("code", shell_complete=codes)
def command(code: str) -> None:
    """Explain a diagnostic code: what it means, an example, how to fix it."""
    page, diagnostics = explain(code)
    show(diagnostics)
    if page is None:
        sys.exit(2)
    click.echo(page)
