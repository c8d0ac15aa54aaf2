"""Arguments and options that commands share, and their shell completion."""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from briefgen.commands.options import Order, enclosing, targets
from briefgen.commands.templates import shelves
from briefgen.io.filesystem import World
from briefgen.io.names import printable
from briefgen.io.read import SCENARIO
from briefgen.locale.locale import LANGUAGES
from briefgen.markup.model import same
from briefgen.model.read import load
from briefgen.model.reading.language_codes import is_language, language_cure
from briefgen.theme import shipped

MOST = 500
"""Entries of a folder that are looked at."""


def folders(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Any folder: the shell knows them best."""
    return [CompletionItem(typed, type="dir")]


def files(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Any file."""
    return [CompletionItem(typed, type="file")]


def scenarios(context: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Folders that hold a scenario, and those that hold such folders; where there are none, any folder."""
    above, slash, _ = typed.rpartition("/")
    here = above + slash
    found = list(_scenarios(here))
    return _fitting(found, typed) or folders(context, parameter, typed)


def options(context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The options of the scenario that is named on the line."""
    world = World.here()
    loaded, _ = load(world, _named(world, context))
    options = loaded.scenario.options if loaded else ()
    known = {option.id: next(iter(option.name.texts.values()), "") for option in options}
    return [CompletionItem(word, help=name) for word, name in known.items() if word.startswith(typed)]


def audiences(context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The audiences of the scenario that is named on the line."""
    world = World.here()
    loaded, _ = load(world, _named(world, context))
    given = loaded.scenario.audiences if loaded else ()
    known = {each.id: next(iter(each.name.texts.values()), "") for each in given}
    return [CompletionItem(word, help=name) for word, name in known.items() if word.startswith(typed)]


def templates(context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The templates that the scenario on the line can be rendered with."""
    world = World.here()
    known = {name for shelf in shelves(world, _named(world, context).parent) for name in shelf.sources}
    return _fitting(sorted(known - {"pieces"}), typed)  # what others include makes no brief


def themes(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The themes."""
    return _fitting(sorted(shipped()), typed)


def languages(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The languages that interface words are there in."""
    return _fitting(LANGUAGES, typed)


def _named(world: "World", context: click.Context) -> Path:
    """The first scenario on the line; without one, that around the working directory."""
    # Where an option still lacks its value, click has not yet told arguments from the rest.
    words = (*(context.params.get("scenarios") or ()), *context.args)
    return next(iter(targets(world, words)[0]), (enclosing(world, Path()) or Path()) / "scenario.yaml")


def _fitting(words: Iterable[str], typed: str) -> list[CompletionItem]:
    return [CompletionItem(word) for word in words if word.startswith(typed)]


def _scenarios(here: str) -> Iterator[str]:
    """Below a folder, named as it was typed: scenarios, and folders of scenarios with what they hold."""
    for name in _below(here or "."):
        folder = here + name
        if _is_scenario(folder):
            yield folder
        elif inner := [f"{folder}/{each}" for each in _below(folder) if _is_scenario(f"{folder}/{each}")]:
            yield from [folder, *inner]


def _below(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            listed = [entry for _, entry in zip(range(MOST), entries, strict=False)]
        return sorted(entry.name for entry in listed if not entry.name.startswith(".") and entry.is_dir())
    except (OSError, ValueError):
        return []


def _is_scenario(folder: str) -> bool:
    return os.path.isfile(f"{folder}/scenario.yaml")  # noqa: PTH113  (names stay as they were typed)


# Options that name a language: what they take, and why they refuse the rest.

_Given = TypeVar("_Given", str, tuple[str, ...])

ALL = "all"
"""In place of a code, where an option may be given more than once."""


def language_code(ctx: click.Context, param: click.Parameter, given: _Given) -> _Given:
    """The language codes that were given, if they are such codes."""
    for code in (given,) if isinstance(given, str) else given:
        if code and not is_language(code) and not (code == ALL and isinstance(given, tuple)):
            message = f"`{printable(code[:20])}` is not a language code. {language_cure(code)}"
            raise click.BadParameter(message, ctx, param)
    return given


def interface_language(ctx: click.Context, param: click.Parameter, given: str) -> str:
    """The language code that was given, if there are interface words in it."""
    if language_code(ctx, param, given) and not any(same(given, each) for each in LANGUAGES):
        message = f"There are no interface words in `{given}`. There are: {', '.join(sorted(LANGUAGES))}."
        raise click.BadParameter(message, ctx, param)
    return given


# The SCENARIO arguments of a command, which may be left out inside a scenario's folder.


def scenario_arguments(command: Callable[..., None]) -> Callable[..., None]:
    """A command that is given `scenarios`: those that were named or, inside a scenario's folder, this one."""
    argument = click.argument(
        "scenarios", nargs=-1, metavar="[SCENARIO]...", shell_complete=scenarios, callback=_or_this_folder
    )
    return argument(command)


def _or_this_folder(context: click.Context, _parameter: click.Parameter, named: Any) -> tuple[str, ...]:
    if named or context.resilient_parsing:
        return tuple(named)
    found = enclosing(World.here(), Path())
    if found is not None:
        return (str(found),)
    raise click.UsageError(
        f"No scenario given, and there is no {SCENARIO} in this folder or above it.\n"
        f"Name a scenario's folder (`{context.command_path} DIR`), run this inside one, "
        "or start a new one with `briefgen new DIR`."
    )


# The options that say how a brief is made and looks: the same for every command that makes one, which is given
# an `Order` of them.

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
