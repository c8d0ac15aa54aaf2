"""What was asked of `publish`, and what came of it."""

from pathlib import Path

import msgspec

from briefgen.verbs.order import Order


class Publication(msgspec.Struct, frozen=True):
    """What was asked for."""

    site: Path
    order: Order
    """How each brief is made. Its formats are those that lie beside each page; `audience` is the site's."""
    title: str = ""
    """Empty: as the site was called before, or by default."""
    lang: str = ""
    """Of the site's own words; empty: as before, or the first scenario's."""


class Published(msgspec.Struct, frozen=True):
    """What became of the briefs of a site."""

    made: int = 0
    """Made in this run."""
    same: int = 0
    """Named, and as they were."""
    kept: int = 0
    """Not named, and kept."""

    def told(self) -> str:
        """In a line."""
        parts = (f"{self.made} made", f"{self.same} unchanged", f"{self.kept} not named" if self.kept else "")
        every = self.made + self.same + self.kept
        return f"{every} brief{'' if every == 1 else 's'}: {', '.join(filter(None, parts))}."
