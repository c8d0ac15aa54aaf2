"""Takes the text out of a document, and writes it where the scenario's quotes are looked for."""

from pathlib import Path

import msgspec

from briefgen.diagnostic import Diagnostic, error
from briefgen.evidence.extract import MOST_BYTES, extract
from briefgen.evidence.register import id_for, register_entry
from briefgen.evidence.text import PAGE_BREAK, sha256
from briefgen.evidence.texts import FOLDER
from briefgen.scenario import load
from briefgen.scenario.read import SCENARIO
from briefgen.world import MOST_BYTES as MOST_TEXT
from briefgen.world import World


class Added(msgspec.Struct, frozen=True):
    """A source that was taken in."""

    text: Path
    """Where its text was written."""
    pages: int
    """0 where it has none."""
    entry: str
    """For the register of sources."""
    notes: tuple[str, ...]
    """What was left out of the text, and what to look at."""


def source_add(
    world: World, file: Path, scenario: Path, name: str = "", folder: Path | None = None
) -> tuple[Added | None, list[Diagnostic]]:
    """Writes the text of a document under the scenario's `texts/`, or into another folder; makes its register entry.

    The YAML of the scenario is not touched. `name` is the id of the new source, by default made of the file's name.
    """
    name = name or id_for(file.name)
    faults = world.around(scenario).recover() or _refused(world, scenario, name)
    if faults:
        return None, faults
    data = world.read_bytes(file, MOST_BYTES)
    if isinstance(data, Diagnostic):
        return None, [data]
    made = extract(data, world.shown(file))
    if isinstance(made, Diagnostic):
        return None, [made]
    content = made.text.encode()
    if len(content) > MOST_TEXT:
        size = f"{MOST_TEXT >> 20} MiB"
        return None, [
            error("file-too-large", f"{world.shown(file)} holds more than {size} of text.", hint="Divide it.")
        ]
    target = (folder if folder is not None else scenario.parent / FOLDER) / f"{name}.txt"
    if fault := _taken(world, target, content):
        return None, [fault]
    if unwritten := world.write_together({target: content}):
        return None, unwritten
    return Added(
        target, made.text.count(PAGE_BREAK), register_entry(name, made, target.name, sha256(made.text)), made.notes
    ), []


def _refused(world: World, scenario: Path, name: str) -> list[Diagnostic]:
    if name != id_for(name):
        return [error("bad-id", f"`{name}` is not an id.", hint=f"Write `--id {id_for(name)}`.")]
    if not (world.cwd / scenario).is_file():
        hint = f"Stand in the folder with the `{SCENARIO}`, or name it: `--scenario DIR`."
        return [error("no-scenario", f"There is no {world.shown(scenario)}.", file=world.shown(scenario), hint=hint)]
    loaded, _faults = load(world, scenario)
    if loaded is not None and any(source.id == name for source in loaded.scenario.sources):
        return [error("duplicate-id", f"The scenario has a source `{name}` already.", hint="Give another: `--id ID`.")]
    return []


def _taken(world: World, target: Path, content: bytes) -> Diagnostic | None:
    """Why the text may not be written there, if it may not: another one is there."""
    there = world.read_bytes(target, MOST_BYTES, awaited=False)
    if there == content or (isinstance(there, Diagnostic) and there.code == "missing-file"):
        return None
    shown = world.shown(target)
    return error(
        "text-exists", f"{shown} exists, and is another text.", file=shown, hint="Give another name: `--id ID`."
    )
