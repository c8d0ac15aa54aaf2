"""`briefgen explain`."""

import sys

import click
from click.shell_completion import CompletionItem

from briefgen.cli.output import show
from briefgen.commands.explain import explain
from briefgen.lint.codes import all_codes


def _codes(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    return [CompletionItem(code) for code in sorted(all_codes()) if code.startswith(typed)]


@click.command("explain")
@click.argument("code", shell_complete=_codes)
def command(code: str) -> None:
    """Explain a diagnostic code: what it means, an example, how to fix it."""
    match explain(code):
        case str(text):
            click.echo(text)
        case diagnostic:
            show([diagnostic])
            sys.exit(2)
