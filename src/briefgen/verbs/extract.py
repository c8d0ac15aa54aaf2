"""What a brief was made from, taken out of its PDF into a folder that renders again."""

from pathlib import Path

from briefgen.diagnostic import Diagnostic
from briefgen.release.attached import MOST_PDF, Carried, carried
from briefgen.release.names import in_order
from briefgen.verbs.new import in_use
from briefgen.world import World


def extract(world: World, pdf: Path, folder: Path) -> tuple[list[Path], list[Diagnostic]]:
    """Writes what a PDF carries into a folder that is new or empty: all of it, or nothing. Returns what was written."""
    found = opened(world, pdf)
    if isinstance(found, Diagnostic):
        return [], [found]
    written = {folder / name: found.files[name] for name in sorted(found.files, key=in_order)}
    unwritten = in_use(world, folder, written) or world.write_together(written)
    return ([], unwritten) if unwritten else (list(written), [])


def opened(world: World, pdf: Path) -> Carried | Diagnostic:
    """What a PDF carries."""
    data = world.read_bytes(pdf, MOST_PDF)
    return data if isinstance(data, Diagnostic) else carried(data, world.shown(pdf))
