"""`briefgen schema`."""

import sys
from pathlib import Path

import click

from briefgen.cli.output import exit_code, show
from briefgen.commands.schema import kinds, schema, wire, write_schemas
from briefgen.io.filesystem import World


@click.command("schema")
@click.argument("kind", default="scenario", metavar="[KIND]")
@click.option(
    "--write",
    "folder",
    is_flag=False,
    flag_value=".briefgen/schemas",
    metavar="[DIR]",
    help="Write all schemas into DIR.  [default: .briefgen/schemas]",
)
@click.option(
    "--wire",
    "scenario",
    metavar="SCENARIO",
    help="Set up a scenario's folder, or a folder of scenarios, for VS Code.",
)
def command(kind: str, folder: str | None, scenario: str | None) -> None:
    """Print the JSON Schema of a kind of file, for editors.

    KIND is `scenario`, or a list that can have its own files: `options`, `facts`, `sources` ….
    """
    world = World.here()
    if kind not in kinds():
        raise click.BadParameter(f"There is no kind {kind!r}. Known: {', '.join(kinds())}.", param_hint="KIND")
    if folder is not None and scenario is not None:
        raise click.UsageError("--write and --wire cannot be combined: --wire writes the schemas too.")
    if scenario is not None:
        wired, diagnostics = wire(world, scenario)
        show(diagnostics)
        if wired is not None:
            for path in wired.written:
                click.echo(world.printed(path))
            if wired.to_add:
                click.echo(f"\nAdd this to the settings:\n{wired.to_add}", err=True)
            click.echo("\nFor editors other than VS Code, put this line at the top of:", err=True)
            for path, line in wired.modelines.items():
                click.echo(f"{world.printed(path)}\n    {line}", err=True)
        sys.exit(exit_code(diagnostics))
    if folder is not None:
        written, diagnostics = write_schemas(world, Path(folder))
        show(diagnostics)
        for path in written:
            click.echo(world.printed(path))
        sys.exit(exit_code(diagnostics))
    click.echo(schema(kind), nl=False)
