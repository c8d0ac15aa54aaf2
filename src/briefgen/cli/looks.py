"""The options that say how a brief is made and looks: the same for every command that makes one, which is given an
`Order` of them."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from briefgen.cli.completing import audiences, folders, languages, options, templates, themes
from briefgen.cli.language import language_code
from briefgen.verbs.order import Order

if TYPE_CHECKING:
    from briefgen.verbs.order import Order  # loaded when a command runs, not for its help

_Command = TypeVar("_Command", bound=Callable[..., None])

_OUT = click.option(
    "--out", default="briefs", metavar="DIR", show_default=True, shell_complete=folders, help="Output folder."
)
_STYLE = (
    click.option(
        "--template", metavar="NAME", shell_complete=templates, help="Template of the brief.  [default: options-paper]"
    ),
    click.option(
        "--theme", metavar="NAME", shell_complete=themes,
        help="A theme, or a YAML file of your own.  [default: plain]",
    ),
    click.option("--page", type=click.Choice(["a4", "letter"]), help="Paper size.  [default: a4]"),
)  # fmt: skip
_TEXTS = click.option(
    "--texts", multiple=True, metavar="DIR", shell_complete=folders,
    help="A folder with texts of sources; may be repeated.",
)  # fmt: skip
_OPTION = click.option(
    "--option", default="", metavar="ID", shell_complete=options, help="The option that the brief is about."
)
_REFERENCE = click.option("--reference", default="", metavar="FILE", help="A Word template whose styles the DOCX uses.")


def _readers(several: bool) -> tuple[Callable[[_Command], _Command], ...]:
    more = "; may be repeated, or `all`" if several else ""
    default = None if several else ""
    return (
        click.option(
            "--audience", default=default, multiple=several, metavar="NAME", shell_complete=audiences,
            help=f"Audience; anything above its marking is left out{more}.",
        ),
        click.option(
            "--lang", default=default, multiple=several, metavar="CODE", shell_complete=languages,
            callback=language_code,
            help=f"Language of the brief{more}.  [default: the scenario's]",
        ),
    )  # fmt: skip


def looks(command: _Command) -> Callable[..., None]:
    """A command with these options, which is given `order`."""
    return _with(command, _OUT, *_STYLE, _OPTION, *_readers(several=False), _TEXTS, _REFERENCE)


def looks_of_several(command: _Command) -> Callable[..., None]:
    """The same, for a command that makes briefs for several audiences and in several languages at once: it is given
    them as `audience` and `lang`."""
    return _with(command, _OUT, *_STYLE, _OPTION, *_readers(several=True), _TEXTS, _REFERENCE)


def looks_of_a_site(command: _Command) -> Callable[..., None]:
    """Those of them that hold for all briefs of a site; the command has an `--audience` of its own."""
    return _with(command, *_STYLE, _TEXTS)


def _with(command: _Command, *given: Callable[..., Any]) -> Callable[..., None]:
    @wraps(command)
    def ordering(**values: Any) -> None:
        order = _order(values)  # takes them out of the values
        command(order=order, **values)

    made: Callable[..., None] = ordering
    for option in reversed(given):
        made = option(made)
    return made


def _order(values: dict[str, Any]) -> "Order":
    """What was asked for, taken out of the values of a command; audiences and languages that may be several stay."""
    one = {name: values.pop(name) for name in ("audience", "lang") if isinstance(values.get(name), str)}
    reference = values.pop("reference", "")
    return Order(
        out=Path(values.pop("out", "briefs")),
        template=values.pop("template"),
        theme=values.pop("theme"),
        paper=values.pop("page"),
        option=values.pop("option", ""),
        texts=tuple(map(Path, values.pop("texts"))),
        reference=Path(reference) if reference else None,
        strict=values.pop("strict", False),
        force=values.pop("force", False),
        **one,
    )
