"""The source files of a brief, extracted from its PDF into a folder that renders the same brief."""

from pathlib import Path

from briefgen.commands.new import in_use
from briefgen.core.diagnostic import Diagnostic, warning
from briefgen.core.report import Report
from briefgen.io.filesystem import World
from briefgen.io.read import SCENARIO
from briefgen.release import MANIFEST, Manifest
from briefgen.release.attached import MOST_PDF, read_attachments
from briefgen.release.manifest import loads
from briefgen.release.names import MOST_FILES, described, in_order


def extract(report: Report, world: World, pdf: Path, folder: Path) -> list[Path]:
    """Writes the files attached to a PDF into a folder that is new or empty: all of them, or none."""
    data = world.read_bytes(pdf, MOST_PDF)
    found = data if isinstance(data, Diagnostic) else read_attachments(data, world.shown(pdf))
    if isinstance(found, Diagnostic):
        report.add(found)
        return []
    written = {folder / name: found.files[name] for name in sorted(found.files, key=in_order)}
    unwritten = in_use(world, folder, written) or world.write_together(written)
    report.extend(unwritten or ())
    return [] if unwritten else list(written)


def unchanged_manifest(report: Report, world: World, folder: Path) -> Manifest | None:
    """The manifest of a folder that was extracted from a brief; None if there is none, or a file was changed since."""
    bounded = world.around(folder / SCENARIO)
    data = bounded.read_bytes(folder / MANIFEST, expected=False)
    if isinstance(data, Diagnostic):
        report.extend([] if data.code == "missing-file" else [data])
        return None
    name = world.shown(folder / MANIFEST)
    made = loads(data)
    if made is None or len(made.files) > MOST_FILES or not all(map(described, made.files)):
        message = f"{name} is damaged, and is left out of account."
        report.add(warning("carried-changed", message, file=name, hint="Take the folder out of the brief again."))
        return None
    found = {each: bounded.read_bytes(folder / each) for each in made.files}
    changed = made.changed({each: one for each, one in found.items() if isinstance(one, bytes)})
    if changed:
        named = ", ".join(f"`{each}`" for each in changed[:3]) + (" …" if len(changed) > 3 else "")
        message = f"{named} {'are' if len(changed) > 1 else 'is'} not as the brief carried it: all is checked anew."
        hint = f"If the change is meant, delete {MANIFEST}; if not, take the folder out of the brief again."
        report.add(warning("carried-changed", message, file=name, hint=hint))
        return None
    return made
