"""A folder that was taken out of a brief: as long as nothing in it was changed, it renders as it did."""

from pathlib import Path

from briefgen.diagnostic import Diagnostic, warning
from briefgen.release import MANIFEST, Manifest
from briefgen.release.manifest import loads
from briefgen.release.names import MOST_FILES, described
from briefgen.scenario.read import SCENARIO
from briefgen.world import World


def unchanged(world: World, folder: Path) -> tuple[Manifest | None, list[Diagnostic]]:
    """The manifest of a folder in which all files are as a brief carried them; none, and why, where some are not."""
    bounded = world.around(folder / SCENARIO)
    data = bounded.read_bytes(folder / MANIFEST, awaited=False)
    if isinstance(data, Diagnostic):
        return None, [] if data.code == "missing-file" else [data]
    name = world.shown(folder / MANIFEST)
    made = loads(data)
    if made is None or len(made.files) > MOST_FILES or not all(map(described, made.files)):
        message = f"{name} is damaged, and is left out of account."
        return None, [warning("carried-changed", message, file=name, hint="Take the folder out of the brief again.")]
    found = {each: bounded.read_bytes(folder / each) for each in made.files}
    changed = made.changed({each: one for each, one in found.items() if isinstance(one, bytes)})
    if changed:
        named = ", ".join(f"`{each}`" for each in changed[:3]) + (" …" if len(changed) > 3 else "")
        message = f"{named} {'are' if len(changed) > 1 else 'is'} not as the brief carried it: all is checked anew."
        hint = f"If the change is meant, delete {MANIFEST}; if not, take the folder out of the brief again."
        return None, [warning("carried-changed", message, file=name, hint=hint)]
    return made, []
