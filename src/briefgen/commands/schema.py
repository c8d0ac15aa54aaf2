"""The JSON Schemas of a scenario's files: as text, in a folder, and set up for editors."""

import json
import os
from pathlib import Path

import msgspec

from briefgen.commands.options import scenario_files
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.report import Report
from briefgen.io.filesystem import World
from briefgen.model.editors import SCHEMAS, SETTINGS, associations, file_name, merged, modeline, to_add
from briefgen.model.schema import SCENARIO_KIND, item_lists, schemas
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Mapping, Scalar, Sequence


class Wired(msgspec.Struct, frozen=True):
    """What was set up in a folder."""

    written: list[Path]
    modelines: dict[Path, str]
    """File of a scenario → its first line for editors that do not read the settings."""
    to_add: str = ""
    """What has to be added to the settings by hand, if they could not be changed."""


def kinds() -> list[str]:
    """The kinds of file that have a schema."""
    return [SCENARIO_KIND, *item_lists()]


def schema(kind: str) -> str:
    """The schema of a kind of file, as JSON."""
    return _json(schemas()[kind])


def write_schemas(report: Report, world: World, folder: Path) -> list[Path]:
    """Writes all schemas into a folder, and returns the files."""
    files = _files(folder)
    faults = world.write_together(files)
    report.extend(faults or ())
    return [] if faults else list(files)


def wire(report: Report, world: World, name: str) -> Wired | None:
    """Writes the schemas, and settings that name them, into a scenario's folder or a folder of scenarios."""
    missing = Report()
    scenarios = scenario_files(missing, world, (name,))
    report.extend(missing)
    if missing:
        return None
    folder = Path(name) if (world.cwd / name).is_dir() else Path(name).parent
    named = [
        (key, _seen_from(folder, scenario.parent / place))
        for scenario in scenarios
        for key, place in _named(world, scenario)
    ]
    schemas_of = associations(named)
    settings = _settings(world, folder / SETTINGS, schemas_of)
    files = _files(folder / SCHEMAS)
    files |= {folder / SETTINGS: settings.encode()} if isinstance(settings, str) else {}
    if faults := world.write_together(files):
        report.extend(faults)
        return None
    lines = {
        path: modeline(kind, _seen_from(path.parent, folder / SCHEMAS))
        for scenario in scenarios
        for path, kind in kinds_of(world, scenario).items()
    }
    if isinstance(settings, str):
        return Wired(list(files), lines)
    report.add(settings)
    return Wired(list(files), lines, to_add(schemas_of))


def kinds_of(world: World, scenario: Path) -> dict[Path, str]:
    """File → its kind, for a `scenario.yaml` and the files that it names in place of its lists."""
    bounded = world.around(scenario)
    out = {scenario: SCENARIO_KIND}
    for key, place in _named(world, scenario):
        if any(character in place for character in "*?["):
            paths = bounded.glob(scenario.parent, place)[0]
        else:
            paths = [scenario.parent / place]
        out |= {path: key for path in paths if isinstance(bounded.read_bytes(path, awaited=False), bytes)}
    return out


def _settings(world: World, path: Path, schemas_of: dict[str, list[str]]) -> str | Diagnostic:
    """The new text of the settings, or why they are left as they are."""
    existing = ""
    if os.path.lexists(world.cwd / path):
        source = world.read(path)
        if isinstance(source, Diagnostic):
            return source
        existing = source.text
    text = merged(existing, schemas_of)
    if text is not None:
        return text
    name = world.shown(path)
    message = f"{name} was left as it is: with its comments, it cannot be changed without loss."
    return error("settings-not-merged", message, file=name, hint="Add by hand what is shown below.")


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
