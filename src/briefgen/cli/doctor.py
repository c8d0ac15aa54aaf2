"""`briefgen doctor`."""

import json
import sys
from typing import Literal

import click

from briefgen.cli.output import aligned
from briefgen.commands.doctor import examine
from briefgen.io.names import printable


@click.command("doctor")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Output format.")
def command(form: Literal["text", "json"]) -> None:
    """Show what is installed: versions, fonts, and the other programs that briefgen can use.

    Paste this into a bug report. It names no file of yours, and nothing secret. Exit code 1 means that something which
    briefgen needs is missing or damaged.
    """
    examined = examine()
    if form == "json":
        rows = {each.name: {"found": each.found, "ok": each.ok, "note": each.note} for each in examined}
        click.echo(json.dumps(rows, indent=1))
    else:
        lines = aligned([(each.name, each.found, each.note) for each in examined], ["left"])
        click.echo("\n".join(map(printable, lines)))
    sys.exit(int(not all(each.ok for each in examined)))
