"""Arguments and options that commands share, and their shell completion."""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

from briefgen.commands.options import RenderOptions, enclosing, scenario_files
from briefgen.core.report import Report
from briefgen.io.filesystem import World
from briefgen.io.names import printable
from briefgen.io.read import SCENARIO

if TYPE_CHECKING:
    from briefgen.model.options import Option
    from briefgen.model.scenario import Audience, Scenario

_MOST_ENTRIES = 500
"""Of a folder that is searched."""


def folders(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Any folder."""
    return [CompletionItem(typed, type="dir")]


def files(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Any file."""
    return [CompletionItem(typed, type="file")]


def scenarios(context: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Folders with a scenario, and folders of such folders; if there are none, any folder."""
    above, slash, _ = typed.rpartition("/")
    here = above + slash
    found = list(_scenarios(here))
    return _matching(found, typed) or folders(context, parameter, typed)


def options(context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The options of the scenario that is named on the line."""
    scenario = _scenario(context)
    return _named(scenario.options if scenario else (), typed)


def audiences(context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The audiences of the scenario that is named on the line."""
    scenario = _scenario(context)
    return _named(scenario.audiences if scenario else (), typed)


def templates(context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The templates that the scenario on the line can be rendered with."""
    from briefgen.commands.templates import template_folders  # 45 ms

    world = World.here()
    folders = template_folders(world, _file(world, context).parent)
    return _matching(sorted({name for folder in folders for name in folder.sources} - {"pieces"}), typed)


def themes(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The themes."""
    from briefgen.theme import shipped  # 15 ms

    return _matching(sorted(shipped()), typed)


def languages(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The languages of the interface."""
    from briefgen.locale.locale import LANGUAGES  # 1 ms

    return _matching(LANGUAGES, typed)


def codes(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The codes of diagnostics."""
    from briefgen.lint.codes import all_codes  # 75 ms

    return _matching(sorted(all_codes()), typed)


def _file(world: World, context: click.Context) -> Path:
    """The first scenario on the line; without one, that of the working directory."""
    # If an option still lacks its value, click has not yet separated arguments and options.
    words = (*(context.params.get("scenarios") or ()), *context.args)
    files = scenario_files(Report(), world, words)
    return next(iter(files), (enclosing(world, Path()) or Path()) / "scenario.yaml")


def _scenario(context: click.Context) -> "Scenario | None":
    from briefgen.model.read import load  # 45 ms

    world = World.here()
    loaded, _ = load(world, _file(world, context))
    return loaded.scenario if loaded else None


def _named(items: "Iterable[Option | Audience]", typed: str) -> list[CompletionItem]:
    """Items by their ids, with their names as help."""
    return [
        CompletionItem(each.id, help=next(iter(each.name.texts.values()), ""))
        for each in items
        if each.id.startswith(typed)
    ]


def _matching(words: Iterable[str], typed: str) -> list[CompletionItem]:
    return [CompletionItem(word) for word in words if word.startswith(typed)]


def _scenarios(here: str) -> Iterator[str]:
    """Scenarios in a folder, and folders of scenarios with their scenarios; paths begin as they were typed."""
    for name in _below(here or "."):
        folder = here + name
        if _is_scenario(folder):
            yield folder
        elif inner := [f"{folder}/{each}" for each in _below(folder) if _is_scenario(f"{folder}/{each}")]:
            yield from [folder, *inner]


def _below(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            listed = [entry for _, entry in zip(range(_MOST_ENTRIES), entries, strict=False)]
        return sorted(entry.name for entry in listed if not entry.name.startswith(".") and entry.is_dir())
    except (OSError, ValueError):
        return []


def _is_scenario(folder: str) -> bool:
    return os.path.isfile(f"{folder}/scenario.yaml")  # noqa: PTH113  (names stay as they were typed)


# Options that name a language.

_Given = TypeVar("_Given", str, tuple[str, ...])

ALL = "all"
"""In place of a code, if an option may be given more than once."""


def language_code(ctx: click.Context, param: click.Parameter, given: _Given) -> _Given:
    """The language codes that were given, if they are valid."""
    if not any(given):
        return given
    from briefgen.model.reading.language_codes import is_language, language_cure  # 45 ms

    for code in (given,) if isinstance(given, str) else given:
        if code and not is_language(code) and not (code == ALL and isinstance(given, tuple)):
            message = f"`{printable(code[:20])}` is not a language code. {language_cure(code)}"
            raise click.BadParameter(message, ctx, param)
    return given


def interface_language(ctx: click.Context, param: click.Parameter, given: str) -> str:
    """The language code that was given, if the interface has text in it."""
    if not language_code(ctx, param, given):
        return given
    from briefgen.locale.locale import LANGUAGES  # 1 ms
    from briefgen.markup.model import same  # 25 ms

    if not any(same(given, each) for each in LANGUAGES):
        message = f"There are no interface words in `{given}`. There are: {', '.join(sorted(LANGUAGES))}."
        raise click.BadParameter(message, ctx, param)
    return given


# Arguments and options that several commands have.


def scenario_arguments(command: Callable[..., None]) -> Callable[..., None]:
    """A command that gets `scenarios`: those that were named or, in a scenario's folder, this one."""
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


_Command = TypeVar("_Command", bound=Callable[..., None])
_Decorator = Callable[[Callable[..., None]], Callable[..., None]]


def as_paths(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> tuple[Path, ...]:
    """The paths that were given."""
    return tuple(map(Path, given))


texts_option = click.option(
    "--texts", multiple=True, metavar="DIR", shell_complete=folders, callback=as_paths,
    help="A folder with texts of sources; may be repeated.",
)  # fmt: skip
audience_option = click.option(
    "--audience", default="", metavar="NAME", shell_complete=audiences,
    help="Audience; anything above its marking is left out.",
)  # fmt: skip
output_language_option = click.option(
    "--lang", default="", metavar="CODE", shell_complete=languages, callback=language_code,
    help="Output language.  [default: the scenario's]",
)  # fmt: skip
output_folder_option = click.option(
    "--out", default="briefs", metavar="DIR", show_default=True, shell_complete=folders, help="Output folder."
)

# How a brief is rendered.

_STYLE: tuple[_Decorator, ...] = (
    click.option(
        "--template", metavar="NAME", shell_complete=templates, help="Template of the brief.  [default: options-paper]"
    ),
    click.option(
        "--theme", metavar="NAME", shell_complete=themes,
        help="A theme, or a YAML file of your own.  [default: plain]",
    ),
    click.option("--page", "paper", type=click.Choice(["a4", "letter"]), help="Paper size.  [default: a4]"),
)  # fmt: skip
_OPTION = click.option(
    "--option", default="", metavar="ID", shell_complete=options, help="The option that the brief is about."
)
_REFERENCE = click.option("--reference", default="", metavar="FILE", help="A Word template whose styles the DOCX uses.")


def _audience_and_language(several: bool) -> tuple[_Decorator, ...]:
    more = "; may be repeated, or `all`" if several else ""
    default = None if several else ""
    return (
        click.option(
            "--audience", "audiences" if several else "audience", default=default, multiple=several, metavar="NAME",
            shell_complete=audiences, help=f"Audience; anything above its marking is left out{more}.",
        ),
        click.option(
            "--lang", "langs" if several else "lang", default=default, multiple=several, metavar="CODE",
            shell_complete=languages, callback=language_code,
            help=f"Language of the brief{more}.  [default: the scenario's]",
        ),
    )  # fmt: skip


def style_options(command: Callable[..., None]) -> Callable[..., None]:
    """A command with `--template`, `--theme`, `--page` and `--texts`."""
    return _with(command, *_STYLE, texts_option)


def brief_options(command: Callable[..., None]) -> Callable[..., None]:
    """A command with the options of one brief."""
    one = _audience_and_language(several=False)
    return _with(command, output_folder_option, *_STYLE, _OPTION, *one, texts_option, _REFERENCE)


def briefs_options(command: Callable[..., None]) -> Callable[..., None]:
    """A command with the options of several briefs: it gets `audiences` and `langs`."""
    several = _audience_and_language(several=True)
    return _with(command, output_folder_option, *_STYLE, _OPTION, *several, texts_option, _REFERENCE)


def _with(command: Callable[..., None], *decorators: _Decorator) -> Callable[..., None]:
    for decorator in reversed(decorators):
        command = decorator(command)
    return command


def as_render_options(command: Callable[..., None]) -> Callable[..., None]:
    """A command that gets its values for fields of `RenderOptions` as one `options`."""

    @wraps(command)
    def called(**values: Any) -> None:
        fields = {name: values.pop(name) for name in RenderOptions.__struct_fields__ if name in values}
        if "out" in fields:
            fields["out"] = Path(fields["out"])
        if "reference" in fields:
            fields["reference"] = Path(fields["reference"]) if fields["reference"] else None
        command(options=RenderOptions(**fields), **values)

    return called
