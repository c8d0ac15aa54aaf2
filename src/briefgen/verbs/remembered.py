"""What was seen of a scenario's claims when it was checked last, for the next check."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from briefgen.kept import cache
from briefgen.lint import Sound
from briefgen.scenario import Loaded
from briefgen.world import World


@contextmanager
def remembered(world: World, loaded: Loaded) -> Iterator[Sound]:
    """The claims of this scenario that were sound when this program checked it last; those that are now are kept."""
    program = cache.fingerprint(str(Path(__file__).parent.parent))
    folder = str((world.cwd / loaded.folder).resolve())
    parts = (program, sys.version.encode(), folder.encode("utf-8", "surrogateescape"))
    entry = "sound-" + sha256(b"\0".join(parts)).hexdigest()
    sound = Sound(cache.kept(entry) or b"")
    yield sound
    if sound.changed:
        cache.keep(entry, sound.dumped())
