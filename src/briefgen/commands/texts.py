"""The texts of sources that are available, the quotes verified in them, and those that some readers may not see."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from briefgen.core.diagnostic import Diagnostic
from briefgen.evidence import Checked, Texts, check_quotes, find_texts
from briefgen.evidence.lock import Lock, read_lock
from briefgen.io.filesystem import World
from briefgen.io.read import SCENARIO
from briefgen.model.read import Loaded
from briefgen.model.scenario import Scenario
from briefgen.release import Verification


class Verified(msgspec.Struct, frozen=True):
    """A verification with what it rests on."""

    checked: Checked
    texts: Texts
    lock: Lock | None
    faults: list[Diagnostic]
    """Of texts and lock that cannot be read; what was found of the quotes is in `checked`."""

    def recorded(self) -> Verification:
        """For a brief to carry."""
        locked = self.lock.sources if self.lock else {}
        hashes = {name: each.sha256 for name, each in locked.items()}
        hashes |= {name: each.text.sha256 for name, each in self.texts.of.items()}
        return Verification.of(self.checked, hashes)


def verify(world: World, loaded: Loaded, folders: Sequence[Path] = (), require_texts: bool = False) -> Verified:
    """Every quote as far as it can be verified: in its text, else by the lock."""
    texts = find_texts(world, loaded, folders)
    lock, faults = read_lock(world.around(loaded.folder / SCENARIO), loaded.folder)
    checked = check_quotes(loaded.scenario, texts.of, lock, require_texts)
    return Verified(checked, texts, lock, [*texts.diagnostics, *faults])


# The texts of sources that are at hand and that some readers may not see.


def closed_texts(texts: Mapping[str, str], *shown: Scenario) -> list[str]:
    """Of the texts, by the ids of their sources, those whose source is in none of the scenarios shown."""
    seen = {source.id for each in shown for source in each.sources}
    return [text for name, text in texts.items() if name not in seen]
