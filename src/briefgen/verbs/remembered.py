"""What is remembered of a scenario from one run to the next, in the person's cache folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

from briefgen.kept import cache
from briefgen.kept.program import program
from briefgen.scenario import Loaded
from briefgen.template import Parses
from briefgen.world import World


@contextmanager
def remembered_parses(world: World, loaded: Loaded, template: str, lang: str) -> Iterator[Parses]:
    """What the Markdown of this template came to when it was filled from this scenario last; what it comes to now is
    kept."""
    entry = _entry("parses", world, loaded, template, lang)
    parses = Parses(cache.kept(entry) or b"")
    yield parses
    if parses.changed:
        cache.keep(entry, parses.dumped())


def _entry(what: str, world: World, loaded: Loaded, *more: str) -> str:
    folder = str((world.cwd / loaded.folder).resolve())
    parts = (program(), *(each.encode("utf-8", "surrogateescape") for each in (folder, *more)))
    return f"{what}-" + sha256(b"\0".join(parts)).hexdigest()
