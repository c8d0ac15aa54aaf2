"""`briefgen reference`, `schema` and `completion`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click
from click.shell_completion import get_completion_class

from briefgen.cli.arguments import interface_language, languages, themes
from briefgen.cli.output import exit_code, show
from briefgen.core.report import Report
from briefgen.io.filesystem import World

if TYPE_CHECKING:
    from briefgen.commands.schema import Wired


@click.command("reference")
@click.option("-o", "--out", default="house.docx", metavar="FILE", show_default=True, help="Output file.")
@click.option(
    "--theme",
    default="plain",
    metavar="NAME",
    show_default=True,
    shell_complete=themes,
    help="The theme to start from.",
)
@click.option("--page", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="Paper size.")
@click.option(
    "--lang",
    default="en",
    metavar="CODE",
    show_default=True,
    shell_complete=languages,
    callback=interface_language,
    help="Language of its text.",
)
@click.option("--force", is_flag=True, help="Overwrite a file that was edited.")
def reference_command(out: str, theme: str, page: str, lang: str, force: bool) -> None:
    """Write a Word file that shows each style of a brief.

    Change the styles in Word, put your logo in the header, and pass the file to `render --reference`.
    """
    from briefgen.commands.reference import reference  # 65 ms
    from briefgen.commands.themes import find_theme  # 10 ms, after the line above
    from briefgen.locale import load  # 0 ms, after the lines above

    world, report = World.here(), Report()
    found = find_theme(report, world, theme)
    if found is not None:
        paper: Literal["a4", "letter"] = "letter" if page == "letter" else "a4"
        reference(report, world, Path(out), found.theme, paper, load(lang), force)
    show(report)
    if not report:
        click.echo(world.printed(Path(out)))
    sys.exit(exit_code(report))


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
def schema_command(kind: str, folder: str | None, scenario: str | None) -> None:
    """Print the JSON Schema of a kind of file, for editors.

    KIND is `scenario`, or a list that can have its own files: `options`, `facts`, `sources` ….
    """
    from briefgen.commands.schema import kinds, schema, wire, write_schemas  # 50 ms

    world, report = World.here(), Report()
    if kind not in kinds():
        raise click.BadParameter(f"There is no kind {kind!r}. Known: {', '.join(kinds())}.", param_hint="KIND")
    if folder is not None and scenario is not None:
        raise click.UsageError("--write and --wire cannot be combined: --wire writes the schemas too.")
    if folder is None and scenario is None:
        click.echo(schema(kind), nl=False)
        return
    wired = wire(report, world, scenario) if scenario is not None else None
    written = wired.written if wired else []
    if folder is not None:
        written = write_schemas(report, world, Path(folder))
    show(report)
    for path in written:
        click.echo(world.printed(path))
    if wired:
        _show_steps(world, wired)
    sys.exit(exit_code(report))


def _show_steps(world: World, wired: "Wired") -> None:
    """Prints what has to be done by hand."""
    if wired.to_add:
        click.echo(f"\nAdd this to the settings:\n{wired.to_add}", err=True)
    click.echo("\nFor editors other than VS Code, put this line at the top of:", err=True)
    for path, line in wired.modelines.items():
        click.echo(f"{world.printed(path)}\n    {line}", err=True)


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion_command(shell: Literal["bash", "zsh", "fish"]) -> None:
    """Print a script for tab completion.

    \b
    bash, in ~/.bashrc:   eval "$(briefgen completion bash)"
    zsh, in ~/.zshrc:     eval "$(briefgen completion zsh)"
    fish:                 briefgen completion fish > ~/.config/fish/completions/briefgen.fish
    """
    from briefgen.cli.app import app  # 0 ms, imported before; it imports this module

    completion = get_completion_class(shell)
    assert completion is not None
    click.echo(completion(app, {}, "briefgen", "_BRIEFGEN_COMPLETE").source())
