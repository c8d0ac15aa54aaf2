"""What a brief was made from, taken out of its PDF into a folder that renders the same brief."""

from pathlib import Path

from briefgen.commands.new import in_use
from briefgen.core.diagnostic import Diagnostic, warning
from briefgen.io.filesystem import World
from briefgen.io.read import SCENARIO
from briefgen.release import MANIFEST, Manifest
from briefgen.release.attached import MOST_PDF, Attachments, read_attachments
from briefgen.release.manifest import loads
from briefgen.release.names import MOST_FILES, described, in_order


def extract(world: World, pdf: Path, folder: Path) -> tuple[list[Path], list[Diagnostic]]:
    """Writes what a PDF carries into a folder that is new or empty: all of it, or nothing. Returns what was written."""
    found = opened(world, pdf)
    if isinstance(found, Diagnostic):
        return [], [found]
    written = {folder / name: found.files[name] for name in sorted(found.files, key=in_order)}
    unwritten = in_use(world, folder, written) or world.write_together(written)
    return ([], unwritten) if unwritten else (list(written), [])


def opened(world: World, pdf: Path) -> Attachments | Diagnostic:
    """What a PDF carries."""
    data = world.read_bytes(pdf, MOST_PDF)
    return data if isinstance(data, Diagnostic) else read_attachments(data, world.shown(pdf))


# A folder that was taken out of a brief: as long as nothing in it was changed, it renders as it did.


def unchanged(world: World, folder: Path) -> tuple[Manifest | None, list[Diagnostic]]:
    """The manifest of a folder in which all files are as a brief carried them; none, and why, where some are not."""
    bounded = world.around(folder / SCENARIO)
    data = bounded.read_bytes(folder / MANIFEST, expected=False)
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
