"""How an editor learns which schema is meant for which file: by the settings of VS Code, or by a line in the file.

Both are read by the YAML language server (https://github.com/redhat-developer/yaml-language-server), which VS Code,
Neovim, Emacs, Helix and others use.
"""

import json
import posixpath
import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from briefgen.model.schema import SCENARIO_KIND, item_lists

SCHEMAS = ".briefgen/schemas"
"""Where schemas are kept, from the folder that is wired."""

SETTINGS = ".vscode/settings.json"

_KEY = "yaml.schemas"


def file_name(kind: str) -> str:
    """The file of a kind's schema."""
    return f"{kind}.schema.json"


def modeline(kind: str, schemas: str) -> str:
    """The line on top of a file that names its schema; `schemas` is their folder as seen from the file's own."""
    return f"# yaml-language-server: $schema={posixpath.join(schemas, file_name(kind))}"


def associations(named: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Path of a schema → patterns of the files that it is meant for, as VS Code wants them.

    A list stands in a file of its name or in a folder of its name. `named` adds the files that a scenario names
    otherwise: the list's key, and a path or pattern as seen from the folder that is wired.
    """
    patterns = {SCENARIO_KIND: ["scenario.yaml"]} | {key: [f"{key}.yaml", f"{key}/*.yaml"] for key in item_lists()}
    for key, pattern in named:
        path = PurePosixPath(posixpath.normpath(pattern))
        usual = path.suffix == ".yaml" and (path.stem == key or path.parent.name == key)
        # A pattern is looked for at any depth, so what leads out of the folder is named by its end.
        inside = "/".join(part for part in path.parts if part not in ("..", "/"))
        if inside and not usual and inside not in patterns[key]:
            patterns[key].append(inside)
    return {f"./{SCHEMAS}/{file_name(kind)}": each for kind, each in patterns.items()}


def merged(existing: str, wanted: Mapping[str, list[str]]) -> str | None:
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


def to_add(wanted: Mapping[str, list[str]]) -> str:
    """What a person adds to the settings by hand."""
    return _dumped({_KEY: dict(wanted)}, "").strip().removeprefix("{").removesuffix("}").strip("\n")


def _dumped(settings: object, like: str) -> str:
    """JSON with the indentation and the line ends that the file has."""
    indented = re.search(r"\n([ \t]+)\S", like)
    text = json.dumps(settings, indent=indented[1] if indented else 2, ensure_ascii=False) + "\n"
    return text.replace("\n", "\r\n") if "\r\n" in like else text


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A mapping, in which a key given twice is a fault: to read it is to lose one of its values."""
    out = dict(pairs)
    if len(out) < len(pairs):
        raise ValueError("a key is given twice")
    return out
