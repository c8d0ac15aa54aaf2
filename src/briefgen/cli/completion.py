"""`briefgen completion`."""

from typing import Literal

import click
from click.shell_completion import get_completion_class

from briefgen.cli.app import app


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: Literal["bash", "zsh", "fish"]) -> None:
    """Print a script for tab completion.

    \b
    bash, in ~/.bashrc:   eval "$(briefgen completion bash)"
    zsh, in ~/.zshrc:     eval "$(briefgen completion zsh)"
    fish:                 briefgen completion fish > ~/.config/fish/completions/briefgen.fish
    """
    known = get_completion_class(shell)
    assert known is not None
    click.echo(known(app, {}, "briefgen", "_BRIEFGEN_COMPLETE").source())
