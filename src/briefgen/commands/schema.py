"""The JSON Schemas of a scenario's files: as text, in a folder, and connected with the files for editors.

Editors learn which schema is meant for which file from the settings of VS Code, or from a line in the file. Both are
read by the YAML language server (https://github.com/redhat-developer/yaml-language-server), which VS Code, Neovim,
Emacs, Helix and others use.
"""

import json
import os
import posixpath
import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

import msgspec

from briefgen.commands.options import scenario_files
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.report import Report
from briefgen.io.filesystem import World
from briefgen.model.json_schema import SCENARIO_KIND, schemas
from briefgen.model.scenario import item_lists
from briefgen.yaml import tree
from briefgen.yaml.parse import parse

SCHEMAS = ".briefgen/schemas"
"""Where schemas are written, in the folder that is set up for editors."""

SETTINGS = ".vscode/settings.json"

_KEY = "yaml.schemas"


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
    schemas_of = _associations(named)
    settings = _settings(world, folder / SETTINGS, schemas_of)
    files = _files(folder / SCHEMAS)
    files |= {folder / SETTINGS: settings.encode()} if isinstance(settings, str) else {}
    if faults := world.write_together(files):
        report.extend(faults)
        return None
    lines = {
        path: _modeline(kind, _seen_from(path.parent, folder / SCHEMAS))
        for scenario in scenarios
        for path, kind in kinds_of(world, scenario).items()
    }
    if isinstance(settings, str):
        return Wired(list(files), lines)
    report.add(settings)
    return Wired(list(files), lines, _to_add(schemas_of))


def kinds_of(world: World, scenario: Path) -> dict[Path, str]:
    """File → its kind, for a `scenario.yaml` and the files that it names in place of its lists."""
    bounded = world.around(scenario)
    out = {scenario: SCENARIO_KIND}
    for key, place in _named(world, scenario):
        if any(character in place for character in "*?["):
            paths = bounded.glob(scenario.parent, place)[0]
        else:
            paths = [scenario.parent / place]
        out |= {path: key for path in paths if isinstance(bounded.read_bytes(path, expected=False), bytes)}
    return out


def _settings(world: World, path: Path, schemas_of: dict[str, list[str]]) -> str | Diagnostic:
    """The new text of the settings, or why they are left as they are."""
    existing = ""
    if os.path.lexists(world.cwd / path):
        source = world.read(path)
        if isinstance(source, Diagnostic):
            return source
        existing = source.text
    text = _merged(existing, schemas_of)
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
    for entry in root.entries if isinstance(root, tree.Mapping) else ():
        if entry.key.text in item_lists():
            items = entry.value.items if isinstance(entry.value, tree.Sequence) else (entry.value,)
            out += [(entry.key.text, item.text) for item in items if isinstance(item, tree.Scalar) and item.text]
    return out


def _seen_from(folder: Path, path: Path) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()


def _files(folder: Path) -> dict[Path, bytes]:
    return {folder / _file_name(kind): _json(each).encode() for kind, each in schemas().items()}


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _file_name(kind: str) -> str:
    """The file of a kind's schema."""
    return f"{kind}.schema.json"


def _modeline(kind: str, schemas: str) -> str:
    """The line on top of a file that names its schema; `schemas` is their folder as seen from the file's own."""
    return f"# yaml-language-server: $schema={posixpath.join(schemas, _file_name(kind))}"


def _associations(named: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Path of a schema → patterns of the files that it is meant for, as VS Code wants them.

    A list is in a file or a folder of its name. `named` adds the files that a scenario names otherwise: the list's
    key, and a path or pattern as seen from the folder that is wired.
    """
    patterns = {SCENARIO_KIND: ["scenario.yaml"]} | {key: [f"{key}.yaml", f"{key}/*.yaml"] for key in item_lists()}
    for key, pattern in named:
        path = PurePosixPath(posixpath.normpath(pattern))
        usual = path.suffix == ".yaml" and (path.stem == key or path.parent.name == key)
        # A pattern is looked for at any depth, so what leads out of the folder is named by its end.
        inside = "/".join(part for part in path.parts if part not in ("..", "/"))
        if inside and not usual and inside not in patterns[key]:
            patterns[key].append(inside)
    return {f"./{SCHEMAS}/{_file_name(kind)}": each for kind, each in patterns.items()}


def _merged(existing: str, wanted: Mapping[str, list[str]]) -> str | None:
    """The settings with the associations added, all else as it was; None where that cannot be done without loss."""
    try:
        settings = json.loads(existing, object_pairs_hook=_each_once) if existing.strip() else {}
    except (ValueError, RecursionError):  # comments, mostly, which VS Code allows
        return None
    known = settings.setdefault(_KEY, {}) if isinstance(settings, dict) else None
    if not isinstance(known, dict):
        return None
    for path, patterns in wanted.items():
        given = known.get(path, [])
        before = given if isinstance(given, list) else [given]
        known[path] = before + [pattern for pattern in patterns if pattern not in before]
    return _dumped(settings, existing)


def _to_add(wanted: Mapping[str, list[str]]) -> str:
    """What a person adds to the settings by hand."""
    return _dumped({_KEY: dict(wanted)}, "").strip().removeprefix("{").removesuffix("}").strip("\n")


def _dumped(settings: object, like: str) -> str:
    """JSON with the indentation and the line ends that the file has."""
    indented = re.search(r"\n([ \t]+)\S", like)
    text = json.dumps(settings, indent=indented[1] if indented else 2, ensure_ascii=False) + "\n"
    return text.replace("\n", "\r\n") if "\r\n" in like else text


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A mapping; raises ValueError where a key is given twice, since one of its values would be lost."""
    out = dict(pairs)
    if len(out) < len(pairs):
        raise ValueError("a key is given twice")
    return out
