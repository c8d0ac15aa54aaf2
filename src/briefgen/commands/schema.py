"""The schemas of a scenario's files: as text, in a folder, and wired to the files for editors."""

import json
import os
from pathlib import Path

import msgspec

from briefgen.commands.options import targets
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.io.filesystem import World
from briefgen.model.editors import SCHEMAS, SETTINGS, associations, file_name, merged, modeline, to_add
from briefgen.model.schema import SCENARIO_KIND, item_lists, schemas
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Mapping, Scalar, Sequence


class Wired(msgspec.Struct, frozen=True):
    """What wiring a folder came to."""

    written: list[Path]
    modelines: dict[Path, str]
    """File of a scenario → the line to put on top of it, for editors that do not read the settings."""
    to_add: str = ""
    """What a person has to add to the settings, where they could not be changed."""


def kinds() -> list[str]:
    """The kinds of file that have a schema."""
    return [SCENARIO_KIND, *item_lists()]


def schema(kind: str) -> str:
    """The schema of a kind of file, as JSON."""
    return _json(schemas()[kind])


def write_schemas(world: World, folder: Path) -> tuple[list[Path], list[Diagnostic]]:
    """Writes all schemas into a folder; returns the files."""
    files = _files(folder)
    faults = world.write_together(files)
    return ([], faults) if faults else (list(files), [])


def wire(world: World, name: str) -> tuple[Wired | None, list[Diagnostic]]:
    """Writes the schemas, and settings that name them, into a scenario's folder or a folder of scenarios."""
    scenarios, missing = targets(world, (name,))
    if missing:
        return None, missing
    folder = Path(name) if (world.cwd / name).is_dir() else Path(name).parent
    named = [
        (key, _seen_from(folder, scenario.parent / place))
        for scenario in scenarios
        for key, place in _named(world, scenario)
    ]
    wanted = associations(named)
    settings, diagnostics = _settings(world, folder / SETTINGS, wanted)
    files = _files(folder / SCHEMAS) | ({folder / SETTINGS: settings.encode()} if settings is not None else {})
    if faults := world.write_together(files):
        return None, faults
    lines = {
        path: modeline(kind, _seen_from(path.parent, folder / SCHEMAS))
        for scenario in scenarios
        for path, kind in kinds_of(world, scenario).items()
    }
    return Wired(list(files), lines, to_add(wanted) if diagnostics else ""), diagnostics


def kinds_of(world: World, scenario: Path) -> dict[Path, str]:
    """File → its kind, of a `scenario.yaml` and the files that it names in place of its lists."""
    bounded = world.around(scenario)
    out = {scenario: SCENARIO_KIND}
    for key, place in _named(world, scenario):
        if any(character in place for character in "*?["):
            paths = bounded.glob(scenario.parent, place)[0]
        else:
            paths = [scenario.parent / place]
        out |= {path: key for path in paths if isinstance(bounded.read_bytes(path, expected=False), bytes)}
    return out


def _settings(world: World, path: Path, wanted: dict[str, list[str]]) -> tuple[str | None, list[Diagnostic]]:
    """The new text of the settings; or None, and why they stay as they are."""
    existing = ""
    if os.path.lexists(world.cwd / path):
        source = world.read(path)
        if isinstance(source, Diagnostic):
            return None, [source]
        existing = source.text
    text = merged(existing, wanted)
    if text is not None:
        return text, []
    name = world.shown(path)
    return None, [
        error(
            "settings-not-merged",
            f"{name} was left as it is: with its comments, it cannot be changed without loss.",
            file=name,
            hint="Add by hand what is shown below.",
        )
    ]


def _named(world: World, scenario: Path) -> list[tuple[str, str]]:
    """The paths and patterns that a scenario gives in place of its lists, each with the list's key."""
    source = world.around(scenario).read(scenario)
    root = None if isinstance(source, Diagnostic) else parse(source)[0]
    out: list[tuple[str, str]] = []
    for entry in root.entries if isinstance(root, Mapping) else ():
        if entry.key.text in item_lists():
            items = entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
            out += [(entry.key.text, item.text) for item in items if isinstance(item, Scalar) and item.text]
    return out


def _seen_from(folder: Path, path: Path) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()


def _files(folder: Path) -> dict[Path, bytes]:
    return {folder / file_name(kind): _json(each).encode() for kind, each in schemas().items()}


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
