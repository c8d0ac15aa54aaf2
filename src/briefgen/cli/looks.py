"""The options that say how a brief is made and looks: the same for every command that writes one."""

from collections.abc import Callable
from typing import TypeVar

import click

from briefgen.cli.completing import audiences, folders, languages, options, templates, themes

_Command = TypeVar("_Command", bound=Callable[..., None])


def _options(several: bool) -> tuple[Callable[[_Command], _Command], ...]:
    more = "; may be given more than once, `all` for all of them" if several else ""
    default = None if several else ""
    return (
        click.option(
            "--out", default="briefs", metavar="DIR", show_default=True, shell_complete=folders, help="Where to write."
        ),
        click.option(
            "--template", metavar="NAME", shell_complete=templates, help="What kind of brief.  [default: options-paper]"
        ),
        click.option(
            "--theme", metavar="NAME", shell_complete=themes,
            help="How it looks: a theme, or a YAML file of your own.  [default: plain]",
        ),
        click.option("--page", type=click.Choice(["a4", "letter"]), help="The paper.  [default: a4]"),
        click.option(
            "--option", default="", metavar="ID", shell_complete=options, help="The one option that the brief is about."
        ),
        click.option(
            "--audience", default=default, multiple=several, metavar="NAME", shell_complete=audiences,
            help=f"The readers whom it is for: what is marked above them is left out{more}.",
        ),
        click.option(
            "--lang", default=default, multiple=several, metavar="CODE", shell_complete=languages,
            help=f"Language of the brief{more}.  [default: the scenario's]",
        ),
        click.option(
            "--texts", multiple=True, metavar="DIR", shell_complete=folders,
            help="A folder with texts of sources; may be given more than once.",
        ),
        click.option(
            "--reference", default="", metavar="FILE",
            help="A .docx or .dotx of your house, whose styles the DOCX takes.",
        ),
    )  # fmt: skip


def looks(command: _Command) -> _Command:
    """A command with these options, in this order."""
    return _with(command, several=False)


def looks_of_several(command: _Command) -> _Command:
    """The same, for a command that makes briefs for several audiences and in several languages at once."""
    return _with(command, several=True)


def _with(command: _Command, several: bool) -> _Command:
    for option in reversed(_options(several)):
        command = option(command)
    return command
