"""One more item for a list of a scenario, in the file in which its author keeps that list."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePath

from briefgen.diagnostic import Diagnostic, error
from briefgen.scenario import Loaded
from briefgen.source import SourceFile
from briefgen.world import Amendment, World
from briefgen.yamltree import Mapping, Node, Scalar, Sequence, parse
from briefgen.yamltree.patching import append
from briefgen.yamltree.patching.appending import Address

MOST_NAMES = 1_000
"""Tried for a new file."""
_WILD = re.compile(r"[*?\[]")


class Change(Amendment, frozen=True):
    """A file of the scenario with the item."""

    path: Path
    is_new: bool = False


def with_item(world: World, scenario: Path, key: str, name: str, item: str) -> Change | list[Diagnostic]:
    """The file with one more item of the list `key`: where that list is written, in the last of the files that it
    names, or in a new one for an item where it names a pattern.

    `item` is a block list of one item, `name` its id. Nothing is written.
    """
    bounded = world.around(scenario)
    source = bounded.read(scenario)
    if isinstance(source, Diagnostic):
        return [source]
    root, faults = parse(source)
    if errors := [fault for fault in faults if fault.severity == "error"]:
        return errors
    named = _named(root, key)
    if not named:
        return _appended(world, scenario, source, (key,), item)
    patterns = [each for each in named if _WILD.search(each)]
    if patterns:
        return _new_file(world, bounded, scenario, patterns[0], name, item)
    path = scenario.parent / named[-1]
    read = bounded.read(path, awaited=False)
    if isinstance(read, Diagnostic):
        if read.code != "missing-file":
            return [read]
        return Change(SourceFile(world.shown(path), ""), item, path, is_new=True)
    return _appended(world, path, read, (), item)


def with_evidence(world: World, loaded: Loaded, fact: str, item: str) -> Change | list[Diagnostic]:
    """The file with one more passage for a fact."""
    for source, path in zip(loaded.files, loaded.paths, strict=True):
        root, _ = parse(source)
        if (address := _address(root, "facts", fact)) is not None:
            return _appended(world, path, source, (*address, "evidence"), item)
    return [error("unknown-fact", f"There is no fact `{fact}`.")]


def write(world: World, scenario: Path, changes: list[Change], new: dict[Path, bytes]) -> list[Diagnostic] | None:
    """Writes the changes and other new files together, or changes nothing and says why."""
    created = new | {change.path: change.text.encode() for change in changes if change.is_new}
    amended = {change.path: Amendment(change.source, change.text) for change in changes if not change.is_new}
    return world.around(scenario).amend(amended, created)


def _named(root: Node | None, key: str) -> list[str]:
    """The files and patterns that a list consists of; none where it has items of its own."""
    entries = root.entries if isinstance(root, Mapping) else ()
    match next((entry.value for entry in entries if entry.key.text == key), None):
        case Scalar(text=text):
            return [text] if text else []
        case Sequence(items=items) if all(isinstance(item, Scalar) for item in items):
            return [item.text for item in items if isinstance(item, Scalar) and item.text]
        case _:
            return []


def _new_file(
    world: World, bounded: World, scenario: Path, pattern: str, name: str, item: str
) -> Change | list[Diagnostic]:
    """A file of its own for an item, of a name that the pattern fits."""
    parts = PurePath(pattern).parts
    folders = [part for part in parts[:-1] if part != "**"]
    if any(map(_WILD.search, folders)) or parts[-1].count("*") != 1 or re.search(r"[?\[]", parts[-1]):
        message = f"`{pattern}` does not say in which file a new item belongs."
        hint = "Print the entry with `--print`, and paste it into the file of your choice."
        return [error("not-added", message, file=world.shown(scenario), hint=hint)]
    for number in range(1, MOST_NAMES):
        stem = name if number == 1 else f"{name}-{number}"
        path = scenario.parent.joinpath(*folders, parts[-1].replace("*", stem))
        read = bounded.read(path, awaited=False)
        if isinstance(read, Diagnostic):
            if read.code != "missing-file":
                return [read]
            return Change(SourceFile(world.shown(path), ""), item, path, is_new=True)
    return [error("not-added", f"`{pattern}` has no free name for `{name}`.", file=world.shown(scenario))]


def _appended(world: World, path: Path, source: SourceFile, address: Address, item: str) -> Change | list[Diagnostic]:
    text = append(source, address, item)
    if text is None:
        shown = world.shown(path)
        hint = f"Run `briefgen check` on it first; or print the entry with `--print`, and paste it into {shown}."
        return [error("not-added", f"The entry cannot be added to {shown}.", file=shown, hint=hint)]
    return Change(source, text, path)


def _address(root: Node | None, key: str, name: str) -> Address | None:
    """The way to the item with an id: in scenario.yaml below a key, in another file at once."""
    for start, node in _lists(root, key):
        if isinstance(node, Mapping) and _id(node) == name:
            return start
        if isinstance(node, Sequence):
            for number, each in enumerate(node.items):
                if _id(each) == name:
                    return (*start, number)
    return None


def _lists(root: Node | None, key: str) -> Iterator[tuple[tuple[str, ...], Node]]:
    if isinstance(root, Mapping):
        yield from (((key,), entry.value) for entry in root.entries if entry.key.text == key)
    if root is not None:
        yield (), root


def _id(node: Node) -> str:
    entries = node.entries if isinstance(node, Mapping) else ()
    return next(
        (entry.value.text for entry in entries if entry.key.text == "id" and isinstance(entry.value, Scalar)), ""
    )
