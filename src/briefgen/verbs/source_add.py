"""Registers a document as a source: its text goes where quotes are looked for, its entry into the list of sources."""

from pathlib import Path, PurePath

import msgspec

from briefgen.diagnostic import Diagnostic, error
from briefgen.evidence import find_texts
from briefgen.evidence.extract import MOST_BYTES, extract
from briefgen.evidence.register import id_for, register_entry
from briefgen.evidence.text import PAGE_BREAK, sha256
from briefgen.evidence.texts import FOLDER
from briefgen.scenario import Loaded, load
from briefgen.scenario.model import Source
from briefgen.verbs.list_item import Change, with_item, write
from briefgen.verbs.targets import enclosing, one_target
from briefgen.world import MOST_BYTES as MOST_TEXT
from briefgen.world import World


class Added(msgspec.Struct, frozen=True):
    """A source and the files that were written for it."""

    id: str
    scenario: Path
    entry: str
    """For the list of sources."""
    pages: int
    """0 where its text has none."""
    notes: tuple[str, ...]
    """What was left out of the text, and what to look at."""
    written: tuple[Path, ...] = ()
    known: bool = False
    """Whether this text was registered before."""
    lines: str = ""
    """For the entry of a source that was registered without its text."""


def source_add(
    world: World, file: Path, scenario: str = "", name: str = "", folder: Path | None = None, *, dry: bool = False
) -> tuple[Added | None, list[Diagnostic]]:
    """Writes the text of a document under the scenario's `texts/`, or into another folder, and its entry into the list
    of sources; with `dry`, nothing.

    `scenario` is by default the one that the working directory or the document lies in; `name`, the id of the source,
    is made of the document's name.
    """
    place, faults = _scenario_of(world, scenario, file)
    if place is None:
        return None, faults
    if not dry and (faults := world.around(place).recover()):
        return None, faults
    if name and name != id_for(name):
        return None, [error("bad-id", f"`{name}` is not an id.", hint=f"Write `--id {id_for(name)}`.")]
    data = world.read_bytes(file, MOST_BYTES)
    if isinstance(data, Diagnostic):
        return None, [data]
    made = extract(data, world.shown(file))
    if isinstance(made, Diagnostic):
        return None, [made]
    content = made.text.encode()
    if len(content) > MOST_TEXT:
        message = f"{world.shown(file)} holds more than {MOST_TEXT >> 20} MiB of text."
        return None, [error("file-too-large", message, hint="Divide it.")]
    loaded, _ = load(world, place)
    digest = sha256(made.text)
    texts = find_texts(world, loaded).of if loaded else {}
    hashes = {each.id: texts[each.id].text.sha256 if each.id in texts else each.sha256 for each in _sources(loaded)}
    known = next((each for each in _sources(loaded) if digest in (each.sha256.lower(), hashes[each.id])), None)
    source = known.id if known else name or id_for(file.name)
    waiting = next((each for each in _sources(loaded) if each.id == source and not known), None)
    if waiting and (source in texts or waiting.sha256.lower() not in ("", digest)):
        hint = f"Give this one another id: `--id {source}-2`."
        return None, [error("duplicate-id", f"The scenario has another source `{source}`.", hint=hint)]
    target = (folder if folder is not None else place.parent / FOLDER) / (
        PurePath(known.file).name if known and known.file else f"{source}.txt"
    )
    entry = register_entry(source, made, target.name, digest)
    added = Added(source, place, entry, made.text.count(PAGE_BREAK), made.notes, known=known is not None)
    if dry:
        return added, []
    there = world.read_bytes(target, MOST_BYTES, awaited=False)
    new = {} if there == content else {target: content}
    if new and not (isinstance(there, Diagnostic) and there.code == "missing-file"):
        shown = world.shown(target)
        hint = f"Give this source another id: `--id {source}-2`."
        return None, [error("text-exists", f"{shown} exists, and holds another text.", file=shown, hint=hint)]
    changes = []
    if waiting:
        added = msgspec.structs.replace(added, lines=f"file: {target.name}\nsha256: {digest}\n")
    elif not known:
        change = with_item(world, place, "sources", source, entry)
        if not isinstance(change, Change):
            return None, change
        changes = [change]
    if (new or changes) and (unwritten := write(world, place, changes, new)):
        return None, unwritten
    return msgspec.structs.replace(added, written=(*new, *(change.path for change in changes))), []


def _scenario_of(world: World, name: str, file: Path) -> tuple[Path | None, list[Diagnostic]]:
    """The `scenario.yaml` of that name; without a name, that around the working directory or around the file."""
    found = enclosing(world, Path()) or enclosing(world, file.parent)
    if name or found is not None:
        return one_target(world, name or str(found))
    shown = world.shown(file)
    hint = "Name it: `briefgen source add FILE SCENARIO`. `briefgen new DIR` makes one."
    return None, [error("no-scenario", f"Which scenario is {shown} for?", file=shown, hint=hint)]


def _sources(loaded: Loaded | None) -> tuple[Source, ...]:
    return loaded.scenario.sources if loaded else ()
