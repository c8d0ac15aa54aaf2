"""What the edition before said. Its PDF lies in the site, and carries all that its brief used, for the same readers."""

from pathlib import Path
from tempfile import TemporaryDirectory

from briefgen.diagnostic import Diagnostic
from briefgen.document import Document
from briefgen.release import MANIFEST, THEME
from briefgen.release.attached import MOST_PDF, Carried, carried
from briefgen.scenario.read import SCENARIO
from briefgen.verbs.order import Order
from briefgen.verbs.prepare import Prepared
from briefgen.verbs.redline import compared
from briefgen.world import World
from briefgen.writers.site import Version


def carried_by(world: World, site: Path, version: Version | None) -> Carried | None:
    """What the PDF of an edition carries; None where there is none of ours."""
    path = next((copy.path for copy in version.copies if copy.form == "pdf"), "") if version else ""
    data = world.read_bytes(site / path, MOST_PDF) if path else None
    found = carried(data, path) if isinstance(data, bytes) else None
    return None if isinstance(found, Diagnostic) else found


def changed(before: Carried, now: Prepared, order: Order) -> Document | None:
    """What changed since then, as a brief with insertions and deletions; None where that cannot be told."""
    with TemporaryDirectory(prefix="briefgen-") as name:
        world = World(Path(name), Path(name))
        if world.write_together({Path(file): data for file, data in before.files.items()}):
            return None
        both, _faults = compared(world, Path(SCENARIO), order, now)
        return both.document if both else None


def is_said_alike(before: Carried, now: Prepared) -> bool:
    """Whether a brief is made of the same words as one that was published: whatever made it, and however it looks."""
    then = {name: data for name, data in before.files.items() if name not in (MANIFEST, THEME)}
    return then == {each.name: each.data for each in now.carried() if each.name not in (MANIFEST, THEME)}
