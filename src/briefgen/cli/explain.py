"""`briefgen explain`."""

import sys

import click

from briefgen.cli.completing import codes


@click.command("explain")
@click.argument("code", shell_complete=codes)
def command(code: str) -> None:
    """Show the page of a diagnostic: what it means, an example, the cure."""
    from briefgen.cli.text import show
    from briefgen.verbs.explain import explain

    page, diagnostics = explain(code)
    show(diagnostics)
    if page is None:
        sys.exit(2)
    click.echo(page)
