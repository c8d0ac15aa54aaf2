"""What can stand next on a command line, for the completion of shells.

Each function answers with words that begin like the one being typed; nothing here says or writes anything, and what
cannot be read has no words.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from briefgen.locale.locale import LANGUAGES
from briefgen.scenario import load
from briefgen.theme import shipped
from briefgen.verbs.explain import codes as known
from briefgen.verbs.targets import enclosing, targets
from briefgen.verbs.templates import shelves
from briefgen.world import World

if TYPE_CHECKING:
    from briefgen.world import World

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


def codes(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The codes of diagnostics."""
    return _fitting(known(), typed)


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
