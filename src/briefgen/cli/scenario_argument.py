"""The SCENARIO arguments of a command, which may be left out inside a scenario's folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from briefgen.cli.completing import scenarios
from briefgen.verbs.targets import enclosing
from briefgen.world import SCENARIO, World


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
