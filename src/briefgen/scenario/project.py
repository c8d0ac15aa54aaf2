"""`briefgen.yaml`: what the scenarios below a folder share beside the folder itself."""

from pathlib import Path

from briefgen.diagnostic import Diagnostic, warning
from briefgen.world import PROJECT, World
from briefgen.yamltree import Entry, Mapping, Scalar, parse

SHARED = frozenset({"markings"})
"""Keys of a scenario that the file may give for all of them."""

_HOLDS = "It may hold `markings: …`, which all scenarios below share; all else stands in each scenario.yaml."


def shared(bounded: World, keys: set[str]) -> tuple[Path, list[Entry], list[Diagnostic]]:
    """What the file around a scenario gives of the keys that the scenario does not have itself, and the folder from
    which its paths begin. Without such a file, or with an empty one, nothing."""
    folder = bounded.boundary or bounded.cwd
    if keys >= SHARED or not (folder / PROJECT).is_file():
        return folder, [], []
    source = bounded.read(folder / PROJECT)
    if isinstance(source, Diagnostic):
        return folder, [], [source]
    root, faults = parse(source)
    entries = root.entries if isinstance(root, Mapping) else ()
    if root is not None and not isinstance(root, Mapping) and not (isinstance(root, Scalar) and not root.text):
        faults.append(warning("wrong-type", f"{source.name} holds no `key: value`.", root.span, _HOLDS))
    for each in entries:
        if each.key.text not in SHARED:
            message = f"`{each.key.text[:64]}` is not a key that is known in {PROJECT}."
            faults.append(warning("unknown-key", message, each.key.span, _HOLDS))
    return folder, [each for each in entries if each.key.text in SHARED - keys], faults
